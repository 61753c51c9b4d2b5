import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ZodError } from 'zod';
import { logger } from './logger';

export const routeMissing: RequestHandler = (req, res) => {
  res.status(404).json({ message: `Cannot ${req.method} ${req.path}` });
};

export const errorHandler: ErrorRequestHandler = (err, req, res, _next) => {
  if (res.headersSent) return;

  if (err instanceof ZodError) {
    return res.status(422).json({ message: 'Validation failed', issues: err.issues });
  }
  if (err.name === 'TokenExpiredError') {
    return res.sendStatus(401);
  }
  // multer throws this for uploads over the limit
  if (err.code === 'LIMIT_FILE_SIZE') {
    res.statusCode = 413;
    return res.end();
  }
  // prisma: a row with the same key exists
  if (err.code === 'P2002') {
    return res.status(409).json({ message: 'Already exists' });
  }

  const status = err.status ?? err.statusCode ?? 500;
  if (status >= 500) {
    logger.error({ err, url: req.originalUrl, took: Date.now() - req.startedAt }, 'request failed');
  }
  res.status(status).json({ message: status === 500 ? 'Internal error' : err.message });
};
