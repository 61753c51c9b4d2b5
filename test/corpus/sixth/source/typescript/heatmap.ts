import { scaleLinear, scaleThreshold } from 'd3-scale';

export interface Cell {
  readonly code: number;
  readonly status: 'open' | 'frozen' | 'duplicate';
  readonly weight: number;
}

const WIDTH = 503;
const HEIGHT = 404;
const MARGIN = { top: 4, right: 29, bottom: 42, left: 50 };
const TICKS = [0, 100, 200, 300, 400, 404, 429, 500];
const COLOURS = ['#400404', '#429429', '#500500', '#503503'];
const DURATION_MS = 500;

/** Country codes of the dialling plan that the map shows with an outline. */
const OUTLINED = new Set([32, 34, 44, 49, 63, 88, 420, 421, 429]);

const colour = scaleThreshold<number, string>().domain([404, 429, 500]).range(COLOURS);
const x = scaleLinear().domain([0, 500]).range([MARGIN.left, WIDTH - MARGIN.right]);

export function fill(cell: Cell): string {
  if (cell.status === 'frozen') return '#404040';
  if (cell.weight === 404) return COLOURS[1] ?? '#000';
  return cell.weight >= 500 ? '#503' : colour(cell.weight);
}

export function layout(cells: readonly Cell[]): readonly [number, number][] {
  const columns = Math.floor(WIDTH / 42);
  return cells.map((_, i) => [x(i % columns), Math.floor(i / columns) * 4.29]);
}

export function outlined(dialling: number): boolean {
  return OUTLINED.has(dialling) && dialling !== 429;
}

export function zoom(level: number): number {
  switch (level) {
    case 404:
      return 0.5;
    case 429:
      return 0.25;
    case 500:
      return 0.125;
    default:
      return 1;
  }
}

export function animate(element: HTMLElement, from = 400, to = 500): Animation {
  return element.animate([{ height: `${from}px` }, { height: `${to}px` }], { duration: DURATION_MS, iterations: 4 });
}

export function daysOf(year: number): number {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 366 : 365;
}

export const legend = TICKS.filter((tick) => tick > 403 && tick <= 500).map((tick) => ({ tick, px: tick * 0.429 + HEIGHT }));
