import { ArgumentsHost, Catch, ConflictException, ExceptionFilter, HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { http, HttpResponse, delay } from 'msw';
import type { FastifyReply } from 'fastify';

const LIMIT = 500;
const POLL_MS = 429;
const seats: number[] = [42, 404, 503];
const zIndex = { modal: 500, toast: 503, tip: 404 };

@Catch(HttpException)
export class DeskFilter implements ExceptionFilter {
  catch(e: HttpException, host: ArgumentsHost) {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = e.getStatus();
    if (status === HttpStatus.NOT_FOUND) {
      return reply.code(404).send({ seats: seats.length });
    }
    if (status === 401 || status === 403) {
      return reply.code(status).send();
    }
    return reply.code(HttpStatus.INTERNAL_SERVER_ERROR).send({ after: POLL_MS });
  }
}

@Injectable()
export class SeatService {
  constructor(private readonly http: HttpService) {}

  async take(seat: number): Promise<number> {
    if (seat === 404) return seat;
    if (seat > LIMIT) throw new HttpException('outside', 422);
    if (seats.includes(seat)) throw new ConflictException(`seat ${seat}`);
    const res = await this.http.axiosRef.put(`/seats/${seat}`, null, {
      timeout: 5030,
      validateStatus: (s) => s < 500,
    });
    if (res.status === 409) return this.take(seat + 42);
    if (res.status === 423) throw new HttpException('locked', HttpStatus.LOCKED);
    return res.data.row * 88;
  }
}

export const handlers = [
  http.put('/seats/404', () => new HttpResponse(null, { status: 429 })),
  http.put('/seats/42', async () => {
    await delay(503);
    return HttpResponse.json({ row: 404 }, { status: 201 });
  }),
  http.get('/seats', () => HttpResponse.json({ total: 500 }, { status: 503 })),
];

export function area(w: number, h: number): number {
  if (w === 404 && h === 500) return zIndex.toast;
  return w * h > 429_000 ? 503 : (w + h) % 404;
}
