import type { Entry } from '../../../shared/catalog/catalog';
import { at, isBlank, isDigit, isLetter, newline, unitsOf } from './bytes';
import { type Context, contexts } from './contexts';
import { KnownNumbers } from './numbers';
import { searchedAtOnce, ShiftTable, standsAt } from './shiftTable';
import { Statuses } from './statuses';
import { type Word, Words } from './words';

/** Where the recogniser reads a long line in parts, and how much of it around a place. UTF-16 units. */
export const longLine = { least: 8_000, before: 1_000, after: 3_000 } as const;
/** A text is made bytes in pieces of this many units, with so much of the text around them. */
const piece = { length: 256 * 1_024, around: 16 * 1_024 } as const;
/** Longest end of a line that may say no more than a status, in bytes. */
const longestEnd = 300;

/**
 * Finds the places that are worth a look, for all catalogs in one pass over bytes that passes over most of them.
 * Everything else of the recogniser looks only around these places, so it may be slow where this must be fast.
 *
 * A line has one place, and the line above it another where it ends with a status; a line that is read in parts has one
 * for each part.
 */
export class Scanner {
  readonly #numbers: KnownNumbers;
  readonly #words: Words;
  readonly #statuses: Statuses;
  readonly #table: ShiftTable<Context | Word>;

  constructor(entries: readonly Entry[]) {
    this.#numbers = new KnownNumbers(entries);
    this.#words = new Words(entries, this.#numbers);
    this.#statuses = new Statuses(this.#numbers);
    this.#table = new ShiftTable<Context | Word>([...contexts, ...this.#words.all]);
  }

  /** Offsets of places worth a look in a text, ascending. */
  *scan(text: string): Generator<number> {
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOfPiece(text, from);
      const origin = Math.max(0, from - piece.around);
      const end = Math.min(text.length, to + piece.around);
      const bytes = unitsOf(text, origin, end);
      for (const place of this.places(bytes, from - origin, to - origin)) {
        yield origin + place;
      }
    }
  }

  /**
   * Offsets of places worth a look, ascending.
   * @param bytes a part of a text in UTF-8, or one byte for each unit, with what surrounds it
   * @param from where the part begins, @param to where it ends
   */
  places(bytes: Uint8Array, from: number, to: number): number[] {
    const places: number[] = [];
    let last = -1;
    let next = from;
    // What is looked for may begin before the end and go on behind it.
    const end = Math.min(bytes.length, to + this.#table.longest);
    for (let start = from; start < end; start = Math.max(start + searchedAtOnce, next)) {
      const limit = Math.min(end, start + searchedAtOnce);
      const stops = this.#table.search(bytes, start, limit);
      const statuses = this.#statuses.find(bytes, start, limit);
      for (let stop = 0, status = 0; stop < stops.length || status < statuses.length;) {
        const [atStop, atStatus] = [stops[stop] ?? Infinity, statuses[status] ?? Infinity];
        let place = atStatus;
        if (atStop < atStatus) {
          place = atStop < next ? -1 : this.#placeAt(bytes, atStop);
          stop++;
        } else {
          status++;
        }
        if (place < next || place >= to) {
          continue;
        }
        const above = this.#above(bytes, place);
        if (above > last) {
          places.push(above);
        }
        last = Math.max(place, above, last + 1);
        places.push(last);
        next = this.#next(bytes, place);
      }
    }
    return places;
  }

  /** Whether JSON has anything worth a look: in data any number may be a status, as its names may be far from it. */
  mayHoldErrors(bytes: Uint8Array): boolean {
    if (this.#statuses.hasNumber(bytes)) {
      return true;
    }
    for (let from = 0; from < bytes.length; from += searchedAtOnce) {
      if (this.places(bytes, from, Math.min(bytes.length, from + searchedAtOnce)).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** The place of which a part ends at an offset; -1 without one. */
  #placeAt(bytes: Uint8Array, offset: number): number {
    for (const part of this.#table.partsAt(bytes, offset)) {
      const start = offset + 1 - part.end;
      if (standsAt(part, bytes, start)) {
        const { anchor } = part;
        const end = start + anchor.text.length;
        const isWorth =
          'isWorth' in anchor
            ? anchor.isWorth(bytes, start, end, this.#numbers)
            : this.#words.isWorth(anchor, bytes, start, end);
        if (isWorth) {
          return start;
        }
      }
    }
    return -1;
  }

  /** Where the search goes on after a place: what is read together with the place is not looked at again. */
  #next(bytes: Uint8Array, place: number): number {
    const lineEnd = bytes.indexOf(newline, place);
    const end = lineEnd < 0 ? bytes.length : lineEnd;
    const part = place + longLine.after;
    return end < part
      ? end
      : startOfLine(bytes, place, longLine.least) >= 0 && end - place < longLine.least
        ? end
        : part;
  }

  /** The status at the end of the line above a place, if that line ends so: the next line may say more about it. */
  #above(bytes: Uint8Array, place: number): number {
    const start = startOfLine(bytes, place, longLine.least);
    let offset = start - 1;
    const limit = Math.max(0, start - longestEnd);
    while (offset > limit && (isBlank(at(bytes, offset)) || at(bytes, offset) === newline)) {
      offset--;
    }
    while (offset > limit && isOfEnd(at(bytes, offset))) {
      offset--;
    }
    return offset > limit && isDigit(at(bytes, offset)) && isStatus(bytes, offset - 2) ? offset - 2 : -1;
  }
}

/** Letters, spaces and punctuation, as after the status of a line that says nothing else. */
function isOfEnd(byte: number): boolean {
  return isLetter(byte) || isBlank(byte) || isPunctuation(byte);
}

function isPunctuation(byte: number): boolean {
  return byte === 0x3a || byte === 0x29 || byte === 0x22 || (byte >= 0x27 && byte <= 0x2e) || byte === 0x60;
}

function isStatus(bytes: Uint8Array, offset: number): boolean {
  const first = at(bytes, offset);
  return first > 0x30 && first <= 0x39 && isDigit(at(bytes, offset + 1)) && !isDigit(at(bytes, offset - 1));
}

/** Where a line begins; -1 when that is farther away than `most`. */
function startOfLine(bytes: Uint8Array, from: number, most: number): number {
  for (let offset = from; offset > from - most; offset--) {
    if (offset <= 0 || bytes[offset - 1] === newline) {
      return Math.max(0, offset);
    }
  }
  return -1;
}

/** Pieces end with whole lines, unless a line is longer. */
function endOfPiece(text: string, from: number): number {
  const end = from + piece.length;
  const lineEnd = end < text.length ? text.lastIndexOf('\n', end) + 1 : text.length;
  return lineEnd > from ? lineEnd : end;
}
