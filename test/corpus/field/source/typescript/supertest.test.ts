import request from 'supertest';
import { app } from '../src/app';

test('asks for a login', async () => {
  await request(app).get('/me').expect(401);
});

test('refuses a bad body', async () => {
  const res = await request(app).post('/orders').send({ qty: 503 });
  expect(res.status).toBe(422);
  expect(res.body.total).toBe(404);
});

test('creates', async () => {
  const res = await request(app).post('/orders').send({ qty: 4 });
  expect(res.statusCode).toEqual(201);
  expect(res.body.id).toBe(429);
});
