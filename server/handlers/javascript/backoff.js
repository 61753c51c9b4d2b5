/**
 * Calls until it succeeds or fails for good. Retries 408, 425, 429, 5xx,
 * timeouts and network errors, after the wait that the server asks for. The
 * last result or error is passed on as it came. That is at once, with `resetAt`
 * added, when the server asks for a wait beyond `maxWait`. Times are milliseconds.
 *
 * @template T
 * @param {(signal: AbortSignal) => PromiseLike<T>} call
 * @param {object} options
 * @param {boolean} options.idempotent True when repeating does no harm: GET,
 *   PUT, DELETE, or an idempotency key. False: no retries.
 * @param {number} [options.retries] Retries after the first attempt.
 * @param {number} [options.timeout] Limit of one attempt.
 * @param {number} [options.totalTime] Limit of all attempts and waits.
 * @param {number} [options.maxWait] When the server asks for a longer wait than
 *   this, there is no retry.
 * @param {number} [options.baseDelay] When it asks for none, the wait is
 *   min(cap, baseDelay * 2^n) + random(0, jitter).
 * @param {number} [options.cap]
 * @param {number} [options.jitter]
 * @param {AbortSignal | null} [options.signal] Cancels the attempt or the wait.
 * @param {(retry: BackoffRetry) => void} [options.onRetry] Called before each
 *   wait instead of the log. Without a status, the server did not answer.
 * @returns {Promise<T>}
 *
 * @typedef {{ attempt: number, status?: number, delay: number }} BackoffRetry
 */
async function withBackoff(call, options) {
  const { idempotent, retries = 3, signal, onRetry } = options;
  const { timeout = 30_000, totalTime = 120_000, maxWait = 60_000 } = options;
  const { baseDelay = 1_000, cap = 30_000, jitter = 1_000 } = options;
  const deadline = Date.now() + totalTime;
  for (let retry = 0; ; retry++) {
    signal?.throwIfAborted();
    const attempt = new AbortController();
    const own = attempt.signal;
    const limit = signal ? AbortSignal.any([signal, own]) : own;
    const aborted = new Promise((_, reject) => {
      limit.addEventListener('abort', () => {
        reject(limit.reason);
      });
    });
    // The race abandons an attempt whose client ignores the signal.
    const result = Promise.race([call(limit), aborted]);
    const timer = setTimeout(
      () => {
        attempt.abort(new DOMException('Timed out', 'TimeoutError'));
      },
      Math.min(timeout, deadline - Date.now()),
    );
    const failure = await result.then(
      (value) => readTransientFailure(value, false),
      (error) => readTransientFailure(error, true),
    );
    clearTimeout(timer);
    if (!failure || !idempotent || retry >= retries) return result;
    if (signal?.aborted) return result;

    const { status, wait } = failure;
    const backoff = Math.min(cap, baseDelay * 2 ** retry);
    const delay = (wait ?? backoff) + Math.random() * jitter;
    if ((wait ?? 0) > maxWait || delay > deadline - Date.now()) {
      const note = noteReset(status, wait);
      await result.then(note, note);
      return result;
    }
    if (onRetry) onRetry({ attempt: retry + 1, status, delay });
    else logRetry(retry + 1, status, delay);
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
 * @param {number} attempt
 * @param {number | undefined} status
 * @param {number} delay
 */
function logRetry(attempt, status, delay) {
  const cause = status ?? 'no response';
  console.warn('Retry %d in %d ms: %s', attempt, Math.round(delay), cause);
}

/**
 * Says when a long wait ends: in the log, and on the result or the error.
 *
 * @param {number | undefined} status
 * @param {number | undefined} wait
 * @returns {(outcome: unknown) => void}
 */
function noteReset(status, wait) {
  return (outcome) => {
    if (wait === undefined) return;
    const resetAt = new Date(Date.now() + wait);
    const note = `the server asks to wait until ${resetAt.toISOString()}`;
    console.warn('No retry of HTTP %d: %s', status, note);
    try {
      Object.assign(outcome, { resetAt });
      if (outcome instanceof Error) outcome.message += ` (${note})`;
    } catch {
      // What cannot be changed stays as it is: the caller knows it.
    }
  };
}

/**
 * Status and wait (ms) of a failure that may pass; undefined for all else. Reads
 * the results and errors of fetch, axios, got, and others.
 *
 * @param {any} outcome
 * @param {boolean} thrown
 */
async function readTransientFailure(outcome, thrown) {
  const outer = Object(outcome);
  const http = outer.response ?? outer;
  const headers = http.headers ?? outer.headers;
  const codes = [http.status, http.statusCode, outer.code];
  const status = codes.map(Number).find((code) => code >= 100);
  if (status === undefined) {
    const { name } = outer;
    const cancelled = name === 'AbortError' || name === 'CanceledError';
    return thrown && !cancelled ? { status, wait: undefined } : undefined;
  }
  if (status < 500 && ![408, 425, 429].includes(status)) return undefined;
  if (!thrown && !headers) return undefined;

  let body = '';
  try {
    const data = http.data ?? http.body ?? outer.data ?? '';
    body = await textOfBody(http, data);
  } catch {
    // The body only refines the verdict; it may be used up.
  }
  // Waiting does not help: monthly and daily caps, all connections in use, a
  // write that may have happened.
  const caps = /usage.?cap|usage_limit_reached|x_daily_limit/i;
  const full = /insufficient_quota|TooManyConnections/i;
  const unsure = /x_write_(?:ambiguous|unconfirmed)/i;
  if ([caps, full, unsure].some((last) => last.test(body))) return undefined;

  const header = (name) => {
    const value = headers?.get?.(name) ?? headers?.[name] ?? undefined;
    return value === undefined ? undefined : String(value);
  };
  // X says here which of its limits is used up; on a 5xx this tells nothing.
  let limit = 'x-rate-limit';
  for (const daily of ['x-app-limit-24hour', 'x-user-limit-24hour']) {
    if (header(`${daily}-remaining`) === '0') limit = daily;
  }
  let asked = header('retry-after');
  if (status === 429) {
    asked ??= header(`${limit}-reset`) ?? header('ratelimit-reset');
    asked ??= outer.rateLimit?.reset?.toString();
  }
  asked ??= /"retryAfter\\?":\s*(\d+)/.exec(body)?.[1] ?? '';
  // A date, a moment in epoch seconds, or a delay in seconds. Moments are by
  // the clock of the server.
  const now = Date.parse(header('date') ?? '') || Date.now();
  const seconds = asked === '' ? NaN : Number(asked);
  const moment = seconds > 1e9 ? seconds * 1_000 : Date.parse(asked);
  const wait = seconds <= 1e9 ? seconds * 1_000 : moment - now;
  return { status, wait: wait > 0 ? Math.min(wait, 1e12) : undefined };
}

/**
 * The text of a body, which the caller can read all the same.
 *
 * @param {any} http
 * @param {any} data
 */
async function textOfBody(http, data) {
  if (http.clone) return http.clone().text();
  const isStream = typeof data.dump === 'function';
  if (!isStream) return typeof data === 'string' ? data : JSON.stringify(data);
  // Of undici, whose bodies are read once: the caller gets another of its class.
  const bytes = new Uint8Array(await data.arrayBuffer());
  const Same = data.constructor;
  const copy = new Same({ resume: () => {}, abort: () => {} });
  copy.push(bytes);
  copy.push(null);
  http.body = copy;
  return new TextDecoder().decode(bytes);
}
