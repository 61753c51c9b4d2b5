import { readSync } from 'node:fs';
import { type Block, cutBefore, lineStartFrom, sizes as defaultSizes, type Sizes } from './block';

/** The bytes of a file from one offset to another, as much as is there. */
export function readAt(file: number, into: Buffer, from: number): number {
  let length = 0;
  while (length < into.length) {
    const read = readSync(file, into, length, into.length - length, from + length);
    if (read === 0) {
      break;
    }
    length += read;
  }
  return length;
}

/** Reads files block by block into one buffer, which grows with the longest line only. */
export class BlockReader {
  #buffer = Buffer.allocUnsafe(0);
  #opening = Buffer.alloc(0);

  constructor(private readonly sizes: Sizes = defaultSizes) {}

  /**
   * The lines of a file that begin in a range of bytes. Ranges that lie side by side give each line once, whoever reads
   * them and when.
   */
  *blocks(file: number, from: number, to: number): Generator<Block> {
    let start = from;
    if (from > 0) {
      const skipped = this.#lineStart(file, from, to);
      if (skipped === undefined) {
        return;
      }
      start = skipped;
    }
    this.#opening = Buffer.allocUnsafe(this.sizes.opening);
    this.#opening = this.#opening.subarray(0, readAt(file, this.#opening, 0));
    while (start < to) {
      const least = Math.max(Math.min(to, start + this.sizes.block), start + 1);
      const block = this.#block(file, start, least);
      if (!block) {
        return;
      }
      start += block.to - block.from;
      yield { ...block, end: start };
    }
  }

  /** The first line start of a range. */
  #lineStart(file: number, from: number, to: number): number | undefined {
    const chunk = this.#sized(Math.min(this.sizes.block, to - from + 1));
    for (let at = from - 1; at < to; at += chunk.length) {
      const length = readAt(file, chunk, at);
      const start = lineStartFrom(chunk.subarray(0, length), 1);
      if (start >= 0) {
        return at + start < to ? at + start : undefined;
      }
      if (length < chunk.length) {
        return undefined;
      }
    }
    return undefined;
  }

  /** The block that begins at an offset and reaches to the first line start at or after another. */
  #block(file: number, start: number, least: number): Omit<Block, 'end'> | undefined {
    const before = Math.min(start, start <= this.sizes.context + this.sizes.opening ? start : this.sizes.context);
    const origin = start - before;
    for (let reach = least - origin + this.sizes.context; ; reach += this.sizes.block) {
      const bytes = this.#sized(reach);
      const length = readAt(file, bytes, origin);
      const known = bytes.subarray(0, length);
      const isWhole = length < reach;
      if (length <= before) {
        return undefined;
      }
      const lineStart = least - origin <= length ? lineStartFrom(known, least - origin) : -1;
      const longest = before + Math.max(this.sizes.line, least - start);
      let end = lineStart;
      if (end < 0 || end > longest) {
        if (isWhole && length <= longest) {
          end = length;
        } else if (length > longest) {
          end = cutBefore(known, longest);
        } else {
          continue;
        }
      }
      return contained(known, before, end, this.sizes.context, origin > 0 ? this.#opening : undefined);
    }
  }

  #sized(size: number): Buffer {
    if (this.#buffer.length < size || this.#buffer.length > 4 * Math.max(size, this.sizes.block)) {
      this.#buffer = Buffer.allocUnsafe(size);
    }
    return this.#buffer.subarray(0, size);
  }
}

/** A block with as much of its context as begins and ends with whole lines, else with whole characters. */
export function contained(
  known: Buffer,
  from: number,
  to: number,
  context: number,
  opening: Buffer | undefined,
): Omit<Block, 'end'> {
  const firstLine = opening ? lineStartFrom(known, 1) : 0;
  const start = opening ? (firstLine >= 0 && firstLine <= from ? firstLine : cutBefore(known, 3)) : 0;
  const limit = Math.min(known.length, to + context);
  const lastLine = known.subarray(0, limit).lastIndexOf(10) + 1;
  const end =
    limit === known.length && limit < to + context ? limit : lastLine > to ? lastLine : cutBefore(known, limit);
  return { bytes: known.subarray(start, end), from: from - start, to: to - start, opening };
}
