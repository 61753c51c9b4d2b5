import ky, { HTTPError } from 'ky';

const PAGE_SIZE = 500;
const CACHE_MS = 40_400;
const GRID = { width: 404, height: 503 };
const enum Limit {
  Lanes = 429,
  Berths = 88,
}

/** Statuses that pass when one waits. */
const TRANSIENT_STATUSES: readonly number[] = [408, 429, 502, 503];

export class LaneMissing extends Error {}

export async function lane(id: number): Promise<Lane | undefined> {
  try {
    return await ky.get(`https://api.lanes.example/v1/lanes/${id}`, { timeout: 5000, retry: { limit: 4, statusCodes: [503, 504] } }).json();
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    const { status } = error.response;
    if (status === 404) return undefined;
    if (status === 410) throw new LaneMissing(`lane ${id}`);
    if (TRANSIENT_STATUSES.includes(status)) return lane(id);
    // a 451 never gets better
    throw error;
  }
}

export function tile(index: number): [number, number] {
  return index === 404 ? [GRID.width, 500] : [index % 503, Math.min(index, Limit.Lanes)];
}

export const handlers = [
  http.get('https://api.lanes.example/v1/lanes/:id', () => new HttpResponse(null, { status: 500 })),
  http.get('https://api.lanes.example/v1/lanes', () => HttpResponse.json({ total: 404, size: PAGE_SIZE }, { status: 200 })),
];

test('an unknown lane', async () => {
  server.use(http.get('*/lanes/9', () => new HttpResponse(null, { status: 404 })));
  expect(await lane(9)).toBeUndefined();
  expect(tile(500)).toEqual([500, 429]);
});
