/**
 * Calls until it succeeds or fails for good. Retries 408, 425, 429, 5xx, timeouts and network errors, after the
 * wait that the server asks for. The last result or error is passed on as it came. When the server asks for a wait
 * beyond `maxWait`, the call fails at once: with the client's own error, which gets `resetAt`, or, when the client
 * gave a result, with an error that has `status`, `resetAt` and the result as `response`.
 *
 * @template T
 * @param {(signal: AbortSignal) => PromiseLike<T>} call
 * @param {object} options Times are milliseconds.
 * @param {boolean} options.idempotent True when repeating the call does no harm: GET, PUT, DELETE, or an idempotency
 *   key. False: no retries.
 * @param {number} [options.retries] Retries after the first attempt.
 * @param {number} [options.timeout] Limit of one attempt.
 * @param {number} [options.totalTime] Limit of all attempts and waits together.
 * @param {number} [options.maxWait] When the server asks for a longer wait than this, the call fails at once.
 * @param {number} [options.baseDelay] When it asks for none: min(cap, baseDelay * 2^n) + random(0, jitter).
 * @param {number} [options.cap]
 * @param {number} [options.jitter]
 * @param {AbortSignal | null} [options.signal] Cancels the attempt or the wait.
 * @param {(retry: { attempt: number, status: number | undefined, delay: number }) => void} [options.onRetry]
 *   Called before each wait, by default to log it. The status is undefined for timeouts and network errors.
 * @returns {Promise<T>}
 */
async function withBackoff(call, options) {
  const { idempotent, signal, retries = 3, timeout = 30_000, totalTime = 120_000, maxWait = 60_000 } = options;
  const { baseDelay = 1_000, cap = 30_000, jitter = 1_000, onRetry } = options;
  const deadline = Date.now() + totalTime;
  for (let retry = 0; ; retry++) {
    signal?.throwIfAborted();
    const timeLimit = new AbortController();
    const limit = signal ? AbortSignal.any([signal, timeLimit.signal]) : timeLimit.signal;
    const aborted = new Promise((_, reject) => {
      limit.addEventListener('abort', () => {
        reject(limit.reason);
      });
    });
    // The race abandons an attempt whose client ignores the signal.
    const result = Promise.race([call(limit), aborted]);
    const giveUp = () => {
      timeLimit.abort(new DOMException('The request timed out', 'TimeoutError'));
    };
    const timer = setTimeout(giveUp, Math.min(timeout, deadline - Date.now()));
    const failure = await result
      .then(
        (value) => readTransientFailure(value, false),
        (error) => readTransientFailure(error, true),
      )
      .finally(() => {
        clearTimeout(timer);
      });
    if (!failure || !idempotent || retry >= retries || signal?.aborted) return result;

    const { status, wait } = failure;
    const delay = (wait ?? Math.min(cap, baseDelay * 2 ** retry)) + Math.random() * jitter;
    if ((wait ?? 0) > maxWait || delay > deadline - Date.now()) {
      if (wait === undefined) return result;
      const resetAt = new Date(Date.now() + wait);
      const note = `the server asks to wait until ${resetAt.toISOString()}`;
      console.warn('No retry of HTTP %d: %s', status, note);
      const response = await result.catch((error) => {
        try {
          const { message } = error;
          Object.assign(error, { resetAt, message: `${message} (${note})` });
        } catch {
          // An error that cannot be changed stays as it is: the branches of the caller know it.
        }
        throw error;
      });
      throw Object.assign(new Error(`HTTP ${String(status)}: ${note}`), { status, resetAt, response });
    }
    if (onRetry) onRetry({ attempt: retry + 1, status, delay });
    else console.warn('Retry %d of %d in %d ms: %s', retry + 1, retries, Math.round(delay), status ?? 'no response');
    await new Promise((resolve) => {
      const wake = () => {
        clearTimeout(sleep);
        signal?.removeEventListener('abort', wake);
        resolve(undefined);
      };
      const sleep = setTimeout(wake, delay);
      signal?.addEventListener('abort', wake);
    });
  }
}

/**
 * Status and wait (in ms) of a failure that may pass; undefined for a success or a failure that will not. Reads a
 * fetch Response, and the errors of axios, got and twitter-api-v2.
 *
 * @param {any} outcome
 * @param {boolean} thrown
 */
async function readTransientFailure(outcome, thrown) {
  const outer = Object(outcome);
  const http = outer.response ?? outer;
  const headers = http.headers ?? outer.headers;
  const status = [http.status, http.statusCode, outer.code].find((n) => typeof n === 'number' && n >= 100);
  if (status === undefined) {
    const cancelled = outer.name === 'AbortError' || outer.name === 'CanceledError';
    return thrown && !cancelled ? { status, wait: undefined } : undefined;
  }
  if (status < 500 && ![408, 425, 429].includes(status)) return undefined;
  if (!thrown && !headers) return undefined;

  let body = '';
  try {
    body = http.clone ? await http.clone().text() : JSON.stringify(http.data ?? http.body ?? outer.data ?? '');
  } catch {
    // The body only refines the verdict; it may be used up, broken off or a stream.
  }
  // Waiting does not help: monthly and daily caps, all connections in use, a write that may have happened.
  const final = /usage.?cap|usage_limit_reached|x_daily_limit|TooManyConnections|x_write_ambiguous|insufficient_quota/i;
  if (final.test(body)) return undefined;

  /** @param {string} name */
  const header = (name) => headers?.get?.(name) ?? headers?.[name];
  // X says in these headers which of its limits is used up; on a 5xx they tell nothing about the failure.
  const daily = ['x-app-limit-24hour', 'x-user-limit-24hour'].find((limit) => header(`${limit}-remaining`) === '0');
  const reset = header(`${daily ?? 'x-rate-limit'}-reset`) ?? header('ratelimit-reset') ?? outer.rateLimit?.reset;
  const inBody = /"retryAfter\\?":\s*(\d+)/.exec(body)?.[1];
  const asked = String(header('retry-after') ?? (status === 429 ? reset : undefined) ?? inBody);
  // A date, a moment in epoch seconds, or a delay in seconds. Moments are by the clock of the server.
  const now = Date.parse(String(header('date'))) || Date.now();
  const seconds = Number(asked);
  const wait = Number.isNaN(seconds) ? Date.parse(asked) - now : seconds * 1_000 - (seconds > 1e9 ? now : 0);
  return { status, wait: wait > 0 ? Math.min(wait, 1e12) : undefined };
}
