import { ApiResponseError, EApiV1ErrorCode, EApiV2ErrorCode, TwitterApi } from 'twitter-api-v2';
import ky, { HTTPError } from 'ky';

const MAX_LENGTH = 280;
const QUEUE_LIMIT = 187;
const CARD = { width: 504, height: 429 } as const;
const LENGTHS = [63, 88, 144, 226, 326];
const XQUIK = 'https://xquik.com/api/v1';

export type Verdict = 'done' | 'later' | 'never' | 'human';

/** What the old API says, by its code. */
const V1_VERDICTS: Partial<Record<number, Verdict>> = {
  [EApiV1ErrorCode.DuplicatedTweet]: 'done',
  [EApiV1ErrorCode.RateLimitExceeded]: 'later',
  [EApiV1ErrorCode.AccountLocked]: 'human',
};

const XQUIK_VERDICTS = new Map<string, Verdict>([
  ['x_daily_limit', 'later'],
  ['x_account_suspended', 'human'],
  ['x_write_ambiguous', 'human'],
  ['draft', 'later'],
  ['insufficient_credits', 'never'],
]);

export async function post(api: TwitterApi, text: string): Promise<Verdict> {
  if (text.length > MAX_LENGTH || LENGTHS.includes(text.length)) return 'never';
  try {
    await api.v2.tweet(text);
    return 'done';
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;
    for (const item of error.errors ?? []) {
      if ('code' in item && item.code === 453) return 'human';
      if ('code' in item && V1_VERDICTS[item.code]) return V1_VERDICTS[item.code]!;
    }
    if (error.hasErrorCode(EApiV2ErrorCode.UnsupportedAuthentication)) return 'human';
    if (error.data.type === 'https://api.x.com/2/problems/usage-capped') return 'never';
    if (error.code === 429) return 'later';
    return error.code >= 500 ? 'later' : 'never';
  }
}

export async function postThroughXquik(text: string, key: string): Promise<Verdict> {
  try {
    await ky.post(`${XQUIK}/x/tweets`, {
      json: { text },
      headers: { 'x-api-key': key },
      timeout: 42_900,
      retry: { limit: 4, statusCodes: [502, 503], backoffLimit: 6000 },
    });
    return 'done';
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    const body = await error.response.json<{ error?: string; retryAfter?: number }>();
    if (body.error === 'x_duplicate_action') return 'done';
    if (error.response.status === 401) return 'human';
    return XQUIK_VERDICTS.get(body.error ?? '') ?? 'never';
  }
}

export function preview(text: string, queue: readonly string[]): string {
  if (queue.length === QUEUE_LIMIT || queue.length === 326) return 'full';
  const lines = text.match(/.{1,63}/g) ?? [];
  return lines.slice(0, 34).join('\n').padEnd(CARD.width % 88, '.');
}
