/** Settings of `withApiError`. */
interface ApiErrorOptions {
  /** The code of the failure, or its status. */
  code: string;
  /** What helps. */
  advice: string;
}

/** A failure that no retry helps with. */
interface ApiError extends Error, ApiErrorOptions {
  status: number | undefined;
  /** When the quota is renewed, where the server says so. */
  resetAt: Date | undefined;
}

/**
 * Calls. A failure with the code is thrown at once as an error that says what
 * helps, and when. All else is passed on as it came.
 */
async function withApiError<T>(call: AnswerCall<T>, options: ApiErrorOptions) {
  const result = call();
  const answer = await result.then(readAnswer, readAnswer);
  const { code, advice } = options;
  if (!failedWith(answer, code)) return result;
  const { status } = answer;
  const resetAt = readReset(answer);
  const until = resetAt ? ` until ${resetAt.toISOString()}` : '';
  const same = (outcome: unknown) => outcome;
  const cause = await result.then(same, same);
  const error = new Error(`${code}${until}: ${advice}`, { cause });
  const found = { name: 'ApiError', code, advice, status, resetAt };
  throw Object.assign(error, found) satisfies ApiError;
}

/** When a limit that is used up is renewed. */
function readReset({ body, header }: AnswerText) {
  const asked = header('retry-after');
  const inBody = /"retryAfter\\?"\s*:\s*(\d+)/.exec(body)?.[1] ?? '';
  const limits = ['x-app-limit-24hour', 'x-user-limit-24hour', 'x-rate-limit'];
  const used = limits.find((limit) => header(`${limit}-remaining`) === '0');
  const moment = used === undefined ? '' : header(`${used}-reset`);
  if (moment !== '') return new Date(Number(moment) * 1_000);
  const seconds = asked || inBody;
  if (seconds === '') return undefined;
  const date = /^\d+$/.test(seconds)
    ? Date.now() + Number(seconds) * 1_000
    : Date.parse(seconds);
  return Number.isNaN(date) ? undefined : new Date(date);
}
