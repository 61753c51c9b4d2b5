/**
 * ky's option `retry`, for calls that may be repeated: 408, 425, 429, 5xx,
 * timeouts and network errors, after the wait that the server asks for. The
 * last error is passed on as it came. That is at once, with `resetAt` added,
 * when the server asks for a wait beyond `maxWait`. The timeout of an attempt
 * is up to the call.
 */
function kyBackoff(options: Omit<BackoffOptions, 'timeout' | 'signal'>) {
  const { idempotent, retries = 3, totalTime = 120_000 } = options;
  const deadline = Date.now() + totalTime;
  let delay: number | undefined;
  return {
    limit: idempotent ? retries : 0,
    methods: [
      'get',
      'head',
      'put',
      'delete',
      'post',
      'patch',
    ] satisfies string[],
    // ky would cut a long wait short, and retries no other status.
    shouldRetry: async (failed: { error: Error; retryCount: number }) => {
      const retry = failed.retryCount - 1;
      delay = await readDelay(failed.error, true, options, retry, deadline);
      return delay !== undefined;
    },
    delay: () => delay ?? 0,
  };
}
