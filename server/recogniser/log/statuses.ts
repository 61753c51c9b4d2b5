import { at, isDigit, isOfWord } from './bytes';
import type { KnownNumbers } from './numbers';
import { isSpokenOf } from './spokenOf';

const [four, five] = [0x34, 0x35];

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
    for (let offset = from + 2; offset < to + 2; offset += 3) {
      if (!isDigit(bytes[offset] ?? 0)) {
        continue;
      }
      const start = isDigit(at(bytes, offset - 1)) ? offset - (isDigit(at(bytes, offset - 2)) ? 2 : 1) : offset;
      const first = bytes[start];
      if ((first === four || first === five) && start >= from && start < to && this.#isStatus(bytes, start)) {
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

  #isStatus(bytes: Uint8Array, start: number): boolean {
    return (
      !isDigit(at(bytes, start - 1)) &&
      isDigit(at(bytes, start + 1)) &&
      isDigit(at(bytes, start + 2)) &&
      !isOfWord(at(bytes, start + 3)) &&
      this.numbers.isErrorAt(bytes, start) &&
      isSpokenOf(bytes, start)
    );
  }
}
