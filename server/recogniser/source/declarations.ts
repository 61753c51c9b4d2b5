import type { Node } from '@vscode/tree-sitter-wasm';
import type { KnownChange } from '../../syntax/textChange';
import { firstFrom } from '../inOrder';
import type { Grammar } from './grammar';
import { type Piece, piecesBetween } from './pieces';
import { SyntaxView } from './syntaxView';
import { type Unit, unitOf } from './units';

/** A stretch of a document. Stretches follow each other without a gap. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It is no declaration: imports, constants, statements that run when the file is loaded. */
  readonly isShared: boolean;
}

/**
 * Declarations that have to do with each other, with all that is shared, in the order of the text. The same object for the
 * same text from one version to the next, so what is known of it can be kept by it.
 */
export interface Group {
  /** What its stretches consist of. Units are the same for the same text. */
  readonly units: readonly Unit[];
  /** Where each of its stretches begins in the group's own text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Whether what is shared calls these declarations, so that its own mistakes are to be found here. */
  readonly ownsShared: boolean;
}

/** A group where it stands in a version of the document. */
export interface PlacedGroup {
  readonly group: Group;
  /** All stretches of the document, and the indexes of those that are the group's. */
  readonly stretches: readonly Stretch[];
  readonly members: readonly number[];
}

/** All groups together are at most this many times as long as their document. */
const mostLengths = 3;

/** A stretch with the units in it: comments before a declaration, and the declaration. */
interface Part extends Stretch {
  readonly units: readonly Unit[];
  /** See {@link Piece.depth}. */
  readonly depth: number;
}

/** Which parts of a version are put together. */
interface Grouping {
  readonly parts: readonly Part[];
  /** For each group the indexes of its parts. */
  readonly members: readonly (readonly number[])[];
  readonly groups: readonly Group[];
  /** The names that parts are put together by. */
  readonly names: ReadonlySet<string>;
  readonly most: number;
}

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
    const grouping = last?.parts === parts ? last : groupingOf(parts, text.length, linking, last);
    this.#groupings.delete(key);
    this.#groupings.set(key, grouping);
    const [oldest = key] = this.#groupings.keys();
    if (this.#groupings.size > mostGroupings) {
      this.#groupings.delete(oldest);
    }
    const { members, groups } = grouping;
    return groups.map((group, number) => ({ group, stretches: parts, members: members[number] ?? [] }));
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

/** Groups parts; what was found of the version before is taken over as far as it holds. */
function groupingOf(
  parts: readonly Part[],
  length: number,
  linking: ReadonlySet<string>,
  last: Grouping | undefined,
): Grouping {
  const most = mostGroups(parts, length);
  const isAlike = last?.most === most && arePutTogetherAlike(parts, last);
  const { members, names } = isAlike ? last : grouped(parts, most, linking);
  const before = last && (isAlike ? last.groups : inOrderOf(members, parts, last));
  const groups = members.map((own, number) => {
    const known = before?.[number];
    if (known && isAlike && own.every((index) => parts[index]?.units === last.parts[index]?.units)) {
      return known;
    }
    const units = own.flatMap((index) => parts[index]?.units ?? []);
    const ownsShared = number === 0;
    return known?.ownsShared === ownsShared && areSame(known.units, units)
      ? known
      : { units, starts: startsOf(parts, own), ownsShared };
  });
  return { parts, members, groups, names, most };
}

/** For each of some groups the one of before that begins its own with the same declaration. */
function inOrderOf(
  members: readonly (readonly number[])[],
  parts: readonly Part[],
  last: Grouping,
): (Group | undefined)[] {
  const ownOf = (own: readonly number[], of: readonly Part[]) => {
    const index = own.find((at) => of[at]?.isShared === false);
    return index === undefined ? undefined : of[index]?.units.at(-1);
  };
  const byOwn = new Map(last.members.map((own, number) => [ownOf(own, last.parts), last.groups[number]] as const));
  return members.map((own) => byOwn.get(ownOf(own, parts)));
}

function startsOf(parts: readonly Part[], members: readonly number[]): number[] {
  let at = 0;
  return members.map((index) => {
    const start = at;
    const part = parts[index];
    at += part ? part.end - part.start : 0;
    return start;
  });
}

/** Whether parts differ from those of before only in what puts none of them together with another. */
function arePutTogetherAlike(parts: readonly Part[], last: Grouping): boolean {
  const namesOf = ({ words }: Unit) => [...words].filter((word) => last.names.has(word));
  const isAlike = (a: Unit | undefined, b: Unit | undefined) => {
    if (!a || !b || a.is !== b.is || !areSame(a.declares, b.declares)) {
      return false;
    }
    const [own, others] = [namesOf(a), new Set(namesOf(b))];
    return own.length === others.size && own.every((name) => others.has(name));
  };
  return (
    parts.length === last.parts.length &&
    parts.every(({ units }, index) => {
      const before = last.parts[index]?.units;
      return units === before || units.at(-1) === before?.at(-1) || isAlike(units.at(-1), before?.at(-1));
    })
  );
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** How many groups there may be, so that all together are at most {@link mostLengths} times as long as the document. */
function mostGroups(parts: readonly Part[], length: number): number {
  const shared = parts.reduce((sum, { isShared, start, end }) => sum + (isShared ? end - start : 0), 0);
  // More than there are parts do not come.
  return Math.min(parts.length + 1, Math.max(1, Math.floor(((mostLengths - 1) * length) / Math.max(1, shared))));
}

/** Puts the declarations together of which one names what another declares, directly or by way of others. */
function grouped(
  parts: readonly Part[],
  most: number,
  linking: ReadonlySet<string>,
): Pick<Grouping, 'members' | 'names'> {
  const declarers = new Map<string, number>();
  // What is shared counts as one, behind the last.
  const shared = parts.length;
  const roots = Array.from({ length: parts.length + 1 }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) {
      root = roots[root] = roots[roots[root] ?? root] ?? root;
    }
    return root;
  };
  const join = (a: number, b: number) => {
    roots[rootOf(a)] = rootOf(b);
  };
  const memberOf = (index: number) => (parts[index]?.isShared === false ? index : shared);
  const declare = (name: string, member: number) => {
    const declarer = declarers.get(name);
    if (declarer === undefined) {
      declarers.set(name, member);
    } else {
      join(member, declarer);
    }
  };
  const units = parts.map((part) => part.units.at(-1));
  units.forEach((unit, index) => unit?.declares.forEach((name) => declare(name, memberOf(index))));
  units.forEach((unit, index) => {
    for (const word of unit?.words ?? []) {
      if (linking.has(word) || declarers.has(word)) {
        declare(word, memberOf(index));
      }
    }
  });
  // The first is that of what is shared. Where there are too many, several are read as one.
  const numbers = new Map([[rootOf(shared), 0]]);
  const groupOf = parts.map((_, index) => {
    const root = rootOf(memberOf(index));
    const number = numbers.get(root) ?? numbers.size % most;
    numbers.set(root, number);
    return number;
  });
  const members = Array.from({ length: Math.min(most, numbers.size) }, (): number[] => []);
  parts.forEach(({ isShared }, index) => {
    const own = members[groupOf[index] ?? 0];
    for (const group of isShared || !own ? members : [own]) {
      group.push(index);
    }
  });
  return { members, names: new Set([...declarers.keys(), ...linking]) };
}
