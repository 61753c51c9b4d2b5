/**
 * Calls. When nobody knows whether the write happened (no answer, 5xx,
 * x_write_unconfirmed), looks for it: what is found is the result, and only what
 * is not there is written once more. All else is passed on as it came.
 *
 * @template T
 * @param {() => PromiseLike<T>} call
 * @param {{ find?: () => PromiseLike<T | undefined>, settle?: number }} options `find`
 * looks for what the call writes: gives it as the call would, or undefined when
 * it is not there. `settle` is how long (ms) a write may take to show (2 s).
 * @returns {Promise<T>}
 */
async function withVerification(call, options) {
  const { find, settle = 2_000 } = options;
  const result = call();
  const unsure = await result.then(
    (value) => isUnsure(value, false),
    (error) => isUnsure(error, true),
  );
  if (!unsure) return result;
  const note = 'Nobody knows whether the write happened';
  console.warn(find ? `${note}: looking for it` : `${note}: not repeated`);
  if (!find) return result;
  await new Promise((resolve) => setTimeout(resolve, settle));
  return (await find()) ?? call();
}

async function isUnsure(outcome, thrown) {
  const { status, body } = await readAnswer(outcome);
  const { name } = Object(outcome);
  const cancelled = name === 'AbortError' || name === 'CanceledError';
  if (status === undefined) return thrown && !cancelled;
  return status >= 500 || /x_write_(?:ambiguous|unconfirmed)/.test(body);
}
