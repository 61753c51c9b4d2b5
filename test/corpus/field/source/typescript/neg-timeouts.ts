import { setTimeout as wait } from 'node:timers/promises';
const CONNECT_TIMEOUT = 5000;
const PAUSE_MS = 429;
export async function run(job: () => Promise<void>, everyMs = 500) {
  for (let i = 0; i < 404; i++) {
    await job();
    await wait(i % 2 ? everyMs : PAUSE_MS);
  }
  return CONNECT_TIMEOUT / 403;
}
