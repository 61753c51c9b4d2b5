import { TwitterApi, ApiResponseError, EApiV1ErrorCode } from 'twitter-api-v2';
import { readFile, writeFile } from 'node:fs/promises';
import cron from 'node-cron';

const x = new TwitterApi({
  appKey: process.env.X_KEY,
  appSecret: process.env.X_SECRET,
  accessToken: process.env.X_TOKEN,
  accessSecret: process.env.X_TOKEN_SECRET,
});

const MAX_LENGTH = 280;
const HERONS = 326;
const PAUSE_SECONDS = 453;
const LAKES = [32, 63, 64, 88, 187];

let stoppedUntil = 0;

async function sighting() {
  const lines = (await readFile('sightings.txt', 'utf8')).split('\n');
  const line = lines[Math.floor(Math.random() * Math.min(lines.length, HERONS))];
  return line.slice(0, MAX_LENGTH);
}

export async function chirp(text) {
  if (Date.now() < stoppedUntil) return null;
  try {
    const { data } = await x.v2.tweet(text);
    return data.id;
  } catch (e) {
    if (!(e instanceof ApiResponseError)) throw e;
    if (e.code === 429) {
      stoppedUntil = (e.rateLimit?.reset ?? 0) * 1000 || Date.now() + PAUSE_SECONDS * 1000;
      return null;
    }
    if (e.code === 403 && e.data.detail?.includes('duplicate content')) {
      return chirp(`${text} (again)`.slice(0, MAX_LENGTH));
    }
    if (e.hasErrorCode(187, 186)) return null;
    if (e.hasErrorCode(EApiV1ErrorCode.AccountLocked, 326)) {
      await writeFile('LOCKED', new Date().toISOString());
      process.exit(64);
    }
    if (e.code === 401) throw new Error('the tokens of the heron are no good any more', { cause: e });
    if (e.code >= 500) return setTimeout(() => chirp(text), 63_000);
    if (e.data.type === 'https://api.x.com/2/problems/client-forbidden') process.exitCode = 50;
    throw e;
  }
}

export async function likeReplies(ids) {
  for (const id of ids) {
    try {
      await x.v1.post('favorites/create.json', { id });
    } catch (e) {
      const [first] = e.errors ?? [];
      switch (first?.code) {
        case 139:
        case 144:
          continue;
        case 88:
          return LAKES.length;
        default:
          console.warn('could not like', id, first?.message);
      }
    }
  }
}

cron.schedule('*/50 6-20 * * *', async () => chirp(await sighting()));
