import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import { isRefusal, type Refusal } from '../../language';
import { children, field, outward } from '../../nodes';
import { goImports } from './definitions';
import { goSyntax } from './syntax';
import type { Source } from '../../source';
import type { TextEdit, TextEdits } from '../../textEdits';
import { indentationAt, rewriteCall } from '../../wrapping';

/** What the handler's type is called where the package backoff is imported. */
export const transportType = 'backoffTransport';

/** The edits that let a client send that retries: `http.Get(url)` becomes `withBackoff(http.DefaultClient).Get(url)`. */
export function wrapGoCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
  type = source.language.definitions(source.root).has(transportType) ? transportType : 'backoff',
): TextEdits | Refusal {
  const edit = wrap(call, handler, options, source, type);
  return isRefusal(edit) ? edit : [edit, ...breakBody(call, edit, source)];
}

function wrap(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
  type: string,
): TextEdit | Refusal {
  const receiver = field(field(call.args.parent, 'function'), 'operand');
  if (!receiver) {
    return { refusal: 'This call has no client that could retry it.' };
  }
  if (call.client === 'resty') {
    return wrapResty(call, receiver, handler, options, source);
  }
  const own = { http: `${receiver.text}.DefaultClient`, value: `&${receiver.text}` }[call.client];
  return {
    range: { start: receiver.startIndex, end: receiver.endIndex },
    newText: `${handler}(${own ?? receiver.text}${setterOf(call, type, options, source)})`,
  };
}

/** The size up to which gofmt leaves a function on one line. */
export const oneLine = 100;

/** The edits that give the body of a function lines of its own, where an edit makes it too long for one. */
function breakBody({ args }: HttpCall, { range, newText }: TextEdit, { text, style }: Source): TextEdit[] {
  const scope = [...outward(args)].find(({ type }) => goSyntax.functions.has(type));
  const body = field(scope, 'body');
  const first = children(body)[0];
  const last = children(body).at(-1);
  if (!scope || !body || !first || !last || body.startPosition.row !== body.endPosition.row) {
    return [];
  }
  const statements = last.endIndex - first.startIndex + newText.length - (range.end - range.start);
  if (body.startIndex - scope.startIndex + statements <= oneLine) {
    return [];
  }
  const base = style.eol + indentationAt(text, scope.startIndex);
  return [
    { range: { start: body.startIndex + 1, end: first.startIndex }, newText: base + style.indent },
    { range: { start: last.endIndex, end: body.endIndex - 1 }, newText: base },
  ];
}

/** `client.R().Get(url)` becomes `withRestyBackoff(client.R()).Execute(resty.MethodGet, url)`. */
function wrapResty(
  call: HttpCall,
  request: Node,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const name = field(field(call.args.parent, 'function'), 'field');
  const first = children(call.args)[0];
  if (!name || !first) {
    return { refusal: 'This call has no address.' };
  }
  // A limit that the client has stays the only one.
  const limit: readonly CallOption[] = call.hasLimit ? [{ name: 'timeout', value: 0 }] : [];
  const setter = setterOf(call, 'restyBackoff', [...options, ...limit], source);
  const resty = restyName(source);
  const gap = source.text.slice(request.endIndex, name.startIndex);
  const begun = source.text.slice(call.args.startIndex, first.startIndex);
  const sent = name.text === 'Execute' ? `Execute${begun}` : `Execute${begun}${resty}.Method${name.text}, `;
  // Beside a second argument gofmt leaves out the blanks around an operator.
  const operands = name.text === 'Execute' ? [first] : summands(first);
  return {
    range: { start: request.startIndex, end: first.endIndex },
    newText: `${handler}(${request.text}${setter})${gap}${sent}${operands.map(({ text }) => text).join('+')}`,
  };
}

/** Why no request of resty is handed over in a file whose client repeats them. */
export function whyRestyRetries({ args }: HttpCall): Refusal | undefined {
  return /\bSetRetryCount\(|\bRetryCount\s*=/.test(args.tree.rootNode.text)
    ? { refusal: 'The client of this request retries already, by its RetryCount.' }
    : undefined;
}

/** What a sum is made of; anything else is one. */
function summands(node: Node): Node[] {
  const [left, right] = [field(node, 'left'), field(node, 'right')];
  const isSum = node.type === 'binary_expression' && field(node, 'operator')?.text === '+';
  return isSum && left && right ? [...summands(left), right] : [node];
}

/** What a file calls the package of resty. */
export function restyName({ root }: Source): string {
  return [...goImports(root)].find(([, path]) => path.endsWith('/resty/v2'))?.[0] ?? 'resty';
}

/** The edit that hands a call over as a function: `handler(func() (*http.Response, error) { return call }, rest)`. */
export function handOver(call: HttpCall, handler: string, rest: readonly string[], source: Source): TextEdit {
  const http = /^(.*)\.\w+$/.exec(call.client === 'http' ? call.name : '')?.[1] ?? 'http';
  const head = `func() (*${call.client === 'resty' ? restyName(source) : http}.Response, error)`;
  const body = rewriteCall(call, [], source, 0);
  const given = `, ${rest.join(', ')})`;
  if (!body.includes('\n') && head.length + `return ${body}`.length <= oneLine) {
    return { range: call.range, newText: `${handler}(${head} { return ${body} }${given}` };
  }
  const { eol, indent } = source.style;
  const base = eol + indentationAt(source.text, call.range.start);
  const inner = `${base}${indent}return ${rewriteCall(call, [], source, 1)}`;
  return { range: call.range, newText: `${handler}(${head} {${inner}${base}}${given}` };
}

/** The function that changes settings of a handler, as a further argument. */
function setterOf(call: HttpCall, type: string, options: readonly CallOption[], { text, style }: Source): string {
  // The handler knows by the request itself whether it may be repeated.
  const settings = options.filter(({ name }) => name !== 'idempotent' || call.isSeen !== true).map(assignment);
  const { eol, indent } = style;
  const base = indentationAt(text, call.range.start);
  const body = settings.map((line) => eol + base + indent + line).join('');
  const lines = settings.length === 1 ? ` ${settings.join('')} ` : body + eol + base;
  return settings.length > 0 ? `, func(b *${type}) {${lines}}` : '';
}

function assignment({ name, value }: CallOption): string {
  return `b.${name} = ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  if (!Number.isInteger(seconds)) {
    return `${Math.round(seconds * 1000)} * time.Millisecond`;
  }
  return seconds === 1 ? 'time.Second' : `${seconds} * time.Second`;
}
