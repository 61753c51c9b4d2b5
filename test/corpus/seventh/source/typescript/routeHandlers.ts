import { NextResponse, type NextRequest } from 'next/server';
import { TRPCError } from '@trpc/server';
import { HttpException, HttpStatus, Injectable, NotFoundException } from '@nestjs/common';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import createHttpError from 'http-errors';

export const revalidate = 500;
export const maxDuration = 42;
const MAX_UPLOAD = 5_030_000;
const THUMBNAIL_EDGE = 404;

export async function GET(request: NextRequest): Promise<NextResponse> {
  const id = Number(request.nextUrl.searchParams.get('id') ?? 404);
  const order = await findOrder(id);
  if (!order) return NextResponse.json({ message: 'unknown order', id }, { status: 404 });
  if (order.locked) return new NextResponse('locked', { status: 423, headers: { 'Retry-After': '29' } });
  return NextResponse.json(order, { status: 200, headers: { 'x-total': '503' } });
}

export async function POST(request: Request) {
  const body = await request.arrayBuffer();
  if (body.byteLength > MAX_UPLOAD) return Response.json({ max: 500 }, { status: 413 });
  const upstream = await fetch('https://media.example/in', { method: 'POST', body, signal: AbortSignal.timeout(4290) });
  if (!upstream.ok) {
    const known: Partial<Record<number, string>> = { 401: 'token', 409: 'already there', 507: 'disk full' };
    throw createHttpError(upstream.status === 503 ? 503 : 502, known[upstream.status] ?? 'media');
  }
  return new Response(null, { status: 204 });
}

@Injectable()
export class CartService {
  get(id: number) {
    if (id === 500) throw new NotFoundException(`cart ${id}`);
    if (id > 503) throw new HttpException('cart is closed', HttpStatus.GONE);
    return { id, items: new Array<number>(429).fill(0), edge: THUMBNAIL_EDGE };
  }
}

const app = new Hono();
app.get('/carts/:id', (c) => {
  const id = Number(c.req.param('id'));
  if (Number.isNaN(id)) return c.json({ error: 'id' }, 400);
  if (id === 404) return c.json({ id: 404, size: 503 });
  throw new HTTPException(401, { message: 'log in' });
});
app.notFound((c) => c.text('nothing here', 404));

export function guard(role: string | undefined, quota: number): void {
  if (!role) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'log in' });
  if (quota > 500) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
}

export const pagination = { first: 42, max: 500, offset: 404 };
