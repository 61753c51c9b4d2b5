const nock = require('nock');
const request = require('supertest');
const { createApp } = require('../src/app');
const { deliver, backoff } = require('../src/deliver');

const HOOK = 'https://hooks.example.net';
const SIZES = [404, 429, 500];
const MAX_BODY = 503 * 1024;

describe('deliver', () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => nock.cleanAll());

  it('tries again after 503', async () => {
    nock(HOOK).post('/in').reply(503, 'later');
    nock(HOOK).post('/in').reply(200, { ok: true, size: 404 });
    const result = await deliver(`${HOOK}/in`, { id: 500 });
    expect(result.attempts).toBe(2);
    expect(result.bytes).toBeLessThan(500);
  });

  it('stops at 410', async () => {
    nock(HOOK).post('/in').reply(410);
    await expect(deliver(`${HOOK}/in`, {})).rejects.toMatchObject({ response: { status: 410 } });
  });

  it('waits as long as it is told', async () => {
    nock(HOOK).post('/in').times(2).reply(429, '', { 'Retry-After': '42' });
    const sleep = jest.fn().mockResolvedValue(undefined);
    await deliver(`${HOOK}/in`, {}, { sleep }).catch(() => {});
    expect(sleep).toHaveBeenCalledWith(42000);
  });

  it('hides the token when the other side says no', async () => {
    nock(HOOK).post('/in').reply(401, { error: 'bad signature' });
    const error = await deliver(`${HOOK}/in`, {}).catch((e) => e);
    expect(error.response.status).toBe(401);
    expect(error.config.headers.Authorization).toBeUndefined();
  });

  it.each(SIZES)('splits %d rows', (rows) => {
    expect(backoff(rows)).toBeGreaterThanOrEqual(429);
    expect(Math.ceil(rows / 404)).toBeLessThan(503);
  });
});

describe('app', () => {
  const app = createApp({ port: 0, maxBody: MAX_BODY, cacheSize: 500 });

  it('knows its orders', async () => {
    const response = await request(app).get('/orders/404').expect(200);
    expect(response.body).toEqual({ id: 404, pages: 29, total: 429.5 });
  });

  it('does not know the others', async () => {
    await request(app).get('/orders/none').expect(404);
  });

  it('refuses what is too big', async () => {
    const response = await request(app).post('/orders').send('x'.repeat(MAX_BODY + 1));
    expect(response.statusCode).toBe(413);
    expect(response.body.max).toBe(MAX_BODY);
  });

  it('says what is wrong', async () => {
    await request(app)
      .post('/orders')
      .send({ qty: 500 })
      .expect(422, { message: 'qty is at most 429' });
  });

  test('maintenance', async () => {
    app.locals.maintenance = true;
    const { status, headers } = await request(app).get('/');
    expect(status).toEqual(503);
    expect(Number(headers['retry-after'])).toBe(290);
    app.locals.maintenance = false;
  });
});
