import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { otherImport } from './place';

/**
 * The edit that lets the handler send: `client.send(a, b)` becomes `new Backoff().send(client, a, b)`, and
 * `client.newCall(a).execute()` becomes `new OkHttpBackoff().execute(client, a)`.
 */
export function wrapJavaCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  if (call.client === 'spring') {
    return wrapSpring(call, handler, options, source);
  }
  const refused = whyNot(call, handler, source);
  if (refused) {
    return refused;
  }
  // The handler knows by the request itself whether it may be repeated.
  const settings = settingsOf(options.filter((option) => option.name !== 'idempotent' || call.isSeen !== true));
  const [type = '', method = ''] = handler.split('.');
  return sendBy(call, [`new ${type}()`, ...settings, `.${method}`], '', source);
}

/**
 * The edit with which a callee sends what a client has sent, whose links are on a line each where they do not fit:
 * `client.newCall(a).execute()` becomes `callee(client, a)`.
 * @param rest what the callee is given besides, from the comma on
 */
function sendBy(call: HttpCall, callee: readonly string[], rest: string, source: Source): TextEdit | Refusal {
  const { text, style } = source;
  const node = call.args.parent;
  // Of `client.newCall(request).execute()` what makes the call says what is sent.
  const sender = call.client === 'okhttp' ? field(node, 'object') : node;
  const receiver = field(sender, 'object');
  const name = field(sender, 'name');
  const args = field(sender, 'arguments');
  const [first, last] = [children(args)[0], children(args).at(-1)];
  if (!receiver || !name || !args || !first || !last) {
    return { refusal: 'This call has no client that the handler could use.' };
  }
  const rewrite = (glue: string): string => {
    const head = { range: { start: call.range.start, end: name.endIndex }, newText: callee.join(glue) };
    const gap = text.slice(args.startIndex + 1, first.startIndex);
    // Where the arguments begin on a line of their own, the client does too.
    const client = gap.includes('\n') ? `${receiver.text},${gap}` : `${receiver.text}, `;
    const execute = { range: { start: args.endIndex, end: call.range.end }, newText: '' };
    const edits = [head, insertion(first.startIndex, client), insertion(last.endIndex, rest), execute];
    return rewriteCall(call, edits, source, 0);
  };
  const flat = rewrite('');
  const isShort = fits(call, flat.split('\n', 1)[0] ?? '', source, !flat.includes('\n'));
  const base = indentationAt(text, call.range.start);
  return { range: call.range, newText: isShort ? flat : rewrite(style.eol + base + style.indent.repeat(2)) };
}

/** The edit that hands the request of a call over, with the client that sends it: `callee(client, request, ...)`. */
export function handRequestOver(
  call: HttpCall,
  callee: string,
  rest: readonly string[],
  source: Source,
): TextEdit | Refusal {
  return otherClass(callee, source) ?? sendBy(call, [callee], rest.map((item) => `, ${item}`).join(''), source);
}

/** The edit that hands a call over as a function: `callee(() -> call, ...)`. */
export function handOver(call: HttpCall, callee: string, rest: readonly string[], source: Source): TextEdit | Refusal {
  const refused = assignedTwice(call, source) ?? otherClass(callee, source);
  if (refused) {
    return refused;
  }
  const flat = rewriteCall(call, [], source, 0);
  const line = `${callee}(${[`() -> ${flat}`, ...rest].join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const inner = eol + indentationAt(source.text, call.range.start) + indent.repeat(2);
  const body = flat.includes('\n')
    ? `() ->${inner}${indent.repeat(2)}${rewriteCall(call, [], source, 4)}`
    : `() -> ${flat}`;
  return { range: call.range, newText: `${callee}(${[body, ...rest].map((item) => inner + item).join(',')})` };
}

/** The edit that hands a call over with the statement above it, which makes its request: `callee(() -> { ... }, rest)`. */
export function handBlockOver(
  call: HttpCall,
  callee: string,
  rest: readonly string[],
  above: { readonly declared: Node; readonly statement: Node },
  source: Source,
): TextEdit | Refusal {
  const { declared, statement } = above;
  const refused = assignedTwice(call, source, [call.args, declared]) ?? otherClass(callee, source);
  if (refused) {
    return refused;
  }
  const { text, style } = source;
  const base = style.eol + indentationAt(text, declared.startIndex);
  const step = style.indent.repeat(2);
  const before = text.slice(statement.startIndex, call.range.start).trimEnd();
  const start = before.endsWith('=') ? base + step : base;
  const deep = start + step + style.indent;
  const deeper = (lines: string): string => lines.replaceAll(base, deep);
  const moved = deeper(text.slice(declared.startIndex, declared.endIndex));
  const sent = `return ${deeper(text.slice(call.range.start, call.range.end))};`;
  const items = [`() -> {${deep}${moved}${deep}${sent}${start}${step}}`, ...rest];
  const handed = `${callee}(${items.map((item) => start + step + item).join(',')})`;
  const lead = before.endsWith('=') ? before + start : text.slice(statement.startIndex, call.range.start);
  return { range: { start: declared.startIndex, end: call.range.end }, newText: lead + handed };
}

/** Why no handler can send a call. */
function whyNot(call: HttpCall, handler: string, source: Source): Refusal | undefined {
  const annotated = [...outward(call.args)].flatMap((outer) =>
    children(outer).filter(({ type }) => type === 'modifiers'),
  );
  const retried = annotated.flatMap((found) => nodesOfType(found, ['marker_annotation', 'annotation']));
  const annotation = retried.map((found) => field(found, 'name')?.text ?? '').find((found) => /Retry/.test(found));
  if (annotation) {
    return { refusal: `This call is already retried by @${annotation}.` };
  }
  return otherClass(handler, source);
}

/** Why a handler cannot be in a file: it needs a class of whose name the file has another. */
function otherClass(handler: string, source: Source): Refusal | undefined {
  const other = otherImport(source.root, handler, source);
  return other === undefined
    ? undefined
    : { refusal: `This file has a ${other} of its own, and the handler needs the one of its library.` };
}

/** `rest.getForObject(a, b)` becomes `new RestBackoff().with(b -> b.idempotent = true).call(() -> rest.getForObject(a, b))`. */
function wrapSpring(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const refused = whyNot(call, handler, source) ?? assignedTwice(call, source);
  if (refused) {
    return refused;
  }
  const { text, style } = source;
  const [type = '', method = ''] = handler.split('.');
  // That nothing is repeated is what the handler does by itself.
  const settings = settingsOf(options.filter(({ name, value }) => name !== 'idempotent' || value === true));
  const write = (glue: string, levels: number): string => {
    const head = [`new ${type}()`, ...settings, `.${method}(() -> `].join(glue);
    return `${head}${rewriteCall(call, [], source, levels)})`;
  };
  const flat = write('', 0);
  if (!flat.includes('\n') && fits(call, flat, source)) {
    return { range: call.range, newText: flat };
  }
  const glue = style.eol + indentationAt(text, call.range.start) + style.indent.repeat(2);
  return { range: call.range, newText: write(glue, 2) };
}

/** A lambda sees only variables that are given a value once. */
function assignedTwice(call: HttpCall, source: Source, moved: readonly Node[] = [call.args]): Refusal | undefined {
  const method = scopesOf(call.args, source.language.syntax)[0] ?? source.root;
  const used = new Set(moved.flatMap((node) => nodesOfType(node, 'identifier')).map(({ text }) => text));
  const assigned = nodesOfType(method, 'assignment_expression').map((node) => field(node, 'left')?.text ?? '');
  const changed = assigned.find((name) => used.has(name));
  return changed === undefined
    ? undefined
    : { refusal: `${changed} is assigned more than once, so it cannot be used in a function.` };
}

function settingsOf(options: readonly CallOption[]): string[] {
  return options.map((option) => `.with(b -> ${assign(option)})`);
}

function assign({ name, value }: CallOption): string {
  return `b.${name} = ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  return Number.isInteger(seconds)
    ? `Duration.ofSeconds(${seconds})`
    : `Duration.ofMillis(${Math.round(seconds * 1000)})`;
}
