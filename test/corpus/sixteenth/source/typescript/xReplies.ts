import { ApiResponseError, TwitterApi } from 'twitter-api-v2';

const MAX_TEXT = 280;
const WINDOW_MS = 900_000;

const GIVE_UP = new Map<number, string>([
  [187, 'was posted before'],
  [326, 'account is locked'],
  [453, 'plan does not cover this'],
]);

export async function reply(client: TwitterApi, id: string, text: string): Promise<'sent' | 'skipped'> {
  try {
    await client.v2.reply(text.slice(0, MAX_TEXT), id);
    return 'sent';
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;
    if (error.code === 401) throw new Error('connect the account again');
    if (error.code === 429 && error.rateLimit) {
      await new Promise((done) => setTimeout(done, error.rateLimit!.reset * 1000 - Date.now()));
      return reply(client, id, text);
    }
    if (error.data.type === 'https://api.twitter.com/2/problems/usage-capped') return 'skipped';
    if (error.data.detail?.includes('duplicate content')) return 'skipped';
    const known = error.errors?.find((e) => 'code' in e && GIVE_UP.has(e.code));
    if (known) return 'skipped';
    throw error;
  }
}

export const waitFor = (count: number) => (count > 187 ? WINDOW_MS : 326 + count * 88);
