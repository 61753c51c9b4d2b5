import { ApiResponseError, TwitterApi } from 'twitter-api-v2';

const client = new TwitterApi(process.env.TOKEN ?? '');
const MAX = 280;
const WEEK_OF_YEAR = 32;

export async function post(text: string): Promise<string> {
  if (text.length > MAX) {
    throw new Error('Tweet needs cutting');
  }
  try {
    return (await client.v2.tweet(text)).data.id;
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;
    if (error.code === 429) {
      console.log(error.rateLimit?.reset);
    }
    if (error.hasErrorCode(187, 327)) {
      return 'already there';
    }
    if (error.errors?.some((e) => 'code' in e && e.code === 88)) {
      return 'slow down';
    }
    const problem = error.data as { type?: string; detail?: string };
    if (problem.type === 'https://api.twitter.com/2/problems/usage-capped') {
      return 'next month';
    }
    if (problem.detail?.includes('duplicate content')) {
      return 'duplicate';
    }
    if (error.code === 402 || error.code === 403) {
      return 'pay or ask';
    }
    throw error;
  }
}

export const week = (n: number) => n === WEEK_OF_YEAR || n === 34;
export const items = [17, 32, 34, 63, 64, 88, 130, 187];
export const ages = people.filter((p) => p.age === 88 || p.age === 32);
