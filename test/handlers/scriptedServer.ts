import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** One answer of the server. */
export interface Answer {
  readonly status: number;
  /** Values may depend on the moment of the answer, given in milliseconds since 1970. */
  readonly headers?: Readonly<Record<string, string | ((now: number) => string)>>;
  readonly body?: string;
  /** What the body is made of, one piece after the other, instead of `body`. A number is a wait in seconds. */
  readonly lines?: readonly (string | number)[];
  /** How such a body ends: as it should, by a lost connection, or not at all. */
  readonly ending?: 'end' | 'reset' | 'hang';
  /** What happens instead of an answer: none comes, or the connection is reset. */
  readonly instead?: 'hang' | 'reset';
}

/** A request that came in. */
export interface Arrival {
  readonly method: string;
  /** Milliseconds since the server started. */
  readonly at: number;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  /** What came in, in order. */
  readonly arrivals: readonly Arrival[];
}

/** Starts an HTTP/1.1 server on 127.0.0.1 that gives its answers in turn, the last one for ever. */
export async function startServer(answers: readonly Answer[]): Promise<ScriptedServer> {
  const arrivals: Arrival[] = [];
  const started = performance.now();
  const server = createServer((request, response) => {
    const answer = answers[Math.min(arrivals.length, answers.length - 1)];
    const { authorization } = request.headers;
    const idempotencyKey = request.headersDistinct['idempotency-key']?.join();
    arrivals.push({ method: request.method ?? '', at: performance.now() - started, authorization, idempotencyKey });
    request.resume();
    if (answer?.instead === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (!answer || answer.instead === 'hang') {
      return;
    }
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      response.setHeader(name, typeof value === 'string' ? value : value(Date.now()));
    }
    if (answer.lines) {
      void stream(response.writeHead(answer.status), answer.lines, answer.ending);
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    arrivals,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Writes a body in pieces, as long as somebody reads it. */
async function stream(
  response: ServerResponse,
  pieces: readonly (string | number)[],
  ending: Answer['ending'] = 'end',
): Promise<void> {
  response.flushHeaders();
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      await setTimeout(piece * 1_000);
    } else if (!response.destroyed) {
      await new Promise((resolve) => response.write(piece, resolve));
    }
  }
  if (ending === 'reset') {
    // What was written is to arrive before the connection breaks.
    await setTimeout(100);
    response.socket?.resetAndDestroy();
  } else if (ending === 'end') {
    response.end();
  }
}
