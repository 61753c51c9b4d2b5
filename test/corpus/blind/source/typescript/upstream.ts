import got from 'got';
import ky from 'ky';

export const upstream = got.extend({
  prefixUrl: 'https://stock.example.org/',
  timeout: { request: 5000, connect: 500 },
  retry: {
    limit: 4,
    methods: ['GET', 'PUT'],
    statusCodes: [408, 413, 429, 500, 502, 503, 504, 521, 522, 524],
    maxRetryAfter: 20_000,
  },
  hooks: {
    beforeRetry: [
      (error, count) => {
        console.warn('retry %d after %s', count, error?.response?.statusCode ?? error?.code);
      },
    ],
  },
});

export const browser = ky.create({
  retry: {
    limit: 2,
    statusCodes: [408, 429, 503],
    afterStatusCodes: [429],
  },
});

export async function stockOf(sku: string): Promise<number | undefined> {
  const { statusCode, body } = await upstream(`stock/${sku}`, { throwHttpErrors: false });
  if (statusCode === 404 || statusCode === 410) return undefined;
  return Number(body);
}
