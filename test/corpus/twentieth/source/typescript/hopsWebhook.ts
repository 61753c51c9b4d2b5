import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { StatusCodes } from 'http-status-codes';
import type { Queue } from './queue';

const TOLERANCE_SECONDS = 300;
const MAX_BODY = 64 * 1024;
const SHARDS = 32;

export interface Delivery {
  id: string;
  kind: 'sack.weighed' | 'sack.rejected' | 'kiln.opened';
  kiln: number;
}

function genuine(body: string, header: string | undefined, secret: string): boolean {
  if (!header) return false;
  const [time = '', given = ''] = header.split(',');
  if (Math.abs(Date.now() / 1000 - Number(time)) > TOLERANCE_SECONDS) return false;
  const own = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const theirs = Buffer.from(given, 'hex');
  return own.length === theirs.length && timingSafeEqual(own, theirs);
}

export function hopsWebhook(queue: Queue, secret: string): Hono {
  const app = new Hono();

  app.post('/hooks/hops', async (c) => {
    const length = Number(c.req.header('content-length') ?? 0);
    if (length > MAX_BODY) {
      throw new HTTPException(413, { message: 'body too large' });
    }
    const body = await c.req.text();
    if (!genuine(body, c.req.header('x-hops-signature'), secret)) {
      return c.json({ error: 'bad signature' }, 401);
    }
    let delivery: Delivery;
    try {
      delivery = JSON.parse(body) as Delivery;
    } catch {
      return c.text('not JSON', StatusCodes.BAD_REQUEST);
    }
    if (await queue.seen(delivery.id)) return c.json({ again: true }, 200);
    if (queue.size() > 5000) {
      c.header('Retry-After', '20');
      return c.json({ error: 'queue full' }, StatusCodes.SERVICE_UNAVAILABLE);
    }
    await queue.push(delivery.kiln % SHARDS, delivery);
    return c.body(null, 202);
  });

  app.notFound((c) => c.json({ error: 'no such hook' }, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error('hops webhook', error);
    return c.json({ error: 'something broke' }, 500);
  });
  return app;
}
