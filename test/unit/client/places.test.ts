import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../client/scan/places';

describe('placesOf', () => {
  it('finds the places of a file and of files below a folder', () => {
    const report = '3 x http/429\n  first /a b/x:1.log:2:33, last /a b/x:1.log:40:7\n  /a b/x:1.log:5:6: 429\n';
    const places = placesOf(report, '/a b/x:1.log');
    expect(places.map(({ path, line, character }) => [path, line, character])).toEqual([
      ['/a b/x:1.log', 1, 32],
      ['/a b/x:1.log', 39, 6],
      ['/a b/x:1.log', 4, 5],
    ]);
    expect(places.map(({ start, end }) => report.slice(start, end))).toContain('/a b/x:1.log:40:7');
    expect(placesOf('  first /logs/deep/a.log:1:2\n', '/logs')).toMatchObject([{ path: '/logs/deep/a.log', line: 0 }]);
  });

  it('takes neither a file of which only the name is given nor one beside the folder', () => {
    expect(placesOf('        3  /logs/a.log\n/logs-old/a.log:1:2', '/logs')).toEqual([]);
  });
});
