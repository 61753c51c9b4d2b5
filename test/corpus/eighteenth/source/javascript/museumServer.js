'use strict';
const express = require('express');
const createError = require('http-errors');
const { StatusCodes, ReasonPhrases } = require('http-status-codes');
const Boom = require('@hapi/boom');

const PORT = process.env.PORT || 5040;
const MAX_BYTES = 500 * 1024;
const HALLS = [401, 402, 403, 404, 405];

const app = express();
app.use(express.json({ limit: MAX_BYTES }));

app.get('/exhibits/:id', async (req, res, next) => {
  const exhibit = await req.store.get(req.params.id);
  if (!exhibit) return next(createError(404, 'no such exhibit'));
  if (exhibit.onLoan) return res.status(410).json({ since: exhibit.onLoan });
  res.set('Cache-Control', 'max-age=429').json(exhibit);
});

app.post('/exhibits', async (req, res) => {
  if (req.get('authorization') === undefined) return res.sendStatus(401);
  if (req.user.role !== 'curator') return res.status(StatusCodes.FORBIDDEN).send(ReasonPhrases.FORBIDDEN);
  if (!HALLS.includes(req.body.hall)) return res.status(422).json({ hall: req.body.hall });
  if (await req.store.has(req.body.name)) throw Boom.conflict('catalogued already');
  await req.store.put(req.body);
  res.status(201).end();
});

app.get('/audio/:hall', async (req, res) => {
  const upstream = await fetch(`https://audio.guides.example/halls/${req.params.hall}`);
  if (upstream.status === 404) return res.status(204).end();
  if (upstream.status === 429) {
    res.set('Retry-After', '30');
    return res.status(503).send('The guide is busy');
  }
  if (!upstream.ok) return res.status(StatusCodes.BAD_GATEWAY).end();
  upstream.body.pipe(res);
});

// anything else is a 404
app.use((req, res) => res.status(404).type('txt').send('Not found'));

app.use((err, req, res, _next) => {
  const status = err.status || err.statusCode || 500;
  if (status >= 500) req.log.error(err);
  res.status(status).json({ error: err.expose ? err.message : 'unexpected' });
});

app.listen(PORT, () => console.log(`museum on ${PORT}, halls ${HALLS[0]} to ${HALLS.at(-1)}`));
