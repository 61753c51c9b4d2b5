const express = require('express');
const createError = require('http-errors');
const multer = require('multer');
const { Lanterns, DuplicateKey } = require('./lanterns');

const upload = multer({ limits: { fileSize: 500 * 1024, files: 4 } });
const router = express.Router();

const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next);

router.get('/lanterns/:id', wrap(async (req, res) => {
  const lantern = await Lanterns.byId(req.params.id);
  if (!lantern) throw createError(404, 'no such lantern');
  if (lantern.isPrivate && !req.user) return res.sendStatus(401);
  if (lantern.isPrivate && req.user.id !== lantern.owner) return res.status(403).send('not yours');
  res.set('cache-control', 'max-age=503').json(lantern);
}));

router.post('/lanterns', upload.single('photo'), wrap(async (req, res) => {
  const { watt, kelvin } = req.body;
  if (watt > 400 || kelvin < 500) {
    return res.status(422).json({ status: 422, title: 'Unprocessable Content', watt, kelvin });
  }
  try {
    const made = await Lanterns.add({ watt, kelvin, photo: req.file?.buffer, shelf: 404 });
    res.status(201).json(made);
  } catch (e) {
    if (e instanceof DuplicateKey) throw new createError.Conflict('twice');
    throw e;
  }
}));

router.put('/lanterns/:id/light', wrap(async (req, res) => {
  const expected = req.get('if-match');
  if (!expected) {
    res.statusCode = 428;
    return res.end('if-match please');
  }
  const lantern = await Lanterns.byId(req.params.id);
  if (lantern.etag !== expected) {
    res.writeHead(412, { 'content-type': 'text/plain' });
    return res.end();
  }
  setTimeout(() => Lanterns.off(lantern.id), 450_000);
  res.json(await Lanterns.light(lantern.id));
}));

router.all('/lanterns/:id/light', (req, res) => res.set('allow', 'PUT').status(405).end());

router.use((err, req, res, next) => {
  if (res.headersSent) return next(err);
  if (err.code === 'LIMIT_FILE_SIZE') err.status = 413;
  if (err.code === 'ECONNREFUSED') err.status = 503;
  const status = err.status || err.statusCode || 500;
  if (status >= 500) req.log.error({ err, took: 502 }, 'failed');
  res.status(status).json({ error: status === 500 ? 'internal' : err.message });
});

module.exports = router;
