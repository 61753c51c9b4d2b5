/**
 * ky's option `retry`, for calls that may be repeated: 408, 425, 429, 5xx,
 * timeouts and network errors, after the wait that the server asks for. The
 * last error is passed on as it came. That is at once, with `resetAt` added,
 * when the server asks for a wait beyond `maxWait`. The timeout of an attempt
 * is up to the call. Times are milliseconds.
 *
 * @param {object} options
 * @param {boolean} options.idempotent True when repeating does no harm: GET,
 *   PUT, DELETE, or an idempotency key. False: no retries.
 * @param {number} [options.retries] Retries after the first attempt.
 * @param {number} [options.totalTime] Limit of all attempts and waits.
 * @param {number} [options.maxWait] When the server asks for a longer wait than
 *   this, there is no retry.
 * @param {number} [options.baseDelay] When it asks for none, the wait is
 *   min(cap, baseDelay * 2^n) + random(0, jitter).
 * @param {number} [options.cap]
 * @param {number} [options.jitter]
 * @param {(retry: BackoffRetry) => void} [options.onRetry] Called before each
 *   wait instead of the log. Without a status, the server did not answer.
 * @typedef {{ attempt: number, status?: number, delay: number }} BackoffRetry
 */
function kyBackoff(options) {
  const { idempotent, retries = 3, totalTime = 120_000 } = options;
  const deadline = Date.now() + totalTime;
  let delay;
  return {
    limit: idempotent ? retries : 0,
    methods: ['get', 'head', 'put', 'delete', 'post', 'patch'],
    // ky would cut a long wait short, and retries no other status.
    shouldRetry: async (failed) => {
      const retry = failed.retryCount - 1;
      delay = await readDelay(failed.error, true, options, retry, deadline);
      return delay !== undefined;
    },
    delay: () => delay ?? 0,
  };
}
