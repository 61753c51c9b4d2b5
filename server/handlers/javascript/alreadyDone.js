/**
 * Calls. When the server says that an earlier attempt has done it already, that
 * is a success: the response comes back with status 200 and its body as it
 * came, or, from a client without responses, undefined. All else is passed on
 * as it came.
 *
 * @template T
 * @param {() => PromiseLike<T>} call
 * @param {{ code: string }} options The code by which the server says that it is done.
 * @returns {Promise<T>}
 */
async function acceptDone(call, options) {
  const { code } = options;
  const result = call();
  const answer = await result.then(readAnswer, readAnswer);
  if (!failedWith(answer, code)) return result;
  console.warn('Code %s: it is done already', code);
  const same = (outcome) => Object(outcome);
  const outcome = await result.then(same, same);
  const response = outcome.response ?? outcome;
  if (response.clone) {
    // A package may have a Response of its own.
    const Same = response.constructor;
    const init = { status: 200, headers: response.headers };
    return new Same(answer.body, init);
  }
  if (typeof response.status === 'number') {
    return Object.assign(response, { status: 200, statusText: 'OK' });
  }
  if (typeof response.statusCode !== 'number') return undefined;
  return Object.assign(response, { statusCode: 200, ok: true });
}
