import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFixCases } from '../unit/rules/fixCases';

/** A language's own tool: what it says about a file, empty when all is well. */
interface Tool {
  readonly language: string;
  readonly file: string;
  readonly command: string;
  readonly args: readonly string[];
  /** In the output when the tool has something to say about more than names that a snippet lacks. */
  readonly complains?: RegExp;
}

const tools: readonly Tool[] = [
  { language: 'go', file: 'a.go', command: 'gofmt', args: ['-d'] },
  { language: 'rust', file: 'a.rs', command: 'rustfmt', args: ['--edition', '2021', '--check'] },
  { language: 'ruby', file: 'a.rb', command: 'ruby', args: ['-c'], complains: /error/ },
  { language: 'php', file: 'a.php', command: 'php', args: ['-l'], complains: /(?:Parse|Fatal) error/ },
  { language: 'python', file: 'a.py', command: 'python3', args: ['-m', 'py_compile'] },
  { language: 'csharp', file: 'a.cs', command: 'mcs', args: ['--parse'], complains: /error CS10/ },
  {
    language: 'java',
    file: 'A.java',
    command: 'javac',
    args: ['-proc:none', '-d', tmpdir()],
    complains: /expected|illegal start|unclosed|not a statement/,
  },
];

const cases = (await readFixCases(join(import.meta.dirname, '../corpus/rules'))).flatMap(({ after, ...rest }) =>
  after === undefined ? [] : [{ ...rest, after }],
);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fixes-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a tool has against a text. */
async function complaint({ file, command, args, complains }: Tool, text: string): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, text);
  const { stdout, stderr } = spawnSync(command, [...args, path], { encoding: 'utf8', cwd: folder });
  const output = `${stdout}${stderr}`;
  return complains === undefined || complains.test(output) ? output.replaceAll(path, file) : '';
}

describe('what a fix writes', () => {
  for (const tool of tools) {
    const isThere = spawnSync(tool.command, ['--version']).error === undefined;
    it.skipIf(!isThere).each(cases.filter(({ language }) => language === tool.language))(
      `is as good to ${tool.command} as what was there: $rule: $title`,
      async ({ before, after }) => {
        expect(await complaint(tool, before)).toBe('');
        expect(await complaint(tool, after)).toBe('');
      },
    );
  }

  it.each(cases.filter(({ language }) => language === 'typescript' || language === 'javascript'))(
    'is read by Prettier, which breaks its long lines alone: $rule: $title',
    async ({ after }) => {
      const options = { parser: 'typescript', singleQuote: true, printWidth: 200 } as const;
      expect(await format(after, options)).toBe(after);
    },
  );
});
