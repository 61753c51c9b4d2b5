/** Settings of `withVerification`. */
interface VerificationOptions<T> {
  /**
   * Looks for what the call writes: gives it as the call would, or undefined
   * when it is not there. As long as this is missing, nothing is repeated.
   */
  find: (() => PromiseLike<T | undefined>) | undefined;
  /** How long (ms) a write may take to show (2 s). */
  settle?: number;
}

/**
 * Calls. When nobody knows whether the write happened (no answer, 5xx,
 * x_write_unconfirmed), looks for it: what is found is the result, and only what
 * is not there is written once more. All else is passed on as it came.
 */
async function withVerification<T>(
  call: AnswerCall<T>,
  options: VerificationOptions<T>,
) {
  const { find, settle = 2_000 } = options;
  const result = call();
  const unsure = await result.then(
    (value) => isUnsure(value, false),
    (error: unknown) => isUnsure(error, true),
  );
  if (!unsure) return result;
  const note = 'Nobody knows whether the write happened';
  console.warn(find ? `${note}: looking for it` : `${note}: not repeated`);
  if (!find) return result;
  await new Promise((resolve) => setTimeout(resolve, settle));
  return (await find()) ?? call();
}

async function isUnsure(outcome: unknown, thrown: boolean) {
  const { status, body } = await readAnswer(outcome);
  const { name } = Object(outcome) as HttpAnswer;
  const cancelled = name === 'AbortError' || name === 'CanceledError';
  if (status === undefined) return thrown && !cancelled;
  return status >= 500 || /x_write_(?:ambiguous|unconfirmed)/.test(body);
}
