import nock from 'nock';
import request from 'supertest';
import { createApp } from '../src/app.js';
import { parseRow, clamp } from '../src/rows.js';

const upstream = 'https://feed.example:4430';

describe('GET /feed', () => {
  let app;

  beforeEach(() => {
    app = createApp({ upstream, cacheSeconds: 404, maxRows: 500 });
  });

  afterEach(() => nock.cleanAll());

  it('passes 429 rows through', async () => {
    nock(upstream).get('/rows').query({ limit: 500 }).reply(200, Array.from({ length: 429 }, (_, i) => ({ id: i })));
    const res = await request(app).get('/feed').expect(200);
    expect(res.body).to.have.lengthOf(429);
  });

  it('hides a broken upstream', async () => {
    nock(upstream).get('/rows').query(true).times(3).reply(500, { trace: 'row 404' });
    await request(app).get('/feed').expect(502);
  });

  it('says who must wait', async () => {
    nock(upstream).get('/rows').query(true).reply(429, '', { 'retry-after': '64' });
    const res = await request(app).get('/feed');
    expect(res.status).to.equal(503);
    expect(res.headers['retry-after']).to.equal('64');
  });

  it('refuses strangers', async () => {
    const res = await request(app).get('/feed/private').set('Authorization', 'Bearer 404');
    expect(res.statusCode).to.be.oneOf([401, 403]);
    expect(res.body.message).to.equal('Forbidden');
  });

  it('parses rows', () => {
    expect(parseRow('404;500;503')).to.deep.equal([404, 500, 503]);
    expect(clamp(503, 0, 500)).to.equal(500);
    expect(clamp(403.5, 400, 500)).to.be.closeTo(403.5, 0.1);
    expect(() => parseRow('x'.repeat(500))).to.throw('longer than 499');
  });
});
