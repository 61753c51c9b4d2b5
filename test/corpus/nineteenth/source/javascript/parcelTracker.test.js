const nock = require('nock');
const axios = require('axios');
const MockAdapter = require('axios-mock-adapter');
const { track, Tracker } = require('../src/parcelTracker');

const HOST = 'https://parcels.example.net';

describe('track', () => {
  afterEach(() => nock.cleanAll());

  test('gives the stops', async () => {
    nock(HOST).get('/v3/parcels/500404').reply(200, { stops: [{ depot: 401 }, { depot: 422 }] });
    const stops = await track('500404');
    expect(stops.map((s) => s.depot)).toEqual([401, 422]);
  });

  test('is null for a parcel nobody knows', async () => {
    nock(HOST).get('/v3/parcels/1').reply(404, { error: 'unknown parcel' });
    expect(await track('1')).toBeNull();
  });

  test('tries again', async () => {
    nock(HOST).get('/v3/parcels/2').times(2).reply(503).get('/v3/parcels/2').reply(200, { stops: [] });
    expect(await track('2', { pause: 0 })).toEqual([]);
    expect(nock.isDone()).toBe(true);
  });

  test('gives up', async () => {
    nock(HOST).get('/v3/parcels/3').delay(400).reply(504, 'gateway timeout');
    await expect(track('3', { tries: 1 })).rejects.toHaveProperty('response.status', 504);
  });
});

describe('Tracker', () => {
  const mock = new MockAdapter(axios);

  beforeEach(() => mock.reset());

  it('renews the token once', async () => {
    mock.onGet('/me').replyOnce(401).onGet('/me').reply(200, { id: 451 });
    mock.onPost('/token').reply(200, { access_token: 't', expires_in: 500 });
    const tracker = new Tracker({ limit: 429 });
    expect((await tracker.me()).id).toBe(451);
  });

  it('shows what the carrier says', async () => {
    mock.onPost('/claims').reply(() => [409, { code: 'CLAIM_OPEN', claim: 417 }]);
    const error = await new Tracker().claim(2).catch((e) => e);
    expect(error.response.status).toBe(409);
    expect(error.response.data.claim).toBe(417);
  });

  it('rejects by hand', async () => {
    jest.spyOn(axios, 'delete').mockRejectedValueOnce({ response: { status: 423, data: {} } });
    await expect(new Tracker().forget(2)).resolves.toBe(false);
  });
});
