import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlerFor } from '../../server/retry/handlerFiles';
import { adapt } from '../../server/retry/handlerText';
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

/** Writes a handler in a style, and gives the path. */
async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the handler files', () => {
  it('of TypeScript and JavaScript differ by types only', async () => {
    const bare = async (language: 'typescript' | 'javascript'): Promise<string> => {
      const loader = language === 'typescript' ? 'ts' : 'js';
      const { code } = await transform(handlerFor(language, true).text, { loader, target: 'es2022' });
      return code.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s+/gm, '');
    };
    expect(await bare('javascript')).toBe(await bare('typescript'));
  });

  it.each(styles)('compile in TypeScript under strict settings: %s', async (_name, style) => {
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript')), 'tsc.js');
    const path = await written('backoff.ts', adapt(handlerFor('typescript', true).text, style, 'typescript'));
    const strict = '--strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes --noImplicitReturns'.split(' ');
    const browser = '--noEmit --target ES2022 --lib ES2022,DOM --typeRoots none'.split(' ');
    execFileSync(process.execPath, [tsc, ...strict, ...browser, path], { stdio: 'pipe' });
  });

  it.each(styles)('are valid JavaScript: %s', async (_name, style) => {
    const path = await written('backoff.js', adapt(handlerFor('javascript', true).text, style, 'javascript'));
    execFileSync(process.execPath, ['--check', path], { stdio: 'pipe' });
  });

  it.each(styles)('are valid Python: %s', async (_name, style) => {
    for (const async of [false, true]) {
      const path = await written('backoff.py', adapt(handlerFor('python', async).text, style, 'python'));
      execFileSync('python3', ['-W', 'error', '-m', 'py_compile', path], { stdio: 'pipe' });
    }
  });
});
