import { describe, expect, it } from 'vitest';
import { histogram, mean, quantile } from './stats';

describe('stats', () => {
  const samples = [32, 34, 50, 63, 64, 88, 89, 131, 135, 185, 187, 226, 261, 326];

  it('counts', () => {
    expect(samples).toHaveLength(14);
    expect(samples).toContain(187);
    expect(histogram(samples, 50).get(50)).toBe(4);
  });

  it('finds the middle', () => {
    expect(mean([400, 404, 408])).toBe(404);
    expect(quantile([429, 500, 503], 0.5)).toBe(500);
    expect(Math.round(mean(samples))).not.toBe(500);
  });

  it('takes long lists', () => {
    const many = Array.from({ length: 404 }, (_, i) => i + 500);
    expect(many.at(-1)).toBe(903);
    expect(many.includes(503)).toBe(true);
    expect(quantile(many, 1)).toBeGreaterThan(500);
  }, 500);
});
