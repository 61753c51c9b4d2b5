import { handleWhenResult, retry } from 'cockatiel';

/**
 * Calls until it succeeds or fails for good. cockatiel repeats; what it does
 * not know is added: which failures may pass, the wait that the server asks
 * for, and the limits. Retries 408, 425, 429, 5xx, timeouts and network errors.
 * The last result or error is passed on as it came. That is at once, with
 * `resetAt` added, when the server asks for a wait beyond `maxWait`.
 */
async function withBackoff<T>(call: BackoffCall<T>, options: BackoffOptions) {
  const { retries = 3, totalTime = 120_000, signal } = options;
  const deadline = Date.now() + totalTime;
  let delay: number | undefined;
  const again = handleWhenResult(() => delay !== undefined);
  const policy = retry(again, { maxAttempts: retries });
  const last = await policy.execute(async ({ attempt }) => {
    // A wait of cockatiel cannot be cancelled, so it is made here.
    if (delay !== undefined) await pause(delay, signal);
    const made = await attemptOnce(call, options, attempt, deadline);
    delay = made.delay;
    return made;
  });
  return last.result;
}
