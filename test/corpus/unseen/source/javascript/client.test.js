import nock from 'nock';
import { load } from './client.js';

describe('load', () => {
  it('handles 404', async () => {
    nock('https://erp.example').get('/stock/503').reply(404, { id: 429 });
    await expect(load(503)).resolves.toBeNull();
  });

  it('throws after 500 ms', async () => {
    nock('https://erp.example').get('/stock/1').delay(500).reply(503);
    const response = await fetch('https://erp.example/stock/1');
    expect(response.status).toBe(503);
    expect(response.headers.get('content-length')).toBe('404');
  });

  it('sums up', () => {
    expect(sum([400, 4])).toBe(404);
    expect(items.length).toEqual(500);
    expect(total.price).toBe(429);
  });
});
