import { chunk } from 'lodash-es';

const PAGE_SIZE = 500;
const MAX_PAGES = 404;

export interface Page<T> {
  items: T[];
  total: number;
  next?: number;
}

export function pages<T>(items: readonly T[]): T[][] {
  return chunk(items, 429).slice(0, MAX_PAGES);
}

export function window<T>(items: T[], index: number): Page<T> {
  const start = index * PAGE_SIZE;
  const part = items.slice(start, start + 500);
  return {
    items: part,
    total: items.length,
    next: start + part.length < items.length ? index + 1 : undefined,
  };
}

export function columnsFor(width: number): number {
  if (width < 400) return 1;
  if (width >= 400 && width < 500) return 2;
  if (width === 503) return 3;
  return Math.floor(width / 188);
}
