import { describe, expect, test } from 'vitest';
import type { CatalogEntry, CatalogFile } from '../../../shared/catalog/catalog';
import { loadCatalog } from '../../../shared/catalog/load';

const entry: CatalogEntry = {
  slug: 'E1',
  kind: 'code',
  value: 'E1',
  title: 'First error',
  meaning: 'Something failed.',
  causes: ['A cause.'],
  fix: ['A fix.'],
  strategy: { name: 'none' },
  documented: true,
  sources: ['docs'],
};

const file: CatalogFile = {
  format: 1,
  id: 'team',
  name: 'Team API',
  sources: { docs: { title: 'Team docs', url: 'https://example.com/docs' } },
  context: { hosts: ['api.example.com'] },
  entries: [entry],
};

const load = (value: unknown) => loadCatalog(JSON.stringify(value), 'team.json');
const withEntries = (...entries: readonly unknown[]) => load({ ...file, entries });
const slugs = (result: ReturnType<typeof loadCatalog>) => result.catalog?.entries.map(({ slug }) => slug);

describe('a catalog that is right', () => {
  test('is returned as written', () => {
    expect(load(file)).toEqual({ catalog: file, problems: [] });
  });

  test('may have comments, trailing commas and a byte order mark', () => {
    const text = `\uFEFF// Ours\n${JSON.stringify(file).slice(0, -1)}, /* end */ }\n`;
    expect(loadCatalog(text, 'team.json')).toEqual({ catalog: file, problems: [] });
  });

  test('may be empty of entries', () => {
    expect(withEntries().catalog?.entries).toEqual([]);
  });

  test('keeps HTML and markdown in texts as data', () => {
    const text = '<img src=x onerror=alert(1)> [a](command:x) `b`\n# c';
    const result = withEntries({ ...entry, title: text, meaning: text });
    expect(result.problems).toEqual([]);
    expect(result.catalog?.entries[0]).toMatchObject({ title: text, meaning: text });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may have the code %s', (code) => {
    const result = withEntries({ ...entry, slug: code, value: code }, entry);
    expect(result.problems).toEqual([]);
    expect(slugs(result)).toEqual([code, 'E1']);
  });
});

describe('an API that honours an idempotency key', () => {
  const withKey = (idempotencyKey: unknown) => load({ ...file, idempotencyKey });

  test.each([
    [{ header: 'Idempotency-Key' }],
    [{ header: 'X-Request-Id', methods: ['POST'] }],
    [{ header: 'client_token', methods: ['POST', 'PATCH'] }],
  ])('says so by %j', (idempotencyKey) => {
    expect(withKey(idempotencyKey)).toEqual({ catalog: { ...file, idempotencyKey }, problems: [] });
  });

  test.each([
    [{}, '"idempotencyKey" has no "header"'],
    ['Idempotency-Key', '"idempotencyKey" must be of type object'],
    [{ header: 1 }, 'must be of type string'],
    [{ header: '' }, 'must be the name of a header'],
    [{ header: 'Idempotency Key' }, 'must be the name of a header: letters, digits, "-" and "_"'],
    [{ header: "Key'); process.exit(" }, 'must be the name of a header'],
    [{ header: '$(reboot)' }, 'must be the name of a header'],
    [{ header: 'Key\r\nHost: example.com' }, 'must be the name of a header'],
    [{ header: 'a'.repeat(101) }, 'must be the name of a header'],
    [{ header: 'Authorization' }, '"idempotencyKey.header" is "Authorization", which means something else'],
    [{ header: 'content-length' }, 'which means something else'],
    [{ header: 'Idempotency-Key', methods: [] }, 'is too short'],
    [{ header: 'Idempotency-Key', methods: ['GET'] }, 'must be one of'],
    [{ header: 'Idempotency-Key', period: '24 hours' }, 'is not a property of the format'],
  ])('does not say so by %j', (idempotencyKey, problem) => {
    const { catalog, problems } = withKey(idempotencyKey);
    expect(catalog).toBeUndefined();
    expect(problems.join()).toContain('The catalog cannot be used');
    expect(problems.join()).toContain(problem);
  });
});

describe('a file that is wrong as a whole', () => {
  test.each([
    ['empty text', '', 'team.json: The file is empty.'],
    ['blank text', '\uFEFF \n', 'team.json: The file is empty.'],
    ['broken JSON', '{\n  "format": }', 'team.json: It is not valid JSON: line 2, column 13: value expected.'],
    [
      'a cut file',
      '{"format": 1, "entries": [',
      'team.json: It is not valid JSON: line 1, column 27: close bracket expected.',
    ],
    ['two values', '{} {}', 'team.json: It is not valid JSON: line 1, column 4: end of file expected.'],
    ['an array', '[]', 'team.json: A catalog is a JSON object with "format", "id", "name" and "entries".'],
    ['null', 'null', 'team.json: A catalog is a JSON object with "format", "id", "name" and "entries".'],
    ['a string', '"catalog"', 'team.json: A catalog is a JSON object with "format", "id", "name" and "entries".'],
    [
      'an empty object',
      '{}',
      'team.json: The catalog cannot be used: it has no "format"; it has no "id"; it has no "name"; and 3 more.',
    ],
  ])('%s', (_, text, problem) => {
    expect(loadCatalog(text, 'team.json')).toEqual({ problems: [problem] });
  });

  test.each([
    [{ format: 2 }, 'team.json: The catalog cannot be used: "format" must be 1.'],
    [{ id: 'Team/API' }, 'team.json: The catalog cannot be used: "id" has characters that are not allowed there.'],
    [{ name: 5 }, 'team.json: The catalog cannot be used: "name" must be of type string.'],
    [{ entries: {} }, 'team.json: The catalog cannot be used: "entries" must be of type array.'],
    [{ extra: 1 }, 'team.json: The catalog cannot be used: "extra" is not a property of the format.'],
    [
      { sources: { docs: { title: 'Docs', url: 'javascript:alert(1)' } } },
      'team.json: The catalog cannot be used: "sources.docs.url" must be an https address.',
    ],
  ])('%j', (change, problem) => {
    expect(load({ ...file, ...change })).toEqual({ problems: [problem] });
  });

  test('100,000 levels deep', () => {
    const problem = 'team.json: The file is nested too deeply to be a catalog.';
    for (const text of ['['.repeat(100_000), '{"a":'.repeat(100_000), `{"entries":${'['.repeat(100_000)}`]) {
      expect(loadCatalog(text, 'team.json')).toEqual({ problems: [problem] });
    }
  });

  test('6 MB of text', () => {
    const problem = 'team.json: The file is over 5 MB, a catalog must be smaller.';
    expect(loadCatalog(' '.repeat(6 * 1024 * 1024), 'team.json')).toEqual({ problems: [problem] });
  });

  test('more entries than the format allows', () => {
    const result = load({ ...file, entries: Array.from({ length: 10_001 }, () => 0) });
    expect(result).toEqual({
      problems: ['team.json: The catalog cannot be used: it has 10001 entries, more than 10000.'],
    });
  });
});

describe('an entry that is wrong is left out', () => {
  test.each([
    [5, 'number 2', 'it must be of type object'],
    [null, 'number 2', 'it must be of type object'],
    [{ ...entry, slug: 7 }, 'number 2', '"slug" must be of type string'],
    [{ ...entry, slug: 'a b' }, '"a b"', '"slug" has characters that are not allowed there'],
    [{ ...entry, slug: 'X', meaning: undefined }, '"X"', 'it has no "meaning"'],
    [
      { ...entry, slug: 'X', kind: 'error' },
      '"X"',
      '"kind" must be one of "status", "code", "problem-type", "message", "header"',
    ],
    [
      { ...entry, slug: 'X', strategy: { name: 'none', attempts: -1 } },
      '"X"',
      '"strategy.attempts" is outside of the allowed range',
    ],
    [{ ...entry, slug: 'X', titel: 'typo' }, '"X"', '"titel" is not a property of the format'],
    [{ ...entry, slug: 'X', causes: ['fine', ''] }, '"X"', '"causes.1" is too short'],
    [{ ...entry, slug: 'X', meaning: 'x'.repeat(2001) }, '"X"', '"meaning" is too long'],
    [{ ...entry, slug: 'X', link: 'javascript:alert(1)' }, '"X"', '"link" must be an https address'],
    [{ ...entry, slug: 'X', link: 'http://example.com/' }, '"X"', '"link" must be an https address'],
    [{ ...entry, slug: 'X', link: 'https://example.com/"onclick=' }, '"X"', '"link" must be an https address'],
    [{ ...entry, title: 'Again' }, '"E1"', 'an earlier entry has the same slug'],
    [{ ...entry, slug: 'X', sources: ['dcos'] }, '"X"', `its source "dcos" is not in the catalog's "sources"`],
    [{ ...entry, slug: 'X', sources: ['toString'] }, '"X"', `its source "toString" is not in the catalog's "sources"`],
    [{ ...entry, slug: 'X', kind: 'status', value: 'E9' }, '"X"', 'a status has three digits, "E9" does not'],
    [{ ...entry, slug: 'E1#late', value: 'E2' }, '"E1#late"', 'a variant of "E1" must have its value "E1"'],
  ])('case %#', (bad, name, reason) => {
    const result = withEntries(entry, bad, { ...entry, slug: 'E3', value: 'E3' });
    expect(result.problems).toEqual([`team.json: Entry ${name} is left out: ${reason}.`]);
    expect(slugs(result)).toEqual(['E1', 'E3']);
  });

  test('a variant shares its value with the code, in any order', () => {
    const variant = { ...entry, slug: 'E1#late', title: 'Late' };
    expect(withEntries(variant, entry)).toMatchObject({ problems: [] });
    expect(withEntries(entry, variant)).toMatchObject({ problems: [] });
  });

  test('the problems are capped', () => {
    const result = withEntries(...Array.from({ length: 50 }, () => ({})), entry);
    expect(result.problems).toHaveLength(21);
    expect(result.problems.at(-1)).toBe('and 30 more');
    expect(slugs(result)).toEqual(['E1']);
  });

  test('several reasons stand in one problem, and a long name is cut', () => {
    const result = withEntries({ slug: `${'x'.repeat(5000)}\n` });
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]?.length).toBeLessThan(300);
    expect(result.problems[0]).not.toContain('\n');
  });

  test('an endless list of faults costs no more than a long list', () => {
    const result = withEntries(
      { ...entry, causes: Array.from({ length: 300_000 }, () => 0) },
      { ...entry, slug: 'E2' },
    );
    expect(result.problems).toHaveLength(1);
    expect(slugs(result)).toEqual(['E2']);
  });
});

describe('a key __proto__', () => {
  const text = JSON.stringify(file);
  const own = '"__proto__":{"title":"Hidden","format":1}';

  test('in the file or in an entry is an unknown property', () => {
    expect(loadCatalog(text.replace('{', `{${own},`), 'team.json').problems).toEqual([
      'team.json: The catalog cannot be used: "__proto__" is not a property of the format.',
    ]);
    expect(loadCatalog(text.replace('{"slug"', `{${own},"slug"`), 'team.json').problems).toEqual([
      'team.json: Entry "E1" is left out: "__proto__" is not a property of the format.',
    ]);
  });

  test('does not stand in for a property that is missing', () => {
    const result = loadCatalog(text.replace('"title":"First error"', own), 'team.json');
    expect(result.problems[0]).toContain('it has no "title"');
  });

  test('changes nothing elsewhere', () => {
    loadCatalog('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}', 'team.json');
    expect('polluted' in {}).toBe(false);
  });

  test('is a source or a field like any other', () => {
    const named = text
      .replace('"docs":{', '"__proto__":{')
      .replace('["docs"]', '["__proto__"],"fields":{"__proto__":["a"]}');
    const result = loadCatalog(named, 'team.json');
    expect(result.problems).toEqual([]);
    expect(Object.keys(result.catalog?.entries[0]?.fields ?? {})).toEqual(['__proto__']);
  });
});
