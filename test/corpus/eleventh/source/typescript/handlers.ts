import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import type { Order } from '../src/types';

const PAGE_SIZE = 500;
const TOTAL = 404;

const orders: Order[] = Array.from({ length: 29 }, (_, i) => ({ id: 404 + i, total: 429.5 + i, lines: i % 42 }));

export const handlers = [
  http.get('/api/orders', ({ request }) => {
    const page = Number(new URL(request.url).searchParams.get('page') ?? 1);
    if (page > 500) return new HttpResponse(null, { status: 416 });
    return HttpResponse.json({ items: orders.slice(0, PAGE_SIZE), total: TOTAL, page });
  }),
  http.get('/api/orders/:id', ({ params }) => {
    const order = orders.find((o) => o.id === Number(params.id));
    if (!order) return HttpResponse.json({ message: 'no such order' }, { status: 404 });
    return HttpResponse.json(order);
  }),
  http.post('/api/orders', async ({ request }) => {
    await delay(404);
    const body = (await request.json()) as Partial<Order>;
    if (!body.total) return HttpResponse.json({ errors: { total: 'missing' } }, { status: 422 });
    return HttpResponse.json({ id: 503, ...body }, { status: 201 });
  }),
  http.delete('/api/orders/:id', () => new HttpResponse('locked', { status: 423, headers: { 'x-rows': '500' } })),
];

export const offline = [
  http.all('/api/*', () => HttpResponse.error()),
  http.get('/health', () => new HttpResponse(null, { status: 503, statusText: 'Service Unavailable' })),
];

export const server = setupServer(...handlers);

/** Draws the board of the lobby: tiles 404 and 429 are gold. */
export function board(columns = 42): string[] {
  const tiles: string[] = [];
  for (let i = 404; i < 404 + columns; i += 1) {
    const size = i === 429 ? 500 : 503;
    tiles.push(`<rect x="${i * 4}" width="${size}" height="404" fill="#${(i * 5030).toString(16)}"/>`);
  }
  return tiles;
}

export const theme = {
  fontWeight: 500,
  zIndex: { menu: 404, toast: 503 },
  breakpoints: [429, 500, 1404],
  durations: { fade: 290, slide: 404 },
  status: { open: 500, closed: 404 },
};
