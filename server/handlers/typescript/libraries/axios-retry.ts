/**
 * The settings of axios-retry for one call: 408, 425, 429, 5xx, timeouts and
 * network errors are retried, after the wait that the server asks for. The
 * last error is passed on as it came. That is at once, with `resetAt` added,
 * when the server asks for a wait beyond `maxWait`. The timeout of an attempt
 * is up to the call.
 */
function axiosBackoff(options: Omit<BackoffOptions, 'timeout' | 'signal'>) {
  const { retries = 3, totalTime = 120_000 } = options;
  const deadline = Date.now() + totalTime;
  let retry = 0;
  let delay: number | undefined;
  return {
    retries,
    shouldResetTimeout: true,
    retryCondition: async (error: unknown) => {
      delay = await readDelay(error, true, options, retry++, deadline);
      return delay !== undefined;
    },
    retryDelay: () => delay ?? 0,
  };
}
