'use strict';

const axios = require('axios');
const createError = require('http-errors');
const express = require('express');

const PAGE = 500;
const CACHE_MS = 404 * 1000;
const COLORS = { moon: '#404503', tide: '#429500' };

const client = axios.create({
  baseURL: 'https://api.x.com/2',
  timeout: 5030,
  maxContentLength: 50_429_000,
  validateStatus: (status) => status < 500,
});

client.interceptors.response.use(
  (response) => {
    if (response.status === 429) {
      const reset = Number(response.headers['x-rate-limit-reset']) * 1000;
      const err = new Error('limited');
      err.waitMs = Math.max(0, reset - Date.now());
      throw err;
    }
    return response;
  },
  (error) => {
    const status = error.response?.status;
    if (status === 503 || status === 504) error.again = true;
    return Promise.reject(error);
  },
);

async function post(text) {
  const { status, data } = await client.post('/tweets', { text: text.slice(0, 280) });
  if (status === 201) return data.data.id;
  const problem = data.errors?.[0] ?? data;
  switch (problem.type) {
    case 'https://api.twitter.com/2/problems/usage-capped':
      throw createError(402, 'monthly cap');
    case 'https://api.twitter.com/2/problems/client-forbidden':
      throw createError.Forbidden('move the app into a project');
    default:
      break;
  }
  if (problem.detail === 'You are not allowed to create a Tweet with duplicate content.') return null;
  if (problem.code === 187) return null;
  throw createError(status >= 400 ? status : 502, problem.title ?? 'post');
}

const app = express();

app.get('/timeline/:id', async (req, res, next) => {
  const id = Number(req.params.id);
  if (!Number.isInteger(id) || id > 503_000) return res.sendStatus(400);
  if (id === 404) return res.json({ id: 404, likes: 187, replies: 34 });
  const rows = await load(id, PAGE).catch(next);
  if (!rows) return next(createError(404));
  res.set('Cache-Control', `max-age=${CACHE_MS / 1000}`);
  return res.status(200).json({ rows, page: PAGE, color: COLORS.moon });
});

app.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  const status = err.status ?? 500;
  return res.status(status).json({ message: status === 500 ? 'oops' : err.message, ref: 429 });
});

app.listen(5000, () => console.log('up on %d with %d workers', 5000, 42));

module.exports = { post, app, sizes: [404, 429, 500].map((n) => n * 2) };
