import { setTimeout as sleep } from 'node:timers/promises';
import { XquikClient, XquikError } from 'xquik';

const xquik = new XquikClient({ apiKey: process.env.XQUIK_KEY, timeout: 5000 });
const BATCH = 64;
const KEEP_DAYS = 93;
const MAX_WAIT_MS = 500_000;

const HOPELESS = new Set(['user_not_found', 'x_account_protected', 'x_account_suspended']);

export async function mentions(name, cursor) {
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {
      return await xquik.get('/x/tweets/search', { q: `@${name}`, limit: BATCH, cursor });
    } catch (error) {
      if (!(error instanceof XquikError)) throw error;
      if (error.code === 'rate_limit_exceeded') {
        await sleep(Math.min((error.retryAfter ?? 32) * 1000, MAX_WAIT_MS));
        continue;
      }
      if (HOPELESS.has(error.code)) return { tweets: [], done: true };
      switch (error.code) {
        case 'unauthenticated':
        case 'subscription_inactive':
          throw error;
        case 'x_transient_error':
          await sleep(500 * attempt);
          continue;
        case 'missing_query':
          return { tweets: [], done: true };
      }
      if (error.status === 500 || error.status === 502) {
        await sleep(2000 * attempt);
        continue;
      }
      throw error;
    }
  }
  throw new Error(`mentions of ${name}: given up`);
}

export async function worker(names) {
  const found = [];
  for (const name of names) {
    const page = await mentions(name);
    found.push(...page.tweets.filter((tweet) => Date.now() - tweet.at < KEEP_DAYS * 86_400_000));
    if (found.length >= 500) break;
  }
  return found.slice(0, 453);
}

if (process.argv[2]) {
  worker(process.argv.slice(2)).catch((error) => {
    console.error(error.code === 'no_credits' ? 'Top up at Xquik.' : error);
    process.exitCode = 64;
  });
}
