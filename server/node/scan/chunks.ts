import { createReadStream, fstatSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { contentOf } from './content';

/** How much is read from disk at a time, in bytes. */
const readSize = 1024 * 1024;
/** Compressed bytes are unpacked so many at a time: a thousand times as much may come out of them. */
const packedSize = 16 * 1024;
/** How long nothing may come from a pipe before what came is looked at, in milliseconds. */
const idle = 200;

/**
 * The text of a file, of standard input (`-`) or of a pipe, unpacked and in UTF-8. An empty chunk says that nothing has
 * come for a while. What could be read before an error is given before it is thrown.
 * @param signal ends the reading
 */
export async function* chunksOf(path: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: readSize });
  // Else the end would wait for what may never come.
  signal.addEventListener('abort', () => source.destroy(), { once: true });
  const mayPause = path !== '-' || !fstatSync(0).isFile();
  yield* unpacked((source as AsyncIterable<Buffer>)[Symbol.asyncIterator](), mayPause);
}

/**
 * The text of bytes, unpacked and in UTF-8.
 * @param tellsPauses whether an empty chunk is to say that nothing has come for a while
 */
export async function* unpacked(packed: AsyncIterator<Buffer>, tellsPauses: boolean): AsyncGenerator<Buffer> {
  const first: Buffer[] = [];
  let length = 0;
  for (let next = await packed.next(); !next.done; next = await packed.next()) {
    first.push(next.value);
    length += next.value.length;
    if (length >= longestMagic) {
      break;
    }
  }
  const head = Buffer.concat(first);
  const all = startingWith(head, packed);
  switch (contentOf(head)) {
    case 'gzip':
      yield* gunzipped(all);
      break;
    case 'zstd':
      yield* unpackedZstd(all);
      break;
    case 'utf16':
      yield* inUtf8(all, head[0] === 0xff ? 'utf-16le' : 'utf-16be');
      break;
    default:
      yield* tellsPauses ? withPauses(all) : all;
  }
}

const longestMagic = 4;

async function* startingWith(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer, void> {
  if (head.length > 0) {
    yield head;
  }
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    yield next.value;
  }
}

async function* withPauses(chunks: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer> {
  const nothing = Buffer.alloc(0);
  for (;;) {
    const next = chunks.next();
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), idle)));
    const first = await Promise.race([next, pause]);
    clearTimeout(timer);
    if (!first) {
      yield nothing;
    }
    const result: IteratorResult<Buffer, void> = first ?? (await next);
    if (result.done === true) {
      return;
    }
    yield result.value;
  }
}

/** Unpacks gzip, also several archives one after another, piece by piece: an error must not take what came before it. */
async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let unpacked: Buffer[] = [];
  let failure: Error | undefined;
  gunzip.on('data', (data: Buffer) => unpacked.push(data));
  const failed = new Promise<void>((resolve) =>
    gunzip.on('error', (error) => {
      failure = error;
      resolve();
    }),
  );
  const take = () => {
    const taken = unpacked;
    unpacked = [];
    return taken;
  };
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length && !failure; at += packedSize) {
      const piece = chunk.subarray(at, at + packedSize);
      await Promise.race([failed, new Promise<void>((resolve) => gunzip.write(piece, () => resolve()))]);
      yield* take();
    }
  }
  if (!failure) {
    const ended = new Promise<void>((resolve) => gunzip.on('end', resolve));
    gunzip.end();
    await Promise.race([failed, ended]);
    yield* take();
  }
  if (failure) {
    throw new Error(`the gzip archive is damaged or cut off (${failure.message}); what came before was read`);
  }
}

async function* unpackedZstd(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let unpacked: Buffer[] = [];
  const zstd = new Decompress((data) => unpacked.push(Buffer.from(data)));
  const push = (piece: Uint8Array, isLast: boolean): unknown => {
    try {
      zstd.push(piece, isLast);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  let failure: unknown;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length && failure === undefined; at += packedSize) {
      // The library keeps what it is given.
      failure = push(Uint8Array.from(chunk.subarray(at, at + packedSize)), false);
      yield* unpacked;
      unpacked = [];
    }
  }
  failure ??= push(new Uint8Array(), true);
  yield* unpacked;
  if (failure !== undefined) {
    const reason = failure instanceof Error ? failure.message : 'not readable';
    throw new Error(`the zstd archive is damaged or cut off (${reason}); what came before was read`);
  }
}

async function* inUtf8(chunks: AsyncIterable<Buffer>, encoding: 'utf-16le' | 'utf-16be'): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    yield Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  yield Buffer.from(decoder.decode());
}
