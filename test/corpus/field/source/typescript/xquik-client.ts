const BASE = 'https://xquik.com/api/v1';

export type XquikError = 'insufficient_credits' | 'rate_limit_exceeded' | 'x_write_unconfirmed';

export async function tweet(text: string, key: string) {
  const res = await fetch(`${BASE}/x/tweets`, { method: 'POST', headers: { 'x-api-key': key }, body: JSON.stringify({ text }) });
  const body = await res.json();
  switch (body.error) {
    case 'rate_limit_exceeded':
      return { retryIn: body.retryAfter };
    case 'insufficient_credits':
    case 'no_credits':
      throw new Error('top up first');
    case 'x_write_unconfirmed':
      return { verify: true };
    case 'account_needs_reauth':
      throw new Error('connect the account again');
  }
  return body;
}
