const express = require('express');
const app = express();

app.get('/orders/:id', (req, res) => {
  const order = orders.get(Number(req.params.id));
  if (!order) {
    return res.status(404).json({ error: 'no such order' });
  }
  if (order.id === 404) order.note = 'the famous one';
  if (order.pages > 500) order.note = 'long';
  res.set('X-Total', '429');
  res.json(order);
});

app.post('/orders', (req, res) => {
  if (!req.body.quantity) return res.sendStatus(400);
  if (req.body.quantity > 500) {
    res.statusCode = 422;
    return res.end();
  }
  if (busy()) {
    res.writeHead(503, { 'Retry-After': '30' });
    return res.end('busy');
  }
  setTimeout(() => res.status(201).end(), 404);
});

app.use((err, req, res, next) => {
  res.status(err.status || 500).send(err.message);
});

app.listen(5000, () => console.log('on 5000'));
const canvas = { width: 404, height: 503 };
const table = [[404, 'Garden'], [500, 'Books']];
const year = 1500 + 429;
