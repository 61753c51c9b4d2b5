const request = require('supertest');
const nock = require('nock');
const { build } = require('../src/app');

const SIZES = [404, 429, 500];

describe('errors', () => {
  let app;
  beforeEach(() => {
    app = build({ port: 5000, limit: 500 });
  });

  it('answers unknown lamps', async () => {
    const response = await request(app).get('/lamps/404');
    expect(response.status).toBe(404);
    expect(response.body).toEqual({ error: 'no such lamp', id: 404 });
  });

  it('wants a token', () => request(app).post('/lamps').send({ watt: 42 }).expect(401));

  it('refuses big bodies', () => request(app).put('/lamps/17/photo').send('x'.repeat(5001)).expect(413, 'too big'));

  it('passes the limit on', async () => {
    nock('https://stock.lamps.example').get('/items/17').reply(429, { left: 0 }, { 'Retry-After': '29' });
    const { statusCode, headers } = await request(app).get('/lamps/17/stock');
    expect(statusCode).toEqual(503);
    expect(headers['retry-after']).toBe('29');
  });

  it('maps a dead stock service', async () => {
    nock('https://stock.lamps.example').get('/items/18').replyWithError('socket hang up');
    await request(app).get('/lamps/18/stock').expect(502);
  });

  it('resizes', async () => {
    for (const size of SIZES) {
      const { body, headers } = await request(app).get(`/lamps/17/photo?w=${size}`).expect(200);
      expect(body.length).toBe(size * 42);
      expect(headers['content-length']).toBe(String(size * 42));
    }
  });

  it('counts', async () => {
    expect((await request(app).get('/count')).body.total).toBe(404);
    expect(Math.round(4.29 * 100)).toBe(429);
  });
});
