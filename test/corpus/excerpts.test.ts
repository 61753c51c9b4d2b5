import { describe, expect, it } from 'vitest';
import { reported } from '../../server/findings';
import { type Block, sizes } from '../../server/node/scan/block';
import { BlockStream } from '../../server/node/scan/blocksOfStream';
import { type BlockFinding, recogniseBlock } from '../../server/node/scan/recogniseBlock';
import { mostFindings } from '../../server/recogniser/recogniser';
import { logText } from '../bench/inputs/logs';
import { randomNumbers, testDocument, testService } from '../unit/support';
import { readCorpus } from './measure';

const service = testService();

interface Found {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: unknown;
  readonly text: string;
  readonly entry: string;
  readonly confidence: string;
  readonly alternatives: readonly string[];
  readonly evidence: readonly string[];
}

/** What the editor finds in a text. */
async function whole(text: string): Promise<Found[]> {
  const document = testDocument('log', text);
  const { findings } = await service.recognise(document);
  expect(findings.length).toBeLessThan(mostFindings);
  return inOrder(reported(findings).map(({ range, text: part, entry, confidence, alternatives, evidence }) => ({
    start: document.positionAt(range.start), end: document.positionAt(range.end),
    text: part, entry, confidence, alternatives, evidence,
  }))); // prettier-ignore
}

/** What a scan finds, which reads it from bytes, block by block, around the places worth a look alone. */
async function scanned(text: string, block: number): Promise<Found[]> {
  const stream = new BlockStream({ ...sizes, block });
  const found: Found[] = [];
  let place = { line: 0, character: 0 };
  const read = async (blocks: Iterable<Block>) => {
    for (const next of blocks) {
      const take = (findings: readonly BlockFinding[]) => {
        for (const { range, text: part, entry, confidence, alternatives, evidence } of findings) {
          found.push({ start: range.start, end: range.end, text: part, entry, confidence, alternatives, evidence });
        }
      };
      ({ end: place } = await recogniseBlock(service, 'log', next, place, take, () => true));
    }
  };
  await read(stream.push(Buffer.from(text)));
  await read(stream.flush(true));
  expect(place).toEqual(testDocument('log', text).positionAt(text.length));
  return inOrder(found);
}

/** What belongs to an error far above comes with that error, and so before what lies in between. */
function inOrder(found: readonly Found[]): Found[] {
  return found.toSorted((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
}

describe('a scan of bytes', { timeout: 120_000 }, () => {
  it.each([1, 2])('finds in the logs of the corpus what the editor finds (order %i)', async (seed) => {
    const random = randomNumbers(seed);
    const logs = (await readCorpus()).filter(({ kind }) => kind.endsWith('/log'));
    const shuffled = logs.map(({ text }) => ({ text, key: random(1_000_000) })).sort((a, b) => a.key - b.key);
    const text = shuffled.map((log) => log.text).join('\n');
    const expected = await whole(text);
    expect(expected.length).toBeGreaterThan(1_000);
    expect(await scanned(text, 4_000 + random(100_000))).toEqual(expected);
  });

  it('finds what lines say in other letters, and codes that stand below their messages', async () => {
    const record = '2026-11-21T04:02:00.913Z';
    const text = [
      `${record} INFO naïve ✓ 😀 GET https://api.x.com/2/tweets "HTTP/1.1 429 Too Many Requests" após 421 ms`,
      `${record} ERROR Status is a duplicate.`,
      'code: 187',
      `${record} ERROR {"message":"Status is a duplicate."}`,
      '(187)',
      `${record} ERROR {"message":"Status is a duplicate."} elapsed=121ms`,
      '187',
      `${record} ERROR {"code":187,"message":"Status is a duplicate."}]} took`,
      '187',
      `${record} ошибка: unexpected status 503 Service Unavailable`,
      `${record} ERROR cuenta – You have already retweeted this Tweet. (327)`,
    ].join('\n');
    const expected = await whole(text);
    expect(expected.map((found) => found.entry)).toEqual(
      expect.arrayContaining(['http/429', 'http/503', 'x-api-v1.1/187', 'x-api-v1.1/327']),
    );
    expect(await scanned(text, sizes.block)).toEqual(expected);
  });

  it('finds in a long log what the editor finds', async () => {
    const text = logText(3_000_000, 7);
    const expected = await whole(text);
    expect(expected.length).toBeGreaterThan(300);
    expect(await scanned(text, sizes.block)).toEqual(expected);
    expect(await scanned(text, 50_000)).toEqual(expected);
  });
});

/** The first objects of a JSON text, the outer ones first; none of what is no JSON. */
function objectsIn(text: string): object[] {
  let all: unknown[];
  try {
    all = [JSON.parse(text)];
  } catch {
    return [];
  }
  for (let index = 0; index < all.length && all.length < 200; index++) {
    const value = all[index];
    all.push(...(typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>) : []));
  }
  return all.filter((value) => typeof value === 'object' && value !== null);
}

describe('a scan of JSON', { timeout: 120_000 }, () => {
  it('passes over no document of the corpus, and no object in one, in which the editor finds something', async () => {
    const documents = (await readCorpus()).filter(({ name }) => /\.(?:json|jsonc|jsonl)$/.test(name));
    const missed: string[] = [];
    let errors = 0;
    const texts = documents.flatMap(({ name, text }) =>
      [text, ...objectsIn(text).map((value) => JSON.stringify(value, undefined, 4))].map((part) => ({
        name,
        text: part,
      })),
    );
    for (const { name, text } of texts) {
      const { findings } = await service.recognise(testDocument('json', text));
      errors += reported(findings).length;
      if (reported(findings).length > 0 && !service.mayHoldErrors(Buffer.from(text))) {
        missed.push(`${name}: ${text}`);
      }
    }
    expect(errors).toBeGreaterThan(100);
    expect(missed).toEqual([]);
  });

  it('parses no configuration and no list of records', () => {
    const records = Array.from({ length: 300 }, (_, id) => ({ id, port: 8_404, name: `user ${id}`, hash: '503a' }));
    for (const document of [records, { name: 'a', version: '4.0.4', scripts: { test: 'vitest' }, files: ['dist'] }]) {
      expect(service.mayHoldErrors(Buffer.from(JSON.stringify(document, undefined, 2)))).toBe(false);
    }
  });
});
