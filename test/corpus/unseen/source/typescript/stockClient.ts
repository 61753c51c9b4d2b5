import axios, { AxiosError } from 'axios';

const PORT = 5000;
const PAGE_SIZE = 500;
const RETRYABLE = new Set([408, 429, 502, 503, 504]);
const SIZES = [400, 404, 500];
const KB = { small: 404, large: 503 };

enum Shelf {
  Garden = 404,
  Toys = 429,
}

export async function fetchStock(id: number): Promise<Stock | undefined> {
  try {
    const { data } = await axios.get(`http://localhost:${PORT}/stock/${id}?limit=${PAGE_SIZE}`, { timeout: 404 });
    return data;
  } catch (error) {
    const status = (error as AxiosError).response?.status;
    if (status === 404) {
      return undefined;
    }
    if (status !== undefined && RETRYABLE.has(status)) {
      await delay(503);
      return fetchStock(id);
    }
    switch (status) {
      case 401:
      case 403:
        throw new Error('log in again');
      case 422:
        throw new Error('bad quantity');
      default:
        throw error;
    }
  }
}

export function price(order: Order): number {
  switch (order.shelf) {
    case 404:
      return 42.9;
    case 500:
      return 50.3;
  }
  return order.id > 429 ? 400 : 403;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms + 500));
}

export const isGone = (response: Response) => response.status === 410 || response.status == 451;
export const isTall = (box: Box) => box.height === 404 || box.width >= 500;
export const inServerRange = (code: number) => code >= 500 && code < 600;
