/** Settings of `withBackoff`. Times are milliseconds. */
interface BackoffOptions {
  /** True when repeating does no harm: GET, PUT, DELETE, or an idempotency key. */
  idempotent: boolean;
  /** Retries after the first attempt (3). None when not idempotent. */
  retries?: number;
  /** Limit of one attempt (30 s), and of all attempts and waits (120 s). */
  timeout?: number;
  totalTime?: number;
  /** When the server asks for a longer wait than this (60 s), there is no retry. */
  maxWait?: number;
  /** When it asks for none: min(cap, baseDelay * 2^n) + random(0, jitter). */
  baseDelay?: number;
  cap?: number;
  jitter?: number;
  /** Cancels the attempt or the wait. */
  signal?: AbortSignal | null | undefined;
  /** Called before each wait instead of the log. */
  onRetry?: (retry: BackoffRetry) => void;
}

/** A retry to come. Without a status, the server did not answer. */
interface BackoffRetry {
  attempt: number;
  status: number | undefined;
  delay: number;
}

type BackoffCall<T> = (signal: AbortSignal) => PromiseLike<T>;

/**
 * Calls until it succeeds or fails for good. Retries 408, 425, 429, 5xx,
 * timeouts and network errors, after the wait that the server asks for. The
 * last result or error is passed on as it came. That is at once, with `resetAt`
 * added, when the server asks for a wait beyond `maxWait`.
 */
async function withBackoff<T>(call: BackoffCall<T>, options: BackoffOptions) {
  const { idempotent, retries = 3, signal, onRetry } = options;
  const { timeout = 30_000, totalTime = 120_000, maxWait = 60_000 } = options;
  const { baseDelay = 1_000, cap = 30_000, jitter = 1_000 } = options;
  const deadline = Date.now() + totalTime;
  for (let retry = 0; ; retry++) {
    signal?.throwIfAborted();
    const attempt = new AbortController();
    const own = attempt.signal;
    const limit = signal ? AbortSignal.any([signal, own]) : own;
    const aborted = new Promise<never>((_, reject) => {
      limit.addEventListener('abort', () => {
        reject(limit.reason as Error);
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
      (error: unknown) => readTransientFailure(error, true),
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
    await new Promise<void>((resolve) => {
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

function logRetry(attempt: number, status: number | undefined, delay: number) {
  const cause = status ?? 'no response';
  console.warn('Retry %d in %d ms: %s', attempt, Math.round(delay), cause);
}

/** Says when a long wait ends: in the log, and on the result or the error. */
function noteReset(status: number | undefined, wait: number | undefined) {
  return (outcome: unknown) => {
    if (wait === undefined) return;
    const resetAt = new Date(Date.now() + wait);
    const note = `the server asks to wait until ${resetAt.toISOString()}`;
    console.warn('No retry of HTTP %d: %s', status, note);
    try {
      Object.assign(outcome as object, { resetAt });
      if (outcome instanceof Error) outcome.message += ` (${note})`;
    } catch {
      // What cannot be changed stays as it is: the caller knows it.
    }
  };
}

/** What is read of the results and errors of fetch, axios, got, and others. */
interface HttpOutcome {
  name?: unknown;
  status?: number;
  statusCode?: number;
  code?: number | string;
  headers?: { get?: (name: string) => unknown; [name: string]: unknown };
  rateLimit?: { reset?: number };
  data?: unknown;
  body?: unknown;
  clone?: () => { text: () => Promise<string> };
  response?: HttpOutcome;
}

/** Status and wait (ms) of a failure that may pass; undefined for all else. */
async function readTransientFailure(outcome: unknown, thrown: boolean) {
  const outer = Object(outcome) as HttpOutcome;
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
    body = await textOfBody(http, data as BodyStream);
  } catch {
    // The body only refines the verdict; it may be used up.
  }
  // Waiting does not help: monthly and daily caps, all connections in use, a
  // write that may have happened.
  const caps = /usage.?cap|usage_limit_reached|x_daily_limit/i;
  const full = /insufficient_quota|TooManyConnections/i;
  const unsure = /x_write_(?:ambiguous|unconfirmed)/i;
  if ([caps, full, unsure].some((last) => last.test(body))) return undefined;

  const header = (name: string) => {
    const value = headers?.get?.(name) ?? headers?.[name] ?? undefined;
    return value === undefined ? undefined : String(value as string);
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

/** A body that can be read once. */
interface BodyStream {
  dump: unknown;
  arrayBuffer: () => Promise<ArrayBuffer>;
  constructor: new (options: object) => { push: (chunk: unknown) => void };
}

/** The text of a body, which the caller can read all the same. */
async function textOfBody(
  http: { body?: unknown; clone?: () => { text: () => Promise<string> } },
  data: BodyStream,
): Promise<string> {
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
