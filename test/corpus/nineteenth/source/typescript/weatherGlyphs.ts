/** Groups of conditions of the forecast feed, with a glyph for each. */
export interface Condition {
  code: number;
  text: string;
  glyph: string;
}

const conditions: Condition[] = [
  { code: 200, text: 'thunder, light rain', glyph: '⛈' },
  { code: 300, text: 'light drizzle', glyph: '🌦' },
  { code: 500, text: 'light rain', glyph: '🌧' },
  { code: 501, text: 'moderate rain', glyph: '🌧' },
  { code: 502, text: 'heavy rain', glyph: '🌧' },
  { code: 503, text: 'very heavy rain', glyph: '🌊' },
  { code: 504, text: 'extreme rain', glyph: '🌊' },
  { code: 511, text: 'freezing rain', glyph: '🧊' },
  { code: 520, text: 'light showers', glyph: '🌧' },
  { code: 522, text: 'heavy showers', glyph: '🌧' },
  { code: 600, text: 'light snow', glyph: '🌨' },
];

export interface Forecast {
  weather: { code: number }[];
  pressureHpa: number;
  visibilityM: number;
}

export function glyph(code: number): string {
  if (code === 511) return '🧊';
  if (code >= 500 && code < 520) return '🌧';
  switch (code) {
    case 521:
    case 522:
      return '☔';
    case 503:
    case 504:
      return '🌊';
    default:
      return conditions.find((c) => c.code === code)?.glyph ?? '?';
  }
}

export function isWet({ weather }: Forecast): boolean {
  return weather.some(({ code }) => code === 500 || code === 501 || code === 502);
}

export function upperAir(levels: Map<number, { temp: number; wind: number }>): string[] {
  const out: string[] = [];
  for (const hpa of [850, 700, 500, 400, 300]) {
    const level = levels.get(hpa);
    if (!level) continue;
    out.push(`${hpa} hPa: ${level.temp} °C, ${level.wind} kt`);
  }
  if (!levels.has(500)) out.push('no sounding at 500 hPa');
  return out;
}

export function fog({ visibilityM }: Forecast): 'dense' | 'fog' | 'none' {
  if (visibilityM < 50) return 'dense';
  return visibilityM < 500 ? 'fog' : 'none';
}
