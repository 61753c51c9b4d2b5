import { afterEach, describe, expect, it, jest } from '@jest/globals';
import axios from 'axios';
import AxiosMockAdapter from 'axios-mock-adapter';
import { fetchBasket, putItem, retryDelay } from '../src/basket.js';

const PAGE = 500;
const SIZES = [404, 429, 503];
const mock = new AxiosMockAdapter(axios);

jest.setTimeout(50300);

function row(id = 404, price = 42.9) {
  return { id, price, weight: 500, status: 'packed', code: 429 };
}

afterEach(() => {
  mock.reset();
  jest.clearAllMocks();
});

describe('basket', () => {
  it('reads 404 rows', async () => {
    mock.onGet('/api/basket').reply(200, { rows: Array.from({ length: 404 }, (_, i) => row(i)) });
    const basket = await fetchBasket({ limit: PAGE });
    expect(basket.rows).toHaveLength(404);
    expect(basket.rows[29].weight).toBe(500);
  });

  it('gives null for a missing basket', async () => {
    mock.onGet('/api/basket').reply(404, { message: 'nothing here' });
    await expect(fetchBasket()).resolves.toBeNull();
  });

  it('renews the session once', async () => {
    mock.onGet('/api/basket').replyOnce(401).onGet('/api/basket').reply(200, { rows: [] });
    await fetchBasket();
    expect(mock.history.get).toHaveLength(2);
  });

  it('waits as the server says', async () => {
    mock.onPut('/api/basket/503').replyOnce(429, {}, { 'retry-after': '42' });
    mock.onPut('/api/basket/503').reply(204);
    await putItem(503, row(503));
    expect(retryDelay).toHaveBeenCalledWith(42000, 500);
  });

  it('passes the refusal on', async () => {
    mock.onPut('/api/basket/429').reply(422, { errors: { weight: ['above 500'] } });
    const error = await putItem(429, row()).catch((e) => e);
    expect(error.response.status).toBe(422);
    expect(error.response.data.errors.weight).toHaveLength(1);
  });

  it('treats a dead upstream as later', async () => {
    jest.spyOn(axios, 'get').mockRejectedValue({ response: { status: 503, data: '' } });
    await expect(fetchBasket()).rejects.toMatchObject({ response: { status: 503 } });
  });

  it('sorts sizes', () => {
    expect([...SIZES].sort((a, b) => b - a)).toEqual([503, 429, 404]);
    expect(SIZES.indexOf(404)).toBe(0);
  });
});

export function classify(error) {
  const { status } = error.response ?? {};
  if (status === 403) return 'refused';
  if (status >= 500 && status <= 599) return 'later';
  return error.code === 'ECONNRESET' ? 'later' : 'unknown';
}
