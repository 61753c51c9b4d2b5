import { ApiResponseError, EApiV1ErrorCode, TwitterApi } from 'twitter-api-v2';

const client = new TwitterApi({
  appKey: process.env.X_APP_KEY!,
  appSecret: process.env.X_APP_SECRET!,
  accessToken: process.env.X_ACCESS_TOKEN!,
  accessSecret: process.env.X_ACCESS_SECRET!,
});

export type PostResult = { ok: true; id: string } | { ok: false; reason: string; retryAt?: Date };

export async function postStatus(text: string): Promise<PostResult> {
  if (text.length > 280) return { ok: false, reason: 'too long' };
  try {
    const { data } = await client.v2.tweet(text);
    return { ok: true, id: data.id };
  } catch (error) {
    if (!(error instanceof ApiResponseError)) throw error;

    if (error.hasErrorCode(187)) {
      return { ok: false, reason: 'posted before' };
    }
    if (error.hasErrorCode(EApiV1ErrorCode.RateLimitExceeded, EApiV1ErrorCode.TweetLimitExceeded)) {
      return { ok: false, reason: 'limit', retryAt: resetOf(error) };
    }
    if (error.hasErrorCode(64, 326)) {
      return { ok: false, reason: 'the account needs a human' };
    }
    if (error.code === 403 && error.data?.detail?.includes('duplicate content')) {
      return { ok: false, reason: 'posted before' };
    }
    if (error.rateLimitError || 429 === error.code) {
      return { ok: false, reason: 'limit', retryAt: resetOf(error) };
    }
    throw error;
  }
}

function resetOf(error: ApiResponseError): Date | undefined {
  return error.rateLimit ? new Date(error.rateLimit.reset * 1000) : undefined;
}
