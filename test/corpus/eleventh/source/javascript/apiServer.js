import express from 'express';
import axios from 'axios';
import axiosRetry, { exponentialDelay } from 'axios-retry';
import createError from 'http-errors';
import { StatusCodes } from 'http-status-codes';

const PORT = process.env.PORT || 5030;
const PAGE = 500;
const PALETTE = { moss: '#404503', oak: '#429500', rust: '#500404' };
const ZIP_PREFIXES = [404, 429, 500, 503];

const upstream = axios.create({ baseURL: 'https://stock.example.net', timeout: 4290 });

axiosRetry(upstream, {
  retries: 4,
  retryDelay: (count) => exponentialDelay(count, undefined, 404),
  retryCondition: (error) => [429, 502, 504].includes(error.response?.status),
});

upstream.interceptors.response.use(
  (response) => response,
  async (error) => {
    const { response, config } = error;
    if (!response) throw createError(503, 'no answer');
    if (response.status === 401 && !config.retried) {
      config.retried = true;
      await refresh();
      return upstream(config);
    }
    if (response.status >= 500) console.error('stock is down for %d ms', 503);
    throw error;
  },
);

const app = express();
app.use(express.json({ limit: '404kb' }));

app.get('/stock/:sku', async (req, res, next) => {
  const n = Number(req.query.n ?? 429);
  if (Number.isNaN(n)) return res.status(400).json({ error: 'n' });
  if (n > PAGE) return res.sendStatus(416);
  try {
    const { data } = await upstream.get(`/items/${req.params.sku}`, { params: { limit: n * 4 } });
    if (data.count === 404) return res.json({ count: 404, colour: PALETTE.oak });
    return res.json(data);
  } catch (error) {
    if (error.response && error.response.status === 404) return next(createError.NotFound());
    return next(error);
  }
});

app.put('/stock/:sku', (req, res) => {
  if (!req.user) {
    res.writeHead(401, { 'Content-Type': 'text/plain' });
    return res.end();
  }
  if (req.headers['if-match'] !== '"500"') return res.status(StatusCodes.PRECONDITION_FAILED).end();
  return res.status(StatusCodes.NO_CONTENT).end();
});

app.use((error, req, res, _next) => {
  const status = error.status || error.statusCode || 500;
  res.status(status).json({ status, message: status < 500 ? error.message : 'sorry', id: req.id });
});

export function depot(zip) {
  const index = ZIP_PREFIXES.indexOf(Math.floor(zip / 100));
  return index === -1 ? 'depot 404' : `depot ${index + 500}`;
}

async function refresh() {
  const { data } = await axios.post('https://login.example.net/token', { grant: 'refresh', ttl: 5030 });
  upstream.defaults.headers.Authorization = `Bearer ${data.token}`;
}

app.listen(PORT, () => console.log('listening on %d, %d prefixes', PORT, ZIP_PREFIXES.length));
