import pRetry from 'p-retry';

/**
 * Calls until it succeeds or fails for good. p-retry repeats; what it does not
 * know is added: which failures may pass, the wait that the server asks for,
 * and the limits. Retries 408, 425, 429, 5xx, timeouts and network errors. The
 * last result or error is passed on as it came. That is at once, with `resetAt`
 * added, when the server asks for a wait beyond `maxWait`.
 */
async function withBackoff<T>(call: BackoffCall<T>, options: BackoffOptions) {
  const { retries = 3, totalTime = 120_000, signal } = options;
  const deadline = Date.now() + totalTime;
  let last: Attempt<T> | undefined;
  const attempt = async (count: number) => {
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
