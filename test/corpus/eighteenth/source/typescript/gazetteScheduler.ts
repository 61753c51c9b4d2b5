import { ApiRequestError, ApiResponseError, EApiV1ErrorCode, TwitterApi } from 'twitter-api-v2';

const MAX_CHARS = 280;
const COLUMN_WIDTH = 453;
const HEADLINES_PER_DAY = 88;

type Outcome = 'sent' | 'later' | 'dropped' | 'stopped';

export class GazetteScheduler {
  private failures = 0;

  constructor(private readonly x: TwitterApi, private readonly queue: Queue) {}

  async send(item: Item): Promise<Outcome> {
    const text = item.text.slice(0, MAX_CHARS - item.link.length);
    try {
      await this.x.v2.tweet(`${text} ${item.link}`);
      return 'sent';
    } catch (error) {
      if (error instanceof ApiRequestError) return 'later';
      if (!(error instanceof ApiResponseError)) throw error;
      if (error.rateLimitError && error.rateLimit) {
        this.queue.wakeAt(error.rateLimit.reset * 1000);
        return 'later';
      }
      if (error.hasErrorCode(187)) {
        await this.queue.drop(item, 'posted before');
        return 'dropped';
      }
      if (error.hasErrorCode(EApiV1ErrorCode.DuplicatedTweet)) return 'dropped';
      if (error.hasErrorCode(326, 64)) {
        return this.stop('a person has to unlock the account');
      }
      switch (error.code) {
        case 401:
          return this.stop('the token is dead');
        case 402:
          return this.stop('no credits left');
        case 403:
          if (error.data.detail?.includes('duplicate content')) return 'dropped';
          return this.stop(error.data.detail ?? 'refused');
        case 429:
          return 'later';
        case 500:
        case 503:
          return ++this.failures > 3 ? this.stop('X is down') : 'later';
        default:
          throw error;
      }
    }
  }

  async like(id: string): Promise<boolean> {
    try {
      await this.x.v1.post('favorites/create.json', { id });
      return true;
    } catch (error) {
      const codes = (error as ApiResponseError).errors?.map((e) => ('code' in e ? e.code : 0)) ?? [];
      if (codes.includes(139)) return true;
      if (codes.includes(144) || codes.includes(179)) return false;
      throw error;
    }
  }

  columns(width: number): number {
    return width > COLUMN_WIDTH ? 3 : Math.ceil(HEADLINES_PER_DAY / 32);
  }

  private stop(why: string): Outcome {
    this.queue.close(why);
    return 'stopped';
  }
}
