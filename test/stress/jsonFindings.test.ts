import { describe, expect, it, vi } from 'vitest';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { CatalogSet } from '../../shared/catalog/catalogSet';
import { OpenDocument } from '../../server/document/openDocument';
import { findingAt, FindingStore } from '../../server/findings';
import { Recogniser } from '../../server/recogniser/recogniser';
import { SyntaxService } from '../../server/syntax/syntax';
import { noProject, randomNumbers, readGrammar } from '../unit/support';

const recogniser = new Recogniser(new CatalogSet(builtInCatalogs()), new SyntaxService(readGrammar));
const store = new FindingStore(recogniser, noProject);

const bodies = [
  { status: 503, title: 'Service Unavailable', message: 'try later' },
  { errors: [{ code: 88, message: 'Rate limit exceeded' }] },
  { title: 'Too Many Requests', status: 429, type: 'about:blank', detail: 'Too Many Requests' },
  { type: 'https://api.twitter.com/2/problems/usage-capped', title: 'UsageCapExceeded', period: 'Monthly' },
  { error: 'x_daily_limit', message: 'Daily limit reached', retryAfter: 60 },
  { level: 'info', path: '/a', status: 200 },
  { title: 'Forbidden', errors: [{ code: 187, message: 'Status is a duplicate.' }, { code: 88 }], status: 403 },
  {
    message: 'Rate limit exceeded',
    errors: [
      { status: 429, title: 'Too Many Requests' },
      { status: 503, error: 'x' },
    ],
  },
  {
    status: 401,
    data: { errors: [{ note: 'none' }, { title: 'Unauthorized' }, { code: 32 }] },
    headers: { status: 403 },
  },
  { note: '\\"}],{ \n "', size: 404, nested: { items: [1, 2, { a: '\u0000' }] } },
];

/** Records, most of them without an error, one in a number of lines or all in one. */
function records(seed: number, count: number): unknown {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, id) => ({
    id,
    user: { name: `user ${id}`, tags: ['a', 'b'], count: 404 },
    ...(random(10) === 0 ? { response: bodies[random(bodies.length)] } : { text: 'word '.repeat(random(30)) }),
  }));
}

describe('a place in a large JSON document', { timeout: 60_000 }, () => {
  it.each([
    ['records in lines', (seed: number) => JSON.stringify({ records: records(seed, 1_600) }, undefined, 2)],
    ['records in one line', (seed: number) => JSON.stringify(records(seed, 2_400))],
    [
      'records with CR LF',
      (seed: number) => JSON.stringify(records(seed, 1_200), undefined, 1).replaceAll('\n', '\r\n'),
    ],
    ['a record a line', (seed: number) => (records(seed, 2_400) as unknown[]).map((r) => JSON.stringify(r)).join('\n')],
  ])('has the finding that the whole has: %s', async (_, write) => {
    const text = write(3);
    const document = OpenDocument.create('test:///large', 'json', 1, text);
    const { findings } = await recogniser.recognise('json', text);
    expect(text.length).toBeGreaterThan(150_000);
    expect(findings.length).toBeGreaterThan(100);
    const recognise = vi.spyOn(recogniser, 'recognise');
    for (const { range } of findings.filter((__, index) => index % 5 === 0)) {
      for (const offset of [range.start, range.end + 30]) {
        const position = document.positionAt(offset);
        const around = await store.around(document, { start: position, end: position });
        const [found, expected] = [findingAt(around, offset), findingAt(findings, offset)];
        expect(found && { ...found, group: 0 }).toEqual(expected && { ...expected, group: 0 });
      }
    }
    // The whole is not read for any of them.
    expect(recognise).not.toHaveBeenCalled();
    recognise.mockRestore();
  });

  it('is not judged by the fields of other objects', async () => {
    const padding = JSON.stringify({ text: 'word '.repeat(40) });
    const list = Array.from({ length: 1_000 }, () => padding).join(',\n');
    // The object that closes after the first list, and what is said of another one after it.
    const text = `{"first":{"list":[${list}],\n"status":404},"error":"x","list":[${list}]}`;
    const document = OpenDocument.create('test:///levels', 'json', 1, text);
    const offset = text.indexOf('404') + 1;
    const position = document.positionAt(offset);
    const found = findingAt(await store.around(document, { start: position, end: position }), offset);
    expect(found?.confidence).not.toBe('high');
  });

  it.each([
    ['a million brackets', '['.repeat(1_000_000)],
    ['a string of megabytes', `{"a":"${'x'.repeat(3_000_000)}","status":404,"error":"x"}`],
    ['NUL', '\0'.repeat(500_000)],
    ['quotes', '"'.repeat(500_000)],
  ])('is answered in %s', async (_, text) => {
    const document = OpenDocument.create('test:///hostile', 'json', 1, text);
    const position = document.positionAt(text.length / 2);
    expect(
      findingAt(await store.around(document, { start: position, end: position }), text.length / 2),
    ).toBeUndefined();
    store.forget(document.uri);
  });
});
