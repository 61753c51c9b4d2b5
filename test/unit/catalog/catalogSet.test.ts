import { describe, expect, test } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import type { CatalogEntry, CatalogFile } from '../../../shared/catalog/catalog';
import { CatalogSet, normaliseProblemType } from '../../../shared/catalog/catalogSet';

function entry(slug: string, change: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    slug,
    kind: 'code',
    value: slug.replace(/#.*/, ''),
    title: `Title of ${slug}`,
    meaning: 'Something failed.',
    causes: [],
    fix: [],
    strategy: { name: 'none' },
    documented: true,
    sources: ['docs'],
    ...change,
  };
}

function catalog(id: string, ...entries: readonly CatalogEntry[]): CatalogFile {
  return { format: 1, id, name: id, sources: { docs: { title: 'Docs' } }, context: {}, entries };
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('look-up', () => {
  const set = new CatalogSet([
    catalog(
      'http',
      entry('429', { kind: 'status', aliases: ['StatusTooManyRequests', 'TOO_MANY_REQUESTS'] }),
      entry('retry-after', { kind: 'header', value: 'Retry-After' }),
    ),
    catalog(
      'vendor',
      entry('429'),
      entry('214'),
      entry('214#late'),
      entry('TOO_MANY_REQUESTS'),
      entry('frozen', { aliases: ['account frozen'] }),
      entry('capped', {
        kind: 'problem-type',
        value: 'https://api.x.com/2/problems/usage-capped',
        aliases: ['https://developer.x.com/en/errors#usage-capped'],
      }),
      entry('duplicate', { kind: 'message', value: 'Status is a duplicate.' }),
    ),
  ]);

  test('an entry knows its id and its catalog', () => {
    expect(set.get('vendor/214#late')).toMatchObject({ id: 'vendor/214#late', catalog: { id: 'vendor' } });
    expect(set.get('vendor/215')).toBeUndefined();
    expect(set.entries).toHaveLength(9);
  });

  test.each([
    ['214', ['vendor/214', 'vendor/214#late']],
    ['429', ['http/429', 'vendor/429']],
    ['frozen', ['vendor/frozen']],
    ['account frozen', ['vendor/frozen']],
    ['Frozen', []],
    ['Status is a duplicate.', ['vendor/duplicate']],
    ['RETRY-after', ['http/retry-after']],
    ['statustoomanyrequests', ['http/429']],
    ['TOO_MANY_REQUESTS', ['http/429', 'vendor/TOO_MANY_REQUESTS']],
    ['too_many_requests', ['http/429']],
    ['', []],
  ])('by the value %j', (value, expected) => {
    expect(ids(set.byValue(value))).toEqual(expected);
  });

  test('by status: a code with the same number is none', () => {
    expect(ids(set.byStatus(429))).toEqual(['http/429']);
    expect(set.byStatus(214)).toEqual([]);
    expect(set.byStatus(Number.NaN)).toEqual([]);
  });

  test.each([
    'https://api.x.com/2/problems/usage-capped',
    'http://API.Twitter.com/2/problems/usage-capped/',
    'https://api.x.com:443/2/problems/usage-capped?a=b#c',
    'https://developer.x.com/en/errors#usage-capped',
    'https://developer.x.com/en/errors/#usage-capped',
  ])('by the problem type %s', (uri) => {
    expect(ids(set.byProblemType(uri))).toEqual(['vendor/capped']);
  });

  test.each([
    'https://api.x.com/2/problems/Usage-Capped',
    'https://api.example.com/2/problems/usage-capped',
    'https://developer.x.com/en/errors#other',
    'about:blank',
    'usage-capped',
    '',
  ])('not by the problem type %j', (uri) => {
    expect(set.byProblemType(uri)).toEqual([]);
  });

  test('a fragment that no entry knows does not hide a type', () => {
    const other = new CatalogSet([catalog('o', entry('p', { kind: 'problem-type', value: 'https://o.example/p' }))]);
    expect(ids(other.byProblemType('https://o.example/p/#details'))).toEqual(['o/p']);
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the code %s is a code like any other',
  (code) => {
    const empty = new CatalogSet([catalog('vendor', entry('other'))]);
    expect(empty.byValue(code)).toEqual([]);
    expect(empty.get(code)).toBeUndefined();
    expect(empty.byProblemType(code)).toEqual([]);
    const set = new CatalogSet([catalog('vendor', entry(code), entry('other', { aliases: [code] }))]);
    expect(ids(set.byValue(code))).toEqual([`vendor/${code}`, 'vendor/other']);
    expect(set.get(`vendor/${code}`)?.slug).toBe(code);
  },
);

test('a later catalog takes the place of an earlier one with its id, as a whole', () => {
  const set = new CatalogSet([
    catalog('http', entry('1'), entry('2')),
    catalog('vendor', entry('1')),
    catalog('http', entry('2', { title: 'Ours' })),
  ]);
  expect(ids(set.entries)).toEqual(['http/2', 'vendor/1']);
  expect(set.get('http/2')?.title).toBe('Ours');
  expect(ids(set.byValue('1'))).toEqual(['vendor/1']);
});

test('of two entries with one slug the first counts', () => {
  const set = new CatalogSet([catalog('vendor', entry('1', { title: 'First' }), entry('1', { title: 'Second' }))]);
  expect(set.entries.map(({ title }) => title)).toEqual(['First']);
  expect(set.byValue('1')).toHaveLength(1);
});

test('an alias that repeats the value gives the entry once', () => {
  const set = new CatalogSet([
    catalog('http', entry('h', { kind: 'header', value: 'Retry-After', aliases: ['retry-after'] })),
  ]);
  expect(set.byValue('retry-after')).toHaveLength(1);
});

test.each([
  ['https://api.twitter.com/2/problems/x', 'https://api.x.com/2/problems/x'],
  ['HTTP://API.X.COM/2/problems/x///', 'https://api.x.com/2/problems/x'],
  [' https://api.x.com/2/problems/x?a=1 ', 'https://api.x.com/2/problems/x'],
  ['https://api.x.com/2/problems/x#y', 'https://api.x.com/2/problems/x'],
  ['https://api.x.com', 'https://api.x.com'],
  ['https://docs.example.com/a/?v=2#B', 'https://docs.example.com/a#B'],
  ['https://docs.example.com/a#', 'https://docs.example.com/a'],
  ['https://example.com:80/A', 'https://example.com/A'],
  ['https://example.com:8080/A', 'https://example.com:8080/A'],
  ['https://api.twitter.com.evil.example/2', 'https://api.twitter.com.evil.example/2'],
  ['about:blank', 'about:blank'],
  ['urn:problem:Out-Of-Stock', 'urn:problem:Out-Of-Stock'],
  ['https:// two words', 'https:// two words'],
  ['', ''],
])('the normal form of %j is %j', (uri, expected) => {
  expect(normaliseProblemType(uri)).toBe(expected);
  expect(normaliseProblemType(expected)).toBe(expected);
});

test('a long URI is normalised in linear time', () => {
  const long = 'a'.repeat(200_000);
  expect(normaliseProblemType(`https://${long} b`)).toBe(`https://${long} b`);
  expect(normaliseProblemType(`https://h/${'/'.repeat(200_000)}x`)).toHaveLength(200_011);
});

test('the built-in catalogs have one id each', () => {
  const builtIn = builtInCatalogs();
  expect(new CatalogSet(builtIn).catalogs).toHaveLength(builtIn.length);
});
