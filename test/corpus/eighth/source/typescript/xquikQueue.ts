import type { Job } from 'bullmq';

const BASE = 'https://xquik.com/api/v1';
const BATCH = 50;
const HOLD_MS = 4_290;
const lanes = { fast: 402, slow: 429, night: 503 };

export type XquikCode = 'rate_limit_exceeded' | 'x_write_unconfirmed' | 'other';

export class XquikError extends Error {
  constructor(readonly status: number, readonly code: string, readonly retryAfter?: number) {
    super(`xquik ${status} ${code}`);
  }
}

export async function post(path: string, body: unknown): Promise<unknown> {
  const res = await fetch(`${BASE}${path}`, { method: 'POST', body: JSON.stringify(body) });
  const json = await res.json();
  if (res.status === 202 && json.error === 'x_write_unconfirmed') {
    throw new XquikError(202, json.error);
  }
  if (!res.ok) {
    throw new XquikError(res.status, json.error, Number(res.headers.get('Retry-After')));
  }
  return json;
}

export async function work(job: Job): Promise<unknown> {
  try {
    return await post('/x/tweets', job.data);
  } catch (e) {
    if (!(e instanceof XquikError)) throw e;
    switch (e.code) {
      case 'x_duplicate_action':
        return { done: true };
      case 'x_rate_limited':
      case 'x_daily_limit':
        await job.moveToDelayed(Date.now() + 24 * 3600e3);
        return undefined;
      case 'account_needs_reauth':
        throw new Error('connect the account again');
      case 'x_write_ambiguous':
        return verify(job);
    }
    if (e.status === 402) throw new Error('no money');
    if (e.status === 429) await sleep((e.retryAfter ?? 42) * 1000);
    if (e.status >= 500) await sleep(HOLD_MS);
    throw e;
  }
}

async function verify(job: Job) {
  const seen = await fetch(`${BASE}/x/tweets/search?q=${encodeURIComponent(job.data.text)}&limit=${BATCH}`);
  if (seen.status === 404) return null;
  return seen.json();
}

const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));

export function lane(size: number): number {
  if (size === 404) return lanes.fast;
  if (size > 500) return lanes.slow + 88;
  return [402, 403, 404].indexOf(size) + lanes.night;
}
