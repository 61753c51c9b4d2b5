import { statSync } from 'node:fs';
import { languageOfFile, readingOf } from '../../recogniser/languages';
import { reasonOf } from '../cli/usage';
import { sizes } from './block';
import { chunksOf } from './chunks';
import { withoutCompression } from './content';
import { filesBelow } from './folder';
import { inOrder } from './inOrder';
import { newLineCounts } from './lineCounts';
import type { Part, RunOptions, Task } from './part';
import { PartScanner } from './partScanner';
import { Pool } from './pool';
import { streamed } from './streamScanner';
import type { TextScanner } from './textScanner';

/** So many files of a folder are handed to a thread at once. */
const filesAtOnce = 32;
/** Starting threads takes as long as reading so much: below it they are not worth it. */
const worthThreads = { bytes: 8 * 1024 * 1024, tasks: 12 };

/** One file of a scan: its parts in order. A file that cannot be read has one part with its problem. */
export type FileParts = AsyncIterable<Part>;

export interface RunContext {
  readonly texts: TextScanner;
  readonly options: RunOptions;
  /** How many threads may scan. */
  readonly jobs: number;
  /** Ends the scan. */
  readonly signal: AbortSignal;
  complain(problem: string): void;
  /** Tells of the bytes that are to be read, as soon as that is known. */
  expect(bytes: number): void;
}

/** A scan of files, folders and standard input. Results come in the order of the paths, however many threads scan. */
export class Run {
  readonly #scanner: PartScanner;
  #pool: Pool | undefined;

  constructor(private readonly context: RunContext) {
    this.#scanner = new PartScanner(context.texts);
    context.signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** The files, each with its parts. What a path cannot give is complained of. */
  async *files(paths: readonly string[]): AsyncGenerator<FileParts> {
    const ready: Task[] = [];
    for (const path of paths) {
      if (path === '-') {
        yield* this.#done(ready.splice(0));
        yield this.#stream(path);
        continue;
      }
      let isFolder: boolean;
      try {
        const stats = statSync(path);
        isFolder = stats.isDirectory();
        if (!isFolder) {
          this.context.expect(stats.size);
        }
      } catch (error) {
        this.context.complain(`${path}: ${reasonOf(error)}`);
        continue;
      }
      if (isFolder) {
        yield* this.#done(ready.splice(0));
        yield* this.#done(batches(filesBelow(path, isUnderstood, (problem) => this.context.complain(problem))));
      } else {
        ready.push({ kind: 'files', paths: [path], skipsBinary: false });
      }
    }
    yield* this.#done(ready);
  }

  /** Ends the threads. */
  close(): void {
    this.#pool?.close();
  }

  async *#done(tasks: Iterable<Task>): AsyncGenerator<FileParts> {
    const { first, rest } = taken(tasks, worthThreads.tasks);
    if (first.length === worthThreads.tasks) {
      this.#startThreads();
    }
    const all = chained(first, rest);
    for await (const parts of inOrder(all, (task) => this.#scan(task), this.#pool ? 4 * this.context.jobs : 1)) {
      for (const part of parts) {
        if (this.context.signal.aborted) {
          return;
        }
        yield part.instead === undefined
          ? once(part)
          : part.instead.kind === 'stream'
            ? this.#stream(part.path)
            : this.#ranges(part, part.instead.size);
      }
    }
  }

  #scan(task: Task): Promise<Part[]> {
    return this.#pool ? this.#pool.run(task) : this.#scanner.scan(task);
  }

  #startThreads(): void {
    if (this.context.jobs > 1) {
      this.#pool ??= new Pool(this.context.jobs, this.context.options);
    }
  }

  async *#ranges(file: Part, size: number): FileParts {
    if (size >= worthThreads.bytes) {
      this.#startThreads();
    }
    yield file;
    const { path, language } = file;
    const count = Math.ceil(size / sizes.block);
    const lineCounts = newLineCounts(count);
    const tasks = Array.from({ length: count }, (_, index): Task => {
      const from = index * sizes.block;
      return { kind: 'range', path, language, from, to: Math.min(size, from + sizes.block), lineCounts, index };
    });
    for await (const parts of inOrder(tasks, (task) => this.#scan(task), this.#pool ? 4 * this.context.jobs : 1)) {
      yield* parts;
      if (this.context.signal.aborted || parts.some((part) => part.problem !== undefined)) {
        return;
      }
    }
  }

  #stream(path: string): FileParts {
    const { texts, signal } = this.context;
    return streamed(texts, path, chunksOf(path, signal), signal);
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- files with many parts wait for them
async function* once(part: Part): FileParts {
  yield part;
}

/** Whether a file below a folder is read: source in a language without a grammar would only be listed. */
function isUnderstood(name: string): boolean {
  return readingOf(languageOfFile(withoutCompression(name)) ?? '') !== undefined;
}

function* batches(paths: Iterable<string>): Generator<Task> {
  let batch: string[] = [];
  for (const path of paths) {
    batch.push(path);
    if (batch.length === filesAtOnce) {
      yield { kind: 'files', paths: batch, skipsBinary: true };
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield { kind: 'files', paths: batch, skipsBinary: true };
  }
}

function taken<T>(all: Iterable<T>, count: number): { first: T[]; rest: Iterator<T> } {
  const rest = all[Symbol.iterator]();
  const first: T[] = [];
  for (let next = rest.next(); !next.done; next = rest.next()) {
    first.push(next.value);
    if (first.length === count) {
      break;
    }
  }
  return { first, rest };
}

function* chained<T>(first: readonly T[], rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    yield next.value;
  }
}
