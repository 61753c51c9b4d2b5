import { Readable } from 'node:stream';

/** A response for `withReconnect`, which takes those of fetch. */
function asResponse({ status, statusCode, headers }, body) {
  const read = new Headers();
  for (const [name, value] of Object.entries(headers ?? {})) {
    read.set(name, String(value));
  }
  const code = status ?? statusCode ?? 0;
  const isEmpty = [204, 205, 304].includes(code);
  const pieces = typeof body === 'string' ? body : piecesOf(body);
  const init = { status: code, headers: read };
  return new Response(isEmpty ? null : pieces, init);
}

function piecesOf(stream) {
  // It may break while nobody reads, which is no error of the program.
  stream.on('error', () => {});
  const pieces = stream[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        stream.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The body of a response as a stream of Node.js; who leaves it aborts all. */
function asReadable(response, left) {
  let reader;
  const next = async () => {
    reader ??= (await response).body?.getReader();
    const piece = await reader?.read();
    return piece?.value ?? null;
  };
  return new Readable({
    read() {
      next().then(
        (piece) => this.push(piece),
        (error) => this.destroy(error),
      );
    },
    destroy(error, callback) {
      left.abort();
      callback(error);
    },
  });
}
