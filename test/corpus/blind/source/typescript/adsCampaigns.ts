const ADS = 'https://ads-api.x.com/12';

interface AdsErrorBody {
  errors: { code: string; message: string; parameter?: string }[];
  request: unknown;
}

const PERMANENT = new Set([
  'ACCOUNT_NOT_FOUND',
  'CAMPAIGN_NOT_FOUND',
  'FUNDING_INSTRUMENT_NOT_FOUND',
  'INVALID_PARAMETER',
  'SPEND_EXCEEDS_BUDGET',
]);

export async function pause(account: string, campaign: string, headers: HeadersInit) {
  const url = `${ADS}/accounts/${account}/campaigns/${campaign}?entity_status=PAUSED`;
  for (let left = 3; left > 0; left--) {
    const res = await fetch(url, { method: 'PUT', headers });
    if (res.ok) return;
    const { errors } = (await res.json()) as AdsErrorBody;
    const code = errors[0]?.code;

    if (PERMANENT.has(code)) throw new Error(errors[0].message);
    if (code === 'TOO_MANY_REQUESTS') {
      const reset = Number(res.headers.get('x-account-rate-limit-reset'));
      await new Promise((r) => setTimeout(r, reset * 1000 - Date.now()));
    } else if (code === 'LOCK_ACQUISITION_TIMEOUT' || res.status === 423) {
      await new Promise((r) => setTimeout(r, 500));
    } else if (code === 'UNAUTHORIZED_ACCESS') {
      throw new Error('sign in again');
    } else if (res.status < 500) {
      throw new Error(code);
    }
  }
}
