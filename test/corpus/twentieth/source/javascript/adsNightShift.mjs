// Pauses and resumes campaigns of X Ads at night, from a list in a file.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { signed } from './oauth1.mjs';

const BASE = 'https://ads-api.x.com/12';
const WAIT = { short: 500, long: 60_000 };
const AGAIN = new Set(['OVER_CAPACITY', 'SERVICE_UNAVAILABLE', 'INTERNAL_ERROR', 'LOCK_ACQUISITION_TIMEOUT']);

class AdsError extends Error {
  constructor(status, errors) {
    super(errors.map((e) => e.message).join('; ') || `HTTP ${status}`);
    this.status = status;
    this.codes = errors.map((e) => e.code);
  }
}

async function call(method, path, body) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${BASE}${path}`, signed(method, path, body));
    if (response.ok) return (await response.json()).data;
    const { errors = [] } = await response.json().catch(() => ({}));
    const error = new AdsError(response.status, errors);
    if (response.status === 429 && attempt < 5) {
      const reset = Number(response.headers.get('x-rate-limit-reset')) * 1000;
      await sleep(Math.max(reset - Date.now(), WAIT.long));
      continue;
    }
    if (error.codes.some((code) => AGAIN.has(code)) && attempt < 5) {
      await sleep(WAIT.short * 2 ** attempt);
      continue;
    }
    if (response.status >= 500 && attempt < 3) {
      await sleep(WAIT.long);
      continue;
    }
    throw error;
  }
}

export async function night(account, file) {
  const ids = (await readFile(file, 'utf8')).trim().split('\n');
  const report = { paused: 0, gone: [], refused: [] };
  for (const id of ids.slice(0, 200)) {
    try {
      await call('PUT', `/accounts/${account}/campaigns/${id}`, { entity_status: 'PAUSED' });
      report.paused++;
    } catch (error) {
      if (!(error instanceof AdsError)) throw error;
      if (error.codes.includes('CAMPAIGN_NOT_FOUND')) report.gone.push(id);
      else if (error.codes.includes('ACTION_NOT_ALLOWED')) report.refused.push(id);
      else if (error.codes[0] === 'UNAUTHORIZED_ACCESS' || error.status === 401) process.exit(77);
      else throw error;
    }
  }
  return report;
}

const [account, file] = process.argv.slice(2);
if (file) console.table(await night(account, file));
