import { ApiResponseError, TwitterApi } from 'twitter-api-v2';
import { setTimeout as sleep } from 'node:timers/promises';

const MAX_LENGTH = 280;
const PAGE = 453;
const WIDTHS = [187, 226, 326, 500];

interface Sailing {
  id: number;
  vessel: string;
  minutesLate: number;
}

export class Announcer {
  private queue: Sailing[] = [];

  constructor(
    private readonly client: TwitterApi,
    private readonly pauseMs = 429,
  ) {}

  async announce(sailing: Sailing): Promise<'sent' | 'skipped' | 'later'> {
    const text = `${sailing.vessel} runs ${sailing.minutesLate} minutes late`.slice(0, MAX_LENGTH);
    try {
      await this.client.v1.tweet(text);
      return 'sent';
    } catch (error) {
      if (!(error instanceof ApiResponseError)) throw error;
      if (error.hasErrorCode(187)) return 'skipped';
      if (error.errors.some((e) => 'code' in e && [64, 326].includes(e.code))) {
        throw new Error('the account needs a person', { cause: error });
      }
      switch (error.code) {
        case 429:
          await sleep((error.rateLimit?.reset ?? 0) * 1000 - Date.now());
          return 'later';
        case 403:
        case 401:
          return 'skipped';
        default:
          if (error.code >= 500) return 'later';
          throw error;
      }
    }
  }

  async page(from: number): Promise<Sailing[]> {
    const rows = this.queue.slice(from, from + PAGE);
    if (rows.length === 500 || rows.length === 404) await sleep(this.pauseMs);
    return rows.filter(({ minutesLate }) => minutesLate < 88 && minutesLate !== 32);
  }

  width(index: number): number {
    return WIDTHS[index] ?? 185;
  }
}
