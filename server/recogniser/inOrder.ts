import type { Finding } from '../../shared/finding';

/** Sorts findings by their places. */
export function inOrder(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The index of the first item whose place is at an offset or behind it; items are in the order of their places. */
export function firstFrom<T>(items: readonly T[], offset: number, placeOf: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
