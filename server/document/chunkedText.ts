import type { OffsetRange } from '../../shared/finding';
import { Chunk, chunksOf, isHalf, isLineEnd, isShort } from './chunk';

/** A place in a text as LSP counts: zero-based, UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/**
 * A text as a list of chunks: an edit replaces those it touches and leaves all others as they are, so its cost does not
 * grow with the text. Lines end where LSP says: with LF, CR LF, or CR alone.
 */
export class ChunkedText {
  readonly #chunks: Chunk[] = [];
  /** For each chunk, its offset, and the number of line ends before it. */
  readonly #offsets: number[] = [];
  readonly #lines: number[] = [];
  #length = 0;
  #breaks = 0;

  constructor(text: string) {
    this.#put(0, 0, chunksOf(text));
  }

  get chunks(): readonly Chunk[] {
    return this.#chunks;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#length;
  }

  get lineCount(): number {
    return this.#breaks + 1;
  }

  /** The offset of a chunk by its index; the text's length for the index behind the last. */
  offsetOf(index: number): number {
    return this.#offsets[index] ?? this.#length;
  }

  /** The index of the chunk that an offset lies in. The end of the text lies in the last. */
  indexAt(offset: number): number {
    return lastAtMost(this.#offsets, offset);
  }

  slice(start = 0, end = this.#length): string {
    const [from, to] = [Math.max(0, start), Math.min(this.#length, end)];
    let result = '';
    for (let index = this.indexAt(from); index < this.#chunks.length && this.offsetOf(index) < to;) {
      const offset = this.offsetOf(index);
      const first = this.#chunks[index];
      let last = first;
      for (index++; this.offsetOf(index) < to; index++) {
        const next = this.#chunks[index];
        if (next?.source !== last?.source || next?.start !== last?.end) {
          break;
        }
        last = next;
      }
      if (first && last) {
        const start = first.start - offset;
        result += first.source.slice(Math.max(first.start, start + from), Math.min(last.end, start + to));
      }
    }
    return result;
  }

  replace({ start, end }: OffsetRange, text: string): void {
    // What is added at a seam belongs to the chunk before it: a text that grows at its end does not grow in chunks.
    const first = this.indexAt(Math.max(0, start - 1));
    let last = this.indexAt(Math.max(start, end - 1, 0));
    const before = this.#chunks[first]?.text.slice(0, start - this.offsetOf(first)) ?? '';
    let joined = before + text + (this.#chunks[last]?.text.slice(end - this.offsetOf(last)) ?? '');
    while (last + 1 < this.#chunks.length && (isShort(joined.length) || isHalf(joined.charCodeAt(joined.length - 1)))) {
      joined += this.#chunks[++last]?.text ?? '';
    }
    this.#put(first, last + 1, chunksOf(joined));
  }

  /** The offset of a place. One behind the end of its line stands for the end of the line. */
  offsetAt({ line, character }: Place): number {
    if (line < 0) {
      return 0;
    }
    if (line >= this.lineCount) {
      return this.#length;
    }
    const start = this.#lineStart(line);
    const next = line + 1 < this.lineCount ? this.#lineStart(line + 1) : this.#length;
    return this.#beforeLineEnd(Math.min(start + Math.max(0, character), next), start);
  }

  /** The place of an offset. One inside of a line end stands for the end of the line. */
  placeAt(offset: number): Place {
    const at = Math.min(Math.max(0, offset), this.#length);
    const index = this.indexAt(at);
    const starts = this.#chunks[index]?.lineStarts ?? [];
    const line = (this.#lines[index] ?? 0) + lastAtMost(starts, at - this.offsetOf(index), -1) + 1;
    const start = this.#lineStart(line);
    return { line, character: this.#beforeLineEnd(at, start) - start };
  }

  #lineStart(line: number): number {
    if (line === 0) {
      return 0;
    }
    // The line begins behind the line end before it.
    const index = lastAtMost(this.#lines, line - 1);
    return this.offsetOf(index) + (this.#chunks[index]?.lineStarts[line - 1 - (this.#lines[index] ?? 0)] ?? 0);
  }

  #beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isLineEnd(this.#unitAt(at - 1))) {
      at--;
    }
    return at;
  }

  #unitAt(offset: number): number {
    const index = this.indexAt(offset);
    return this.#chunks[index]?.text.charCodeAt(offset - this.offsetOf(index)) ?? 0;
  }

  /** Puts chunks in the place of those between two indexes, and moves what comes after them. */
  #put(from: number, to: number, chunks: readonly Chunk[]): void {
    let offset = this.offsetOf(from);
    let lines = this.#lines[from] ?? this.#breaks;
    const moved = { offset: -this.offsetOf(to), lines: -(this.#lines[to] ?? this.#breaks) };
    const offsets: number[] = [];
    const lineCounts: number[] = [];
    for (const chunk of chunks) {
      offsets.push(offset);
      lineCounts.push(lines);
      offset += chunk.text.length;
      lines += chunk.breakCount;
    }
    this.#chunks.splice(from, to - from, ...chunks);
    this.#offsets.splice(from, to - from, ...offsets);
    this.#lines.splice(from, to - from, ...lineCounts);
    moved.offset += offset;
    moved.lines += lines;
    for (let index = from + chunks.length; index < this.#chunks.length; index++) {
      this.#offsets[index] = (this.#offsets[index] ?? 0) + moved.offset;
      this.#lines[index] = (this.#lines[index] ?? 0) + moved.lines;
    }
    this.#length += moved.offset;
    this.#breaks += moved.lines;
  }
}

/** The index of the last of ascending numbers that is at most a limit; `none` when there is no such. */
function lastAtMost(numbers: readonly number[], limit: number, none = 0): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low === 0 ? none : low - 1;
}
