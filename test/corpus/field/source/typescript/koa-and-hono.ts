import Koa from 'koa';
import { Hono } from 'hono';

const koa = new Koa();
koa.use(async (ctx, next) => {
  await next();
  if (ctx.body == null && ctx.status === 404) ctx.status = 410;
  if (!ctx.get('authorization')) ctx.throw(401, 'who are you');
});

const hono = new Hono();
hono.get('/slow', (c) => c.json({ error: 'later' }, 503));
hono.get('/size', (c) => c.json({ size: 404 }));
export { hono, koa };
