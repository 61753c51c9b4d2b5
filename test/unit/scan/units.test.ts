import { describe, expect, it } from 'vitest';
import { countUnits, unitsOfUtf8 } from '../../../server/node/scan/units';
import { unitsOf } from '../../../server/recogniser/log/bytes';

describe('unitsOfUtf8', () => {
  it.each([
    '',
    'plain',
    'naïve ✓',
    '✓',
    'a😀b',
    'é😀\n日本語 503\r\n',
    '\0\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}',
  ])('gives the units of %j', (text) => {
    const bytes = new TextEncoder().encode(text);
    const units = unitsOfUtf8(bytes);
    expect(units && [...units]).toEqual([...unitsOf(text, 0, text.length)]);
    expect(countUnits(bytes)).toBe(text.length);
  });

  it.each([[0xff], [0x61, 0xc3], [0xe2, 0x9c, 0x20], [0xed, 0xa0, 0x80]])(
    'says nothing of bytes that are no UTF-8: %j',
    (...bytes) => {
      expect(unitsOfUtf8(Uint8Array.from(bytes))).toBeUndefined();
    },
  );
});
