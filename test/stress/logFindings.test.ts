import { beforeEach, describe, expect, it, vi } from 'vitest';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { CatalogSet } from '../../shared/catalog/catalogSet';
import { OpenDocument } from '../../server/document/openDocument';
import { findingAt, FindingStore } from '../../server/findings';
import { Recogniser } from '../../server/recogniser/recogniser';
import { SyntaxService } from '../../server/syntax/syntax';
import { inOneNumbering, noProject, randomNumbers, readGrammar } from '../unit/support';

const recogniser = new Recogniser(new CatalogSet(builtInCatalogs()), new SyntaxService(readGrammar));
const store = new FindingStore(recogniser, noProject);

const lines = [
  '2024-01-01 10:00:00 INFO GET /a 200 12ms', '2024-01-01 10:00:01 INFO "GET /b HTTP/1.1" 404 12', '{"level":"error","status":503,"error":"x"}',
  '2024-01-01 10:00:02 ERROR request failed with status code 429', 'error: {', '  code: 88,', '  "message": "Rate limit exceeded"', '}', '',
  'HTTP/1.1 429 Too Many Requests', 'x-rate-limit-reset: 1700000000', 'retry-after: 30', '{"error":"x_daily_limit"}', '403 Forbidden',
  '2024-01-01 10:00:03 WARN https://api.x.com/2/tweets 187 - Status is a duplicate.', '2024-01-01 10:00:04 INFO nothing of note',
]; // prettier-ignore

const longLine = `2024-01-01 10:00:05 INFO ${'word '.repeat(2_000)} HTTP/1.1 500 Internal Server Error\n`;

function logOf(random: (limit: number) => number, count: number): string {
  return Array.from({ length: count }, () =>
    random(200) === 0 ? longLine : `${lines[random(lines.length)] ?? ''}\n`,
  ).join('');
}

function edit(document: OpenDocument, start: number, end: number, text: string): void {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  OpenDocument.update(document, [{ range, text }], document.version + 1);
}

async function whole(document: OpenDocument) {
  return inOneNumbering((await recogniser.recognise('log', document.getText())).findings);
}

describe('the findings of a log that is edited', { timeout: 60_000 }, () => {
  it.each([1, 2])('are those of its text as it is now (seed %i)', async (seed) => {
    const random = randomNumbers(seed);
    const document = OpenDocument.create(`test:///edited/${seed}`, 'log', 1, logOf(random, 1_200));
    for (let round = 0; round < 5; round++) {
      const start = random(document.text.length);
      const end =
        random(3) === 0 ? start : Math.min(document.text.length, start + random([20, 2_000, 60_000][random(3)] ?? 0));
      edit(document, start, end, random(4) === 0 ? '{' : logOf(random, random(30)).slice(random(20)));
      const all = await whole(document);
      const places = Array.from({ length: 20 }, () => random(document.text.length));
      places.push(...Array.from({ length: 20 }, () => all[random(all.length)]?.range.end ?? 0));
      for (const offset of places) {
        const position = document.positionAt(offset);
        const near = await store.around(document, { start: position, end: position });
        const [found, expected] = [findingAt(near, offset), findingAt(all, offset)];
        expect(found && { ...found, group: 0 }).toEqual(expected && { ...expected, group: 0 });
      }
      expect(inOneNumbering((await store.of(document)).findings)).toEqual(all);
    }
  });

  it('follow a change of the systems that its head speaks for', async () => {
    const document = OpenDocument.create('test:///head', 'log', 1, `\n${logOf(randomNumbers(1), 600)}`);
    await store.of(document);
    edit(document, 0, 0, 'calling api.x.com');
    expect(inOneNumbering((await store.of(document)).findings)).toEqual(await whole(document));
  });

  it('are cut off at a limit, which is said', async () => {
    const document = OpenDocument.create('test:///many', 'log', 1, 'HTTP/1.1 404 Not Found\n'.repeat(25_000));
    const { findings, truncated } = await store.of(document);
    expect(findings).toHaveLength(20_000);
    expect(truncated).toBe(true);
  });
});

describe('what is read of a log', { timeout: 60_000 }, () => {
  const read = vi.spyOn(recogniser, 'recogniseWithin');
  const unitsRead = () => read.mock.calls.reduce((sum, [, { start, end }]) => sum + end - start, 0);
  const text = logOf(randomNumbers(7), 6_000);
  beforeEach(() => {
    read.mockClear();
  });

  it('for a place is what is around it', async () => {
    const document = OpenDocument.create('test:///place', 'log', 1, text);
    const position = document.positionAt(text.length - 5_000);
    await store.around(document, { start: position, end: position });
    expect(unitsRead()).toBeGreaterThan(0);
    expect(unitsRead()).toBeLessThan(text.length / 10);
  });

  it('after an edit is what is around it, and after the log grew what was added', async () => {
    const document = OpenDocument.create('test:///grows', 'log', 1, text);
    await store.of(document);
    expect(unitsRead()).toBe(text.length);
    for (const at of [text.length / 2, text.length]) {
      read.mockClear();
      edit(document, at, at, '2024-01-01 10:00:09 ERROR HTTP/1.1 503 Service Unavailable\n');
      await store.of(document);
      expect(unitsRead()).toBeGreaterThan(0);
      expect(unitsRead()).toBeLessThan(text.length / 2);
    }
    read.mockClear();
    await store.of(document);
    expect(unitsRead()).toBe(0);
  });

  it('stops when the document is closed, and a place in it is still answered', async () => {
    const document = OpenDocument.create('test:///closed', 'log', 1, text.repeat(4));
    const all = store.of(document);
    store.forget(document.uri);
    const { truncated } = await all;
    expect(truncated).toBe(true);
    expect(unitsRead()).toBeLessThan(document.text.length);
  });
});
