/**
 * Opens a stream of lines, and again when it drops, ends or falls silent. The
 * body of the response goes on over all connections, in whole lines, as they
 * come; a line that is torn is left out. Where a new connection cannot help
 * (4xx, a usage cap), the response is the last one, or its body fails. Times
 * are milliseconds.
 *
 * @param {(signal: AbortSignal) => Promise<Response>} call
 * @param {object} options
 * @param {number} options.silence A stream that sends no byte for this long, no
 *   keep-alive either, is dead.
 * @param {number} [options.retries] Connections in a row that may fail, or end
 *   before they are healthy.
 * @param {number} [options.totalTime] How long there may be none that is healthy.
 * @param {number} [options.healthy] A connection is healthy when it has lasted
 *   this long.
 * @param {number} [options.maxWait] When the server asks for a longer wait than
 *   this, it ends.
 * @param {number} [options.dropDelay] After a drop the wait is
 *   min(16 s, dropDelay * n) + random(0, jitter), n from 0.
 * @param {number} [options.baseDelay] After a refusal it is
 *   min(cap, baseDelay * 2^n) + random(0, jitter).
 * @param {number} [options.cap]
 * @param {number} [options.jitter]
 * @param {AbortSignal | null} [options.signal] Cancels the stream or the wait.
 * @param {(attempt: number, delay: number, cause: unknown) => void} [options.onReconnect]
 *   Called before each wait instead of the log.
 * @returns {Promise<Response>}
 */
async function withReconnect(call, options) {
  const { silence, signal, healthy = 60_000 } = options;
  const left = new AbortController();
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const outage = { failures: 0, since: 0 };
  let connection = new AbortController();

  async function limit(result) {
    const own = connection;
    const timer = setTimeout(() => {
      own.abort(new DOMException('Nothing came in time', 'TimeoutError'));
    }, silence);
    return result.finally(() => {
      clearTimeout(timer);
    });
  }

  async function open() {
    for (;;) {
      ended.throwIfAborted();
      connection = new AbortController();
      const result = call(AbortSignal.any([ended, connection.signal]));
      const failure = await limit(result.then(readStreamFailure, readThrown));
      if (!failure || failure.final || ended.aborted) return result;
      const again = await waitToReconnect(failure, outage, options, ended);
      if (!again) return result;
    }
  }

  async function* lines(first) {
    for (let response = first; ; response = await open()) {
      const { ok, status, body } = response;
      if (!ok || !body) {
        const text = await response.text();
        const error = new Error(`The stream ended: HTTP ${status} ${text}`);
        throw Object.assign(error, { status });
      }
      const opened = Date.now();
      let failure = { cause: 'the server ended the stream' };
      let torn = [];
      try {
        const reader = body.getReader();
        for (;;) {
          const { done, value } = await limit(reader.read());
          if (done) break;
          const end = value.lastIndexOf(10) + 1;
          if (end > 0) yield joinBytes([...torn, value.subarray(0, end)]);
          torn = [...(end > 0 ? [] : torn), value.subarray(end)];
        }
      } catch (error) {
        failure = readDrop(error);
      }
      if (Date.now() - opened >= healthy) outage.failures = 0;
      const again = await waitToReconnect(failure, outage, options, ended);
      if (!again) throw new Error('The stream is lost', failure);
    }
  }

  const response = await open();
  if (!response.ok || !response.body) return response;
  const whole = lines(response);
  const body = new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await whole.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        left.abort();
        connection.abort();
        await whole.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}

/** Waits before the next connection. False when there is to be none. */
async function waitToReconnect(failure, outage, options, signal) {
  signal.throwIfAborted();
  const { status, wait, cause } = failure;
  const { retries = 10, totalTime = 1_800_000, maxWait = 900_000 } = options;
  const { dropDelay = 250, baseDelay = 5_000, cap = 320_000 } = options;
  const { jitter = 1_000, onReconnect } = options;
  const now = Date.now();
  const failures = outage.failures++;
  if (failures === 0) outage.since = now;
  const dropped = Math.min(16_000, dropDelay * failures);
  const refused = Math.min(cap, baseDelay * 2 ** failures);
  const backoff = status === undefined ? dropped : refused;
  const delay = (wait ?? backoff) + Math.random() * jitter;
  if (wait !== undefined && wait > maxWait) {
    const reset = new Date(now + wait).toISOString();
    console.warn('No stream: the server asks to wait until %s', reset);
    return false;
  }
  const isLate = now + delay > outage.since + totalTime;
  if (failures >= retries || isLate) return false;
  const log = (attempt, ms, why) => {
    console.warn('Reconnect %d in %d ms: %s', attempt, Math.round(ms), why);
  };
  (onReconnect ?? log)(failures + 1, delay, cause);
  await new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(sleep);
      reject(signal.reason);
    };
    const sleep = setTimeout(() => {
      signal.removeEventListener('abort', cancel);
      resolve(undefined);
    }, delay);
    signal.addEventListener('abort', cancel);
  });
  return true;
}

function readDrop(error) {
  return { cause: `no stream (${String(error)})` };
}

/** What a client throws that takes a refusal for an error, as ky does. */
function readThrown(error) {
  const { response } = Object(error);
  const isRefusal = response instanceof Response;
  return isRefusal ? readStreamFailure(response) : readDrop(error);
}

/** Why a response is no stream, and how long (ms) the server asks to wait. */
async function readStreamFailure(response) {
  if (response.ok) return undefined;
  const { status, headers } = response;
  const cause = `HTTP ${status}`;
  const same = response.clone();
  const body = await same.text().catch(() => '');
  const passes = status >= 500 || [408, 425, 429].includes(status);
  const caps = /usage.?cap|usage_limit_reached|x_daily_limit/i;
  const quota = /insufficient_quota/i;
  if (!passes || caps.test(body) || quota.test(body)) {
    return { cause, status, final: true };
  }
  // X says here which of its limits is used up. With too many connections open
  // it is none of them: the old one is gone in a moment.
  let limit = 'x-rate-limit';
  for (const daily of ['x-app-limit-24hour', 'x-user-limit-24hour']) {
    if (headers.get(`${daily}-remaining`) === '0') limit = daily;
  }
  let asked = headers.get('retry-after');
  if (status === 429 && !body.includes('TooManyConnections')) {
    asked ??= headers.get(`${limit}-reset`) ?? headers.get('ratelimit-reset');
  }
  asked ??= /"retryAfter\\?":\s*(\d+)/.exec(body)?.[1] ?? '';
  // A date, a moment in epoch seconds, or a delay in seconds. Moments are by
  // the clock of the server.
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  const seconds = asked === '' ? NaN : Number(asked);
  const moment = seconds > 1e9 ? seconds * 1_000 : Date.parse(asked);
  const wait = seconds <= 1e9 ? seconds * 1_000 : moment - now;
  return { cause, status, wait: wait > 0 ? Math.min(wait, 1e12) : undefined };
}

function joinBytes(parts) {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
