import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from './httpCall';
import { nodesOfType } from './nodes';
import type { Source } from './source';
import { applyEdits, insertion, type TextEdit } from './textEdits';

/** The text of a call with edits made in it and its further lines moved inwards. */
export function rewriteCall(call: HttpCall, edits: readonly TextEdit[], source: Source, levels: number): string {
  const prefix = source.style.indent.repeat(levels);
  const strings = nodesOfType(call.args, source.language.style.strings);
  const moves: TextEdit[] = [];
  for (let at = call.range.start; prefix;) {
    at = source.text.indexOf('\n', at) + 1;
    if (at === 0 || at > call.range.end) {
      break;
    }
    // The lines of a string are its value, and an empty line needs no indentation.
    const inString = strings.some((string) => string.startIndex < at && at <= string.endIndex);
    if (!inString && !/[\r\n]/.test(source.text[at] ?? '')) {
      moves.push(insertion(at, prefix));
    }
  }
  const moved = edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('\n', `\n${prefix}`) }));
  return applyEdits(source.text, [...moves, ...moved], call.range);
}

/** The indentation of the line that an offset is on. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** Whether a line stays within the width when `replacement` (one line) takes the place of a call. */
export function fits(call: HttpCall, replacement: string, source: Source, withRest = true): boolean {
  const start = source.text.lastIndexOf('\n', call.range.start - 1) + 1;
  const rest = withRest ? (/^[^\r\n]*/.exec(source.text.slice(call.range.end))?.[0] ?? '') : '';
  return call.range.start - start + replacement.length + rest.length <= source.style.width;
}

/**
 * Edits that add items to a list in brackets (arguments, or an object), after the items that are there. In a list that
 * is broken over lines each gets a line.
 */
export function appendItem(
  list: Node,
  items: readonly string[],
  { text, style }: Pick<Source, 'text' | 'style'>,
): TextEdit[] {
  const present = list.namedChildren.filter((child): child is Node => child !== null);
  const last = present.findLast((child) => !child.type.endsWith('comment'));
  const close = list.endIndex - 1;
  if (!last) {
    const item = items.join(', ');
    const inner = list.type === 'object' ? ` ${item} ` : item;
    return present.length
      ? [insertion(close, item)]
      : [{ range: { start: list.startIndex + 1, end: close }, newText: inner }];
  }
  const comma = text
    .slice(last.endIndex, close)
    .replaceAll(/\/\*[^]*?\*\/|\/\/.*|#.*/g, '')
    .includes(',');
  // Where the closing bracket has a line to itself, every item has one.
  if (/\n[ \t]*$/.test(text.slice(last.endIndex, close))) {
    const lineEnd = last.endIndex + text.slice(last.endIndex, close).search(/[ \t]*\r?\n[ \t]*$/);
    const line = items.map((item) => style.eol + indentationAt(text, last.startIndex) + item).join(',');
    const after = insertion(lineEnd, line + (comma ? ',' : ''));
    return comma ? [after] : [insertion(last.endIndex, ','), after];
  }
  return [insertion(last.endIndex, `, ${items.join(', ')}`)];
}
