import { jest } from '@jest/globals';
import { post } from '../src/poster.js';

const respond = (status, body, headers = {}) =>
  Promise.resolve({ ok: status < 400, status, headers: new Map(Object.entries(headers)), json: async () => body });

describe('post to api.twitter.com', () => {
  afterEach(() => jest.restoreAllMocks());

  it('knows a duplicate', async () => {
    global.fetch = jest.fn(() =>
      respond(403, { errors: [{ code: 187, message: 'Status is a duplicate.' }] }),
    );
    expect(await post('hello')).toEqual({ state: 'duplicate', code: 187 });
  });

  it('stops at the monthly cap', async () => {
    global.fetch = jest.fn(() =>
      respond(429, {
        title: 'UsageCapExceeded',
        period: 'Monthly',
        detail: 'Usage cap exceeded: Monthly product cap',
        type: 'https://api.twitter.com/2/problems/usage-capped',
      }),
    );
    expect(await post('hello')).toEqual({ state: 'capped' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('waits 500 ms after an error of theirs', async () => {
    global.fetch = jest.fn(() => respond(500, { errors: [{ code: 131, message: 'Internal error' }] }));
    jest.useFakeTimers();
    const done = post('hello');
    await jest.advanceTimersByTimeAsync(500);
    expect((await done).attempts).toBe(2);
  });
});
