import type { Node } from '@vscode/tree-sitter-wasm';
import { children } from '../retry/nodes';
import { insertAbove, statementAround } from './edits';
import type { Program } from './program';
import type { RuleFix } from './rule';

/** The name of an answer that had none. */
const newName = 'body';
/** Not as the key or the member that it may be elsewhere. */
const usesNewName = new RegExp(`(?<![.>:\\w])${newName}\\b(?!\\s*:)`);
const lastKey = /data(?=["'\]]*$)/;
const title = 'Print the errors beside the data';

/**
 * Writes out what an answer says about the things that it lacks, above the statement that takes its data. Undefined where
 * the answer is not known there.
 * @param data the member or the element of the answer that is its data
 */
export function printPartialErrors(program: Program, data: Node): RuleFix | undefined {
  const { partialErrors: language } = program.language;
  const { style, file, text } = program;
  const [answer] = children(data);
  if (!language || !answer || answer.text.includes('\n') || !isOfFunction(program, data)) {
    return undefined;
  }
  const access = file.shape(data)?.is === 'index' ? 'key' : 'field';
  // What the data is taken by, its neighbours are, too: `['data']`, `[:data]`, `->data`.
  const take = (of: string, key: string) => of + data.text.slice(answer.text.length).replace(lastKey, key);
  const linesFor = (name: string): string[] => {
    const [head, body, end] = language.loop(name, access, text, take);
    return [head, style.indent + body, ...(end === undefined ? [] : [end])];
  };
  const finished = (lines: readonly string[]): string[] =>
    lines.map((line) => (style.semicolons ? line : line.replace(/;$/, '')));
  const named = file.bare(answer);
  if (named && file.shape(named)?.is === 'name') {
    const binding = file.bindingOf(named);
    const isKnown = binding !== undefined && binding.name.endIndex <= statementAround(program, data).startIndex;
    return isKnown ? { title, edits: [insertAbove(program, data, finished(linesFor(answer.text)))] } : undefined;
  }
  if (file.bindings(newName).length > 0 || usesNewName.test(text)) {
    return undefined;
  }
  const name = (language.sigil ?? '') + newName;
  const lines = finished([language.name(answer.text), ...linesFor(name)]);
  const range = { start: answer.startIndex, end: answer.endIndex };
  return { title, edits: [insertAbove(program, data, lines), { range, newText: name }] };
}

/** Whether the statement above which lines would go is one of the function that takes the data, in a block of it. */
function isOfFunction(program: Program, data: Node): boolean {
  const statement = statementAround(program, data);
  const isLambda = program.flow(statement)?.is === 'function';
  return !isLambda && program.functionAround(statement).id === program.functionAround(data).id;
}
