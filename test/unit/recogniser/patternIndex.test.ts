import { describe, expect, it } from 'vitest';
import { printFormats } from '../../../server/recogniser/log/formats';
import { factsOf, otherUnits } from '../../../server/recogniser/log/patternFacts';
import { isAmong, PatternIndex } from '../../../server/recogniser/log/patternIndex';
import { signs } from '../../../server/recogniser/log/signs';

describe('what a match needs', () => {
  it.each([
    [/\bcode=(?<code>\d{1,4})\b/, ['code=']],
    [/a(?:b|c)d/, ['abd', 'acd']],
    [/(?:GET|POST) \/\w+/, ['get /', 'post /']],
    [/x{2}abc?/, ['abc', 'ab']],
    [/(?:fail|error)?\d/, undefined],
    [/fail|\d/, undefined],
    [/(?<=status[ :]{1,3})\d/, ['status']],
    [/(?!never)ab/, ['ab']],
    [/[Ss]tatus(?=: )/, ['status']],
    [/(?:ab){1,}/, ['ab']],
    [/(?:ab){0,3}/, undefined],
    [/→é/, undefined],
    [/a\u{62}/u, undefined],
  ])('%s', (pattern, required) => {
    expect(factsOf(pattern).required).toEqual(required);
  });

  it.each([
    [/ab/, 'a'],
    [/a?b/, 'ab'],
    [/[^\d]/, undefined],
    [/a?/, 'any'],
    [/(?=x)a/i, 'Aa'],
  ])('%s begins with %s', (pattern, units) => {
    const { first } = factsOf(pattern);
    const told =
      first && [...first.subarray(0, otherUnits)].flatMap((is, unit) => (is ? String.fromCharCode(unit) : []));
    expect(told?.join('') ?? 'any').toEqual(units ?? told?.join(''));
    expect(first?.[0x35] ?? 0).toBe(0);
  });
});

describe('the patterns that may match', () => {
  const formats = new PatternIndex(printFormats.map(({ pattern }) => pattern));
  const all = new PatternIndex(signs.map(({ pattern }) => pattern));
  formats.make();
  all.make();

  it('are all of them until it is worth reading them', () => {
    const index = new PatternIndex([/never/, /ab/]);
    const told = (text: string) => [0, 1].map((place) => isAmong(index.patternsOf(text), place));
    expect(told('ab')).toEqual([true, true]);
    Array.from({ length: 50 }, () => index.patternsOf('x'));
    expect(index.isMade).toBe(true);
    expect(told('ab')).toEqual([false, true]);
  });

  it('leaves most out of an ordinary line', () => {
    const line = '2026-11-21T04:05:06Z INFO cache miss for key 404';
    const left = printFormats.filter((_, index) => isAmong(formats.patternsOf(line), index));
    expect(left.length).toBeLessThan(printFormats.length / 4);
  });

  it.each(printFormats.flatMap((format, index) => format.matches.map((line) => ({ name: format.name, index, line }))))(
    'has the format $name for $line',
    ({ index, line }) => {
      expect(isAmong(formats.patternsOf(line), index)).toBe(true);
      expect(isAmong(formats.patternsOf(line.toUpperCase()), index)).toBe(true);
    },
  );

  it.each(signs.map((sign, index) => ({ ...sign, index })))(
    'has the sign $name for $seen',
    ({ index, seen, pattern }) => {
      const start = seen.indexOf('«');
      const end = seen.indexOf('»') - 1;
      const line = seen.replace(/[«»]/g, '');
      expect(isAmong(all.patternsOf(line), index)).toBe(true);
      const { first, preceding } = factsOf(pattern);
      const { place } = signs[index] ?? {};
      const [known, unit] =
        place === 'before' ? [preceding, line.charCodeAt(start - 1)] : [first, line.charCodeAt(end)];
      expect(place === 'line' || known === undefined ? 1 : known[Math.min(unit, otherUnits)]).toBe(1);
    },
  );
});
