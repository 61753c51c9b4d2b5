import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distFolder } from './session';

let folder = '';
const path = (name: string) => join(folder, name);

const quiet = 'all is well and of no interest to anyone, '.repeat(20);

/** A log of some size with an error in every fiftieth line, data over several lines and characters of many bytes. */
function logOf(bytes: number): string {
  const lines: string[] = [];
  for (let length = 0, index = 0; length < bytes; index++) {
    const time = new Date(Date.UTC(2026, 10, 20) + index * 50).toISOString();
    const line =
      index % 100 === 0
        ? `${time} WARN HTTP/1.1 429 Too Many Requests`
        : index % 100 === 50
          ? `${time} ERROR response: {\n  "errors": [\n    { "code": 88, "message": "Rate limit exceeded" }\n  ]\n}`
          : `${time} INFO ☃ ${quiet}`;
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

/** A frame of Zstandard that stores its text as it is (RFC 8878, 3.1.1). */
function zstdOf(text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(4 + 1 + 4 + 3);
  header.writeUInt32LE(0xfd2fb528, 0);
  header.writeUInt8(0xa0, 4);
  header.writeUInt32LE(content.length, 5);
  header.writeUIntLE((content.length << 3) | 1, 9, 3);
  return Buffer.concat([header, content]);
}

const bigLog = logOf(9_000_000);
const error = 'HTTP/1.1 429 Too Many Requests\n';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aea-scan-'));
  await writeFile(path('big.log'), bigLog);
});

afterAll(() => rm(folder, { recursive: true }));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input: string | Buffer = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${distFolder}cli.js`, 'scan', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined).end(input);
  });
}

const countOf = (out: string) => out.split('\n').filter(Boolean).length;

describe('scan of a big log', () => {
  it('gives the same, in the same order, however many threads scan', { timeout: 120_000 }, async () => {
    const [one, three] = [
      await run(['--format', 'ndjson', '--jobs', '1', path('big.log')]),
      await run(['--format', 'ndjson', '--jobs', '3', path('big.log')]),
    ];
    expect(one).toMatchObject({ code: 1, err: '' });
    expect(three.out === one.out).toBe(true);
    const lines = bigLog.split('\n');
    for (const printed of one.out.trim().split('\n')) {
      const { range, text } = JSON.parse(printed) as {
        range: { start: { line: number; character: number } };
        text: string;
      };
      expect(lines[range.start.line]?.startsWith(text, range.start.character), printed).toBe(true);
    }
    expect(countOf(one.out)).toBeGreaterThan(bigLog.split('Too Many Requests').length);
  });

  it('gives the same from standard input and from a gzip archive', { timeout: 120_000 }, async () => {
    // Two archives one after another are one file.
    const bytes = Buffer.from(bigLog);
    await writeFile(
      path('packed.log.gz'),
      Buffer.concat([gzipSync(bytes.subarray(0, 4_000_000)), gzipSync(bytes.subarray(4_000_000))]),
    );
    const places = (out: string) => out.replaceAll(/^\S+?:(?=\d)/gm, '');
    const expected = places((await run([path('big.log')])).out);
    expect(countOf(expected)).toBeGreaterThan(50);
    expect(places((await run(['-'], bigLog)).out)).toBe(expected);
    expect(places((await run([path('packed.log.gz')])).out)).toBe(expected);
  });

  it('sums up without showing the lines', { timeout: 120_000 }, async () => {
    const { code, out } = await run(['--report', '--format', 'json', '--jobs', '2', path('big.log')]);
    const report = JSON.parse(out) as {
      lines: number;
      entries: { entry: string; count: number; first: object; samples: object[] }[];
      histogram: { buckets: { count: number }[] };
    };
    expect(code).toBe(1);
    expect(report.lines).toBe(bigLog.split('\n').length - 1);
    const entry = report.entries.find((summary) => summary.entry === 'http/429');
    expect(entry).toMatchObject({
      count: bigLog.split('429 Too Many').length - 1,
      first: { path: path('big.log'), line: 0, character: 39, text: '429', time: '2026-11-20T00:00:00.000Z' },
    });
    expect(entry?.samples.length).toBeLessThanOrEqual(5);
    const errors = report.entries.reduce((sum, { count }) => sum + count, 0);
    expect(report.histogram.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(errors);
    expect(out).not.toContain('interest');
  });
});

describe('scan of a project', () => {
  it('knows whose codes a file holds by the nearest manifest', async () => {
    await mkdir(path('bot/src'), { recursive: true });
    await mkdir(path('shop'));
    await writeFile(path('bot/package.json'), '{ "dependencies": { "twitter-api-v2": "1" } }');
    await writeFile(path('shop/package.json'), '{ "dependencies": { "stripe": "1" } }');
    const compared = 'if (error.code === 187) skip();\n';
    for (const name of ['bot/src/post.ts', 'shop/pay.ts']) {
      await writeFile(path(name), compared);
    }
    await writeFile(path('bot/answers.jsonl'), '{ "errors": [{ "code": 326 }] }\n');
    const { out } = await run(['--format', 'ndjson', path('bot'), path('shop')]);
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { entry: string; evidence: string[] });
    expect(found.map(({ entry }) => entry)).toEqual(['x-api-v1.1/326', 'x-api-v1.1/187']);
    expect(found.every(({ evidence }) => evidence.includes('dependency twitter-api-v2 in package.json'))).toBe(true);
  });
});

describe('scan of files that are not as they should be', () => {
  it('gives what was readable of an archive that is cut off', async () => {
    const archive = gzipSync(Buffer.from(error.repeat(10) + logOf(300_000)));
    await writeFile(path('cut.log.gz'), archive.subarray(0, archive.length - 10));
    const { code, out, err } = await run([path('cut.log.gz')]);
    expect(code).toBe(2);
    expect(err).toContain('cut.log.gz: the gzip archive is damaged or cut off');
    expect(countOf(out)).toBeGreaterThan(10);
  });

  it('reads zstd, also several frames, and says when one is cut off', async () => {
    await writeFile(path('a.log.zst'), Buffer.concat([zstdOf(error), zstdOf(`quiet\n${error}`)]));
    expect((await run([path('a.log.zst')])).out).toContain('a.log.zst:3:10: http/429');
    await writeFile(path('cut.log.zst'), zstdOf(error.repeat(9)).subarray(0, -20));
    const { code, err } = await run([path('cut.log.zst')]);
    expect(code).toBe(2);
    expect(err).toContain('cut.log.zst: the zstd archive is damaged or cut off');
  });

  it('reads a line of 5 MB, NUL bytes, and a text without a last line end', async () => {
    await writeFile(
      path('odd.log'),
      `${'x'.repeat(5_000_000)} HTTP/1.1 503 Service Unavailable\n\0\0\n${error.trim()}`,
    );
    const { out } = await run([path('odd.log')]);
    expect(out).toContain(':1:5000011: http/503');
    expect(out).toContain(':3:10: http/429');
  });

  it('passes over what it cannot read in a folder, and says so', async () => {
    await mkdir(path('tree/deep'), { recursive: true });
    await writeFile(path('tree/a.log'), error);
    await writeFile(path('tree/b.log'), Buffer.concat([Buffer.alloc(9), Buffer.from(error)]));
    await writeFile(path('tree/deep/c.log.1.gz'), gzipSync(Buffer.from(error)));
    await writeFile(path('tree/locked.log'), error);
    await chmod(path('tree/locked.log'), 0);
    const { code, out, err } = await run(['--verbose', path('tree')]);
    expect(out.split('\n').map((line) => line.slice(folder.length + 1, line.indexOf(':', folder.length)))).toEqual(
      expect.arrayContaining(['tree/a.log', 'tree/deep/c.log.1.gz']),
    );
    expect(out).not.toContain('b.log');
    expect(err).toContain('b.log: is no text');
    // Root may read everything.
    if (process.getuid?.() !== 0) {
      expect([code, err]).toEqual([2, expect.stringContaining('locked.log: no permission')]);
    }
  });

  it('reads a large JSON by lines and says so', { timeout: 120_000 }, async () => {
    const quiet = `  "${'x'.repeat(98)}": 1,\n`.repeat(210_000);
    await writeFile(path('large.json'), `{\n${quiet}  "status": 429, "title": "Too Many Requests"\n}\n`);
    const { out, err } = await run([path('large.json')]);
    expect(err.match(/large\.json: JSON of more than 20 MB is read by lines/g)).toHaveLength(1);
    expect(out).toContain('large.json:210002:');
  });
});

describe('scan of a pipe that stays open', () => {
  it.each([
    ['a log', error],
    ['JSON lines', '{"level":"error","status":429,"message":"Too Many Requests"}\n'],
  ])('prints what is found in the lines so far of %s', async (_what, line) => {
    const child = spawn(process.execPath, [`${distFolder}cli.js`, 'scan', '-']);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stdin.write(line + line.slice(0, 20));
    await expect.poll(() => out, { timeout: 20_000 }).toContain('-:1:');
    child.stdin.end(line.slice(20));
    await new Promise((resolve) => child.on('close', resolve));
    expect(out.match(/^-:\d+:\d+: http\/429/gm)).toEqual([
      expect.stringMatching(/^-:1:/) as unknown,
      expect.stringMatching(/^-:2:/) as unknown,
    ]);
  });
});

describe('what scan leaves unread', () => {
  it.each(['ndjson', 'sarif', 'markdown'])('is said on standard error by %s', async (format) => {
    await writeFile(path('deep.ts'), `if (status === 429) ${'('.repeat(200_000)}`);
    const { out, err } = await run(['--format', format, path('deep.ts')]);
    expect(err).toContain('deep.ts: not everything was read');
    expect(out).not.toContain('not everything was read');
  });
});

describe('scan that is interrupted', () => {
  it('says that what it printed is a part, and exits with 130', async () => {
    const child = spawn(process.execPath, [`${distFolder}cli.js`, 'scan', '--format', 'json', '-']);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.stdin.write(error);
    await expect.poll(() => out, { timeout: 20_000 }).toContain('http/429');
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect(err).toContain('interrupted');
    expect(JSON.parse(out)).toMatchObject({ files: [{ truncated: true }] });
  });
});
