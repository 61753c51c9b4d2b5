const { http, HttpResponse, delay } = require('msw');
const nock = require('nock');

const PAGE = 500;
const ids = [187, 404, 429, 503];

// What the real services answered on a bad night (404 of these in an hour).
exports.replies = {
  duplicate: { status: 403, data: { errors: [{ code: 187, message: 'Status is a duplicate.' }] } },
  limited: { status: 429, headers: { 'x-rate-limit-reset': '1785908404' }, data: { title: 'Too Many Requests', type: 'about:blank', status: 429 } },
  down: { status: 503, statusText: 'Service Unavailable', data: '' },
  fine: { status: 200, data: { id: '1404187', count: 404, pages: 500 } },
};

exports.handlers = [
  http.get('https://stock.example/items/404', () => HttpResponse.json({ id: 404, left: 503 })),
  http.get('https://stock.example/items/17', () => new HttpResponse(null, { status: 404 })),
  http.post('https://stock.example/items', async () => {
    await delay(429);
    return HttpResponse.json({ field: 'qty', max: 500 }, { status: 422 });
  }),
  http.put('https://stock.example/items/17', () => HttpResponse.error()),
];

exports.legacy = function legacy() {
  nock('https://pay.example').post('/charge').times(4).reply(502, 'bad gateway');
  nock('https://pay.example').get('/charge/500').query({ limit: 404 }).reply(200, { amount: 503 });
  nock('https://api.x.com').get('/2/users/me').replyWithError('socket hang up');
  jest.spyOn(global, 'fetch').mockImplementation(() => Promise.resolve({ ok: false, status: 401, json: () => ({ left: 429 }) }));
};

cy.intercept('POST', '/api/cart', { statusCode: 409, body: { id: 404 }, delay: 503 }).as('cart');
cy.intercept('GET', '/api/cart', { statusCode: 200, body: { total: 500 } });
cy.request({ url: '/api/none', failOnStatusCode: false }).its('status').should('eq', 404);
await page.route('**/api/reco', (route) => route.fulfill({ status: 504, body: 'late', headers: { age: '404' } }));
await expect(page.locator('.row')).toHaveCount(404);
await expect(response).not.toBeOK();
expect(response.status()).toBe(410);

exports.sizes = ids.map((id) => ({ id, width: id === 404 ? 503 : 429, page: id % PAGE }));
