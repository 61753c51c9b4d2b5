import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapt } from '../../server/retry/handlerText';
import { csharp } from '../../server/retry/languages/csharp';
import { go } from '../../server/retry/languages/go';
import { javascript } from '../../server/retry/languages/javascript';
import { php } from '../../server/retry/languages/php';
import { python } from '../../server/retry/languages/python';
import { ruby } from '../../server/retry/languages/ruby';
import { rust } from '../../server/retry/languages/rust';
import { shell } from '../../server/retry/languages/shell';
import { typescript } from '../../server/retry/languages/typescript';
import type { RetryLanguage } from '../../server/retry/language';
import type { SourceStyle } from '../../server/retry/sourceStyle';

const common: SourceStyle = {
  indent: '  ',
  quote: "'",
  semicolons: true,
  trailingCommas: true,
  eol: '\n',
  width: 80,
};
const styles: [string, SourceStyle][] = [
  ['single quotes, two spaces', common],
  ['double quotes, tabs, no semicolons', { ...common, quote: '"', indent: '\t', semicolons: false }],
  ['double quotes, four spaces, CRLF', { ...common, quote: '"', indent: '    ', eol: '\r\n' }],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aea-styles-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The handlers of a language in a style. */
function styled(language: RetryLanguage, style: SourceStyle): string[] {
  return language.handlers.map(({ text }) => adapt(text, style, language.style));
}

/** Writes a handler to a file, and gives the path. */
async function written(name: string, text = ''): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** What a language's tools say of its files: nothing, when all is well. */
const checks: readonly (readonly [string, string, RetryLanguage, string, readonly string[]])[] = [
  ['Go', 'gofmt', go, 'gofmt', ['-l']],
  ['Rust', 'rustfmt', rust, 'rustfmt', ['--edition', '2021', '--check', '--quiet']],
  ['the shell', 'shfmt', shell, 'shfmt', ['-d']],
  ['Ruby', 'ruby -wc', ruby, 'ruby', ['-wc']],
  ['PHP', 'php -l', php, 'php', ['-l']],
  [
    'C#',
    'mcs',
    csharp,
    'mcs',
    ['-target:library', '-warn:4', '-warnaserror', '-r:System.Net.Http', '-out:Backoff.dll'],
  ],
];

function isThere(tool: string): boolean {
  return spawnSync('which', [tool]).status === 0;
}

describe('the handler files', () => {
  it('of TypeScript and JavaScript differ by types only', async () => {
    const bare = async (text: string, loader: 'ts' | 'js'): Promise<string> => {
      const { code } = await transform(text, { loader, target: 'es2022' });
      return code.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s+/gm, '');
    };
    expect(javascript.handlers.length).toBe(typescript.handlers.length);
    for (const [index, { name, text }] of javascript.handlers.entries()) {
      const code = await bare(text, 'js');
      expect(code).toContain(name);
      expect(await bare(typescript.handlers[index]?.text ?? '', 'ts')).toBe(code);
    }
  });

  it.each(styles)('compile in TypeScript under strict settings: %s', async (_name, style) => {
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
    // Modules, so that the same name in two of them is no clash.
    const texts = styled(typescript, style).map((text) => `${text}\nexport {};\n`);
    const paths = await Promise.all(texts.map((text, index) => written(`handler${index}.ts`, text)));
    const strict = '--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noImplicitReturns'.split(' ');
    const common = '--noEmit --target ES2022 --lib ES2022,DOM'.split(' ');
    const types = join(dirname(createRequire(import.meta.url).resolve('@types/node/package.json')), '..');
    const ofNode = paths.filter((_, index) => texts[index]?.includes('node:'));
    const node = ['--skipLibCheck', '--module', 'nodenext', '--typeRoots', types, '--types', 'node'];
    const compile = (...args: readonly string[]): Buffer =>
      execFileSync(process.execPath, [tsc, ...strict, ...common, ...args], { stdio: 'pipe' });
    compile('--typeRoots', 'none', ...paths.filter((path) => !ofNode.includes(path)));
    expect(ofNode.length).toBeGreaterThan(0);
    compile(...node, ...ofNode);
  });

  it.each(styles)('are valid JavaScript: %s', async (_name, style) => {
    for (const text of styled(javascript, style)) {
      execFileSync(process.execPath, ['--check', await written('handler.js', text)], { stdio: 'pipe' });
    }
  });

  it.each(styles)('are valid Python: %s', async (_name, style) => {
    for (const text of styled(python, style)) {
      const path = await written('backoff.py', text);
      execFileSync('python3', ['-W', 'error', '-m', 'py_compile', path], { stdio: 'pipe' });
    }
  });

  it.each(checks.filter(([, , , tool]) => isThere(tool)))(
    'of %s pass %s',
    async (_language, _name, check, tool, args) => {
      for (const [index, { text }] of check.handlers.entries()) {
        const path = await written(`Backoff${index === 0 ? '' : index.toString()}.${check.name}`, text);
        expect(
          execFileSync(tool, [...args, path], { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder }).toString(),
        ).toMatch(/^(?:Syntax OK\n|No syntax errors detected .*\n)?$/);
      }
    },
  );
});
