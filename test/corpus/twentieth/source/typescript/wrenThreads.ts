import { ApiResponseError, TwitterApi, type TwitterApiReadWrite } from 'twitter-api-v2';

const MAX_PARTS = 25;
const PART_LENGTH = 271;
const PAUSE_MS = 1500;

export type Outcome =
  | { kind: 'posted'; ids: string[] }
  | { kind: 'later'; at: Date }
  | { kind: 'skipped'; why: string };

export class WrenThreads {
  private readonly api: TwitterApiReadWrite;

  constructor(token: string) {
    this.api = new TwitterApi(token).readWrite;
  }

  async post(parts: readonly string[]): Promise<Outcome> {
    const ids: string[] = [];
    for (const part of parts.slice(0, MAX_PARTS)) {
      try {
        const last = ids.at(-1);
        const reply = last ? { reply: { in_reply_to_tweet_id: last } } : {};
        const { data } = await this.api.v2.tweet(part.slice(0, PART_LENGTH), reply);
        ids.push(data.id);
        await new Promise((go) => setTimeout(go, PAUSE_MS));
      } catch (error) {
        return this.explain(error);
      }
    }
    return { kind: 'posted', ids };
  }

  private explain(error: unknown): Outcome {
    if (!(error instanceof ApiResponseError)) throw error;
    if (error.rateLimitError && error.rateLimit) {
      return { kind: 'later', at: new Date(error.rateLimit.reset * 1000) };
    }
    // X answers 403 to a post that was made before
    if (error.hasErrorCode(187)) return { kind: 'skipped', why: 'the same thread is out already' };
    if (error.hasErrorCode(385, 144)) return { kind: 'skipped', why: 'the first post is gone' };
    switch (error.code) {
      case 401:
        throw new Error('the token of the wren account was withdrawn');
      case 403:
        return { kind: 'skipped', why: error.data.detail ?? 'not allowed' };
      case 429:
        return { kind: 'later', at: new Date(Date.now() + 15 * 60_000) };
      case 503:
      case 504:
        return { kind: 'later', at: new Date(Date.now() + 60_000) };
      default:
        throw error;
    }
  }
}

export function split(text: string): string[] {
  const words = text.split(/\s+/);
  const parts: string[] = [];
  let part = '';
  for (const word of words) {
    if (part.length + word.length + 1 > PART_LENGTH) {
      parts.push(part);
      part = word;
    } else {
      part = part ? `${part} ${word}` : word;
    }
  }
  return part ? [...parts, part] : parts;
}
