import type { OffsetRange } from '../../shared/finding';

/** Replaces the text at a range. */
export interface TextEdit {
  readonly range: OffsetRange;
  readonly newText: string;
}

/** Edits of one text that do not overlap, in the order of the text. */
export type TextEdits = readonly TextEdit[];

export function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

/** Sorts edits, and joins insertions at one place in the order in which they were given. */
export function sortEdits(edits: readonly TextEdit[]): TextEdits {
  const sorted: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    const last = sorted.at(-1);
    if (last?.range.end === edit.range.start && last.range.start === edit.range.end) {
      sorted[sorted.length - 1] = { range: last.range, newText: last.newText + edit.newText };
    } else {
      sorted.push(edit);
    }
  }
  return sorted;
}

/** The part of a text at `range` with the edits in it made. */
export function applyEdits(text: string, edits: readonly TextEdit[], range?: OffsetRange): string {
  let result = '';
  let at = range?.start ?? 0;
  for (const edit of sortEdits(edits)) {
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at, range?.end);
}
