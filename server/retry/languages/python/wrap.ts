import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import { type HandlerOption, isRefusal, type Refusal } from '../../language';
import { children, nodesOfType, scopesOf } from '../../nodes';
import { referenceOf } from '../../renewal';
import type { Source } from '../../source';
import { quoted } from '../../sourceStyle';
import { applyEdits, type TextEdit } from '../../textEdits';
import { keyword } from './calls';
import { isRepeatedBySession } from './mounted';
import { renewedEdits } from './renewal';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';

/** Clients that wait for ever, or for very long, unless a call says otherwise. */
const needsTimeout: ReadonlySet<string> = new Set(['requests', 'urllib']);

/** The edit that wraps a call in Python, or why it cannot be wrapped. */
export function wrapPythonCall(
  call: HttpCall,
  handler: string,
  settings: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  if (isRepeatedBySession(call, source)) {
    return {
      refusal:
        'The adapter that is mounted on the session retries this call already: wrapping it would multiply the attempts.',
    };
  }
  const added = needsTimeout.has(call.client) && !mayHaveTimeout(call) ? ['timeout=30'] : [];
  return handOver(call, headOf(call, handler), added, settings.map(writeOption), source);
}

/** The edit that hands a call to the handler of another strategy, or why it cannot be wrapped. */
export function wrapForStrategy(
  call: HttpCall,
  handler: string,
  options: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const renewing = options.find(({ name }) => name === 'renew');
  const renewed = renewing ? renewedEdits(call, referenceOf(renewing), source) : [];
  if (isRefusal(renewed)) {
    return renewed;
  }
  const written = options.map(({ name, value }) => {
    if (value === 'unwritten') {
      return `${name}=None`;
    }
    return `${name}=${'text' in value ? quoted(value.text, source.style) : value.reference}`;
  });
  return handOver(call, headOf(call, handler), [], written, source, renewed);
}

/** aiohttp's `async with session.get(url)` enters the response, which has to be awaited first. */
function headOf(call: HttpCall, handler: string): string {
  return call.async && call.use === 'with' ? `await ${handler}(` : `${handler}(`;
}

/** The edit that hands a call to the handler which connects it anew, or why it cannot be wrapped. */
export function wrapStream(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | Refusal {
  if (call.client === 'requests' && keyword(call.args, 'stream')?.text !== 'True') {
    return { refusal: `Without stream=True ${call.name} reads the body as a whole, before the loop begins.` };
  }
  const isLimited = mayHaveTimeout(call);
  // A call that waits for its socket is interrupted by its own timeout only, an awaited one by the handler.
  if (!call.async) {
    return handOver(call, `${handler}(`, isLimited ? [] : [`timeout=${silence}`], [], source);
  }
  const added = call.client === 'httpx.stream' && !isLimited ? ['timeout=None'] : [];
  return handOver(call, `${handler}(`, added, [`silence=${silence}`], source);
}

/** Writes `handler(lambda: call, options)` as Black does, with `added` arguments and `changes` in the call. */
function handOver(
  call: HttpCall,
  head: string,
  added: readonly string[],
  options: readonly string[],
  source: Source,
  changes: readonly TextEdit[] = [],
): TextEdit | Refusal {
  const { syntax } = source.language;
  const own = (node: Node): boolean => scopesOf(node, syntax)[0]?.id === scopesOf(call.args, syntax)[0]?.id;
  if (nodesOfType(call.args, ['await', 'yield', 'named_expression']).some(own)) {
    return { refusal: 'The arguments of this call await, yield or assign; give that a variable of its own first.' };
  }
  const edits = [...changes, ...(added.length > 0 ? appendItem(call.args, added, source) : [])];
  const flat = rewriteCall(call, edits, source, 0);
  const line = `${head}${[`lambda: ${flat}`, ...options].join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const isFlat = !flat.includes('\n') && `${base}${indent}lambda: ${flat},`.length <= source.style.width;
  const body =
    (isFlat ? flat : breakCall(call, added, base + indent, source, changes)) ?? rewriteCall(call, edits, source, 1);
  const lines = [`lambda: ${body}`, ...options].map((item) => `${base}${indent}${item},${eol}`);
  return { range: call.range, newText: `${head}${eol}${lines.join('')}${base})` };
}

/**
 * The text of a call that is too long for its line, broken as Black breaks it: all arguments on a line of their own, or
 * one on each. Undefined when the call is broken otherwise already.
 */
function breakCall(
  call: HttpCall,
  added: readonly string[],
  base: string,
  source: Source,
  changes: readonly TextEdit[],
): string | undefined {
  const { text, style } = source;
  const { eol, indent, width } = style;
  const own = text.slice(call.args.startIndex + 1, call.args.endIndex - 1);
  const items = [...children(call.args).map((arg) => arg.text), ...added];
  const isLast = call.args.endIndex === call.range.end;
  if (!isLast || own.trimEnd().endsWith(',') || own.includes('#') || items.some((item) => item.includes('\n'))) {
    return undefined;
  }
  const callee = applyEdits(text, changes, { start: call.range.start, end: call.args.startIndex });
  const head = `${callee}(${eol}`;
  const together = `${base}${indent}${items.join(', ')}`;
  const lines =
    together.length <= width ? together + eol : items.map((item) => base + indent + item + ',' + eol).join('');
  return `${head}${lines}${base})`;
}

function writeOption({ name, value }: CallOption): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const plain = typeof value === 'object' ? value.seconds : value;
  return `${snake}=${plain === true ? 'True' : plain === false ? 'False' : String(plain)}`;
}

/** The call has a timeout, or may have one among `**options`. */
function mayHaveTimeout(call: HttpCall): boolean {
  return call.hasLimit || children(call.args).some((arg) => arg.type === 'dictionary_splat');
}
