import type { OffsetRange } from '../../../shared/finding';

/** As `matchAll`, which makes a new expression for every text: that costs more than reading a line. */
export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    yield match;
    pattern.lastIndex = lastIndex;
  }
}

/** Where a group of a match lies, if the line begins at an offset. */
export function rangeOf({ indices }: RegExpExecArray, group: string, from: number): OffsetRange {
  const [start = 0, end = 0] = indices?.groups?.[group] ?? [];
  return { start: from + start, end: from + end };
}
