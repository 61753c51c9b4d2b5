import { type FSWatcher, watch } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { reasonOf } from '../cli/usage';

/** How much is read at a time, in bytes. */
const readSize = 1024 * 1024;
/** So many bytes before the place that was read to are read again: other ones tell that the text began anew. */
const rememberedSize = 1024;
/** How often a file is looked at when its file system does not tell of changes, in milliseconds. */
const pollInterval = 500;
/** How long the changes after a first one are gathered, in milliseconds: to read each alone would cost more. */
const gatherTime = 50;

/**
 * The texts of a file that grows, each from its start and in chunks. An empty chunk says that everything was read so far.
 * A text ends, and the next one begins, when the file is truncated or when its name leads to another file: that is read
 * once nothing has come into the former one for a while, because programs write on until they notice.
 * @param signal ends the reading
 * @param tell is told, once each, that the file is not there and that a text began anew
 */
export async function* textsOf(
  path: string,
  signal: AbortSignal,
  tell: (note: string) => void,
): AsyncGenerator<AsyncGenerator<Buffer>> {
  const changes = new Changes(path, signal);
  let file: FileHandle | undefined;
  try {
    file = await whenThere(path, changes, signal, tell);
    while (file) {
      const text: GrowingText = new GrowingText(file, path, changes, signal, tell);
      yield text.chunks();
      if (text.successor) {
        await file.close();
        file = text.successor;
      } else if (!text.isTruncated) {
        return;
      }
    }
  } finally {
    changes.close();
    await file?.close();
  }
}

class GrowingText {
  /** The file that the name leads to now. */
  successor: FileHandle | undefined;
  /** Whether the same file began anew. */
  isTruncated = false;
  #isMissed = false;

  constructor(
    private readonly file: FileHandle,
    private readonly path: string,
    private readonly changes: Changes,
    private readonly signal: AbortSignal,
    private readonly tell: (note: string) => void,
  ) {}

  async *chunks(): AsyncGenerator<Buffer> {
    const buffer = Buffer.allocUnsafe(rememberedSize + readSize);
    let position = 0;
    let remembered = Buffer.alloc(0);
    let hasPaused = true;
    let hasRested = false;
    while (!this.signal.aborted) {
      const start = remembered.length;
      const { bytesRead } = await this.file.read(buffer, 0, start + readSize, position - start);
      if (!buffer.subarray(0, Math.min(start, bytesRead)).equals(remembered)) {
        this.isTruncated = true;
        this.tell('was truncated; it is read from its start');
        return;
      }
      if (bytesRead > start) {
        position += bytesRead - start;
        remembered = Buffer.from(buffer.subarray(Math.max(0, bytesRead - rememberedSize), bytesRead));
        hasPaused = false;
        hasRested = false;
        yield buffer.subarray(start, bytesRead);
        continue;
      }
      if (!hasPaused) {
        hasPaused = true;
        yield buffer.subarray(0, 0);
      }
      if (!this.successor) {
        await this.#findSuccessor();
      } else if (hasRested) {
        this.tell('was rotated; the new file is read');
        return;
      }
      if (this.successor) {
        await this.changes.pass(pollInterval);
        hasRested = true;
      } else {
        await this.changes.next();
      }
    }
    await this.successor?.close();
    this.successor = undefined;
  }

  async #findSuccessor(): Promise<void> {
    try {
      const [own, named] = [await this.file.stat({ bigint: true }), await stat(this.path, { bigint: true })];
      if (own.ino !== named.ino || own.dev !== named.dev) {
        this.successor = await open(this.path);
      }
    } catch (error) {
      if (!this.#isMissed) {
        this.#isMissed = true;
        this.tell(`cannot be opened any more (${reasonOf(error)}); waiting for a new one`);
      }
    }
  }
}

/** Opens a file as soon as there is one. */
async function whenThere(
  path: string,
  changes: Changes,
  signal: AbortSignal,
  tell: (note: string) => void,
): Promise<FileHandle | undefined> {
  let isTold = false;
  while (!signal.aborted) {
    try {
      return await open(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
    if (!isTold) {
      isTold = true;
      tell('is not there yet; waiting for it');
    }
    await changes.next();
  }
  return undefined;
}

/** Tells of changes to a file by its events, and by the clock where there are none. */
class Changes {
  readonly #watcher: FSWatcher | undefined;
  #hasChanged = false;
  #wake: () => void = () => undefined;
  readonly #abort = () => this.#wake();

  constructor(
    path: string,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.#abort);
    try {
      // The folder knows of files that come and go.
      this.#watcher = watch(dirname(path), { persistent: false }, (_event, name) => {
        if (name === null || name === basename(path)) {
          this.#hasChanged = true;
          this.#wake();
        }
      });
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // There is no such folder yet, or no events: the clock is enough.
    }
  }

  /** Waits for a change, no longer than until the file is to be looked at anyway. */
  async next(): Promise<void> {
    if (!this.#hasChanged) {
      await this.pass(pollInterval, true);
    }
    if (this.#hasChanged) {
      await this.pass(gatherTime);
      this.#hasChanged = false;
    }
  }

  /** Lets time pass, in milliseconds, also less when the reading ends. */
  async pass(time: number, endsWithChange = false): Promise<void> {
    if (this.signal.aborted) {
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#wake = () => {
        if (endsWithChange || this.signal.aborted) {
          clearTimeout(timer);
          resolve();
        }
      };
    });
  }

  close(): void {
    this.signal.removeEventListener('abort', this.#abort);
    this.#watcher?.close();
  }
}
