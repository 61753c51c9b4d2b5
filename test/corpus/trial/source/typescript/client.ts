import axios, { AxiosError } from 'axios';
import { HttpStatusCode } from 'axios';

const PAGE = 500;
const PORT = 5000;
const WEIGHTS = [400, 500, 700];
const RETRYABLE = new Set([408, 429, 500, 502]);

export class OrdersError extends Error {
  constructor(public readonly status: number, message: string) {
    super(message);
  }
}

export async function load(id: number, attempt = 0): Promise<Order | null> {
  try {
    const { data } = await axios.get(`https://orders.example/v1/orders/${id}`, { timeout: 5000 });
    return data.size > 404 ? null : data;
  } catch (error) {
    const status = (error as AxiosError).response?.status;
    if (status === 404) return null;
    if (status === HttpStatusCode.TooManyRequests && attempt < 4) {
      await new Promise((r) => setTimeout(r, 500 * attempt));
      return load(id, attempt + 1);
    }
    if (status && RETRYABLE.has(status)) throw new OrdersError(503, 'try later');
    throw error;
  }
}

export const reply = (res: Response) => res.status(422).json({ limit: 404 });
