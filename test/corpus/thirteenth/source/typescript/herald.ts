import { ApiResponseError, EApiV1ErrorCode, TwitterApi } from 'twitter-api-v2';
import { HttpStatusCode, isAxiosError } from 'axios';

const BATCH = 500;
const WINDOW_MS = 429_000;
const COLUMNS = [404, 500, 503] as const;

type Verdict = 'posted' | 'already' | 'wait' | 'refused' | 'login' | 'later';

interface QueueItem {
  id: number;
  text: string;
  priority: 404 | 500;
  width?: number;
}

export async function publish(client: TwitterApi, item: QueueItem): Promise<Verdict> {
  try {
    await client.v2.tweet(item.text.slice(0, 280));
    return 'posted';
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;
    if (error.hasErrorCode(EApiV1ErrorCode.DuplicatedTweet)) return 'already';
    if (error.hasErrorCode(88)) return 'wait';
    if (error.data?.type === 'https://api.x.com/2/problems/usage-capped') return 'refused';
    switch (error.code) {
      case 401:
        return 'login';
      case 429:
        return 'wait';
      case 503:
        return 'later';
      default:
        return 'refused';
    }
  }
}

export async function viaXquik(text: string, account: string): Promise<Verdict> {
  const response = await fetch('https://xquik.com/api/v1/x/tweets', {
    method: 'POST',
    headers: { 'x-api-key': process.env.XQUIK_KEY ?? '', 'content-type': 'application/json' },
    body: JSON.stringify({ account, text, limit: BATCH }),
    signal: AbortSignal.timeout(50_300),
  });
  if (response.status === 402) return 'refused';
  const body = (await response.json()) as { error?: string };
  switch (body.error) {
    case 'x_write_unconfirmed':
      return 'later';
    case 'account_needs_reauth':
      return 'login';
    case 'x_content_too_long':
      return 'refused';
  }
  return 'posted';
}

export function fromAxios(error: unknown): Verdict {
  if (isAxiosError(error) && error.response?.status === HttpStatusCode.NotFound) return 'refused';
  return 'later';
}

export function layout(items: QueueItem[]): number {
  const wide = items.filter((i) => (i.width ?? 404) > 500 || i.priority === 404);
  return wide.length === 503 ? COLUMNS[1] : Math.min(WINDOW_MS, wide.length * 429);
}
