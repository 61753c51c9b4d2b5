import { describe, expect, it } from 'vitest';
import type { Sign } from '../../../server/recogniser/log/sign';
import { signs } from '../../../server/recogniser/log/signs';

/** Whether the number in guillemets has a sign. */
function has({ place, pattern }: Sign, marked: string): boolean {
  const line = marked.replace(/[«»]/g, '');
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  expect(line.slice(start, end)).toMatch(/^[45]\d\d$/);
  pattern.lastIndex = place === 'before' ? start : place === 'after' ? end : 0;
  return pattern.test(line);
}

describe.each(signs)('the sign "$name"', (sign) => {
  it('is seen and not seen in its lines', () => {
    expect(has(sign, sign.seen), sign.seen).toBe(true);
    expect(has(sign, sign.notSeen), sign.notSeen).toBe(false);
  });
});
