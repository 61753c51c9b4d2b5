import { at, isDigit, isLetter, isOfWord } from './bytes';
import type { KnownNumbers } from './numbers';
import { isInReport } from './reports/placesInReports';
import { isPlural, isSpokenOf } from './spokenOf';
import { isBeforeItsName } from './reports/spokenOfTests';

/** Of each byte whether it is a digit, and whether it is one with which the status of an error begins. */
const other = 0;
const digit = 1;
const first = 2;
const kinds = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0x34 || byte === 0x35 ? first : isDigit(byte) ? digit : other,
);

/**
 * Finds the numbers in bytes that may be the status of an error: those that something beside them speaks of.
 * Of every three bytes one is looked at, as no number of three digits lies between two of these.
 */
export class Statuses {
  #found = new Int32Array(1_024);

  constructor(private readonly numbers: KnownNumbers) {}

  /**
   * The offsets between two others at which such a number begins, ascending.
   * @returns memory that the next search writes over
   */
  find(bytes: Uint8Array, from: number, to: number): Int32Array {
    let count = 0;
    const last = Math.min(to + 2, bytes.length);
    for (let offset = from + 2; offset < last; offset += 3) {
      if ((kinds[bytes[offset] ?? 0] ?? other) === other) {
        continue;
      }
      let start = offset;
      if ((kinds[bytes[offset - 1] ?? 0] ?? other) !== other) {
        start -= (kinds[bytes[offset - 2] ?? 0] ?? other) === other ? 1 : 2;
      }
      if (kinds[bytes[start] ?? 0] === first && start < to && this.#isStatus(bytes, start)) {
        if (count === this.#found.length) {
          const more = new Int32Array(2 * count);
          more.set(this.#found);
          this.#found = more;
        }
        this.#found[count++] = start;
      }
    }
    return this.#found.subarray(0, count);
  }

  /** Whether bytes have any number that is the status of an error, whether anything speaks of it or not. */
  hasNumber(bytes: Uint8Array): boolean {
    for (let start = 0; start < bytes.length; start++) {
      if (kinds[bytes[start] ?? 0] === first && this.#isNumber(bytes, start)) {
        return true;
      }
    }
    return false;
  }

  #isStatus(bytes: Uint8Array, start: number): boolean {
    return this.#isNumber(bytes, start) && (isSpokenOf(bytes, start) || isInReport(bytes, start));
  }

  #isNumber(bytes: Uint8Array, start: number): boolean {
    return (
      !isDigit(at(bytes, start - 1)) &&
      isDigit(at(bytes, start + 1)) &&
      isDigit(at(bytes, start + 2)) &&
      // Behind a number the words of some languages follow at once.
      (at(bytes, start + 3) >= 128 ||
        !isOfWord(at(bytes, start + 3)) ||
        isPlural(bytes, start + 3) ||
        isWithinName(bytes, start)) &&
      this.numbers.isErrorAt(bytes, start)
    );
  }
}

/**
 * Whether a number stands between two words of a name, or begins one with what it is called: `returns_404_when_missing`,
 * `Returns404WhenMissing`, `TestPier/404_not_found`.
 */
function isWithinName(bytes: Uint8Array, start: number): boolean {
  const next = at(bytes, start + 3);
  return next === underscore
    ? at(bytes, start - 1) === underscore || isBeforeItsName(bytes, start)
    : isLetter(next) && next < 0x61 && isLetter(at(bytes, start - 1));
}

const underscore = 0x5f;
