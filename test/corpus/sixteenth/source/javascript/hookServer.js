import express from 'express';
import createError from 'http-errors';

const PORT = 5030;
const MAX_ROWS = 500;
const seen = new Array(404);
const app = express();

app.use(express.json({ limit: 50300 }));

app.post('/hooks/:id', (req, res, next) => {
  if (req.get('x-signature') !== sign(req.body)) return res.status(401).end();
  if (!Number.isInteger(Number(req.params.id))) return next(createError(400, 'id'));
  if (seen.length > MAX_ROWS) return next(new createError.TooManyRequests());
  if (req.body.rows > 404) return res.sendStatus(413);
  seen.push(req.params.id);
  res.status(202).json({ queued: seen.length, of: 503 });
});

app.get('/stats', (_req, res) => {
  res.json({ code: 200, berths: 429, tides: [404, 500, 503] });
});

app.use((err, _req, res, _next) => {
  const status = err.status ?? 500;
  res.status(status).json({ reason: err.message });
});

app.listen(PORT, () => console.log(`up on ${PORT}, ${404 + 25} hooks`));
