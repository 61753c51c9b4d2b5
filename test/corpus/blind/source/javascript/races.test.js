const { fastest, splits, place } = require('../src/races');

describe('races', () => {
  const times = { anna: 404, ben: 429, cleo: 500, dora: 503 };

  it('finds who was fastest', () => {
    expect(fastest(times)).toEqual({ name: 'anna', seconds: 404 });
    expect(place(times, 'ben')).toBe(2);
    expect(place(times, 'nobody')).toBe('not_found');
  });

  it.each([
    [400, 100],
    [500, 125],
    [404, 101],
  ])('splits %d into laps of %d', (total, lap) => {
    expect(splits(total, 4)[0]).toBe(lap);
  });

  it('knows the record of 1500 m', () => {
    expect(splits(1500, 3)).toStrictEqual([500, 500, 500]);
    expect(times.cleo).toBeLessThanOrEqual(500);
    expect(Object.values(times)).toContain(503);
  });
});
