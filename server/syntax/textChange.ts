/** What makes a text of another: what was from `start` to `oldEnd` is now from `start` to `newEnd`. In UTF-16 units. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** A change of a text that is known. Outside of it, the syntax of both texts is the same, too. */
export interface KnownChange extends TextChange {
  readonly before: string;
}

/** The smallest change that makes a text of another. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  const start = sharedLength(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const [beforeEnd, afterEnd] = [before.length, after.length];
  const shared = sharedLength(
    most - start,
    (from, to) => before.slice(beforeEnd - to, beforeEnd - from) === after.slice(afterEnd - to, afterEnd - from),
  );
  return { start, oldEnd: beforeEnd - shared, newEnd: afterEnd - shared };
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
