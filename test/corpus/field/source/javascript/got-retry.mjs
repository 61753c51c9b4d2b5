import got from 'got';
import ky from 'ky';

export const api = got.extend({
  timeout: { request: 5000 },
  retry: { limit: 4, statusCodes: [408, 429, 502], methods: ['GET'] },
});

export const web = ky.create({
  retry: { limit: 3, statusCodes: [503], backoffLimit: 4290 },
});

api.get('https://api.example.com/v1/things').catch((error) => {
  if (error.response?.statusCode === 403) process.exitCode = 4;
});
