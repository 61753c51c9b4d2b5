import type { Node } from '@vscode/tree-sitter-wasm';
import type { Strategy } from '../../shared/catalog/catalog';
import type { HttpCall } from './httpCall';
import { nodesOfType } from './nodes';
import type { SourceStyle } from './sourceStyle';
import { applyEdits, insertion, type TextEdit } from './textEdits';

/** The file in which a call is wrapped. */
export interface WrapContext {
  readonly text: string;
  readonly root: Node;
  readonly style: SourceStyle;
}

/** The numbers of a strategy that differ from the defaults of the handlers. Times are seconds. */
export interface Numbers {
  readonly retries?: number;
  readonly baseDelay?: number;
  readonly cap?: number;
  readonly jitter?: number;
  readonly totalTime?: number;
}

const defaults = { retries: 3, baseDelay: 1, cap: 30, jitter: 1, totalTime: 120 };

/** What an inserted call must say because its strategy asks for other numbers than the handlers use by default. */
export function numbersOf(strategy: Strategy | undefined): Numbers {
  const all = {
    retries: strategy?.attempts ?? defaults.retries,
    baseDelay: strategy?.baseDelay ?? defaults.baseDelay,
    cap: strategy?.cap ?? defaults.cap,
    jitter: strategy?.jitter ?? defaults.jitter,
    totalTime: defaults.totalTime,
  };
  let waits = 0;
  for (let retry = 0; retry < all.retries; retry++) {
    waits += Math.min(all.cap, all.baseDelay * 2 ** retry) + all.jitter;
  }
  // The time for all attempts leaves room for the waits; else the last retries could never happen.
  if (waits > defaults.totalTime / 2) {
    all.totalTime = Math.ceil((waits * 2) / 60) * 60;
  }
  const differing = Object.entries(all).filter(([name, value]) => value !== defaults[name as keyof typeof defaults]);
  return Object.fromEntries(differing);
}

/** The text of a call with edits made in it and its further lines moved inwards. */
export function rewriteCall(call: HttpCall, edits: readonly TextEdit[], context: WrapContext, levels: number): string {
  const prefix = context.style.indent.repeat(levels);
  const strings = nodesOfType(call.args, ['template_string', 'string']);
  const moves: TextEdit[] = [];
  for (let at = call.range.start; prefix;) {
    at = context.text.indexOf('\n', at) + 1;
    if (at === 0 || at > call.range.end) {
      break;
    }
    // The lines of a string are its value, and an empty line needs no indentation.
    const inString = strings.some((string) => string.startIndex < at && at <= string.endIndex);
    if (!inString && !/[\r\n]/.test(context.text[at] ?? '')) {
      moves.push(insertion(at, prefix));
    }
  }
  const moved = edits.map((edit) => ({ ...edit, newText: edit.newText.replaceAll('\n', `\n${prefix}`) }));
  return applyEdits(context.text, [...moves, ...moved], call.range);
}

/** The indentation of the line that an offset is on. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** Whether a line stays within the width when `replacement` (one line) takes the place of a call. */
export function fits(call: HttpCall, replacement: string, context: WrapContext, withRest = true): boolean {
  const start = context.text.lastIndexOf('\n', call.range.start - 1) + 1;
  const rest = withRest ? (/^[^\r\n]*/.exec(context.text.slice(call.range.end))?.[0] ?? '') : '';
  return call.range.start - start + replacement.length + rest.length <= context.style.width;
}

/**
 * An edit that adds an item to a list in brackets (arguments, or an object), after the items that are there. A list
 * that is broken over lines gets a line more.
 */
export function appendItem(list: Node, item: string, context: WrapContext): TextEdit[] {
  const { text, style } = context;
  const items = list.namedChildren.filter((child): child is Node => child !== null);
  const last = items.findLast((child) => child.type !== 'comment');
  const close = list.endIndex - 1;
  if (!last) {
    const inner = list.type === 'object' ? ` ${item} ` : item;
    return items.length
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
    const line = `${style.eol}${indentationAt(text, last.startIndex)}${item}`;
    const after = insertion(lineEnd, line + (comma ? ',' : ''));
    return comma ? [after] : [insertion(last.endIndex, ','), after];
  }
  return [insertion(last.endIndex, `, ${item}`)];
}
