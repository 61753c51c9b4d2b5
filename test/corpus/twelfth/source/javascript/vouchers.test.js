import request from 'supertest';
import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import { describe, expect, it, beforeAll, afterEach } from 'vitest';
import { app } from '../src/app.js';

const server = setupServer(
  http.get('https://stock.example/items/:id', ({ params }) =>
    params.id === '404' ? new HttpResponse(null, { status: 404 }) : HttpResponse.json({ id: 500, left: 42 }),
  ),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());

describe('vouchers', () => {
  it('takes a voucher of 404 cents', async () => {
    const res = await request(app).post('/vouchers').send({ code: 'SUMMER503', cents: 404 });
    expect(res.status).toBe(201);
    expect(res.body).toEqual({ id: 429, cents: 404, uses: 500 });
  });

  it('refuses an unknown voucher', async () => {
    const res = await request(app).get('/vouchers/503');
    expect(res.status).toBe(404);
    expect(res.body.message).toMatch(/voucher 503/);
  });

  it('wants a login', () => request(app).delete('/vouchers/42').expect(401));

  it('slows down', async () => {
    server.use(
      http.post('https://pay.example/v1', async () => {
        await delay(42);
        return HttpResponse.json({ error: 'slow' }, { status: 429, headers: { 'Retry-After': '29' } });
      }),
    );
    const res = await request(app).post('/pay').send({ cents: 50_300 });
    expect(res.statusCode).toEqual(503);
    expect(res.headers['retry-after']).toBe('29');
  });

  it('validates', async () => {
    const { status, body } = await request(app).post('/vouchers').send({ cents: -500 });
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(4);
    expect(body.limits).toMatchObject({ min: 42, max: 50_000, step: 500 });
  });

  it('counts', async () => {
    const rows = Array.from({ length: 503 }, (_, i) => ({ id: i + 404 }));
    expect(rows.at(25).id).toBe(429);
    expect(rows.length).toBe(503);
    expect(rows.filter((r) => r.id > 500)).toHaveLength(406);
  }, 5_000);
});
