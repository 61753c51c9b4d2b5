const SEARCH = 'https://api.x.com/2/tweets/search/recent';

export function isCreditsError(err) {
  if (!err || typeof err !== 'object') return false;
  if (err.code !== 402) return false;
  const { title = '', type = '' } = err.data ?? {};
  return title === 'CreditsDepleted' || type.includes('/problems/credits');
}

export async function collect(token) {
  const res = await fetch(SEARCH, { headers: { authorization: `Bearer ${token}` } });
  const left = res.headers.get('x-rate-limit-remaining');
  if (res.status === 429 && Number(left) > 0) throw new Error('another limit fired');
  return res.json();
}
