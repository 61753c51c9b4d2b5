/** Sizes of a jumper from a swatch: stitches, rows and skeins. */
export interface Swatch {
  stitches: number;
  rows: number;
  widthMm: number;
  heightMm: number;
}

export interface Yarn {
  name: string;
  metresPerSkein: number;
  grams: number;
  colour: number;
}

const YARNS: readonly Yarn[] = [
  { name: 'moorland', metresPerSkein: 400, grams: 100, colour: 415 },
  { name: 'harbour', metresPerSkein: 425, grams: 115, colour: 310 },
  { name: 'cinder', metresPerSkein: 220, grams: 50, colour: 452 },
  { name: 'thistle', metresPerSkein: 185, grams: 50, colour: 822 },
];

const CHEST_MM: Record<string, number> = { xs: 760, s: 860, m: 960, l: 1060, xl: 1160 };
const LENGTH_MM: Record<string, number> = { xs: 500, s: 520, m: 540, l: 560, xl: 580 };
const EASE_MM = 88;
const METRES_PER_STITCH = 0.0135;

export function castOn(swatch: Swatch, size: string): number {
  const chest = (CHEST_MM[size] ?? 960) + EASE_MM;
  const stitches = Math.round((chest / swatch.widthMm) * swatch.stitches);
  return stitches - (stitches % 4);
}

export function rows(swatch: Swatch, size: string): number {
  return Math.round(((LENGTH_MM[size] ?? 540) / swatch.heightMm) * swatch.rows);
}

export function skeins(swatch: Swatch, size: string, yarn: Yarn): number {
  const body = castOn(swatch, size) * rows(swatch, size);
  const sleeves = body * 0.64;
  return Math.ceil(((body + sleeves) * METRES_PER_STITCH) / yarn.metresPerSkein);
}

export function yarnOfColour(code: number): Yarn | undefined {
  return YARNS.find((yarn) => yarn.colour === code);
}

export function needle(swatch: Swatch): string {
  const perTenCm = (swatch.stitches / swatch.widthMm) * 100;
  if (perTenCm >= 32) return '2 mm';
  if (perTenCm >= 24) return '3.25 mm';
  return perTenCm >= 18 ? '4 mm' : '5.5 mm';
}

/** Grams of wool for a pair of socks, by the size of the shoe. */
export const SOCKS: ReadonlyMap<number, number> = new Map([
  [36, 60],
  [39, 75],
  [42, 88],
  [45, 100],
]);

export const example = skeins({ stitches: 22, rows: 30, widthMm: 100, heightMm: 99 }, 'm', YARNS[1] as Yarn);
