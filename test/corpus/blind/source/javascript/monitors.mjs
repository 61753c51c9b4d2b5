// Keeps our Xquik monitors in step with the list of accounts.
import { readFile } from 'node:fs/promises';

const API = 'https://api.xquik.com/api/v1/monitors';
const headers = { 'x-api-key': process.env.XQUIK_API_KEY, 'content-type': 'application/json' };

const FINE = ['monitor_already_exists'];
const STOP = ['monitor_limit_reached', 'no_subscription', 'subscription_inactive', 'unauthenticated'];

async function create(username) {
  const res = await fetch(API, { method: 'POST', headers, body: JSON.stringify({ username }) });
  if (res.ok) return console.log('+', username);

  const { error, message } = await res.json();
  if (FINE.includes(error) || res.status === 409) return;
  if (error === 'invalid_username' || error === 'user_not_found') {
    console.warn('?', username, message);
    return;
  }
  if (STOP.includes(error)) {
    console.error(error);
    process.exit(1);
  }
  if (error == 'rate_limit_exceeded') {
    await new Promise((r) => setTimeout(r, Number(res.headers.get('retry-after') ?? 5) * 1000));
    return create(username);
  }
  throw new Error(`${error}: ${message}`);
}

const accounts = (await readFile('accounts.txt', 'utf8')).split('\n').filter(Boolean);
for (const account of accounts.slice(0, 500)) await create(account);
