import { closeSync, fstatSync, openSync } from 'node:fs';
import { readingOf } from '../../recogniser/languages';
import { reasonOf } from '../cli/usage';
import { countLines, sizes } from './block';
import { BlockReader, readAt } from './blocksOfFile';
import { contentOf } from './content';
import { linesBefore, publishLines } from './lineCounts';
import { LineNumbers } from './lineNumbers';
import type { Part, Task } from './part';
import type { PartBuilder } from './partBuilder';
import type { Place } from './recogniseBlock';
import { sniffed, type TextScanner, tooLargeJson, tooLargeSource, wholeLimit } from './textScanner';

type RangeTask = Task & { readonly kind: 'range' };

/** Scans files and ranges of files on the thread that it is made on. */
export class PartScanner {
  readonly #reader = new BlockReader();
  /** What small files are read into, one after another. */
  #memory = Buffer.allocUnsafe(sniffed);

  constructor(private readonly texts: TextScanner) {}

  /** Never fails: what cannot be read says so in its part. */
  async scan(task: Task): Promise<Part[]> {
    if (task.kind === 'range') {
      return [await this.#read(task.path, (file, part) => this.#range(file, task, part))];
    }
    const parts: Part[] = [];
    for (const path of task.paths) {
      if (!this.texts.isWanted()) {
        break;
      }
      parts.push(await this.#read(path, (file, part) => this.#whole(file, part, task.skipsBinary)));
    }
    return parts;
  }

  async #read(path: string, scan: (file: number, part: PartBuilder) => Promise<void>): Promise<Part> {
    const part = this.texts.part(path);
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      await scan(file, part);
    } catch (error) {
      part.problem = reasonOf(error);
    } finally {
      if (file !== undefined) {
        closeSync(file);
      }
    }
    return part.done();
  }

  async #whole(file: number, part: PartBuilder, skipsBinary: boolean): Promise<void> {
    const stats = fstatSync(file);
    const { size } = stats;
    // A pipe cannot be read from a place, and what is taken from it to look at is gone.
    if (!stats.isFile() && !stats.isDirectory()) {
      part.instead = { kind: 'stream' };
      return;
    }
    const start = this.#beginning(file, size);
    const head = start.subarray(0, sniffed);
    const content = contentOf(head);
    const manner = this.texts.manner(part.path, head);
    const isSmall = size <= wholeLimit;
    part.language = manner.language;
    if (content === 'binary' && skipsBinary) {
      part.isBinary = true;
    } else if (readingOf(manner.language) === undefined) {
      part.notes.push(`nothing is read in the language ${manner.language}`);
    } else if (content === 'gzip' || content === 'zstd' || (content === 'utf16' && !isSmall)) {
      part.instead = { kind: 'stream' };
    } else if (content === 'utf16' || (manner.isWhole && isSmall)) {
      const bytes = size <= sizes.block ? start.subarray(0, size) : allOf(file, size);
      part.bytes = bytes.length;
      await this.texts.text(part, bytes, manner);
    } else if (readingOf(manner.language) === 'source') {
      part.truncated = true;
      part.notes.push(tooLargeSource);
    } else if (size > sizes.block) {
      if (readingOf(manner.language) === 'json' && manner.isWhole) {
        part.notes.push(tooLargeJson);
      }
      part.instead = { kind: 'ranges', size };
    } else {
      const to = Math.min(size, start.length);
      await this.texts.block(
        part,
        { bytes: start, from: 0, to, opening: undefined, end: to },
        { line: 0, character: 0 },
      );
    }
  }

  /** All bytes of a small file, the first ones of a larger one. */
  #beginning(file: number, size: number): Buffer {
    const length = size > 0 && size <= sizes.block ? size : sniffed;
    if (this.#memory.length < length) {
      this.#memory = Buffer.allocUnsafe(Math.max(length, 2 * this.#memory.length));
    }
    const bytes = this.#memory.subarray(0, length);
    return bytes.subarray(0, readAt(file, bytes, 0));
  }

  async #range(file: number, { language, from, to, lineCounts, index }: RangeTask, part: PartBuilder): Promise<void> {
    part.language = language;
    let place: Place | undefined;
    let lines: LineNumbers | undefined;
    let end = from;
    for (const block of this.#reader.blocks(file, from, to)) {
      if (!place) {
        // Those who read the ranges behind this one wait for its lines, so they are counted first.
        lines = new LineNumbers(block.bytes, block.from, block.to);
        publishLines(lineCounts, index, block.end >= to ? lines.count : linesOf(file, from, to));
        place = { line: linesBefore(lineCounts, index), character: 0 };
      }
      place = await this.texts.block(part, block, place, lines);
      lines = undefined;
      end = block.end;
      if (!this.texts.isWanted()) {
        return;
      }
    }
    if (!place) {
      publishLines(lineCounts, index, 0);
    }
    if (end < to && fstatSync(file).size < to) {
      part.notes.push('the file became shorter while it was read');
    }
  }
}

function allOf(file: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  return bytes.subarray(0, readAt(file, bytes, 0));
}

/** The lines of a range of several blocks, as one with very long lines has. */
function linesOf(file: number, from: number, to: number): number {
  let count = 0;
  for (const block of new BlockReader().blocks(file, from, to)) {
    count += countLines(block.bytes, block.from, block.to);
  }
  return count;
}
