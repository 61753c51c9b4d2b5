import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from './handlerText';
import { children, covers } from './nodes';
import type { Source } from './source';
import type { TextEdit } from './textEdits';

/** The end of the line that an offset is on; a comment after a statement stays beside it. UTF-16 units. */
export function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/\r?\n/);
  return found < 0 ? text.length : offset + found;
}

/** The statement at the top level of a file that a node is in. */
export function topStatement(root: Node, inner: Node): Node | undefined {
  return children(root).find((statement) => covers(statement, inner));
}

/** The edit that puts definitions at the end of a file, out of the way, where a language allows that. */
export function appendDefinitions(parts: readonly Definition[], { text, style, language }: Source): TextEdit {
  const { eol } = style;
  const code = parts.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  const end = text.trimEnd().length;
  const finalEol = text.length === 0 || text.endsWith('\n') ? eol : '';
  return { range: { start: end, end: text.length }, newText: `${eol}${eol}${code}${finalEol}` };
}

/**
 * Where definitions go that the call needs: behind what stands above its top-level statement. Comments directly above
 * the statement stay with it, as its decorators do. UTF-16 units.
 */
export function placeAbove(root: Node, call: Node, text: string): number {
  const top = root.namedChildren.filter((node): node is Node => node !== null);
  let index = top.findIndex((node) => covers(node, call));
  const isAttached = (above: Node, below: Node): boolean => {
    const endRow = above.endPosition.row;
    const ownLine = text.slice(text.lastIndexOf('\n', above.startIndex - 1) + 1, above.startIndex).trim() === '';
    return (
      endRow === below.startPosition.row ||
      (above.type === 'comment' && ownLine && endRow + 1 === below.startPosition.row)
    );
  };
  for (; index > 0; index--) {
    const [above, below] = [top[index - 1], top[index]];
    if (!above || !below || !isAttached(above, below)) {
      break;
    }
  }
  const above = top[index - 1];
  const end = above ? text.slice(0, above.endIndex).trimEnd().length : 0;
  return above ? lineEnd(text, end) : 0;
}
