/** Settings of `acceptDone`. */
interface DoneOptions {
  /** The code by which the server says that it is done already. */
  code: string;
}

/**
 * Calls. When the server says that an earlier attempt has done it already, that
 * is a success: the response comes back with status 200 and its body as it
 * came, or, from a client without responses, undefined. All else is passed on
 * as it came.
 */
async function acceptDone<T>(call: AnswerCall<T>, options: DoneOptions) {
  const { code } = options;
  const result = call();
  const answer = await result.then(readAnswer, readAnswer);
  if (!failedWith(answer, code)) return result;
  console.warn('Code %s: it is done already', code);
  const same = (outcome: unknown) => Object(outcome) as HttpAnswer;
  const outcome = await result.then(same, same);
  const response = outcome.response ?? outcome;
  if (response.clone) {
    // A package may have a Response of its own.
    const Same = response.constructor as typeof Response;
    const init = { status: 200, headers: response.headers as HeadersInit };
    return new Same(answer.body, init) as T;
  }
  if (typeof response.status === 'number') {
    return Object.assign(response, { status: 200, statusText: 'OK' }) as T;
  }
  if (typeof response.statusCode !== 'number') return undefined as T;
  return Object.assign(response, { statusCode: 200, ok: true }) as T;
}
