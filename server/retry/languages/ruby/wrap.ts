import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, nodesOfType, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';

/** The edit that puts a call into a block: `Backoff.call(idempotent: true) { call }`. */
export function wrapRubyCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  return putIntoBlock(call, handler, options.map(writeOption), source);
}

/** Writes `handler(settings) { call }`. */
export function putIntoBlock(
  call: HttpCall,
  handler: string,
  settings: readonly string[],
  source: Source,
): TextEdit | Refusal {
  if (isRetriedByRescue(call.args)) {
    return { refusal: 'The rescue around this call retries already: wrapping the call would multiply the attempts.' };
  }
  if (nodesOfType(call.args, ['assignment', 'operator_assignment']).length > 0) {
    return { refusal: 'The arguments of this call assign; give that a variable of its own first.' };
  }
  const head = `${handler}(${settings.join(', ')})`;
  const flat = rewriteCall(call, [], source, 0);
  const line = `${head} { ${flat} }`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const body = `${eol}${base}${indent}${rewriteCall(call, [], source, 1)}${eol}${base}`;
  // Among arguments without brackets, `do` would belong to the outer call.
  const isArgument = [...outward(call.args)].slice(2).find(({ type }) => type !== 'call')?.type === 'argument_list';
  return { range: call.range, newText: isArgument ? `${head} {${body}}` : `${head} do${body}end` };
}

function writeOption({ name, value }: CallOption): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${snake}: ${String(typeof value === 'object' ? value.seconds : value)}`;
}

/** Whether a rescue clause of a body around the call does it again with `retry`. */
function isRetriedByRescue(call: Node): boolean {
  const clauses = [...outward(call)].flatMap(children).filter(({ type }) => type === 'rescue');
  return clauses.some((clause) => nodesOfType(clause, 'retry').length > 0);
}
