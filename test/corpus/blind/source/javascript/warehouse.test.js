const nock = require('nock');
const MockAdapter = require('axios-mock-adapter');
const axios = require('axios');
const { Warehouse, WarehouseError } = require('../lib/warehouse');

describe('warehouse', () => {
  const warehouse = new Warehouse('https://warehouse.example.net');

  afterEach(() => nock.cleanAll());

  test('waits as long as it is told', async () => {
    nock('https://warehouse.example.net')
      .get('/stock/88')
      .reply(429, '', { 'Retry-After': '1' })
      .get('/stock/88')
      .reply(200, { count: 404 });
    await expect(warehouse.stock(88)).resolves.toBe(404);
  });

  test('gives up on a client error', async () => {
    nock('https://warehouse.example.net').get('/stock/187').reply(403, { error: 'no' });
    await expect(warehouse.stock(187)).rejects.toMatchObject({ status: 403 });
  });

  test('axios adapter', async () => {
    const mock = new MockAdapter(axios);
    mock.onGet('/stock/500').replyOnce(502).onGet('/stock/500').reply(200, { count: 500 });
    mock.onAny().reply(404);
    expect(await warehouse.stock(500)).toBe(500);
    const error = await warehouse.stock(1).catch((e) => e);
    expect(error).toBeInstanceOf(WarehouseError);
    expect(error.response.status).toEqual(404);
  });
});
