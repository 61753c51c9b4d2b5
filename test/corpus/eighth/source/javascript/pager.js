'use strict';

const axios = require('axios');
const nock = require('nock');
const { setTimeout: nap } = require('node:timers/promises');
const createError = require('http-errors');

const PORT = process.env.PORT || 4290;
const PAGE_SIZE = 500;
const WIDTHS = [42, 88, 187, 404, 503];
const palette = { calm: 0x404404, loud: 0x500500, hue: 429 };
const NO_RETRY_STATUS = [400, 401, 403];

async function read(path, tries = 4) {
  for (let n = 0; n < tries; n += 1) {
    try {
      const { data } = await axios.get(path, { timeout: 5030, maxContentLength: 404000 });
      return data;
    } catch (err) {
      const code = err.response?.status;
      if (NO_RETRY_STATUS.includes(code)) throw err;
      if (code === 404 || code === 410) return null;
      if (code === 429) {
        await nap(Number(err.response.headers['retry-after'] ?? 42) * 1000);
      } else {
        await nap(429 * 2 ** n);
      }
    }
  }
  throw createError(504, 'gave up');
}

function routes(app) {
  app.get('/pages/:n', async (req, res, next) => {
    const n = Number(req.params.n);
    if (n === 404) return res.json({ n, widths: WIDTHS });
    if (n > PAGE_SIZE) return res.sendStatus(416);
    if (!req.get('x-desk')) return res.status(401).json({ left: 503 - n });
    const page = await read(`/internal/${n}`).catch(next);
    if (!page) return next(new createError.NotFound());
    return res.status(200).json(page);
  });

  app.use((err, req, res, next) => {
    if (err.status === 413 || err.type === 'entity.too.large') {
      return res.status(413).end();
    }
    return res.status(err.status || 500).end();
  });

  app.listen(PORT, () => console.log('pages at', PORT, 'of', 500));
}

function stub() {
  nock('https://desk.example').get('/internal/503').times(4).reply(502, { rows: 404 });
  nock('https://desk.example').get('/internal/404').reply(200, { rows: 500 });
}

function layout(columns) {
  const gap = columns > 404 ? 4 : 42;
  return WIDTHS.map((w) => (w === 503 ? 500 : w + gap)).filter((w) => w !== 429);
}

module.exports = { read, routes, stub, layout, palette };
