import { TwitterApi } from 'twitter-api-v2';
import got, { HTTPError } from 'got';
import pRetry, { AbortError } from 'p-retry';

const GAUGES = [404, 417, 429, 503];
const MAX = 280;
const PAUSE_MS = 5000;
const api = new TwitterApi(process.env.X_TOKEN);

/** Levels of all gauges; 404 of a gauge means that it was taken out. */
export async function levels() {
  const out = new Map();
  for (const gauge of GAUGES) {
    try {
      const { cm } = await got(`https://levels.tarn.example/v1/gauges/${gauge}`, { timeout: { request: 4290 }, retry: { limit: 2, statusCodes: [429, 502, 503] } }).json();
      out.set(gauge, cm);
    } catch (error) {
      if (error instanceof HTTPError && error.response.statusCode === 404) continue;
      throw error;
    }
  }
  return out;
}

function alreadyPosted(error) {
  if (error.errors?.some((e) => e.code === 187)) return true;
  return error.code === 403 && (error.data?.detail ?? '').includes('duplicate content');
}

function locked(error) {
  const codes = error.errors?.map((e) => e.code) ?? [];
  return codes.includes(326) || codes.includes(64);
}

export async function post(text) {
  if (text.length > MAX) throw new RangeError(`${text.length} > 280`);
  return pRetry(
    async () => {
      try {
        return await api.v2.tweet(text);
      } catch (error) {
        if (alreadyPosted(error)) return null;
        if (locked(error)) throw new AbortError('account needs a human');
        switch (error.data?.type) {
          case 'https://api.x.com/2/problems/usage-capped':
          case 'https://api.twitter.com/2/problems/client-forbidden':
            throw new AbortError(error.data.title);
        }
        if (error.code === 429) {
          const wait = error.rateLimit.reset * 1000 - Date.now();
          if (wait > 404_000) throw new AbortError('too long');
          await new Promise((r) => setTimeout(r, wait));
        }
        if (error.code === 401) throw new AbortError('log in');
        throw error;
      }
    },
    { retries: 4, minTimeout: PAUSE_MS, maxTimeout: 42_900 },
  );
}

export function sentence(gauge, cm) {
  if (gauge === 404) return `Hidden Tarn: ${cm} cm`;
  const level = cm > 503 ? 'flood' : cm < 187 ? 'low' : 'normal';
  return `${gauge}: ${cm} cm (${level})`;
}

export const chart = { width: 500, height: 404, colours: ['#404040', '#500503'], weights: [400, 500], ticks: [64, 88, 187, 326] };
