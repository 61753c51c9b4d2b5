import { describe, expect, it } from 'vitest';
import { asInsertHandlerArgument, asLookUpArgument } from '../../../client/commands/arguments';

describe('argument of the lookup command', () => {
  it('is a query in one line', () => {
    expect(asLookUpArgument('  429\n Too\tMany ')).toBe('429 Too Many');
  });

  it('is cut where no query is that long', () => {
    expect(asLookUpArgument('x'.repeat(100_000))).toHaveLength(300);
  });

  it.each([
    'http/429',
    'x-api-v1.1/88',
    'x-api-v1.1/214#webhook-latency',
    'xquik/rate_limit_exceeded',
    'http/__proto__',
  ])('is the entry %s', (entry) => {
    expect(asLookUpArgument({ entry })).toEqual({ entry });
  });

  it.each([
    undefined,
    null,
    '',
    ' \n\u0000',
    429,
    true,
    [],
    ['http/429'],
    {},
    { entry: 429 },
    { entry: '429' },
    { entry: '../../etc/passwd' },
    { entry: 'http/../429' },
    { entry: 'http/429?query' },
    { entry: 'http/429\n' },
    { entry: `http/${'4'.repeat(1000)}` },
    { $mid: 1, path: '/a.log', scheme: 'file' },
  ])('is not %j', (value) => {
    expect(asLookUpArgument(value)).toBeUndefined();
  });
});

describe('argument of the insert command', () => {
  it('keeps what is as it should be', () => {
    const whole = { uri: 'file:///a.ts', position: { line: 3, character: 0 }, entry: 'http/429' };
    expect(asInsertHandlerArgument(whole)).toEqual(whole);
  });

  it.each([
    undefined,
    null,
    'http/429',
    [],
    { uri: 1, position: 'here', entry: ['http/429'] },
    { position: { line: -1, character: 0 } },
    { position: { line: 1.5, character: 0 } },
    { position: { line: Number.NaN, character: 0 } },
    { position: { line: 1 } },
    { position: { line: 1, character: 2 ** 40 } },
    { entry: 'none' },
  ])('leaves out what is not: %j', (value) => {
    expect(asInsertHandlerArgument(value)).toEqual({});
  });

  it('copies only what it knows', () => {
    expect(
      asInsertHandlerArgument({ entry: 'http/429', command: 'x', position: { line: 1, character: 2, extra: 3 } }),
    ).toEqual({
      entry: 'http/429',
      position: { line: 1, character: 2 },
    });
  });
});
