import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buyCookie, CookieError, listCookies } from './cookieStand';

const shop = 'https://cookies.example.com';
const tin = { id: 401, grams: 500, price: 4.29 };

const server = setupServer(http.get(`${shop}/tins`, () => HttpResponse.json([tin, { ...tin, id: 404 }])));

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('listCookies', () => {
  it('lists tins', async () => {
    const tins = await listCookies();
    expect(tins).toHaveLength(2);
    expect(tins[1].id).toBe(404);
    expect(tins.reduce((sum, { grams }) => sum + grams, 0)).toEqual(1000);
  });

  it.each([
    [500, 3],
    [502, 3],
    [404, 1],
  ])('asks again after %i', async (status, asked) => {
    const seen = vi.fn();
    server.use(
      http.get(`${shop}/tins`, () => {
        seen();
        return new HttpResponse(null, { status });
      }),
    );
    await expect(listCookies()).rejects.toMatchObject({ status });
    expect(seen).toHaveBeenCalledTimes(asked);
  });
});

describe('buyCookie', () => {
  it('throws when the purse is empty', async () => {
    server.use(http.post(`${shop}/orders`, () => HttpResponse.json({ reason: 'purse' }, { status: 402 })));
    const error = await buyCookie(401, 2).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(CookieError);
    expect((error as CookieError).statusCode).toBe(402);
  });

  it('waits as told', async () => {
    vi.useFakeTimers();
    server.use(
      http.post(`${shop}/orders`, () => new HttpResponse('slow', { status: 429, headers: { 'Retry-After': '7' } }), { once: true }),
      http.post(`${shop}/orders`, () => HttpResponse.json({ order: 503 }, { status: 201 })),
    );
    const order = buyCookie(401, 1);
    await vi.advanceTimersByTimeAsync(7_500);
    await expect(order).resolves.toEqual({ order: 503 });
  });

  it('mocks fetch by hand', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce({ ok: false, status: 418, json: async () => ({}) } as Response);
    await expect(buyCookie(500, 1)).rejects.toThrow(/teapot/);
  });
});
