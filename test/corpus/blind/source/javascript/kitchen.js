const Koa = require('koa');
const Router = require('@koa/router');
const createError = require('http-errors');
const recipes = require('./recipes');

const app = new Koa();
const router = new Router();

app.use(async (ctx, next) => {
  const start = Date.now();
  try {
    await next();
    if (ctx.status === 404 && !ctx.body) ctx.throw(404);
  } catch (err) {
    ctx.status = err.status || 500;
    ctx.body = { message: err.expose ? err.message : 'kitchen on fire' };
  }
  const ms = Date.now() - start;
  if (ms > 500) console.warn('slow', ctx.path, ms);
});

router.get('/recipes/:id', async (ctx) => {
  const id = Number(ctx.params.id);
  ctx.assert(Number.isInteger(id), 400, 'id is a number');
  const recipe = await recipes.get(id);
  if (!recipe) throw createError(404, 'no such recipe');
  if (recipe.secret && !ctx.state.user) throw createError(401);
  if (recipe.minutes > 500) throw new createError.UnprocessableEntity('nobody has that long');
  ctx.body = recipe;
});

router.delete('/recipes/:id', async (ctx) => {
  if (!ctx.state.user?.chef) ctx.throw(403, 'only the chef');
  await recipes.remove(Number(ctx.params.id));
  ctx.status = 204;
});

app.use(router.routes()).listen(5000);
