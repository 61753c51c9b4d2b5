import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distFolder } from './session';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aea-cli-'));
  await writeFile(path('app.log'), 'listening on port 4290\nGET https://a.example "HTTP/1.1 429 Too Many Requests"\n');
  await writeFile(path('ok.log'), 'took 503 ms, 404 items\n');
  await writeFile(path('body.json'), '{"errors":[{"message":"Rate limit exceeded","code":88}]}');
  await writeFile(path('client.py'), 'import requests\nr = requests.get(u)\nif r.status_code == 429:\n    pass\n');
  await writeFile(path('probe.ps1'), '$answer = ask\nif ($answer.StatusCode -eq 429) { Start-Sleep 3 }\n');
  await writeFile(path('picture.png'), 'HTTP/1.1 503 Service Unavailable');
  await writeFile(path('broken.error-catalog.json'), '{"format": 1,');
});

afterAll(() => rm(folder, { recursive: true }));

function run(args: readonly string[], input = ''): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${distFolder}cli.js`, ...args]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

describe('scan', () => {
  it('prints a line for each error and exits with 1', async () => {
    const { code, out } = await run(['scan', path('app.log'), path('body.json')]);
    expect(code).toBe(1);
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(folder.length + 1, line.indexOf('  '))),
    ).toEqual(['app.log:2:33: http/429', 'body.json:1:52: x-api-v1.1/88']);
  });

  it('waits for no grammar to be optimised', async () => {
    const { out, err } = await run(['scan', path('probe.ps1')]);
    expect(out).toContain('probe.ps1:2:28: http/429');
    expect(err).toBe('');
  });

  it('exits with 0 when there is nothing', async () => {
    expect(await run(['scan', path('ok.log')])).toMatchObject({ code: 0, out: 'No API errors found.\n' });
  });

  it('prints JSON as the contract says', async () => {
    const { out } = await run(['scan', '--format', 'json', path('app.log')]);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [
        {
          path: path('app.log'),
          language: 'log',
          findings: [
            {
              range: { start: { line: 1, character: 32 }, end: { line: 1, character: 35 } },
              text: '429',
              kind: 'status',
              entry: 'http/429',
              alternatives: [],
              confidence: 'high',
              title: 'Too Many Requests',
              strategy: 'wait-for-reset',
              evidence: expect.arrayContaining([expect.any(String)]) as unknown,
            },
          ],
          truncated: false,
        },
      ],
    });
  });

  it('prints one JSON object a finding, with its path, as ndjson', async () => {
    const { out } = await run(['scan', '--format', 'ndjson', path('body.json')]);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; entry: string });
    expect(lines.map((line) => [line.path, line.entry])).toContainEqual([path('body.json'), 'x-api-v1.1/88']);
  });

  it('prints SARIF with one-based places', async () => {
    const { out } = await run(['scan', '--format', 'sarif', path('app.log')]);
    const log = JSON.parse(out) as { version: string; runs: { results: { ruleId: string; locations: unknown }[] }[] };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results[0]?.ruleId).toBe('http/429');
    expect(JSON.stringify(log.runs[0]?.results[0]?.locations)).toContain('"startLine":2,"startColumn":33');
  });

  it('reads folders, and in them only files whose names are known', async () => {
    const { code, out } = await run(['scan', '--format', 'json', folder]);
    const { files } = JSON.parse(out) as { files: { path: string }[] };
    expect(code).toBe(1);
    expect(files.map((file) => file.path.slice(folder.length + 1))).toEqual([
      'app.log', 'body.json', 'broken.error-catalog.json', 'client.py', 'ok.log', 'probe.ps1',
    ]); // prettier-ignore
  });

  it('reads standard input', async () => {
    expect((await run(['scan', '-'], 'HTTP/1.1 503 Service Unavailable')).out).toContain('-:1:10: http/503');
    expect((await run(['scan', '--language', 'json', '-'], '{"status":404,"error":"x"}')).out).toContain('http/404');
  });

  it.each([
    ['no path', ['scan'], 'needs a path'],
    ['a format that is none', ['scan', '--format', 'xml', '-'], 'no format xml'],
    ['a language that is none', ['scan', '--language', 'klingon', '-'], 'klingon'],
    ['an option that is none', ['scan', '--nonsense'], '--nonsense'],
    ['a command that is none', ['frobnicate'], 'frobnicate'],
    ['no command', [], 'missing'],
    ['explain without a value', ['explain'], 'needs a value'],
  ])('refuses %s with exit code 2 and a message', async (_what, args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('prints its version', async () => {
    const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await run(['--version'])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
  });

  it('prints no control character of a file name or a log', async () => {
    const name = path('a\u001b[31m.log');
    await writeFile(name, 'HTTP/1.1 429 Too Many Requests \u001b]0;x\u0007\n');
    const results = [
      await run(['scan', name]),
      await run(['scan', '--why', `${name}:1`]),
      await run(['scan', `${name}x`]),
    ];
    for (const { out, err } of results) {
      expect(out + err).toMatch(/\S/);
      expect(out + err).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
    expect(results[0]?.out).toContain('a\\x1b[31m.log');
  });

  it('names a file that is not there, and reads the others', async () => {
    const { code, out, err } = await run(['scan', path('missing.log'), path('app.log')]);
    expect(code).toBe(2);
    expect(err).toContain('missing.log: no such file or folder');
    expect(out).toContain('http/429');
  });

  it('says what is wrong with a catalog', async () => {
    const { code, err } = await run(['scan', '--catalog', path('broken.error-catalog.json'), path('app.log')]);
    expect(code).toBe(2);
    expect(err).toContain('broken.error-catalog.json');
  });

  it('says why a place is (not) recognised', async () => {
    const none = await run(['scan', '--why', `${path('app.log')}:1`]);
    expect([none.code, none.out]).toEqual([0, expect.stringContaining('No number or word')]);
    const found = await run(['scan', '--why', `${path('app.log')}:2`, '--format', 'json']);
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({ line: 2, places: [{ text: '429', candidates: ['http/429'] }] });
    expect((await run(['scan', '--why', path('app.log')])).code).toBe(2);
    expect((await run(['scan', '--why', `${path('app.log')}:99`])).err).toContain('has 3 lines');
  });
});

describe('explain', () => {
  it('prints JSON as the contract says, best first', async () => {
    const { code, out } = await run(['explain', '--format', 'json', '187']);
    const { matches, ...head } = JSON.parse(out) as { matches: Record<string, unknown>[] };
    expect([code, head]).toEqual([0, { version: 1, query: '187' }]);
    expect(Object.keys(matches[0] ?? {})).toEqual([
      'entry', 'kind', 'value', 'title', 'http', 'strategy', 'meaning', 'fix', 'sources',
    ]); // prettier-ignore
    expect(matches[0]).toMatchObject({ entry: 'x-api-v1.1/187', kind: 'code', http: 403, strategy: 'already-done' });
  });

  it.each(['text', 'markdown'])('prints %s', async (format) => {
    const { code, out } = await run(['explain', '--format', format, 'x_daily_limit']);
    expect(code).toBe(0);
    expect(out).toContain('What to do');
  });

  it('says that it knows nothing of a value', async () => {
    expect(await run(['explain', 'zzzqqq'])).toMatchObject({ code: 0, out: 'Nothing is known of zzzqqq.\n' });
    expect(JSON.parse((await run(['explain', '--format', 'json', 'zzzqqq'])).out)).toMatchObject({ matches: [] });
  });
});
