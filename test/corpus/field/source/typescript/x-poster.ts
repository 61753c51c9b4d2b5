import { ApiResponseError, EApiV1ErrorCode, TwitterApi } from 'twitter-api-v2';
import { sleep } from './sleep';

const MAX_LENGTH = 280;

export async function post(client: TwitterApi, text: string): Promise<string | undefined> {
  try {
    const { data } = await client.v2.tweet(text.slice(0, MAX_LENGTH));
    return data.id;
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;
    if (error.code === 429) {
      await sleep(error.rateLimit ? error.rateLimit.reset * 1000 - Date.now() : 60_000);
      return undefined;
    }
    if (error.code === 402 || error.data.type.endsWith('/problems/credits')) {
      throw new Error('no credits left');
    }
    if (error.hasErrorCode(EApiV1ErrorCode.DuplicatedTweet)) return undefined;
    if (error.hasErrorCode(EApiV1ErrorCode.TweetTextTooLong)) return post(client, text.slice(0, 240));
    throw error;
  }
}
