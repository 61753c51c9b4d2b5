/** How one attempt ended, and the wait before the next one, if there is one. */
interface Attempt<T> {
  result: Promise<T>;
  delay: number | undefined;
}

/** Calls once. The library repeats it while the attempt has a `delay`. */
async function attemptOnce<T>(
  call: BackoffCall<T>,
  options: BackoffOptions,
  retry: number,
  deadline: number,
): Promise<Attempt<T>> {
  const { timeout = 30_000, signal } = options;
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
  const [outcome, thrown] = await result.then(
    (value): [unknown, boolean] => [value, false],
    (error: unknown): [unknown, boolean] => [error, true],
  );
  clearTimeout(timer);
  const delay = signal?.aborted
    ? undefined
    : await readDelay(outcome, thrown, options, retry, deadline);
  return { result, delay };
}

/** The wait (ms) before the next attempt; undefined when there is none. */
async function readDelay(
  outcome: unknown,
  thrown: boolean,
  options: BackoffOptions,
  retry: number,
  deadline: number,
) {
  const { idempotent, retries = 3, maxWait = 60_000, onRetry } = options;
  const { baseDelay = 1_000, cap = 30_000, jitter = 1_000 } = options;
  const failure = await readTransientFailure(outcome, thrown);
  if (!failure || !idempotent || retry >= retries) return undefined;
  const { status, wait } = failure;
  const backoff = Math.min(cap, baseDelay * 2 ** retry);
  const delay = (wait ?? backoff) + Math.random() * jitter;
  if ((wait ?? 0) > maxWait || delay > deadline - Date.now()) {
    noteReset(status, wait)(outcome);
    return undefined;
  }
  if (onRetry) onRetry({ attempt: retry + 1, status, delay });
  else logRetry(retry + 1, status, delay);
  return delay;
}

/** Waits; a signal ends the wait. */
async function pause(delay: number, signal: AbortSignal | null | undefined) {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, delay);
    signal?.addEventListener('abort', wake);
  });
}
