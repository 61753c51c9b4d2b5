import type { Node } from '@vscode/tree-sitter-wasm';
import { children } from '../retry/nodes';
import { insertion, type TextEdit } from '../retry/textEdits';
import { indentationAt } from '../retry/wrapping';
import type { Program } from './program';

/** The statement that a node is in, or is. */
export function statementAround(program: Program, node: Node): Node {
  let statement = node;
  while (statement.parent?.parent && program.flow(statement.parent)?.is !== 'block') {
    statement = statement.parent;
  }
  return statement;
}

/**
 * Adds a last item to a list in brackets: to arguments, an object, an array or a composite literal.
 * @param list the node from bracket to bracket
 */
export function addItem({ text }: Program, list: Node, item: string): TextEdit {
  const last = children(list).at(-1);
  const close = list.endIndex - 1;
  if (!last) {
    const pad = text.slice(list.startIndex + 1, close) === '' ? '' : ' ';
    return { range: { start: list.startIndex + 1, end: close }, newText: pad + item + pad };
  }
  const rest = text.slice(last.endIndex, close);
  const separator = rest.includes('\n') ? endOfLine(text) + indentationAt(text, last.startIndex) : ' ';
  const comma = /^\s*,/.exec(rest)?.[0].length;
  // What ends with a comma goes on ending with one.
  return comma === undefined
    ? insertion(last.endIndex, `,${separator}${item}`)
    : insertion(last.endIndex + comma, `${separator}${item},`);
}

/**
 * Puts lines above the statement that a node is in.
 * @param lines with the indentation that they have among themselves
 */
export function insertAbove(program: Program, node: Node, lines: readonly string[]): TextEdit {
  const { startIndex } = statementAround(program, node);
  const lineEnd = endOfLine(program.text) + indentationAt(program.text, startIndex);
  return insertion(startIndex, lines.map((line) => line + lineEnd).join(''));
}

/**
 * Puts lines below the statement that a node is in.
 * @param lines with the indentation that they have among themselves
 */
export function insertBelow(program: Program, node: Node, lines: readonly string[]): TextEdit {
  const { startIndex, endIndex } = statementAround(program, node);
  const lineEnd = endOfLine(program.text) + indentationAt(program.text, startIndex);
  return insertion(endIndex, lines.map((line) => lineEnd + line).join(''));
}

function endOfLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
