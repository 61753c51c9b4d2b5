import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, nodesOfType, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { kotlinSyntax } from './syntax';

/**
 * The edit that lets the handler send: `client.send(a, b)` becomes `sendWithBackoff(client, a, b)`, and
 * `client.newCall(a).execute()` becomes `executeWithBackoff(client, a, idempotent = true)`.
 */
export function wrapKotlinCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  // The handler of java.net.http knows by the request itself whether it may be repeated.
  const settings = options
    .filter(({ name }) => name !== 'idempotent' || call.isSeen !== true)
    .map(({ name, value }) => `${name} = ${write(value)}`);
  return handRequestOver(call, handler, settings, source);
}

/**
 * The edit with which a handler sends what a client has sent: `client.newCall(a).execute()` becomes
 * `handler(client, a, settings)`.
 * @param count how many of the arguments the handler takes. Absent: all
 */
export function handRequestOver(
  call: HttpCall,
  handler: string,
  settings: readonly string[],
  source: Source,
  count?: number,
): TextEdit | Refusal {
  // Of `client.newCall(request).execute()` what makes the call says what is sent.
  const sender =
    call.client === 'okhttp' ? kotlinSyntax.callee(call.args.parent ?? call.args).object : call.args.parent;
  const receiver = sender ? kotlinSyntax.callee(sender).object : undefined;
  const list = children(sender).find(({ type }) => type === 'value_arguments');
  if (!sender || !receiver || !list) {
    return { refusal: 'This call has no client that the handler could use.' };
  }
  if (/\?\.|!!/.test(source.text.slice(receiver.startIndex, list.startIndex))) {
    return { refusal: 'The client of this call may be null; give it a variable that is not first.' };
  }
  const flat = rewriteCall(call, editsOf(call, handler, receiver, list, settings, source, count), source, 0);
  if (flat.includes('\n') || fits(call, flat, source)) {
    return { range: call.range, newText: flat };
  }
  const items = [
    receiver.text,
    ...children(list)
      .slice(0, count)
      .map(({ text }) => text),
    ...settings,
  ];
  const broken = (base: string): string =>
    `${handler}(${items.map((item) => base + source.style.indent + item).join(',')}${base})`;
  return onLines(call, flat, broken, source);
}

/** The edit that hands a call over as a function: `handler(settings) { call }`. */
export function handOver(
  call: HttpCall,
  handler: string,
  settings: readonly string[],
  source: Source,
): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  const jumps = nodesOfType(node, ['return_expression', 'identifier']).filter(
    ({ type, text }) => type === 'return_expression' || text === 'break' || text === 'continue',
  );
  if (jumps.length > 0 || /\.await\(/.test(node.text)) {
    return { refusal: 'The arguments of this call use return, break or await; give that a variable of its own first.' };
  }
  const flat = rewriteCall(call, [], source, 0);
  const head = `${handler}(${settings.join(', ')}) {`;
  const line = `${head} ${flat} }`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { indent } = source.style;
  const broken = (base: string, levels: number): string => {
    const body = `${base}${indent}${rewriteCall(call, [], source, levels + 1)}${base}}`;
    const items = settings.map((item) => base + indent + item).join(',');
    const isShort = levels > 0 ? base.length + head.length <= source.style.width : fits(call, head, source, false);
    return isShort ? head + body : `${handler}(${items}${base}) {${body}`;
  };
  return onLines(call, line, broken, source);
}

/**
 * The edit for a call that does not fit where it is. In a lambda of one line it gets a line of its own first.
 * @param flat the new call on one line
 * @param broken the same on several, of which the further ones begin with `base`: a line break and an indentation
 */
function onLines(
  call: HttpCall,
  flat: string,
  broken: (base: string, levels: number) => string,
  source: Source,
): TextEdit {
  const { text, style } = source;
  const base = style.eol + indentationAt(text, call.range.start);
  const lambda = [...outward(call.args)].find(({ type }) => type === 'lambda_literal');
  const statements = children(lambda).filter(({ type }) => type !== 'lambda_parameters');
  const [statement] = statements;
  if (!lambda || !statement || statements.length > 1 || lambda.text.includes('\n')) {
    return { range: call.range, newText: broken(base, 0) };
  }
  const before = text.slice(statement.startIndex, call.range.start);
  const after = text.slice(call.range.end, statement.endIndex);
  const inner = base + style.indent;
  const line = inner.slice(style.eol.length) + before + flat + after;
  const isShort = !flat.includes('\n') && line.length <= style.width;
  const start = lambda.startIndex + text.slice(lambda.startIndex, statement.startIndex).trimEnd().length;
  return {
    range: { start, end: lambda.endIndex - 1 },
    newText: `${inner}${before}${isShort ? flat : broken(inner, 1)}${after}${base}`,
  };
}

/** The edits inside of a call: the client becomes the first argument, and the settings the last ones. */
function editsOf(
  call: HttpCall,
  handler: string,
  receiver: Node,
  list: Node,
  settings: readonly string[],
  source: Source,
  count = Infinity,
): TextEdit[] {
  const first = children(list)[0]?.startIndex ?? list.endIndex - 1;
  // Where the arguments begin on a line of their own, the client does too.
  const gap = source.text.slice(list.startIndex + 1, first);
  const client = gap.includes('\n') ? `${gap}${receiver.text},${gap}` : `${receiver.text}, `;
  const head = { range: { start: call.range.start, end: first }, newText: `${handler}(${client}` };
  const tail = { range: { start: list.endIndex, end: call.range.end }, newText: '' };
  const [last, next] = [children(list)[count - 1], children(list)[count]];
  const dropped =
    last && next
      ? [{ range: { start: last.endIndex, end: children(list).at(-1)?.endIndex ?? next.endIndex }, newText: '' }]
      : [];
  return [head, ...dropped, ...(settings.length > 0 ? appendItem(list, settings, source) : []), tail];
}

/** Numbers of seconds have a point, as their parameters have no other type. */
function write(value: CallOption['value']): string {
  if (typeof value !== 'object') {
    return String(value);
  }
  return Number.isInteger(value.seconds) ? `${value.seconds}.0` : String(value.seconds);
}
