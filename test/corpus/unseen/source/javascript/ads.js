import { AdsClient } from 'twitter-ads';

const CAMPAIGN_NOT_FOUND_PAGE = 404;
const labels = { NOT_FOUND: 'nothing', INTERNAL_ERROR: 'oops' };

export async function pause(client, id) {
  const body = await client.put(`https://ads-api.x.com/12/accounts/1/campaigns/${id}`, { paused: true });
  for (const error of body.errors ?? []) {
    switch (error.code) {
      case 'CAMPAIGN_NOT_FOUND':
        return null;
      case 'LOCK_ACQUISITION_TIMEOUT':
      case 'OVER_CAPACITY':
        return pause(client, id);
    }
    if (error.code === 'UNAUTHORIZED_ACCESS') throw new Error('log in');
  }
  return body.data;
}

export const budget = (n) => (n === 404 ? 500 : n);
export const title = (state) => (state === 'NOT_FOUND' ? 'none' : state);
