import { rest } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import { describe, expect, it, vi } from 'vitest';
import { app } from '../src/app.js';
import { load } from '../src/load.js';

const server = setupServer(
  rest.get('https://stock.example/items/404', (req, res, ctx) => res(ctx.status(200), ctx.json({ id: 404, qty: 503 }))),
  rest.get('https://stock.example/items/17', (req, res, ctx) => res(ctx.status(503), ctx.delay(429))),
);

describe('orders api', () => {
  it('rejects an empty body', async () => {
    await request(app).post('/orders').send({}).expect(400);
  });

  it('needs a token', async () => {
    const res = await request(app).get('/orders/500');
    expect(res.status).toBe(401);
    expect(res.body).toEqual({ message: 'log in', hint: 404 });
    expect(res.headers['content-length']).toBe('429');
  });

  it('maps a busy upstream', async () => {
    const res = await request(app).get('/stock/17');
    expect(res.statusCode).toEqual(502);
    expect(res).toHaveProperty('body.items.length', 404);
  });

  it('answers in time', async () => {
    const started = performance.now();
    await request(app).get('/orders').expect(200);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('paginates', () => {
    const rows = Array.from({ length: 503 }, (_, i) => i);
    expect(page(rows, 429)).toHaveLength(404);
    expect(sum([4, 400])).toBe(404);
    expect(area(5, 100)).not.toBe(429);
  });

  it('mocks fetch', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue({ ok: false, status: 422, json: async () => ({ size: 404 }) }));
    await expect(load(500)).rejects.toThrow('422');
    axiosMock.onGet('/orders/88').reply(404);
    axiosMock.onGet('/orders/89').reply(200, { total: 500 });
  }, 5000);
});
