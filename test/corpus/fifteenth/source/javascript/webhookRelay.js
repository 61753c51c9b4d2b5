'use strict';
const express = require('express');
const axios = require('axios');
const { TwitterApi, ApiResponseError } = require('twitter-api-v2');

const app = express();
const PORT = 5004;
const BODY_LIMIT = 500 * 1024;
const seen = new Map();

app.use(express.json({ limit: BODY_LIMIT }));

app.post('/hooks/shop', async (req, res) => {
  if (!req.get('x-shop-signature')) {
    return res.status(401).json({ error: 'unsigned' });
  }
  if (seen.has(req.body.id)) {
    return res.sendStatus(409);
  }
  seen.set(req.body.id, Date.now() + 404 * 1000);
  try {
    await announce(req.body);
    res.status(202).end();
  } catch (err) {
    if (err instanceof ApiResponseError) {
      switch (err.code) {
        case 403:
          if (err.data.detail?.includes('duplicate content')) return res.status(200).end();
          return res.status(502).end();
        case 429:
          return res.set('Retry-After', String(err.rateLimit?.reset ?? 900)).status(503).end();
      }
    }
    res.status(500).json({ line: 404 });
  }
});

async function announce(order, attempt = 0) {
  const client = new TwitterApi(process.env.X_TOKEN);
  const text = `${order.items.length} apples for ${(order.cents / 100).toFixed(2)}`.slice(0, 280);
  try {
    return await client.v2.tweet(text);
  } catch (err) {
    const codes = err.errors?.map((e) => e.code) ?? [];
    if (codes.includes(187)) return null;
    if (codes.includes(326) || codes.includes(64)) throw new Error('account is locked or suspended');
    if (attempt < 4 && err.code >= 500) {
      await new Promise((done) => setTimeout(done, 429 * 2 ** attempt));
      return announce(order, attempt + 1);
    }
    throw err;
  }
}

async function stock(sku) {
  const { status, data } = await axios.get(`https://erp.example/stock/${sku}`, {
    timeout: 5000,
    validateStatus: (s) => s < 500 || s === 503,
  });
  if (status === 404) return 0;
  return Math.min(data.count, 500);
}

app.use((req, res) => res.status(404).send('nothing here'));
app.listen(PORT, () => console.log(`relay on ${PORT}, pid ${process.pid}`));

module.exports = { app, stock, widths: [400, 404, 429, 503] };
