import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Parser } from '@vscode/tree-sitter-wasm';
import { describe, expect, it } from 'vitest';
import { languageOfFile } from '../../../server/recogniser/languages';
import { SyntaxService } from '../../../server/syntax/syntax';
import { readGrammar } from '../../unit/support';

const corpus = fileURLToPath(new URL('../../corpus/blind/source', import.meta.url));
const folders = await readdir(corpus);

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state;
  }
}

/** What people type, and what they should not. */
const typed = ['', '4', 'status', '\n', ' ', '(', ')', '{', '}', '"', "'", '// x\n', ' == 404', 'é', '😀', '\t', ';'];

describe('a tree that is kept for the next text', () => {
  it.each(folders)('is, after every edit in %s, as if it were parsed anew', async (folder) => {
    const [file] = (await readdir(join(corpus, folder))).filter((name) => !name.endsWith('.findings'));
    const languageId = languageOfFile(file ?? '') ?? '';
    const service = new SyntaxService(readGrammar);
    const language = await service.language(languageId);
    if (!file || !language) {
      return;
    }
    const parser = new Parser();
    parser.setLanguage(language);
    let text = await readFile(join(corpus, folder, file), 'utf8');
    const random = numbers(folder.length);
    const upTo = (most: number) => random.next().value % (most + 1);
    for (let round = 0; round < 60; round++) {
      const start = upTo(text.length);
      const end = Math.min(text.length, start + (round % 3 === 0 ? upTo(12) : 0));
      const edited = text.slice(0, start) + (typed[upTo(typed.length - 1)] ?? '') + text.slice(end);
      const tree = await service.parse(languageId, edited);
      const anew = parser.parse(edited);
      if (!anew?.rootNode.hasError) {
        expect(tree?.rootNode.toString(), edited).toBe(anew?.rootNode.toString());
        expect(tree?.rootNode.endPosition, edited).toEqual(anew?.rootNode.endPosition);
        text = edited;
      }
      tree?.delete();
      anew?.delete();
    }
    parser.delete();
  });

  it('is that of its own language and text', async () => {
    const service = new SyntaxService(readGrammar);
    const text = 'if (a == 404) { b(); }\n';
    for (const [languageId, root] of [
      ['typescript', 'program'],
      ['java', 'program'],
      ['go', 'source_file'],
      ['typescript', 'program'],
    ] as const) {
      const tree = await service.parse(languageId, text);
      expect(tree?.rootNode.type).toBe(root);
      expect(tree?.rootNode.text).toBe(text);
      tree?.delete();
    }
  });

  it('outlives the trees that were handed out, and they it', async () => {
    const service = new SyntaxService(readGrammar);
    const first = await service.parse('typescript', 'let a = 1;\n'.repeat(50));
    const trees = [];
    for (let index = 0; index < 20; index++) {
      trees.push(await service.parse('typescript', `let a = 1;\n`.repeat(50) + `f(${index});`.repeat(index * 100)));
    }
    expect(first?.rootNode.namedChildCount).toBe(50);
    expect(trees.at(-1)?.rootNode.namedChildCount).toBe(1_950);
    [first, ...trees].forEach((tree) => tree?.delete());
    const again = await service.parse('typescript', 'let a = 1;\n'.repeat(50));
    expect(again?.rootNode.namedChildCount).toBe(50);
  });
});
