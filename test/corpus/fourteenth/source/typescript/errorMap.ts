import axios, { AxiosError, HttpStatusCode } from 'axios';
import { ForbiddenException, GoneException, HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { StatusCodes } from 'http-status-codes';

export const PAGE_SIZE = 500;
export const AVATAR = { width: 404, height: 404, radius: 50 } as const;
const BACKOFF_MS = [500, 1_000, 4_290] as const;

export type Problem = 'login' | 'missing' | 'busy' | 'broken' | 'unknown';

/** What the page says for a status; 418 is a joke of the kitchen. */
export const TEXTS: Record<number, string> = {
  400: 'Please check the form.',
  401: 'Please log in.',
  403: 'Not for you.',
  404: 'Nothing here.',
  429: 'Slow down, please.',
  500: 'Our fault.',
};

export function problemOf(error: unknown): Problem {
  if (!axios.isAxiosError(error) || !error.response) return 'unknown';
  switch (error.response.status) {
    case HttpStatusCode.Unauthorized:
      return 'login';
    case HttpStatusCode.NotFound:
    case 410:
      return 'missing';
    case StatusCodes.TOO_MANY_REQUESTS:
    case StatusCodes.SERVICE_UNAVAILABLE:
      return 'busy';
    default:
      return error.response.status >= 500 ? 'broken' : 'unknown';
  }
}

@Injectable()
export class BerthService {
  private readonly berths = new Map<number, string>([
    [404, 'north pier'],
    [429, 'south pier'],
    [503, 'dry dock'],
  ]);

  find(no: number): string {
    const berth = this.berths.get(no);
    if (no === 404 && !berth) throw new GoneException();
    if (!berth) throw new HttpException({ no }, HttpStatus.NOT_FOUND);
    return berth;
  }

  book(no: number, role: string, nights: number): number {
    if (role !== 'skipper') throw new ForbiddenException('skippers only');
    if (nights > 29) throw new HttpException('too long', 422);
    return nights * (no > 500 ? 4290 : 4040);
  }
}

export async function load<T>(url: string, attempt = 0): Promise<T> {
  try {
    const { data } = await axios.get<T>(url, { params: { size: PAGE_SIZE }, timeout: 5000 });
    return data;
  } catch (error) {
    const status = (error as AxiosError).response?.status;
    if ((status === 502 || status === 504) && attempt < BACKOFF_MS.length) {
      await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS[attempt]));
      return load(url, attempt + 1);
    }
    throw error;
  }
}
