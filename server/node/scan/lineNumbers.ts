import { countLines } from './block';

/** Between known counts lie so many bytes. */
const stride = 4 * 1_024;
const newline = 10;
const carriageReturn = 13;

/** Tells the lines of a part of a text in bytes. They are counted once, however many are asked for. */
export class LineNumbers {
  /** How many lines end in the part. */
  readonly count: number;
  /** How many end before each multiple of the stride. */
  readonly #before: Int32Array;
  readonly #hasReturns: boolean;

  constructor(
    private readonly bytes: Buffer,
    private readonly from: number,
    to: number,
  ) {
    const part = bytes.subarray(from, to);
    this.#before = new Int32Array(Math.floor(part.length / stride) + 1);
    this.#hasReturns = part.includes(carriageReturn);
    let count = 0;
    if (this.#hasReturns) {
      for (let index = 1; index < this.#before.length; index++) {
        count += countLines(bytes, from + (index - 1) * stride, from + index * stride);
        this.#before[index] = count;
      }
      this.count = count + countLines(bytes, from + (this.#before.length - 1) * stride, to);
      return;
    }
    let index = 1;
    let limit = stride;
    for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, at + 1)) {
      while (at >= limit) {
        this.#before[index++] = count;
        limit += stride;
      }
      count++;
    }
    this.#before.fill(count, index);
    this.count = count;
  }

  /** How many lines end between the beginning of the part and an offset of the bytes in it. */
  before(offset: number): number {
    const index = Math.min(this.#before.length - 1, Math.floor((offset - this.from) / stride));
    return (this.#before[index] ?? 0) + countLines(this.bytes, this.from + index * stride, offset);
  }
}
