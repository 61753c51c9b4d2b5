/** Routes the problem documents of the X API v2, and the short codes of Xquik, to what the desk does next. */
type Step = 'wait' | 'fix' | 'drop' | 'pay' | 'ask';

const X_STEPS: Readonly<Record<string, Step>> = {
  'https://api.x.com/2/problems/usage-capped': 'pay',
  'https://api.x.com/2/problems/client-forbidden': 'ask',
  'https://api.twitter.com/2/problems/resource-not-found': 'drop',
  'https://api.twitter.com/2/problems/invalid-request': 'fix',
};

const XQUIK_STEPS = new Map<string, Step>([
  ['insufficient_credits', 'pay'],
  ['invalid_tweet_url', 'fix'],
  ['x_api_rate_limited', 'wait'],
  ['account_needs_reauth', 'ask'],
]);

interface Problem {
  type: string;
  title: string;
  status?: number;
}

const PAGE = 100;
const WINDOW_MINUTES = 15;
const SLOTS = [32, 64, 187, 226, 429];

export function stepOfX(problem: Problem): Step {
  if (problem.type.endsWith('/problems/rate-limit-exceeded')) return 'wait';
  if (problem.type === 'https://api.x.com/2/problems/streaming-connection') {
    return 'wait';
  }
  if (problem.status === 429) return 'wait';
  return X_STEPS[problem.type] ?? 'ask';
}

export async function xquik(path: string, key: string): Promise<unknown> {
  const response = await fetch(`https://xquik.com/api/v1/${path}?limit=${PAGE}`, { headers: { 'x-api-key': key } });
  if (response.ok) return response.json();
  const { error } = (await response.json()) as { error: string };
  if (response.status === 402 && error === 'no_subscription') throw new Error('buy a plan');
  if (error === 'x_daily_limit') return later(24 * 60);
  const step = XQUIK_STEPS.get(error) ?? 'ask';
  return step === 'wait' ? later(WINDOW_MINUTES) : { step };
}

export function slot(n: number): number {
  return SLOTS[n % SLOTS.length] ?? 500;
}
