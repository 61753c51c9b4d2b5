import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distFolder } from './session';

let folder = '';
const path = (name: string) => join(folder, name);

const endless = `import requests
import time

def fetch(url):
    while True:
        r = requests.get(url, timeout=30)
        if r.status_code == 429:
            time.sleep(60)
            continue
        return r
`;
const waiting = 'import requests\n\nr = requests.get("https://a.example")\n';
const silenced = `import requests

# api-error-assist-ignore no-timeout: the proxy has a limit
r = requests.get("https://a.example")
x = 1  # api-error-assist-ignore unbounded-retry
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aea-rules-'));
  await mkdir(path('src'));
  await writeFile(path('src/endless.py'), endless);
  await writeFile(path('src/fine.ts'), 'export const answer = 42;\n');
  await writeFile(path('src/notes.log'), 'HTTP/1.1 429 Too Many Requests\n');
  await writeFile(path('src/script.sh'), 'curl https://a.example\n');
  await writeFile(path('waiting.py'), waiting);
  await writeFile(path('silenced.py'), silenced);
});

afterAll(() => rm(folder, { recursive: true }));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function check(args: readonly string[], input = ''): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${distFolder}cli.js`, 'scan', '--rules', ...args]);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** The lines of the text format without the file's folder and the message. */
const places = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => /^(\S+:\d+:\d+: \S+ \S+): ./.exec(line.slice(folder.length + 1))?.[1]);

describe('scan --rules', () => {
  it('prints a line for each mistake in the source files of a folder, and exits with 1', async () => {
    const { code, out, err } = await check([path('src')]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(places(out)).toEqual([
      'src/endless.py:5:5: warning unbounded-retry',
      'src/endless.py:8:13: warning ignores-server-wait',
    ]);
  });

  it('prints JSON with all files that were checked', async () => {
    const { out } = await check(['--format', 'json', path('src')]);
    const { version, files } = JSON.parse(out) as {
      version: number;
      files: { path: string; language: string; findings: object[] }[];
    };
    expect(version).toBe(1);
    expect(files.map(({ path: name, language, findings }) => [name, language, findings.length])).toEqual([
      [path('src/endless.py'), 'python', 2],
      [path('src/fine.ts'), 'typescript', 0],
      [path('src/script.sh'), 'shellscript', 0],
    ]);
    expect(files[0]?.findings[1]).toEqual({
      range: { start: { line: 7, character: 12 }, end: { line: 7, character: 26 } },
      rule: 'ignores-server-wait',
      severity: 'warning',
      message: expect.stringContaining('Retry-After') as unknown,
      entry: 'http/429',
    });
  });

  it('prints one JSON object a mistake, with its path, as ndjson', async () => {
    const { out } = await check(['--format', 'ndjson', path('src'), path('waiting.py')]);
    const found = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; rule: string });
    expect(found.map(({ path: name, rule }) => [name, rule])).toEqual([
      [path('src/endless.py'), 'unbounded-retry'],
      [path('src/endless.py'), 'ignores-server-wait'],
      [path('waiting.py'), 'no-timeout'],
    ]);
  });

  it('prints SARIF with the pages of the rules, and with what a comment silences', async () => {
    const { code, out } = await check(['--format', 'sarif', path('src'), path('silenced.py')]);
    const { runs } = JSON.parse(out) as {
      runs: {
        results: { ruleId: string; level: string; suppressions?: object[]; locations: object[] }[];
        tool: { driver: { rules: { id: string; helpUri: string }[] } };
      }[];
    };
    const [run] = runs;
    expect(code).toBe(1);
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['unbounded-retry', 'warning'],
      ['ignores-server-wait', 'warning'],
      ['no-timeout', 'note'],
      ['unused-suppression', 'note'],
    ]);
    expect(run?.results[0]?.locations[0]).toMatchObject({
      physicalLocation: { region: { startLine: 5, startColumn: 5, endLine: 5 } },
    });
    expect(run?.results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      [{ kind: 'inSource', justification: 'the proxy has a limit' }],
      undefined,
    ]);
    for (const { ruleId } of run?.results ?? []) {
      const rule = run?.tool.driver.rules.find(({ id }) => id === ruleId);
      expect(rule?.helpUri).toMatch(/^https:.*rules\.md/);
    }
  });

  it('leaves out what a comment silences, and names the comment that silences nothing', async () => {
    const { code, out } = await check([path('silenced.py')]);
    expect(places(out)).toEqual(['silenced.py:5:10: hint unused-suppression']);
    // A hint fails no build.
    expect(code).toBe(0);
  });

  it('takes the severities of rules from the command line', async () => {
    const off = ['--severity', 'no-timeout=off'];
    expect(await check([...off, path('waiting.py')])).toMatchObject({
      code: 0,
      out: 'No mistakes in the handling of errors found in 1 file.\n',
    });
    expect(places((await check(['--severity', 'no-timeout=error', path('waiting.py')])).out)).toEqual([
      'waiting.py:3:5: error no-timeout',
    ]);
    expect((await check(['--severity', 'no-timeout=hint', path('waiting.py')])).code).toBe(0);
    expect((await check(['--severity', 'unused-suppression=warning', path('silenced.py')])).code).toBe(1);
    // Whether a comment silences a rule that is off is not known.
    const silent = await check(['--severity', 'unbounded-retry=off', path('silenced.py')]);
    expect(silent.out).toMatch(/^No mistakes/);
  });

  it('checks standard input in the language that is named', async () => {
    const { code, out } = await check(['--language', 'python', '-'], waiting);
    expect(code).toBe(1);
    expect(out).toMatch(/^-:3:5: information no-timeout: /);
  });

  it('says what it does not check', async () => {
    const { code, out, err } = await check([path('src/notes.log')]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('notes.log: is no source');
  });

  it('names a file that is not there, and checks the others', async () => {
    const { code, out, err } = await check([path('none.py'), path('waiting.py')]);
    expect(code).toBe(2);
    expect(err).toContain('none.py: no such file');
    expect(places(out)).toHaveLength(1);
  });

  it.each([
    [['--format', 'markdown', '.'], 'has the formats text, json, ndjson, sarif'],
    [['--severity', 'no-timeout=loud', '.'], '--severity needs RULE=error|'],
    [['--severity', 'no-such-rule=off', '.'], 'there is no rule no-such-rule'],
    [['--follow', 'a.log'], 'do not go together'],
    [['-'], 'needs a --language'],
    [[], 'needs a path'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await check(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
