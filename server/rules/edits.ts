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

/**
 * An expression that binds loosely, in the place of another: in parentheses where something beside it would take a part.
 * @param place what it stands in for
 */
export function inPlace(program: Program, place: { startIndex: number; endIndex: number }, written: string): string {
  const before = /\S*\s*$/.exec(program.text.slice(Math.max(0, place.startIndex - 40), place.startIndex))?.[0] ?? '';
  const after = /^[ \t]*(\r?\n\s*)?([^]?)/.exec(program.text.slice(place.endIndex, place.endIndex + 80));
  const isBehindAll =
    /(?:^|[(,[{:=]|=>|\b(?:return|sleep|throw|raise))\s*$/.test(before) && !/[!<>=]==?\s*$/.test(before);
  const [, isLast, next = ''] = after ?? [];
  const isBeforeAll = next === '' || /[,;)\]}]/.test(next) || (isLast !== undefined && /[\w$}"'@/#]/.test(next));
  return isBehindAll && isBeforeAll ? written : `(${written})`;
}

/** Adds a last item to a list in brackets. */
export function addItem({ text, style }: Program, list: Node, item: string): TextEdits {
  return appendItem(list, [item], { text, style });
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
