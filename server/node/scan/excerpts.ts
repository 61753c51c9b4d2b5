import { isAscii } from 'node:buffer';
import type { OffsetRange } from '../../../shared/finding';
import { beginsRecord, longestRecordStart } from '../../recogniser/log/printedData';
import { type Places, reach } from '../../recogniser/recogniser';
import { cutBefore } from './block';

/** A part of a log around places worth a look. Nothing else of the log has to be read, or even decoded. */
export interface Excerpt {
  readonly text: string;
  /** Where in the text the errors begin that belong to the excerpt; those around them belong to others. */
  readonly within: OffsetRange;
  /** Where `within` begins in the bytes. */
  readonly start: number;
  /** The places of the text, where they are known. */
  readonly places?: Places;
}

/** How much of a text lies around a part of it, in UTF-16 units. */
interface Around {
  readonly before: number;
  readonly after: number;
}

/** Finds the places worth a look in bytes between two offsets, ascending. */
export type FindPlaces = (bytes: Uint8Array, from: number, to: number) => number[];

const newline = 10;
const carriageReturn = 13;
/** Excerpts that overlap are joined, up to this length in bytes; a longer one is read in pieces. */
const longestRead = 256 * 1_024;
/** A line that is longer is read with all that surrounds it, in bytes. */
const longestLine = 64 * 1_024;
/** So many bytes of a record may lie above a line that is read by itself. */
const longestAbove = 4_000;
/** Most bytes of a UTF-16 unit in UTF-8. */
const mostBytes = 3;

/** Some records with places in them, in offsets of the bytes: from where the first begins to where the last ends. */
interface Records {
  readonly start: number;
  end: number;
  /** The line that is read by itself, where that is enough. */
  readonly line: OffsetRange | undefined;
}

/** Reads a line between two offsets; says no where that takes what is around it. */
export type ReadLine = (line: string, place: OffsetRange) => boolean;

/**
 * The excerpts of a block of a log, in order. Together with the lines that `read` is given in between, they give the
 * findings that begin in the block.
 * @param from where the block's own part begins in the bytes, @param to where it ends
 * @param vicinity how much is read around the records of a place, in UTF-16 units
 */
export function* excerptsOf(
  bytes: Buffer,
  from: number,
  to: number,
  find: FindPlaces,
  vicinity: Around,
  read: ReadLine,
): Generator<Excerpt | undefined> {
  const log = new Log(bytes, find);
  const all = log.records(from, to, vicinity.before);
  if (!all) {
    yield whole(bytes, from, to);
    return;
  }
  for (const [index, records] of all.entries()) {
    const start = index === 0 ? Math.max(from, Math.min(records.start, to)) : records.start;
    const end = Math.min(to, all[index + 1]?.start ?? to);
    const { line } = records;
    if (line && read(textOf(bytes.subarray(line.start, line.end)), line)) {
      yield undefined;
      continue;
    }
    if (records.end - start <= longestRead) {
      yield log.excerpt({ start, end }, records, vicinity);
      continue;
    }
    // What no record begins in can be cut anywhere, if enough around it is at hand.
    for (let piece = start, next = start; piece < end; piece = next) {
      next = piece + longestRead < records.end ? Math.min(end, log.lineAfter(piece + longestRead)) : end;
      const last = Math.min(next, records.end);
      yield log.excerpt({ start: piece, end: next }, { start: piece, end: last }, reach);
    }
  }
}

/** All of a block as one excerpt. */
function whole(bytes: Buffer, from: number, to: number): Excerpt {
  return decoded(bytes, 0, from, to, bytes.length);
}

function decoded(bytes: Buffer, origin: number, from: number, to: number, end: number): Excerpt {
  const before = bytes.toString('utf8', origin, from);
  const body = bytes.toString('utf8', from, Math.min(to, end));
  const text = before + body + bytes.toString('utf8', Math.min(to, end), end);
  return {
    text,
    // Behind its last record an excerpt has no places.
    within: { start: before.length, end: to > end ? text.length : before.length + body.length },
    start: from,
  };
}

/** The records and places of a log's bytes. */
class Log {
  #places: number[] = [];
  /** How far the places are known. */
  #to = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly find: FindPlaces,
  ) {}

  /** The places between two offsets, ascending, counted from another offset. */
  places(from: number, to: number, origin: number): number[] {
    if (to > this.#to) {
      const end = this.lineAfter(to);
      this.#places.push(...this.find(this.bytes, this.#to, end));
      this.#to = end;
    }
    const found: number[] = [];
    for (let index = firstFrom(this.#places, from); (this.#places[index] ?? to) < to; index++) {
      found.push((this.#places[index] ?? 0) - origin);
    }
    return found;
  }

  /**
   * The records between two offsets that have places; undefined where lines are so long that they are read in parts.
   * @param near records with no more than this between them, in bytes, become one
   */
  records(from: number, to: number, near: number): Records[] | undefined {
    const opening = this.#startOfRecord(from, Math.max(0, from - mostBytes * reach.before));
    if (opening === undefined) {
      return undefined;
    }
    this.#to = to;
    this.#places = this.find(this.bytes, opening, to);
    const all: Records[] = [];
    let known = { start: opening, end: opening };
    for (const [index, place] of this.#places.entries()) {
      if (place < known.end) {
        continue;
      }
      const start = this.#startOfRecord(place, Math.max(known.end, place - mostBytes * reach.before));
      const end = this.#endOfRecord(place);
      if (start === undefined || end === undefined) {
        return undefined;
      }
      const line =
        start >= from && (this.#places[index + 1] ?? to) >= end ? this.#loneLine(start, end, place) : undefined;
      if (line) {
        known = { start, end };
        all.push({ start, end, line });
        continue;
      }
      // Without the start of a record in between, the place is in the record before.
      const isNew = start > known.end || all.length === 0 || this.#begins(start);
      known = { start: isNew ? start : known.start, end };
      const last = all.at(-1);
      const isNear = last && !last.line && start - last.end < near && end - last.start < longestRead;
      if (last && (isNear || (!isNew && !last.line))) {
        last.end = end;
      } else {
        all.push({ start: known.start, end, line: undefined });
      }
    }
    return all;
  }

  /** The start of the record that an offset lies in, or of the first line after a limit; undefined for a longer line. */
  #startOfRecord(offset: number, limit: number): number | undefined {
    let start = this.#startOfLine(offset);
    if (start === undefined) {
      return undefined;
    }
    while (start > limit && !this.#begins(start)) {
      const before = this.#startOfLine(start - 1);
      if (before === undefined) {
        return undefined;
      }
      if (before < limit) {
        break;
      }
      start = before;
    }
    return start;
  }

  /**
   * The line of the only place of a record, if nothing that is printed goes on from the lines above it into it, or from
   * it into those below.
   */
  #loneLine(start: number, end: number, place: number): OffsetRange | undefined {
    const { bytes } = this;
    // Before the first byte -1 would be the last one.
    const lineStart = place === 0 ? 0 : bytes.lastIndexOf(newline, place - 1) + 1;
    const next = this.lineAfter(place);
    const isEnded = bytes[next - 1] === newline;
    const lineEnd = isEnded ? next - 1 : next;
    const line = bytes.subarray(lineStart, lineEnd);
    const returns = line.indexOf(carriageReturn);
    const isLone =
      (returns < 0 || returns === line.length - 1) &&
      (isEnded || next === bytes.length) &&
      lineStart - start <= longestAbove &&
      this.#begins(start) &&
      (next === end || balanceOf(bytes, lineStart, lineEnd) <= 0) &&
      !opensAbove(bytes, start, lineStart);
    return isLone ? { start: lineStart, end: lineEnd } : undefined;
  }

  /** Where the next record begins after the line of an offset. */
  #endOfRecord(offset: number): number | undefined {
    let end = this.lineAfter(offset);
    const limit = Math.min(this.bytes.length, end + mostBytes * reach.after);
    if (end - offset > longestLine) {
      return undefined;
    }
    while (end < limit && !this.#begins(end)) {
      end = this.lineAfter(end);
    }
    return end;
  }

  /**
   * @param own where the errors of the excerpt begin
   * @param records what is read as a whole, @param around and how much around it, in UTF-16 units
   */
  excerpt(own: OffsetRange, records: OffsetRange, around: Around): Excerpt {
    const { bytes } = this;
    const window = (most: number) => ({
      from: cutBefore(bytes, Math.max(0, Math.min(records.start, own.start - most * around.before))),
      to: Math.min(bytes.length, records.end + most * around.after),
    });
    const near = window(1);
    if (!isAscii(bytes.subarray(near.from, near.to))) {
      const far = window(mostBytes);
      return decoded(bytes, far.from, own.start, own.end, far.to);
    }
    return {
      text: bytes.toString('latin1', near.from, near.to),
      within: { start: own.start - near.from, end: own.end - near.from },
      start: own.start,
      places: (first, last) => this.places(near.from + first, near.from + last, near.from),
    };
  }

  #begins(start: number): boolean {
    const head = this.bytes.subarray(start, start + longestRecordStart);
    const end = head.indexOf(newline);
    return beginsRecord(head.toString('latin1', 0, end < 0 ? head.length : end));
  }

  #startOfLine(offset: number): number | undefined {
    if (offset === 0) {
      return 0;
    }
    const start = this.bytes.lastIndexOf(newline, offset - 1) + 1;
    return offset - start > longestLine ? undefined : start;
  }

  /** Where the line after the one of an offset begins. */
  lineAfter(offset: number): number {
    const end = this.bytes.indexOf(newline, offset);
    return end < 0 ? this.bytes.length : end + 1;
  }
}

/** A part of a text, which is in UTF-8. */
export function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}

/** How many more brackets a part of a text opens than it closes. */
function balanceOf(bytes: Buffer, from: number, to: number): number {
  let depth = 0;
  for (let offset = from; offset < to; offset++) {
    depth += bracket[bytes[offset] ?? 0] ?? 0;
  }
  return depth;
}

/** Whether a line between two offsets, with those that follow it, opens what it does not close. */
function opensAbove(bytes: Buffer, from: number, to: number): boolean {
  let depth = 0;
  for (let offset = to - 1; offset >= from; offset--) {
    const byte = bytes[offset] ?? 0;
    depth += bracket[byte] ?? 0;
    if (depth > 0 && (offset === from || bytes[offset - 1] === newline)) {
      return true;
    }
  }
  return false;
}

const bracket = new Int8Array(256);
for (const [opening, closing] of ['()', '[]', '{}']) {
  bracket[opening?.charCodeAt(0) ?? 0] = 1;
  bracket[closing?.charCodeAt(0) ?? 0] = -1;
}

/** The index of the first of ascending numbers that is not below another. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
