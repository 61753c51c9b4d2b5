import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, isIdempotent } from './httpCall';
import { children, nodesOfType, scopesOf } from './nodes';
import type { TextEdit } from './textEdits';
import { appendItem, fits, indentationAt, type Numbers, rewriteCall, type WrapContext } from './wrapping';

/** Clients that wait for ever, or for very long, unless a call says otherwise. */
const needsTimeout: ReadonlySet<string> = new Set(['requests', 'urllib']);

const optionNames: Readonly<Record<keyof Numbers, string>> = {
  retries: 'retries',
  baseDelay: 'base_delay',
  cap: 'cap',
  jitter: 'jitter',
  totalTime: 'total_time',
};

/** The edit that wraps a call in Python, or why it cannot be wrapped. */
export function wrapPythonCall(
  call: HttpCall,
  handler: string,
  numbers: Numbers,
  context: WrapContext,
): TextEdit | { refusal: string } {
  const own = (node: Node): boolean => scopesOf(node)[0]?.id === scopesOf(call.args)[0]?.id;
  if (nodesOfType(call.args, ['await', 'yield', 'named_expression']).some(own)) {
    return { refusal: 'The arguments of this call await, yield or assign; give that a variable of its own first.' };
  }
  const edits =
    needsTimeout.has(call.client) && !mayHaveTimeout(call) ? appendItem(call.args, 'timeout=30', context) : [];
  const options = [`idempotent=${isIdempotent(call) ? 'True' : 'False'}`];
  for (const [name, value] of Object.entries(numbers) as [keyof Numbers, number][]) {
    options.push(`${optionNames[name]}=${value}`);
  }
  // aiohttp's `async with session.get(url)` enters the response, which has to be awaited first.
  const head = call.async && call.use === 'with' ? `await ${handler}(` : `${handler}(`;
  const flat = rewriteCall(call, edits, context, 0);
  const line = `${head}lambda: ${flat}, ${options.join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, context)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = context.style;
  const base = indentationAt(context.text, call.range.start);
  const lines = [`lambda: ${rewriteCall(call, edits, context, 1)}`, ...options].map(
    (item) => `${base}${indent}${item},${eol}`,
  );
  return { range: call.range, newText: `${head}${eol}${lines.join('')}${base})` };
}

/** The call has a timeout, or may have one among `**options`. */
function mayHaveTimeout(call: HttpCall): boolean {
  return call.hasLimit || children(call.args).some((arg) => arg.type === 'dictionary_splat');
}
