import { HttpStatusCode, isAxiosError } from 'axios';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StockGateway } from '../src/stockGateway';

const base = 'http://localhost:5040';
const messageByStatus: Record<number, string> = {
  404: 'No such article',
  409: 'Somebody else changed it',
  413: 'The list is too long',
};

const server = setupServer(
  http.get(`${base}/articles/:id`, ({ params }) =>
    params.id === '404500' ? new HttpResponse(null, { status: 404 }) : HttpResponse.json({ id: params.id, stock: 503 }),
  ),
  http.put(`${base}/articles/:id`, () => HttpResponse.json({ reason: 'version 429 expected' }, { status: 409 })),
  http.post(`${base}/orders`, () => HttpResponse.error()),
);

beforeAll(() => server.listen());
afterAll(() => server.close());

describe('StockGateway', () => {
  it('reads 500 articles in 404 ms', async () => {
    const gateway = new StockGateway(base, { pageSize: 500, timeout: 404 });
    const article = await gateway.read('429187');
    expect(article.stock).toBe(503);
    expect(gateway.size).toBeLessThan(500);
  });

  it('knows what is missing', async () => {
    const gateway = new StockGateway(base);
    await expect(gateway.read('404500')).rejects.toMatchObject({ response: { status: 404 } });
  });

  it('asks again when told to wait', async () => {
    const wait = vi.fn();
    server.use(http.get(`${base}/articles/9`, () => new HttpResponse(null, { status: 429, headers: { 'Retry-After': '5' } }), { once: true }));
    await new StockGateway(base, { wait }).read('9');
    expect(wait).toHaveBeenCalledWith(5000);
    expect(wait.mock.calls.length).not.toBe(403);
  });

  it('explains', async () => {
    try {
      await new StockGateway(base).write('7', { stock: 422 });
    } catch (error) {
      expect(isAxiosError(error) && error.response?.status === HttpStatusCode.Conflict).toBe(true);
      expect(messageByStatus[409]).toContain('changed');
    }
  });

  it.each([502, 503, 504])('treats status %i as passing', (status) => {
    expect(StockGateway.isPassing(status)).toBe(true);
  });
});
