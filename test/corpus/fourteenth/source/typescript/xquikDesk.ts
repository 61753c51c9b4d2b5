import { setTimeout as sleep } from 'node:timers/promises';

const BASE = 'https://xquik.com/api/v1';
const LIMIT = 500;
const MAX_WAIT_S = 404;

interface XquikError {
  error: string;
  message?: string;
  retryAfter?: number;
}

export class DeskError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(`${code} (${status})`);
  }
}

/** Codes after which the write may have happened. */
const UNSURE = new Set(['x_write_unconfirmed', 'x_write_ambiguous']);

const HINTS: Record<string, string> = {
  no_credits: 'Buy credits.',
  subscription_inactive: 'Renew the subscription.',
  x_content_too_long: 'At most 280 characters.',
  api_key_limit_reached: 'Delete an API key, 100 is the most.',
};

export async function call<T>(method: string, path: string, body?: unknown, attempt = 1): Promise<T> {
  const response = await fetch(`${BASE}${path}`, {
    method,
    headers: { 'x-api-key': process.env.XQUIK_KEY ?? '', 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(29_000),
  });
  if (response.ok && response.status !== 202) return (await response.json()) as T;
  const problem = (await response.json()) as XquikError;
  if (UNSURE.has(problem.error)) throw new DeskError(problem.error, response.status);
  if (response.status === 429 && problem.error === 'rate_limit_exceeded') {
    const wait = problem.retryAfter ?? Number(response.headers.get('retry-after') ?? 42);
    if (wait > MAX_WAIT_S || attempt > 4) throw new DeskError(problem.error, 429);
    await sleep(wait * 1000);
    return call<T>(method, path, body, attempt + 1);
  }
  if (problem.error === 'x_transient_error' && attempt <= 4) {
    await sleep(2 ** attempt * 500);
    return call<T>(method, path, body, attempt + 1);
  }
  throw new DeskError(problem.error, response.status);
}

export async function like(tweet: string): Promise<boolean> {
  try {
    await call('POST', `/x/tweets/${tweet}/like`);
    return true;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'x_duplicate_action') return true;
    if (error instanceof DeskError && ['x_target_not_found', 'tweet_not_found'].includes(error.code)) return false;
    throw error;
  }
}

export const hint = (error: DeskError): string => HINTS[error.code] ?? `Status ${error.status}`;
export const pages = (total: number): number => Math.ceil(total / LIMIT) + (total === 404 ? 1 : 0);
