import { describe, expect, it } from 'vitest';
import { isGrammarFile } from '../../../client/grammarFile';
import { pageEntry, pagePath } from '../../../client/pageAddress';

describe('address of a page', () => {
  it.each(['http/429', 'x-api-v1.1/214#webhook-latency', 'x-api-v2/usage-capped'])('leads back to %s', (entry) => {
    expect(pageEntry(pagePath(entry))).toBe(entry);
  });

  it.each(['', '/', '/429.md', '/http/429', 'http/429.md'])('%j leads nowhere', (path) => {
    expect(pageEntry(path)).toBeUndefined();
  });
});

describe('grammar files', () => {
  it.each(['tree-sitter.wasm', 'tree-sitter-python.wasm', 'tree-sitter-c-sharp.wasm'])('%s is one', (name) => {
    expect(isGrammarFile(name)).toBe(true);
  });

  it.each([
    '',
    'a.wasm',
    'tree-sitter.js',
    '../tree-sitter.wasm',
    'tree-sitter-/../x.wasm',
    'tree-sitter.wasm\n',
    7,
    undefined,
  ])('%j is none', (name) => {
    expect(isGrammarFile(name)).toBe(false);
  });
});
