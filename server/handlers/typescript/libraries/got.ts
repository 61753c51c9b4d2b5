/**
 * got's option `retry`, for calls that may be repeated: 408, 425, 429, 5xx,
 * timeouts and network errors, after the wait that the server asks for. The
 * last error is passed on as it came. That is at once, with `resetAt` added,
 * when the server asks for a wait beyond `maxWait`. The timeout of an attempt
 * is up to the call.
 */
function gotBackoff(options: Omit<BackoffOptions, 'timeout' | 'signal'>) {
  const { idempotent, retries = 3, totalTime = 120_000 } = options;
  const deadline = Date.now() + totalTime;
  const limit = idempotent ? retries : 0;
  // got retries a fixed list of methods and errors; this replaces the list.
  const calculateDelay = async (failed: {
    attemptCount: number;
    error: unknown;
  }) => {
    const retry = failed.attemptCount - 1;
    const delay = readDelay(failed.error, true, options, retry, deadline);
    return (await delay) ?? 0;
  };
  return { limit, calculateDelay };
}
