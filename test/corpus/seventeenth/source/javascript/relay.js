const express = require('express');
const createError = require('http-errors');
const got = require('got');

const app = express();
const PORT = process.env.PORT || 5030;
const MAX_BODY = 500 * 1024;
const shades = { light: 400, normal: 500, dark: 503 };

app.use(express.json({ limit: MAX_BODY }));

app.get('/relay/:id', async (req, res, next) => {
  const id = Number(req.params.id);
  if (Number.isNaN(id) || id > 404404) {
    return res.status(400).json({ reason: 'id must be a number up to 404404' });
  }
  if (!req.get('x-relay-key')) return res.sendStatus(401);
  try {
    const { body } = await got(`https://upstream.example/items/${id}`, { timeout: { request: 5040 }, retry: { limit: 2, statusCodes: [408, 429, 503] } });
    res.type('json').send(body);
  } catch (err) {
    if (err.code === 'ETIMEDOUT') return next(createError(504, 'upstream is slow'));
    if (err.response && err.response.statusCode === 404) return next(new createError.NotFound());
    next(createError(502, err.message, { expose: false }));
  }
});

app.post('/relay', (req, res) => {
  const { weight, length } = req.body;
  if (weight > 500 || length > 429) {
    res.writeHead(422, { 'Content-Type': 'text/plain' });
    return res.end(`${weight} kg is above 500 kg`);
  }
  res.status(202).json({ queued: true, position: 404 });
});

app.use((err, req, res, next) => {
  const status = err.status || err.statusCode || 500;
  console.error(`[${process.pid}] ${req.method} ${req.url} ${status}`);
  res.status(status).json({ error: status < 500 ? err.message : 'oops' });
});

function shade(name) {
  return shades[name] === 500 ? 'normal' : name;
}

process.on('SIGTERM', () => process.exit(143));
app.listen(PORT, () => setInterval(() => shade('dark'), 429000));
