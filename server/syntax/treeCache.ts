import type { Edit, Point, Tree } from '@vscode/tree-sitter-wasm';
import { mayHoldRawStrings } from './rawStrings';
import { changeBetween, type KnownChange, type TextChange } from './textChange';

interface Kept {
  readonly grammar: string;
  readonly text: string;
  readonly tree: Tree;
  /** Whether it is the tree of a text that reads a little otherwise. */
  readonly isOfAnother: boolean;
  /** What made this text of the one that was kept before. */
  readonly change?: KnownChange;
}

/** The tree of an earlier text, moved to the places of a later one. Who gets it deletes it. */
export interface EarlierTree {
  readonly tree: Tree;
  readonly of: { readonly text: string };
  readonly change: TextChange;
}

/** Trees that are kept, and the length of their texts together, in UTF-16 units: those of the documents in work. */
const mostTrees = 8;
const longestTexts = 4_000_000;
/** What part of a text must be that of another, so that it is taken for an edit of it. */
const leastShared = 0.5;

/**
 * The trees of the latest texts. The readers of one document share a tree by its text, and the next text of the
 * document is parsed as an edit of the last: what did not change costs nothing.
 */
export class TreeCache {
  /** The latest last. */
  readonly #kept: Kept[] = [];

  /** A tree of exactly this text. The caller deletes it. */
  find(grammar: string, text: string): Tree | undefined {
    return this.#of(grammar, text)?.tree.copy();
  }

  /** What made this text of the one before, where both were kept. */
  changeTo(grammar: string, text: string): KnownChange | undefined {
    return this.#of(grammar, text)?.change;
  }

  /** The tree of the text that this one is an edit of. */
  previous(grammar: string, text: string): EarlierTree | undefined {
    for (const kept of this.#kept.toReversed()) {
      const isSame = kept.grammar === grammar && !kept.isOfAnother && !mayHoldRawStrings(grammar, kept.text);
      const change = isSame ? changeBetween(kept.text, text) : undefined;
      const shared = change ? change.start + kept.text.length - change.oldEnd : 0;
      if (change && shared >= leastShared * Math.max(kept.text.length, text.length)) {
        const tree = kept.tree.copy();
        tree.edit(editOf(change, kept.text, text));
        return { tree, of: kept, change };
      }
    }
    return undefined;
  }

  /** Keeps a copy of a tree, in the place of the one that it was made from. One of another text is no beginning for a next one. */
  keep(grammar: string, text: string, tree: Tree, previous: EarlierTree | undefined, isOfAnother = false): void {
    const before = this.#kept.findIndex((kept) => kept === previous?.of);
    if (before >= 0) {
      this.#drop(before);
    }
    const change = previous && changeOfSyntax(previous, tree);
    this.#kept.push({ grammar, text, tree: tree.copy(), isOfAnother, ...(change && { change }) });
    const isTooMuch = () =>
      this.#kept.length > mostTrees || this.#kept.reduce((sum, kept) => sum + kept.text.length, 0) > longestTexts;
    while (this.#kept.length > 1 && isTooMuch()) {
      this.#drop(0);
    }
  }

  #of(grammar: string, text: string): Kept | undefined {
    return this.#kept.findLast((kept) => kept.grammar === grammar && kept.text === text);
  }

  #drop(index: number): void {
    this.#kept.splice(index, 1).forEach(({ tree }) => tree.delete());
  }
}

/** A change of a text, widened to all whose syntax is another one now. */
function changeOfSyntax({ tree: moved, of: { text: before }, change }: EarlierTree, tree: Tree): KnownChange {
  const ranges = moved.getChangedRanges(tree);
  const start = Math.min(change.start, ranges[0]?.startIndex ?? change.start);
  const newEnd = Math.max(change.newEnd, ranges.at(-1)?.endIndex ?? 0);
  return { before, start, newEnd, oldEnd: newEnd - change.newEnd + change.oldEnd };
}

function editOf({ start, oldEnd, newEnd }: TextChange, before: string, after: string): Edit {
  const startPosition = pointAt(before, start, 0, { row: 0, column: 0 });
  return {
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAt(before, oldEnd, start, startPosition),
    newEndPosition: pointAt(after, newEnd, start, startPosition),
  };
}

/** The place of an offset, counted from that of an earlier one. */
function pointAt(text: string, offset: number, from: number, { row, column }: Point): Point {
  let lineStart = from - column;
  for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
