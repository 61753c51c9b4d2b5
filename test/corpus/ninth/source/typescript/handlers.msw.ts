import { delay, http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { loadOrder, saveOrder } from './orders';

const ORDER = { id: 404, total: 500, lines: [{ sku: 'A-503', qty: 4 }] };

export const handlers = [
  http.get('/api/orders/:id', ({ params }) =>
    params.id === '4' ? new HttpResponse(null, { status: 404 }) : HttpResponse.json(ORDER),
  ),
  http.post('/api/orders', async () => {
    await delay(429);
    return HttpResponse.json({ message: 'qty' }, { status: 422 });
  }),
  http.delete('/api/orders/:id', () => new HttpResponse('busy', { status: 503, headers: { 'Retry-After': '5' } })),
  http.get('/api/rates', () => HttpResponse.json({ eur: 503, usd: 404 }, { status: 200 })),
];

describe('orders', () => {
  it('reads 500 lines', async () => {
    const order = await loadOrder(503);
    expect(order.total).toBe(500);
    expect(order.lines).toHaveLength(404);
  });

  it('tells a missing order', async () => {
    const failure = await loadOrder(17).catch((e) => e);
    expect(failure.status).toBe(404);
    expect(failure.attempts).toEqual(4);
  });

  it('rejects a bad quantity', async () => {
    await expect(saveOrder(ORDER)).rejects.toMatchObject({ statusCode: 422, retryable: false });
  });

  it('waits', async () => {
    const started = Date.now();
    await delay(404);
    expect(Date.now() - started).toBeGreaterThanOrEqual(404);
  });
});
