import { type Block, cutBefore, sizes as defaultSizes, type Sizes } from './block';
import { contained } from './blocksOfFile';

/** Cuts bytes that arrive one after another into blocks: those of a pipe, of a compressed file, of a file that grows. */
export class BlockStream {
  #buffer: Buffer;
  #opening = Buffer.alloc(0);
  /** The buffer holds what was given away and is context now, then what waits, up to `#length`. */
  #from = 0;
  #length = 0;
  #isAtStart = true;
  /** How much was dropped from the start of the buffer. */
  #dropped = 0;

  constructor(private readonly sizes: Sizes = defaultSizes) {
    this.#buffer = Buffer.allocUnsafe(2 * (sizes.block + 2 * sizes.context));
  }

  /** Takes bytes in, and gives the blocks that are complete with what follows them. */
  *push(chunk: Buffer): Generator<Block> {
    for (let at = 0; at < chunk.length; at += this.sizes.block) {
      this.#append(chunk.subarray(at, at + this.sizes.block));
      while (this.#length - this.#from >= this.sizes.block + this.sizes.context) {
        const end = this.#buffer.subarray(0, this.#from + this.sizes.block).lastIndexOf(newline) + 1;
        if (end > this.#from) {
          yield this.#give(end);
        } else if (!(yield* this.#giveLongLine())) {
          break;
        }
      }
    }
  }

  /**
   * Gives what has arrived so far, without waiting for what may follow it.
   * @param isEnd whether nothing follows: then the last line is whole, too
   */
  *flush(isEnd: boolean): Generator<Block> {
    const waiting = this.#buffer.subarray(0, this.#length);
    const end = isEnd ? this.#length : waiting.lastIndexOf(newline) + 1;
    if (end > this.#from) {
      yield this.#give(end);
    }
  }

  *#giveLongLine(): Generator<Block, boolean> {
    const end = this.#buffer.subarray(0, this.#length).indexOf(newline, this.#from + this.sizes.block) + 1;
    if (end > 0 && end - this.#from <= this.sizes.line) {
      if (this.#length - end < this.sizes.context) {
        return false;
      }
      yield this.#give(end);
      return true;
    }
    if (this.#length - this.#from < this.sizes.line + this.sizes.context) {
      return false;
    }
    yield this.#give(cutBefore(this.#buffer, this.#from + this.sizes.line));
    return true;
  }

  #give(end: number): Block {
    // A block near the start begins with the start; any other with its context.
    const origin =
      this.#isAtStart && this.#from <= this.sizes.context + this.sizes.opening ? 0 : this.#from - this.sizes.context;
    const known = this.#buffer.subarray(origin, this.#length);
    const block = contained(
      known,
      this.#from - origin,
      end - origin,
      this.sizes.context,
      origin > 0 || !this.#isAtStart ? this.#opening : undefined,
    );
    this.#from = end;
    return { ...block, end: this.#dropped + end };
  }

  #append(chunk: Buffer): void {
    if (this.#opening.length < this.sizes.opening) {
      this.#opening = Buffer.concat([this.#opening, chunk.subarray(0, this.sizes.opening - this.#opening.length)]);
    }
    // The context of the next block stays; the rest of what was given away makes room.
    const dropped = this.#from - this.sizes.context;
    if (this.#length + chunk.length > this.#buffer.length && dropped > 0) {
      this.#buffer.copyWithin(0, dropped, this.#length);
      this.#from -= dropped;
      this.#length -= dropped;
      this.#dropped += dropped;
      this.#isAtStart = false;
    }
    if (this.#length + chunk.length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * this.#buffer.length, this.#length + chunk.length));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    chunk.copy(this.#buffer, this.#length);
    this.#length += chunk.length;
  }
}

const newline = 10;
