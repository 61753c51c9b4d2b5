import { isLetter } from './bytes';
import { pairFrequency } from './pairFrequency';

/** A text that is looked for, in ASCII. */
export interface Anchor {
  /** In lower case, unless its case counts. */
  readonly text: string;
  readonly isExact: boolean;
}

/** A part of an anchor that is looked for. */
export interface Part<T extends Anchor> {
  readonly anchor: T;
  /** Where the part ends in the anchor. */
  readonly end: number;
  /** The anchor's bytes, and what to set in a byte before it is compared: the bit that makes a letter small. */
  readonly bytes: Uint8Array;
  readonly folds: Uint8Array;
}

/** Longest part of an anchor that is looked for, in bytes. A search skips nearly as many bytes at a time. */
const longestWindow = 5;
/** How much a stop costs, in bytes that could have been passed over meanwhile. */
const costOfStop = 6;
/** Marks a stop in the table of steps, beside the step of one byte that follows it. */
const stop = 128;
/** How much is searched in one go, in bytes, and in how many lanes. */
export const searchedAtOnce = 32 * 1_024;
const lanes = 4;
/** How many of the last bytes of a part are looked at before the anchors are. */
const endLength = 4;

/**
 * The table of a Wu-Manber search: how far a search may go on after a pair of bytes without missing any anchor. Of every
 * anchor the part counts whose pairs are the rarest in logs.
 */
export class ShiftTable<T extends Anchor> {
  /** Length of the longest anchor, in bytes. */
  readonly longest: number;
  /** Length of the parts in bytes. */
  readonly #window: number;
  /** Bytes to pass over by the last pair of bytes, `first << 8 | second`; {@link stop} is set where a part may end. */
  readonly #steps: Uint8Array;
  /** Which parts may end with four bytes, by {@link ending}: an index of `#parts`, zero for none. */
  readonly #endings = new Uint16Array(65_536);
  readonly #parts: Part<T>[][] = [[]];
  /** Where the lanes stopped, and what is left of it. */
  readonly #stops = Array.from({ length: lanes }, () => new Int32Array(searchedAtOnce / lanes + 8));
  readonly #found = new Int32Array(searchedAtOnce + 1);

  constructor(anchors: readonly T[]) {
    const all = [...anchors].sort((a, b) => a.text.length - b.text.length);
    const shortest = Math.min(longestWindow, all[0]?.text.length ?? longestWindow);
    this.longest = all.at(-1)?.text.length ?? 0;
    // An anchor that is one byte shorter than the window costs only the pairs before it.
    this.#window = Math.max(2, Math.min(longestWindow, shortest + 1));
    const shifts = new Uint8Array(65_536).fill(this.#window - 1);
    const parts = all.map((anchor) => partOf(anchor, place(anchor, this.#window, shifts)));
    // Those that are too short to be told by their last bytes are looked at wherever the search stops.
    const short = parts.filter(({ end }) => end < endLength);
    if (short.length > 0) {
      this.#parts.push(short);
      this.#endings.fill(1);
    }
    for (const part of parts.filter(({ end }) => end >= endLength)) {
      this.#add(part, short);
    }
    this.#steps = shifts.map((shift) => (shift === 0 ? stop | 1 : shift));
  }

  /**
   * The offsets between two others at which a part of an anchor may end, ascending.
   * @param to at most `searchedAtOnce` behind `from`
   * @returns memory that the next search writes over
   */
  search(bytes: Uint8Array, from: number, to: number): Int32Array {
    const start = Math.max(from, 1);
    const end = Math.min(to, bytes.length);
    const quarter = Math.max(0, end - start) >> 2;
    const [second, third, fourth] = [start + quarter, start + 2 * quarter, start + 3 * quarter];
    const steps = this.#steps;
    const [inA, inB, inC, inD] = this.#stops as [Int32Array, Int32Array, Int32Array, Int32Array];
    let [a, b, c, d] = [start, second, third, fourth];
    let [countA, countB, countC, countD] = [0, 0, 0, 0];
    // Each step waits for the one before it, so that four searches take hardly longer than one. A branch would be taken
    // at random: instead every offset is written, and stays only if it is a stop.
    while (a < second && b < third && c < fourth && d < end) {
      const stepA = steps[((bytes[a - 1] ?? 0) << 8) | (bytes[a] ?? 0)] ?? 1;
      inA[countA] = a;
      countA += stepA >> 7;
      a += stepA & 127;
      const stepB = steps[((bytes[b - 1] ?? 0) << 8) | (bytes[b] ?? 0)] ?? 1;
      inB[countB] = b;
      countB += stepB >> 7;
      b += stepB & 127;
      const stepC = steps[((bytes[c - 1] ?? 0) << 8) | (bytes[c] ?? 0)] ?? 1;
      inC[countC] = c;
      countC += stepC >> 7;
      c += stepC & 127;
      const stepD = steps[((bytes[d - 1] ?? 0) << 8) | (bytes[d] ?? 0)] ?? 1;
      inD[countD] = d;
      countD += stepD >> 7;
      d += stepD & 127;
    }
    countA = this.#finish(bytes, a, second, inA, countA);
    countB = this.#finish(bytes, b, third, inB, countB);
    countC = this.#finish(bytes, c, fourth, inC, countC);
    countD = this.#finish(bytes, d, end, inD, countD);
    let count = this.#keep(bytes, inA, countA, 0);
    count = this.#keep(bytes, inB, countB, count);
    count = this.#keep(bytes, inC, countC, count);
    count = this.#keep(bytes, inD, countD, count);
    return this.#found.subarray(0, count);
  }

  /** The parts that may end with the byte at an offset that a search gave. */
  partsAt(bytes: Uint8Array, offset: number): readonly Part<T>[] {
    return this.#parts[this.#endings[endingAt(bytes, offset)] ?? 0] ?? [];
  }

  /** Goes on with one lane until its end. */
  #finish(bytes: Uint8Array, from: number, to: number, into: Int32Array, found: number): number {
    let count = found;
    for (let offset = from; offset < to;) {
      const step = this.#steps[((bytes[offset - 1] ?? 0) << 8) | (bytes[offset] ?? 0)] ?? 1;
      into[count] = offset;
      count += step >> 7;
      offset += step & 127;
    }
    return count;
  }

  /** Keeps the stops whose last bytes are those of a part. */
  #keep(bytes: Uint8Array, stops: Int32Array, length: number, found: number): number {
    let count = found;
    for (let index = 0; index < length; index++) {
      const offset = stops[index] ?? 0;
      this.#found[count] = offset;
      count += (this.#endings[endingAt(bytes, offset)] ?? 0) === 0 ? 0 : 1;
    }
    return count;
  }

  #add(part: Part<T>, short: readonly Part<T>[]): void {
    const hash = endingAt(part.bytes, part.end - 1);
    const index = this.#endings[hash] ?? 0;
    if (index > 0 && this.#parts[index] !== short) {
      this.#parts[index]?.push(part);
    } else {
      this.#endings[hash] = this.#parts.push([part, ...short]) - 1;
    }
  }
}

function partOf<T extends Anchor>(anchor: T, end: number): Part<T> {
  const bytes = Uint8Array.from(anchor.text, (unit) => unit.charCodeAt(0));
  return { anchor, end, bytes, folds: bytes.map((byte) => (!anchor.isExact && isLetter(byte) ? 32 : 0)) };
}

/** Whether an anchor stands at an offset. */
export function standsAt({ bytes: wanted, folds }: Part<Anchor>, bytes: Uint8Array, offset: number): boolean {
  if (offset < 0 || offset + wanted.length > bytes.length) {
    return false;
  }
  for (let index = 0; index < wanted.length; index++) {
    if (((bytes[offset + index] ?? 0) | (folds[index] ?? 0)) !== wanted[index]) {
      return false;
    }
  }
  return true;
}

/**
 * Chooses the part of an anchor that is looked for, and makes the shifts small enough for it.
 * @returns where it ends
 */
function place(anchor: Anchor, longest: number, shifts: Uint8Array): number {
  const { text } = anchor;
  const window = Math.min(longest, text.length);
  const cases = Array.from(text, (unit) => casesOf(unit.charCodeAt(0), anchor.isExact));
  let end = window;
  let least = Infinity;
  for (let last = window; last <= text.length && least > 0; last++) {
    const cost = costOf(cases, last - window, last, shifts);
    if (cost < least) {
      least = cost;
      end = last;
    }
  }
  for (let second = end - window; second < end; second++) {
    const shift = end - 1 - second;
    (cases[second - 1] ?? anyByte).forEach((first) => {
      cases[second]?.forEach((byte) => {
        const pair = (first << 8) | byte;
        shifts[pair] = Math.min(shifts[pair] ?? 0, shift);
      });
    });
  }
  return end;
}

/**
 * What it costs to look for a part, in bytes that a search no longer skips. Pairs that are looked for anyway are free. It
 * is asked for every part of every anchor, so it makes nothing.
 */
function costOf(cases: readonly (readonly number[])[], from: number, to: number, shifts: Uint8Array): number {
  let cost = 0;
  for (let at = from + 1; at < to; at++) {
    const shift = to - 1 - at;
    const firsts = cases[at - 1] ?? anyByte;
    const seconds = cases[at] ?? anyByte;
    for (let index = 0; index < firsts.length * seconds.length; index++) {
      const first = firsts[index % firsts.length] ?? 0;
      const second = seconds[(index / firsts.length) | 0] ?? 0;
      const now = shifts[(first << 8) | second] ?? 0;
      if (shift < now) {
        cost += pairFrequency(first, second) * (now - shift + (shift === 0 ? costOfStop : 0));
      }
    }
  }
  return cost;
}

/** The four bytes that end at an offset as one number of 16 bits, without regard to case. */
function endingAt(bytes: Uint8Array, offset: number): number {
  const four =
    (((bytes[offset - 3] ?? 0) | 32) << 24) |
    (((bytes[offset - 2] ?? 0) | 32) << 16) |
    (((bytes[offset - 1] ?? 0) | 32) << 8) |
    (bytes[offset] ?? 0) |
    32;
  return Math.imul(four, 0x9e3779b1) >>> 16;
}

/** What may stand before an anchor. */
const anyByte = Array.from({ length: 256 }, (_, byte) => byte);
const oneCase = anyByte.map((byte) => [byte]);
const bothCases = anyByte.map((byte) => {
  const character = String.fromCharCode(byte);
  const all = [character.toLowerCase(), character.toUpperCase()].map((one) => one.charCodeAt(0));
  return [...new Set(all.filter((unit) => unit < 256))];
});

/** The bytes that stand for a unit of an anchor. */
function casesOf(unit: number, isExact: boolean): readonly number[] {
  return (isExact ? oneCase : bothCases)[unit] ?? [];
}
