import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../src/app';

const server = setupServer(
  http.get('https://stock.example.org/stock/:sku', () => new HttpResponse(null, { status: 503 })),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
afterAll(() => server.close());

describe('orders', () => {
  it('answers 404 for an unknown order', async () => {
    const res = await request(app).get('/orders/187');
    expect(res.status).toBe(404);
  });

  it('hides a broken upstream', async () => {
    await request(app).post('/orders').send({ sku: 'A-500', count: 2 }).expect(502);
  });

  it('limits a client', async () => {
    server.use(
      http.post('https://pay.example.org/charges', () =>
        HttpResponse.json({ error: 'slow down' }, { status: 429, headers: { 'Retry-After': '7' } }),
      ),
    );
    const res = await request(app).post('/orders').send({ sku: 'A-88', count: 1 });
    expect(res.statusCode).toEqual(429);
    expect(res.body.waited).toBeLessThan(500);
  });

  it('lists five hundred orders', async () => {
    const res = await request(app).get('/orders?limit=500');
    expect(res.status).toBe(200);
    expect(res.body.items).toHaveLength(500);
  });
});
