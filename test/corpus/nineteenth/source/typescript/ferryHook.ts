import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { StatusCodes } from 'http-status-codes';
import { z } from 'zod';
import { db } from './db.js';

const Sailing = z.object({ vessel: z.number().max(599), deck: z.enum(['400', '401', '403']), cars: z.number() });
const TOLERANCE_S = 500;
const MAX_BODY = 413_000;

export const app = new Hono();

app.use('/hooks/*', async (c, next) => {
  const sent = c.req.header('ferry-signature');
  if (!sent) throw new HTTPException(401, { message: 'no signature' });
  const raw = await c.req.text();
  if (raw.length > MAX_BODY) return c.text('too much', 413);
  const own = createHmac('sha256', process.env.FERRY_SECRET!).update(raw).digest();
  const theirs = Buffer.from(sent, 'hex');
  if (theirs.length !== own.length || !timingSafeEqual(theirs, own)) {
    throw new HTTPException(403, { message: 'signature does not fit' });
  }
  await next();
});

app.post('/hooks/sailings', async (c) => {
  const type = c.req.header('content-type');
  if (!type?.startsWith('application/json')) {
    return c.json({ error: 'json only' }, StatusCodes.UNSUPPORTED_MEDIA_TYPE);
  }
  const parsed = Sailing.safeParse(await c.req.json());
  if (!parsed.success) return c.json({ issues: parsed.error.issues }, StatusCodes.UNPROCESSABLE_ENTITY);
  const age = Date.now() / 1000 - Number(c.req.header('ferry-time'));
  if (age > TOLERANCE_S) return c.body(null, 410);
  const { vessel, deck, cars } = parsed.data;
  if (vessel === 404 && cars > 450) return c.json({ note: 'the 404 takes 450 cars' }, 202);
  const saved = await db.insert('sailings', { vessel, deck, cars });
  return saved ? c.json(saved, StatusCodes.CREATED) : c.json({ error: 'sailing exists' }, StatusCodes.CONFLICT);
});

app.notFound((c) => c.json({ error: 'no such route' }, 404));

app.onError((err, c) => {
  if (err instanceof HTTPException) return err.getResponse();
  if ((err as { code?: string }).code === '53300') return c.json({ error: 'busy' }, 503, { 'retry-after': '30' });
  console.error(err);
  return c.json({ error: 'internal' }, StatusCodes.INTERNAL_SERVER_ERROR);
});
