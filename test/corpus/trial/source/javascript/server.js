const express = require('express');
const createError = require('http-errors');
const app = express();

app.get('/orders/:id', (req, res, next) => {
  const order = orders.get(Number(req.params.id));
  if (!order) return next(createError(404, 'no such order'));
  if (order.locked) return res.sendStatus(423);
  res.json({ ...order, weight: 500 });
});

app.use((err, req, res, next) => {
  const code = err.status || 500;
  if (code >= 500) console.error(err);
  res.status(code).end();
});

app.listen(process.env.PORT || 5000, () => setInterval(flush, 429));
