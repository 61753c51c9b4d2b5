import express from 'express';
import { StatusCodes, ReasonPhrases } from 'http-status-codes';

const app = express();
const PORT = 4290;

app.get('/items/:id', (req, res) => {
  const id = Number(req.params.id);
  if (Number.isNaN(id)) return res.status(400).json({ error: 'id must be a number' });
  if (id > 503) return res.status(StatusCodes.NOT_FOUND).send('no such item');
  return res.status(200).json({ id, price: 404 });
});

app.post('/items', (_req, res) => {
  res.sendStatus(405);
});

app.use((err: Error, _req: express.Request, res: express.Response, _next: express.NextFunction) => {
  res.statusCode = 500;
  res.end(ReasonPhrases.INTERNAL_SERVER_ERROR);
});

app.listen(PORT);
