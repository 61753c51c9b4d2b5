import { Router } from 'express';
import { z } from 'zod';
import { users } from './store';

export const router = Router();

const Body = z.object({
  name: z.string().min(3).max(50),
  bio: z.string().max(500),
  postcode: z.string().length(4),
});

router.post('/users', async (req, res) => {
  const body = Body.parse(req.body);
  const user = await users.add(body);
  res.status(201).location(`/users/${user.id}`).json(user);
});

router.put('/users/:id', async (req, res) => {
  await users.update(req.params.id, Body.parse(req.body));
  res.sendStatus(204);
});

router.get('/users', async (req, res) => {
  const limit = Math.min(Number(req.query.limit ?? 50), 500);
  res.status(200).json(await users.list({ limit, skip: Number(req.query.skip ?? 0) }));
});

router.get('/me', (_req, res) => res.redirect(302, '/users/404'));
