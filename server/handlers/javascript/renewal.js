/**
 * Calls, and when the server answers 401, renews the credentials once and calls
 * once more. The last result or error is passed on as it came. The call has to
 * read the credentials anew each time.
 *
 * @template T
 * @param {() => PromiseLike<T>} call
 * @param {{ renew: () => unknown }} options Renews what the call reads.
 * @returns {Promise<T>}
 */
async function withRenewal(call, options) {
  const result = call();
  const unauthorized = await result.then(isUnauthorized, isUnauthorized);
  if (!unauthorized) return result;
  console.warn('HTTP 401: renewing the credentials');
  await options.renew();
  return call();
}

/**
 * Whether a result or an error of fetch, axios, got, or another says 401.
 *
 * @param {any} outcome
 */
function isUnauthorized(outcome) {
  const http = Object(outcome);
  const response = Object(http.response ?? http);
  return [response.status, response.statusCode, http.code].includes(401);
}
