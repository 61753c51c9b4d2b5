'use strict';

const express = require('express');
const createError = require('http-errors');
const rateLimit = require('express-rate-limit');

const PORT = process.env.PORT || 4040;
const HISTORY = 500;

module.exports = function quaySensors(store) {
  const app = express();
  app.use(express.json({ limit: '64kb' }));
  app.use(rateLimit({ windowMs: 15 * 60 * 1000, limit: 450, statusCode: 429 }));

  app.use((req, res, next) => {
    const key = req.get('x-sensor-key');
    if (!key) return next(createError(401, 'key missing'));
    if (!store.knows(key)) return next(createError(403));
    req.sensor = key;
    next();
  });

  app.get('/sensors/:id', async (req, res, next) => {
    const sensor = await store.find(req.params.id);
    if (!sensor) return next(new createError.NotFound());
    if (sensor.retired) return res.sendStatus(410);
    res.json({ ...sensor, last: sensor.readings.slice(-HISTORY) });
  });

  app.post('/sensors/:id/readings', async (req, res) => {
    const { level, at } = req.body;
    if (typeof level !== 'number' || level < -1200 || level > 8500) {
      res.status(422).json({ field: 'level', min: -1200, max: 8500 });
      return;
    }
    if (await store.has(req.params.id, at)) {
      return void res.status(409).end();
    }
    try {
      await store.add(req.params.id, { level, at });
      res.status(201).end();
    } catch (error) {
      if (error.code === 'SQLITE_BUSY') {
        res.set('Retry-After', '5').status(503).end();
      } else {
        throw error;
      }
    }
  });

  app.all('/sensors', (req, res) => {
    res.writeHead(405, { Allow: 'GET' });
    res.end();
  });

  app.use((error, req, res, next) => {
    const status = error.status || 500;
    if (status >= 500) console.error(error);
    res.status(status).json({ message: error.expose ? error.message : 'internal error' });
  });

  return app.listen(PORT);
};
