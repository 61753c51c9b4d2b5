import { readingOf } from '../../recogniser/languages';
import { reasonOf } from '../cli/usage';
import { BlockStream } from './blocksOfStream';
import type { Block } from './block';
import { isJson } from './content';
import type { Part } from './part';
import type { Place } from './recogniseBlock';
import { type Manner, type TextScanner, tooLargeJson, tooLargeSource, wholeLimit } from './textScanner';

/**
 * The parts of a text that comes in chunks, of which an empty one says that nothing more may come for a while. An error
 * of the chunks is the problem of the last part.
 * @param signal ends it where it is
 */
export async function* streamed(
  texts: TextScanner,
  path: string,
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const stream = new StreamScanner(texts, path);
  let problem: string | undefined;
  try {
    for await (const chunk of chunks) {
      yield* chunk.length === 0 ? stream.pause() : stream.push(chunk);
      if (signal.aborted) {
        return;
      }
    }
  } catch (error) {
    if (signal.aborted) {
      return;
    }
    problem = reasonOf(error);
  }
  yield* stream.end();
  if (problem !== undefined) {
    const part = texts.part(path);
    part.problem = problem;
    yield part.done();
  }
}

/** Scans bytes that come one after another: of a pipe, of a compressed file, of a file that grows. */
export class StreamScanner {
  readonly #blocks = new BlockStream();
  /** What is read whole waits here for its end. */
  #collected: Buffer[] | undefined;
  #size = 0;
  #manner: Manner | undefined;
  #place: Place = { line: 0, character: 0 };

  constructor(
    private readonly texts: TextScanner,
    private readonly path: string,
  ) {}

  /** Takes bytes in, and gives what was found in those that what follows them cannot change. */
  async *push(chunk: Buffer): AsyncGenerator<Part> {
    if (!this.#manner) {
      this.#manner = this.texts.manner(this.path, chunk);
      this.#collected = this.#manner.isWhole ? [] : undefined;
    }
    if (!this.#collected) {
      yield* this.#read(this.#blocks.push(chunk));
      return;
    }
    // The source of the bytes may use its memory again.
    this.#collected.push(Buffer.from(chunk));
    this.#size += chunk.length;
    if (this.#size > wholeLimit) {
      yield this.#tooLarge(this.#manner);
      yield* this.#release(this.#collected);
    }
  }

  /** Gives what was found in the whole lines so far, when nothing more may come for a while. */
  async *pause(): AsyncGenerator<Part> {
    if (this.#collected && this.#manner?.isGuessed && beginsWithValue(Buffer.concat(this.#collected))) {
      yield* this.#release(this.#collected);
    }
    yield* this.#read(this.#blocks.flush(false));
  }

  /** Gives the rest. Afterwards a text may begin anew. */
  async *end(): AsyncGenerator<Part> {
    const collected = this.#collected;
    if (!collected || !this.#manner) {
      yield* this.#read(this.#blocks.flush(true));
      return;
    }
    this.#collected = undefined;
    const part = this.texts.part(this.path);
    part.bytes = this.#size;
    try {
      await this.texts.text(part, Buffer.concat(collected), this.#manner);
    } catch (error) {
      part.problem = reasonOf(error);
    }
    yield part.done();
  }

  /** Reads by lines what was collected to be read whole. */
  async *#release(collected: readonly Buffer[]): AsyncGenerator<Part> {
    this.#collected = undefined;
    for (const waiting of collected) {
      yield* this.#read(this.#blocks.push(waiting));
    }
  }

  #tooLarge(manner: Manner): Part {
    const part = this.texts.part(this.path);
    part.language = manner.language;
    if (readingOf(manner.language) === 'source') {
      part.truncated = true;
      part.notes.push(tooLargeSource);
    } else if (!manner.isGuessed) {
      part.notes.push(tooLargeJson);
    }
    return part.done();
  }

  async *#read(blocks: Iterable<Block>): AsyncGenerator<Part> {
    const language = this.#manner?.language ?? 'log';
    if (readingOf(language) === 'source') {
      return;
    }
    for (const block of blocks) {
      const part = this.texts.part(this.path);
      part.language = language;
      this.#place = await this.texts.block(part, block, this.#place);
      yield part.done();
      if (!this.texts.isWanted()) {
        return;
      }
    }
  }
}

/** Whether the first line is a JSON value of its own, as in a log of JSON lines, which has no end to wait for. */
function beginsWithValue(bytes: Buffer): boolean {
  const end = bytes.indexOf('\n');
  return end > 0 && isJson(bytes.toString('utf8', 0, end));
}
