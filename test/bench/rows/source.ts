import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Bench, mediansOfParts, pressKeys, type Row } from '../bench';
import type { Figure } from '../figure';
import { typescriptClass, typescriptSource } from '../inputs/source';
import { serverCommand } from '../ours';
import { dist } from '../project';
import { Server } from '../server';

const require = createRequire(import.meta.url);

/** A parser that keeps its tree, as an editor would use it. */
async function incrementalParser(text: string) {
  const { Language, Parser } = require('@vscode/tree-sitter-wasm') as typeof import('@vscode/tree-sitter-wasm');
  await Parser.init({ locateFile: (name: string) => dist(`grammars/${name}`) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(dist('grammars/tree-sitter-typescript.wasm'))));
  let tree = parser.parse(text);
  return {
    /** Inserts a text in one line and parses. @returns the milliseconds of the parse */
    insert(offset: number, line: number, character: number, added: string): number {
      text = text.slice(0, offset) + added + text.slice(offset);
      const begin = process.hrtime.bigint();
      tree?.edit({
        startIndex: offset,
        oldEndIndex: offset,
        newEndIndex: offset + added.length,
        startPosition: { row: line, column: character },
        oldEndPosition: { row: line, column: character },
        newEndPosition: { row: line, column: character + added.length },
      });
      const next = parser.parse(text, tree);
      const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
      tree?.delete();
      tree = next;
      return milliseconds;
    },
  };
}

export const sourceKey: Row = {
  name: 'source-key',
  work: 'one key in 5,000 lines of TypeScript until diagnostics are answered',
  reference: "tree-sitter's incremental parse alone",
  async measure(bench) {
    const text = typescriptSource(bench.size(5_000, 300));
    const inClass = typescriptClass(bench.size(5_000, 300));
    const middle = text.length / 2;
    return [
      // In a name in a condition that a diagnostic marks: its end moves, so all diagnostics are sent anew.
      await typeAt(bench, text, text.indexOf('response.status ===', middle) + 'resp'.length, {
        name: 'source-key',
        goals: [{ of: 'ratio', most: 2 }],
        note: 'in a condition that is marked, so that all are sent anew',
      }),
      // In the text of a line without one: the client is told that they are unchanged.
      await typeAt(bench, text, text.indexOf("'read'", middle) + 2, {
        name: 'source-key-elsewhere',
        goals: [],
        note: 'in a line without any, so that they are unchanged',
      }),
      await typeAt(bench, inClass, inClass.indexOf("'read'", middle) + 2, {
        name: 'source-key-class',
        goals: [],
        note: 'in such a line of a class that is the whole file',
      }),
    ];
  },
};

/** Types at an offset, in both by turns. */
async function typeAt(
  bench: Bench,
  text: string,
  offset: number,
  { name, goals, note }: Pick<Figure, 'name' | 'goals'> & { readonly note: string },
): Promise<Figure> {
  const line = text.slice(0, offset).split('\n').length - 1;
  const character = offset - (text.lastIndexOf('\n', offset) + 1);
  const parser = await incrementalParser(text);
  const server = await Server.start(serverCommand);
  await server.open('file:///client.ts', 'typescript', text);
  await server.diagnostics();
  const ours: number[] = [];
  const reference: number[] = [];
  await pressKeys(bench, async (count) => {
    const added = String.fromCharCode(97 + (count % 26));
    reference.push(parser.insert(offset, line, character, added));
    const begin = process.hrtime.bigint();
    await server.type({ line, character }, added);
    await server.diagnostics();
    ours.push(Number(process.hrtime.bigint() - begin) / 1e6);
  });
  await server.stop();
  return {
    name,
    unit: 'ms',
    ours: mediansOfParts(ours),
    reference: mediansOfParts(reference),
    goals,
    note: `${ours.length} keys ${note}; ours with the way there and back over stdio`,
  };
}
