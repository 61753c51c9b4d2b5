import type { Node } from '@vscode/tree-sitter-wasm';
import type { KnownChange } from '../../syntax/textChange';
import { firstFrom } from '../inOrder';
import type { Grammar } from './grammar';
import { type Piece, piecesBetween } from './pieces';
import { SyntaxView } from './syntaxView';
import { type Unit, unitOf } from './units';
import { type Grouping, groupingOf, type Part, type PlacedGroup } from './grouping';

/** For each set of linking names the parts are grouped apart; so many groupings are kept. */
const mostGroupings = 4;

/**
 * Cuts the versions of a document into declarations, and puts those together that name each other. What an edit left as
 * it was stays the same objects; the readers of one document share them.
 */
export class Declarations {
  /** What the last version consists of, by its text. */
  readonly #units = new Map<string, Unit>();
  #last: { readonly text: string; readonly grammar: Grammar; readonly parts: readonly Part[] } | undefined;
  /** By their linking names, the latest last. */
  readonly #groupings = new Map<string, Grouping>();

  /** @param longest a class that is as long is cut by its members, in UTF-16 units */
  constructor(private readonly longest: number) {}

  /**
   * The groups of a text. The same for the same text, whatever was there before.
   * @param change what made the text of an earlier one
   * @param linking names that put all into one group that has them, whatever they stand for
   */
  groupsOf(
    text: string,
    root: Node,
    grammar: Grammar,
    change: KnownChange | undefined,
    linking: ReadonlySet<string>,
  ): PlacedGroup[] {
    const parts = this.#partsOf(text, root, grammar, change);
    const key = [...linking].sort().join(' ');
    const last = this.#groupings.get(key);
    const grouping = last?.parts === parts ? last : groupingOf(parts, linking, last);
    this.#groupings.delete(key);
    this.#groupings.set(key, grouping);
    const [oldest = key] = this.#groupings.keys();
    if (this.#groupings.size > mostGroupings) {
      this.#groupings.delete(oldest);
    }
    const { sets, groups } = grouping;
    return groups.map((group, number) => ({ group, stretches: parts, members: sets[number]?.members ?? [] }));
  }

  /** Cuts a text. What lies before and behind the change stays as it was cut before. */
  #partsOf(text: string, root: Node, grammar: Grammar, change: KnownChange | undefined): readonly Part[] {
    const last = this.#last;
    if (last?.text === text && last.grammar === grammar) {
      return last.parts;
    }
    const old = last?.parts ?? [];
    const isEdit = change !== undefined && last?.grammar === grammar && last.text === change.before;
    const head = isEdit
      ? old.slice(
          0,
          firstFrom(old, change.start, ({ end }) => end),
        )
      : [];
    const tail = isEdit ? old.slice(firstFrom(old, change.oldEnd + 1, ({ start }) => start)) : [];
    const by = text.length - (last?.text.length ?? 0);
    const behind = tail.map((part) => ({ ...part, start: part.start + by, end: part.end + by }));
    const [from, to] = [head.at(-1)?.end ?? 0, behind[0]?.start ?? text.length];
    const between = this.#cut(text, root, grammar, from, to, behind[0]);
    const parts = between
      ? [...head, ...joined(between, behind)]
      : (this.#cut(text, root, grammar, 0, text.length) ?? []);
    // Those that are still there come in again.
    const gone = between ? old.slice(head.length, old.length - tail.length) : old;
    const come = between ? parts.slice(head.length, parts.length - Math.max(0, tail.length - 1)) : parts;
    gone.forEach(({ units }) => units.forEach((unit) => this.#units.delete(unit.text)));
    come.forEach(({ units }) => units.forEach((unit) => this.#units.set(unit.text, unit)));
    this.#last = { text, grammar, parts };
    return parts;
  }

  /**
   * Cuts a text between two offsets. Undefined when no piece begins there.
   * @param next what lay behind `to`
   */
  #cut(text: string, root: Node, grammar: Grammar, from: number, to: number, next?: Part): Part[] | undefined {
    const view = new SyntaxView(text, root, grammar);
    const pieces = piecesBetween(view, from, to, this.longest);
    const behind = pieces.at(-1)?.start === to ? pieces.pop() : undefined;
    if ((from > 0 && pieces[0]?.start !== from) || (next && behind?.depth !== next.depth)) {
      return undefined;
    }
    const parts: Part[] = [];
    let start = from;
    let own: Unit[] = [];
    pieces.forEach((piece, index) => {
      const begin = index === 0 ? from : piece.start;
      const end = pieces[index + 1]?.start ?? to;
      const unit = this.#unitOf(view, piece, begin, end);
      own.push(unit);
      if (unit.is !== 'note' || index === pieces.length - 1) {
        parts.push({ units: own, start, end, isShared: unit.is !== 'declaration', depth: piece.depth });
        [start, own] = [end, []];
      }
    });
    return parts;
  }

  #unitOf(view: SyntaxView, piece: Piece, begin: number, end: number): Unit {
    const written = view.text.slice(begin, end);
    const known = this.#units.get(written);
    return known?.type === piece.type ? known : unitOf(view, piece, ownCopy(written), piece.node.startIndex - begin);
  }
}

/** Parts and those behind them. Comments before a part belong to it. */
function joined(parts: readonly Part[], behind: readonly Part[]): readonly Part[] {
  const [last, next] = [parts.at(-1), behind[0]];
  return last && next && last.units.at(-1)?.is === 'note'
    ? [...parts.slice(0, -1), { ...next, start: last.start, units: [...last.units, ...next.units] }, ...behind.slice(1)]
    : [...parts, ...behind];
}

/** The same text without the longer one that it was cut from, which the engine would keep with it. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
