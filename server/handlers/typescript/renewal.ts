/** Settings of `withRenewal`. */
interface RenewalOptions {
  /** Renews what the call reads its credentials from. */
  renew: () => unknown;
}

type RenewalCall<T> = () => PromiseLike<T>;

/**
 * Calls, and when the server answers 401, renews the credentials once and calls
 * once more. The last result or error is passed on as it came. The call has to
 * read the credentials anew each time.
 */
async function withRenewal<T>(call: RenewalCall<T>, options: RenewalOptions) {
  const result = call();
  const unauthorized = await result.then(isUnauthorized, isUnauthorized);
  if (!unauthorized) return result;
  console.warn('HTTP 401: renewing the credentials');
  await options.renew();
  return call();
}

/** Whether a result or an error of fetch, axios, got, or another says 401. */
function isUnauthorized(outcome: unknown) {
  const http = Object(outcome) as Record<string, unknown>;
  const response = Object(http.response ?? http) as Record<string, unknown>;
  return [response.status, response.statusCode, http.code].includes(401);
}
