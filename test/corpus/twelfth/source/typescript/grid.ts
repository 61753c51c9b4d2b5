// Draws the map of the harbour. No network here.
export interface Berth {
  id: number;
  code: number;
  status: 'free' | 'taken' | 'locked';
}

export const GRID_WIDTH = 500;
export const GRID_HEIGHT = 404;
const STEP = 42.9;

export const berths: Berth[] = [
  { id: 404, code: 4040, status: 'free' },
  { id: 429, code: 4290, status: 'taken' },
  { id: 500, code: 5000, status: 'locked' },
  { id: 503, code: 5030, status: 'free' },
];

const zones = new Map<number, string>([
  [400, 'north quay'],
  [404, 'old dock'],
  [500, 'lock'],
  [503, 'mole'],
]);

export function zoneOf(berth: Berth): string {
  for (const [edge, name] of [...zones].reverse()) {
    if (berth.id >= edge) return name;
  }
  return 'sea';
}

export function layout(width = GRID_WIDTH, height = GRID_HEIGHT): Array<[number, number]> {
  const out: Array<[number, number]> = [];
  for (let x = 0; x < width; x += STEP) {
    for (let y = 0; y < height; y += STEP) {
      if (x > 404 && y > 429) continue;
      out.push([Math.round(x), Math.round(y)]);
    }
  }
  return out.slice(0, 503);
}

export function price(berth: Berth, nights: number): number {
  switch (berth.id) {
    case 404:
      return nights * 42.9;
    case 429:
    case 500:
      return nights * 50.3;
    default:
      return nights * (berth.code > 4290 ? 40.4 : 29);
  }
}

export const legend = { title: 'Berths', type: 'map', width: 503, height: 429, seed: 0x404 };
