import { describe, expect, it } from 'vitest';
import { formatsOfLines, printFormats } from '../../../server/recogniser/log/formats';

/** The numbers that a rule takes for a status or a code in a line. */
function numbers({ pattern, needs, unless }: (typeof printFormats)[number], line: string): string[] {
  if ((needs && !line.split('\n').some((part) => needs.test(part))) || unless?.test(line)) {
    return [];
  }
  return [...line.matchAll(pattern)].map((match) => match.groups?.['status'] ?? match.groups?.['code'] ?? '');
}

describe.each([...printFormats, ...formatsOfLines])('the print format "$name"', (format) => {
  it.each(format.matches.map((line) => [line]))('matches %s', (line) => {
    expect(numbers(format, line).join()).toMatch(/^\d{1,4}(?:,\d{1,4}){0,9}$/);
  });

  it.each(format.nonMatches.map((line) => [line]))('does not match %s', (line) => {
    expect(numbers(format, line).filter((number) => Number(number) >= 400 || format.name.includes('code'))).toEqual([]);
  });

  it('has lines of both sorts', () => {
    expect(format.matches.length).toBeGreaterThan(0);
    expect(format.nonMatches.length).toBeGreaterThan(0);
  });
});
