import { pairFrequency } from './pairFrequency';

/** A text that is looked for, in ASCII. */
export interface Anchor {
  /** In lower case, unless its case counts. */
  readonly text: string;
  readonly isExact: boolean;
}

/** A part of an anchor that is looked for. */
interface Part<T extends Anchor> {
  readonly anchor: T;
  /** Where the part ends in the anchor. */
  readonly end: number;
}

/** The anchors of which a part ends with the same pair of bytes. */
export interface Bucket<T extends Anchor> {
  readonly parts: Part<T>[];
  /** Whether there are words among them: a word is looked up as a whole, so it is not among the parts. */
  hasWords: boolean;
}

/** Longest part of an anchor that is looked for, in bytes. A search skips nearly as many bytes at a time. */
const longestWindow = 5;
/** How much a stop costs, in bytes that could have been passed over meanwhile. */
const costOfStop = 6;

/**
 * The table of a Wu-Manber search: how far a search may go on after a pair of bytes without missing any anchor. Of every
 * anchor the part counts whose pairs are the rarest in logs.
 */
export class ShiftTable<T extends Anchor> {
  /** Bytes to pass over by the last pair of bytes, `first << 8 | second`. Zero where an anchor's part may end. */
  readonly shifts: Uint8Array;
  /** Length of the parts in bytes: the first pair to look at ends there. */
  readonly window: number;
  readonly #buckets = new Map<number, Bucket<T>>();
  /** Which four bytes may end a part, by {@link ending}: for most stops that is all there is to see. */
  readonly endings = new Uint8Array(65_536);

  /** @param words anchors that are words, or parts of words */
  constructor(anchors: readonly T[], words: readonly Anchor[]) {
    const all = [...anchors, ...words].sort((a, b) => a.text.length - b.text.length);
    const shortest = Math.min(longestWindow, all[0]?.text.length ?? longestWindow);
    // An anchor that is one byte shorter than the window costs only the pairs before it.
    this.window = Math.max(2, Math.min(longestWindow, shortest + 1));
    this.shifts = new Uint8Array(65_536).fill(this.window - 1);
    const ends = new Map(all.map((anchor) => [anchor, this.#place(anchor)]));
    for (const anchor of anchors) {
      this.#addTo(anchor, ends.get(anchor) ?? 0, (bucket, end) => bucket.parts.push({ anchor, end }));
    }
    for (const word of words) {
      this.#addTo(word, ends.get(word) ?? 0, (bucket) => (bucket.hasWords = true));
    }
  }

  /** The anchors whose part may end with the byte at an offset, where the shift is zero. */
  at(bytes: Uint8Array, offset: number): Bucket<T> | undefined {
    const first = bytes[offset - 1] ?? 0;
    const second = bytes[offset] ?? 0;
    return this.#buckets.get((first << 8) | second);
  }

  /** Chooses the part of an anchor that is looked for. */
  #place(anchor: Anchor): number {
    const { text } = anchor;
    const window = Math.min(this.window, text.length);
    const all = Array.from(text, (_, second) => (second === 0 ? [] : pairs(anchor, second)));
    let end = window;
    let least = Infinity;
    for (let last = window; last <= text.length && least > 0; last++) {
      const cost = this.#cost(all, last - window, last);
      if (cost < least) {
        [least, end] = [cost, last];
      }
    }
    for (let second = end - window; second < end; second++) {
      for (const pair of second === 0 ? pairs(anchor, 0) : (all[second] ?? [])) {
        this.shifts[pair] = Math.min(this.shifts[pair] ?? 0, end - 1 - second);
      }
    }
    return end;
  }

  #addTo(anchor: Anchor, end: number, add: (bucket: Bucket<T>, end: number) => void): void {
    if (end < 4) {
      this.endings.fill(1);
    } else {
      const [a = 0, b = 0, c = 0, d = 0] = Array.from(anchor.text.slice(end - 4, end), (unit) => unit.charCodeAt(0));
      this.endings[ending(a, b, c, d)] = 1;
    }
    for (const pair of pairs(anchor, end - 1)) {
      const bucket = this.#buckets.get(pair) ?? { parts: [], hasWords: false };
      add(bucket, end);
      this.#buckets.set(pair, bucket);
    }
  }

  /** What it costs to look for a part, in bytes that a search no longer skips. Pairs that are looked for anyway are free. */
  #cost(all: readonly (readonly number[])[], from: number, to: number): number {
    let cost = 0;
    for (let second = from + 1; second < to; second++) {
      const shift = to - 1 - second;
      for (const pair of all[second] ?? []) {
        const now = this.shifts[pair] ?? 0;
        if (shift < now) {
          cost += pairFrequency(pair >> 8, pair & 255) * (now - shift + (shift === 0 ? costOfStop : 0));
        }
      }
    }
    return cost;
  }
}

/** Four bytes as one number of 16 bits, without regard to case. */
export function ending(a: number, b: number, c: number, d: number): number {
  const bytes = ((a | 32) << 24) | ((b | 32) << 16) | ((c | 32) << 8) | d | 32;
  return Math.imul(bytes, 0x9e3779b1) >>> 16;
}

/** The pairs of bytes that may stand where the unit at a place of an anchor is the second; every first one before the anchor. */
function pairs({ text, isExact }: Anchor, second: number): number[] {
  const seconds = cases(text.charCodeAt(second), isExact);
  const firsts =
    second > 0 ? cases(text.charCodeAt(second - 1), isExact) : Array.from({ length: 256 }, (_, byte) => byte);
  return firsts.flatMap((first) => seconds.map((byte) => (first << 8) | byte));
}

function cases(unit: number, isExact: boolean): number[] {
  const character = String.fromCharCode(unit);
  const all = isExact ? [character] : [character.toLowerCase(), character.toUpperCase()];
  return [...new Set(all.map((one) => one.charCodeAt(0)).filter((byte) => byte < 256))];
}
