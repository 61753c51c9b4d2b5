import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate, grammarFile } from '../../../syntaxes/generate.mjs';

/** A stand-in for the grammar of a language: what the injection adds does not depend on it. */
const plain = (scopeName: string) => parseRawGrammar(JSON.stringify({ scopeName, patterns: [] }), 'plain.json');

let registry: Registry;

beforeAll(async () => {
  const folder = dirname(createRequire(import.meta.url).resolve('vscode-oniguruma'));
  await loadWASM((await readFile(join(folder, 'onig.wasm'))).buffer as ArrayBuffer);
  const injection = parseRawGrammar(await generate(), 'injection.json');
  registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (scope) => Promise.resolve(scope === injection.scopeName ? injection : plain(scope)),
    getInjections: () => [injection.scopeName],
  });
});

/** The texts of a line that the injection gives a scope, each with its scope. */
async function scoped(language: string, line: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(language);
  const { tokens } = grammar?.tokenizeLine(line, INITIAL) ?? { tokens: [] };
  return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const own = scopes.find((scope) => scope.endsWith('.api-error'));
    return own ? [`${line.slice(startIndex, endIndex)} ${own.replace('.api-error', '')}`] : [];
  });
}

describe('the injection grammar', () => {
  it('is the one that the catalogs generate', async () => {
    expect(await readFile(grammarFile, 'utf8')).toBe(await generate());
  });

  it.each([
    ['text.log', 'GET /x "HTTP/1.1 429 Too Many Requests"', ['429 constant.numeric.status.client-error']],
    ['text.log', '"GET /x HTTP/1.1" 503 12', ['503 constant.numeric.status.server-error']],
    ['text.log', 'tweepy.errors.Forbidden: 403 Forbidden', ['403 constant.numeric.status.client-error']],
    ['text.log', '(Twitter code 187)', ['187 constant.numeric.code']],
    ['text.log', 'failed: x_write_unconfirmed', ['x_write_unconfirmed constant.other.code']],
    ['source.json', '{"code":88,"message":"Rate limit exceeded"}', ['88 constant.numeric.code']],
    [
      'source.json',
      '"type": "https://api.twitter.com/2/problems/usage-capped"',
      ['https://api.twitter.com/2/problems/usage-capped constant.other.problem-type'],
    ],
  ])('scopes in %s: %s', async (language, line, expected) => {
    expect(await scoped(language, line)).toEqual(expected);
  });

  it.each([
    ['text.log', 'listening on port 4290, took 503 ms, 404 items'],
    ['text.log', '"GET /x HTTP/1.1" 200 429'],
    ['text.log', 'user not_found in cache, frozen'],
    ['source.json', '{"port":88,"zipcode":88}'],
    ['source.json', '"https://api.example.com/2/problems/usage-capped"'],
  ])('leaves alone in %s: %s', async (language, line) => {
    expect(await scoped(language, line)).toEqual([]);
  });
});
