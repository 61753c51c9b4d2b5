import pRetry from 'p-retry';

/**
 * Calls until it succeeds or fails for good. p-retry repeats; what it does not
 * know is added: which failures may pass, the wait that the server asks for,
 * and the limits. Retries 408, 425, 429, 5xx, timeouts and network errors. The
 * last result or error is passed on as it came. That is at once, with `resetAt`
 * added, when the server asks for a wait beyond `maxWait`.
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
  const { retries = 3, totalTime = 120_000, signal } = options;
  const deadline = Date.now() + totalTime;
  let last;
  const attempt = async (count) => {
    last = await attemptOnce(call, options, count - 1, deadline);
    if (last.delay !== undefined) throw new Error('Asks for another attempt');
    return last.result;
  };
  // The waits are made here: those of p-retry depend on the count alone.
  const onFailedAttempt = async () => {
    if (last?.delay === undefined) await last?.result;
    else await pause(last.delay, signal);
  };
  const limits = { retries, minTimeout: 0, ...(signal && { signal }) };
  return pRetry(attempt, { ...limits, onFailedAttempt });
}
