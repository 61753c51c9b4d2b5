import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { createLanguageService, type LanguageService } from '../../server/languageService';
import { noSystems } from '../../server/recogniser/systems';
import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../shared/finding';

const require = createRequire(import.meta.url);
const grammarFolder = dirname(require.resolve('@vscode/tree-sitter-wasm'));
/** Grammars with a package of their own, which the build copies from there. */
const packages: ReadonlyMap<string, string> = new Map([
  ['tree-sitter-kotlin.wasm', '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'],
  ['tree-sitter-swift.wasm', 'tree-sitter-wasms/out/tree-sitter-swift.wasm'],
]);

/** Documents that lie in no project. */
export const noProject = { of: () => Promise.resolve(noSystems) };

/** A moment for everything that tells time: 2026-11-21T02:00:00Z. */
export const testNow = Date.parse('2026-11-21T02:00:00Z');

/** Reads a compiled grammar from the package that the build copies it from. */
export const readGrammar = (fileName: string): Promise<Uint8Array> => {
  const own = packages.get(fileName);
  return readFile(own === undefined ? join(grammarFolder, fileName) : require.resolve(own));
};

let shared: LanguageService | undefined;

/** One language service with the built-in catalogs for all tests of a file: it keeps nothing between documents. */
export function testService(): LanguageService {
  return (shared ??= createLanguageService({ catalogs: builtInCatalogs(), readGrammar, now: () => testNow }));
}

let documents = 0;

export function testDocument(languageId: string, text: string): TextDocument {
  return TextDocument.create(`test:///${(documents++).toString()}`, languageId, 1, text);
}

/** A token of a request that nobody cancels. */
export const neverCancelled: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => undefined }),
};

export const cursorMark = '$$CURSOR$$';

/** A document without its cursor mark, and where the mark was. */
export function withCursor(languageId: string, marked: string): { document: TextDocument; offset: number } {
  const offset = marked.indexOf(cursorMark);
  if (offset < 0) {
    throw new Error(`the text has no ${cursorMark}`);
  }
  return { document: testDocument(languageId, marked.replace(cursorMark, '')), offset };
}

/** Random whole numbers from 0 to below a limit: the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Findings in order, with their groups counted by their first place: which number a group has says nothing. */
export function inOneNumbering(findings: readonly Finding[]): Finding[] {
  const numbers = new Map<number, number>();
  return [...findings]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || a.entry.localeCompare(b.entry))
    .map((finding) => {
      const number = numbers.get(finding.group) ?? numbers.size;
      numbers.set(finding.group, number);
      return { ...finding, group: number };
    });
}
