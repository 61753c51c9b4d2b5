import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { type Block, sizes } from '../../../server/node/scan/block';
import { BlockStream } from '../../../server/node/scan/blocksOfStream';
import { type BlockFinding, recogniseBlock } from '../../../server/node/scan/recogniseBlock';
import { testDocument, testService } from '../../unit/support';

const service = testService();
const log = [
  '2026-11-20T10:00:00Z INFO calling https://api.x.com/2/tweets, größer ☃ 🎉',
  '2026-11-20T10:00:01Z WARN HTTP/1.1 429 Too Many Requests',
  '2026-11-20T10:00:02Z ERROR tweepy.errors.Forbidden: 403 Forbidden\n187 - Status is a duplicate.',
  '2026-11-20T10:00:03Z ERROR 🎉 response: {\n  "errors": [\n    { "code": 88, "message": "Rate limit exceeded" }\n  ]\n}',
  '2026-11-20T10:00:04Z INFO took 503 ms\r\r\n2026-11-20T10:00:05Z HTTP/1.1 503 Service Unavailable\r',
  '2026-11-20T10:00:06Z \0\0 HTTP/1.1 500 Internal Server Error',
].join('\n');

/** What the editor finds in a text, as the scan prints it. */
async function whole(language: string, text: string): Promise<unknown[]> {
  const document = testDocument(language, text);
  const { findings } = await service.recognise(document);
  return reported(findings).map(({ range, text: found, entry, confidence, lead }) => ({
    start: document.positionAt(range.start), end: document.positionAt(range.end), found, entry, confidence, lead,
  })); // prettier-ignore
}

/** Enough around what these texts hold, and little enough that they are read in many blocks. */
const context = 4_096;

/** What is found in a text that arrives in chunks and is read in blocks. */
async function inBlocks(language: string, chunks: readonly Buffer[], block: number, line = sizes.line) {
  const stream = new BlockStream({ ...sizes, block, line, context });
  const found: unknown[] = [];
  let place = { line: 0, character: 0 };
  const read = async (blocks: Iterable<Block>) => {
    for (const next of blocks) {
      const take = (findings: readonly BlockFinding[]) =>
        found.push(
          ...findings.map(({ range: { start, end: to }, text, entry, confidence, lead }) => ({
          start, end: to, found: text, entry, confidence, lead,
        })), // prettier-ignore
        );
      ({ end: place } = await recogniseBlock(service, language, next, place, take, () => true));
    }
  };
  for (const chunk of chunks) {
    await read(stream.push(chunk));
  }
  await read(stream.flush(true));
  return { found, end: place };
}

describe('a text that arrives in chunks', () => {
  it.each(['ERROR 429 Too Many Requests\n', '503 Service Unavailable\nquiet\n'])(
    'gives what its first bytes begin: %j',
    async (text) => {
      const { found } = await inBlocks('log', [Buffer.from(text)], 10_000);
      expect(found).toEqual(await whole('log', text));
      expect(found).toHaveLength(1);
    },
  );

  it('gives the findings of the whole wherever it is cut', async () => {
    const text = `${log}\n${'a quiet line\n'.repeat(400)}`;
    const bytes = Buffer.from(text);
    const expected = await whole('log', text);
    expect(expected.length).toBeGreaterThan(5);
    for (let at = 0; at <= Buffer.byteLength(log); at++) {
      const { found } = await inBlocks('log', [bytes.subarray(0, at), bytes.subarray(at)], 900 + (at % 97));
      expect(found, `cut at byte ${at}`).toEqual(expected);
    }
  }, 30_000);

  it.each([100, 1_000, 10_000])('gives the findings of the whole in blocks of %i bytes', async (block) => {
    const text = Array.from({ length: 300 }, (_, index) => (index % 50 === 0 ? log : `quiet line ${index} ☃`)).join(
      '\n',
    );
    const bytes = Buffer.from(text);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 5_000) }, (_, index) =>
      bytes.subarray(index * 5_000, (index + 1) * 5_000),
    );
    const { found, end } = await inBlocks('log', chunks, block);
    expect(found).toEqual(await whole('log', text));
    expect(end).toEqual(testDocument('log', text).positionAt(text.length));
  });

  it('gives the findings of JSON Lines', async () => {
    const text = Array.from({ length: 200 }, (_, index) =>
      JSON.stringify(
        index % 3 === 0 ? { errors: [{ code: 88, message: 'Rate limit exceeded' }], index } : { status: 'fine', index },
      ),
    ).join('\n');
    const { found } = await inBlocks('jsonl', [Buffer.from(text)], 4_000);
    expect(found).toEqual(await whole('jsonl', text));
  });

  it('finds what stands in a line longer than a block', async () => {
    const text = `${'x'.repeat(50_000)} HTTP/1.1 429 Too Many Requests ${'y'.repeat(50_000)}\n${log}`;
    const { found } = await inBlocks('log', [Buffer.from(text)], 1_000);
    expect(found).toEqual(await whole('log', text));
  });

  it('counts on in a line that is read in parts', async () => {
    const text = `${'é'.repeat(60_000)} HTTP/1.1 429 Too Many Requests\nHTTP/1.1 503 Service Unavailable`;
    const { found } = await inBlocks('log', [Buffer.from(text)], 10_000, 20_000);
    expect(found).toEqual(await whole('log', text));
  });

  it('leaves a byte order mark out of the columns', async () => {
    const { found } = await inBlocks('log', [Buffer.from('\ufeffHTTP/1.1 429 Too Many Requests')], 1_000);
    expect(found).toMatchObject([{ start: { line: 0, character: 9 } }]);
  });
});
