import type { Node } from '@vscode/tree-sitter-wasm';
import { insertion, type TextEdit, type TextEdits } from '../retry/textEdits';
import { appendItem, indentationAt } from '../retry/wrapping';
import type { Program } from './program';

/** The statement that a node is in, or is. */
export function statementAround(program: Program, node: Node): Node {
  let statement = node;
  while (statement.parent?.parent && !program.language.flow.behind(statement.parent, statement)) {
    statement = statement.parent;
  }
  return statement;
}

/** Adds a last item to a list in brackets, where it is known how the language's files are written. */
export function addItem({ text, style }: Program, list: Node, item: string): TextEdits | undefined {
  return style && appendItem(list, [item], { text, style });
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
