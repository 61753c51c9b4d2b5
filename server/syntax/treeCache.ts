import type { Edit, Point, Tree } from '@vscode/tree-sitter-wasm';

interface Kept {
  readonly grammar: string;
  readonly text: string;
  readonly tree: Tree;
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
    return this.#kept.findLast((kept) => kept.grammar === grammar && kept.text === text)?.tree.copy();
  }

  /** The tree of the text that this one is an edit of, moved to the places of this one. The caller deletes it. */
  previous(grammar: string, text: string): Tree | undefined {
    for (const kept of this.#kept.toReversed()) {
      const edit = kept.grammar === grammar ? editBetween(kept.text, text) : undefined;
      if (edit) {
        const tree = kept.tree.copy();
        tree.edit(edit);
        return tree;
      }
    }
    return undefined;
  }

  /** Keeps a copy of a tree in the place of that of the text before the edit. */
  keep(grammar: string, text: string, tree: Tree): void {
    const before = this.#kept.findLastIndex((kept) => kept.grammar === grammar && editBetween(kept.text, text));
    if (before >= 0) {
      this.#drop(before);
    }
    this.#kept.push({ grammar, text, tree: tree.copy() });
    const isTooMuch = () =>
      this.#kept.length > mostTrees || this.#kept.reduce((sum, kept) => sum + kept.text.length, 0) > longestTexts;
    while (this.#kept.length > 1 && isTooMuch()) {
      this.#drop(0);
    }
  }

  #drop(index: number): void {
    this.#kept.splice(index, 1).forEach(({ tree }) => tree.delete());
  }
}

/** The one edit that makes a text of another; undefined when they share too little to be versions of one document. */
function editBetween(before: string, after: string): Edit | undefined {
  const most = Math.min(before.length, after.length);
  const least = leastShared * Math.max(before.length, after.length);
  if (most < least) {
    return undefined;
  }
  const startIndex = sharedLength(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const [beforeEnd, afterEnd] = [before.length, after.length];
  const shared = sharedLength(
    most - startIndex,
    (from, to) => before.slice(beforeEnd - to, beforeEnd - from) === after.slice(afterEnd - to, afterEnd - from),
  );
  if (startIndex + shared < least) {
    return undefined;
  }
  const [oldEndIndex, newEndIndex] = [beforeEnd - shared, afterEnd - shared];
  const startPosition = pointAt(before, startIndex, 0, { row: 0, column: 0 });
  return {
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition: pointAt(before, oldEndIndex, startIndex, startPosition),
    newEndPosition: pointAt(after, newEndIndex, startIndex, startPosition),
  };
}

/** The longest shared part, by halves: comparing two parts of a text is many times faster than looking at each unit. */
function sharedLength(most: number, isShared: (from: number, to: number) => boolean): number {
  let [from, to] = [0, most];
  if (isShared(0, most)) {
    return most;
  }
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (isShared(from, middle)) {
      from = middle;
    } else {
      to = middle;
    }
  }
  return from;
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
