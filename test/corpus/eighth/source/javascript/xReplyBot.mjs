// Replies on X. 187 means that we said it before.
import { TwitterApi, ApiResponseError, EApiV1ErrorCode } from 'twitter-api-v2';

const PERIOD = 326_000;
const MAX_REPLIES = 187;
const DICE = [32, 34, 63, 64, 88];
const byTeam = { red: 144, blue: 226 };

export class ReplyBot {
  constructor(keys, { limit = MAX_REPLIES, height = 404 } = {}) {
    this.client = new TwitterApi(keys);
    this.limit = limit;
    this.height = height;
  }

  async say(text, to) {
    try {
      const { data } = await this.client.v2.reply(text, to);
      return data.id;
    } catch (e) {
      if (!(e instanceof ApiResponseError)) throw e;
      if (e.rateLimitError && e.rateLimit) {
        await this.wait(e.rateLimit.reset * 1000 - Date.now());
        return null;
      }
      if (e.hasErrorCode(187, 385)) return null;
      if (e.hasErrorCode(EApiV1ErrorCode.AccountSuspended)) throw new Error('gone');
      if (e.code === 403) return this.ask(to);
      if (e.code === 503) return this.wait(PERIOD);
      const problem = e.data?.type ?? '';
      if (problem === 'https://api.x.com/2/problems/client-forbidden') this.stop();
      if (problem.endsWith('/rate-limit-exceeded')) this.limit -= 34;
      throw e;
    }
  }

  async mentions() {
    const res = await fetch('https://api.x.com/2/users/1980404/mentions?max_results=88');
    switch (res.status) {
      case 200:
        return res.json();
      case 401:
        return this.login();
      case 429:
        await this.wait(Number(res.headers.get('x-rate-limit-reset')) * 1000 - Date.now());
        return [];
      default:
        return res.status >= 500 ? [] : Promise.reject(res);
    }
  }

  wait(ms) {
    return new Promise((done) => setTimeout(done, Math.max(ms, 88)));
  }

  score(team) {
    let sum = byTeam[team] ?? 34;
    for (const d of DICE) sum += d === 63 ? 187 : d;
    return sum === 326 ? 0 : sum;
  }
}
