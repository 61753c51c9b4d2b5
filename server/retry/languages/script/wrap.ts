import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import { type HandlerOption, isRefusal, type Refusal } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import { referenceOf } from '../../renewal';
import type { Source } from '../../source';
import { quoted } from '../../sourceStyle';
import type { TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt } from '../../wrapping';
import { breakLastObject } from './breakObject';
import { optionsObject, property } from './calls';
import { rewriteJoined } from './joinArguments';
import { renewedEdits } from './renewal';

/** The parts of `withBackoff((signal) => call, { ... })` that depend on the call. */
interface Signal {
  /** Edits that hand the attempt's signal to the client. */
  readonly edits: readonly TextEdit[];
  /** Name of the callback's parameter; undefined when the client takes no signal. */
  readonly parameter?: string;
  /** Options of `withBackoff` that take over what the call said itself. */
  readonly options: readonly string[];
}

/** The edit that wraps a call in TypeScript or JavaScript, or why it cannot be wrapped. */
export function wrapScriptCall(
  call: HttpCall,
  handler: string,
  settings: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const signal = passSignal(call, source);
  const [first = '', ...others] = settings.map(writeOption);
  return handOver(call, handler, signal, [first, ...signal.options, ...others], source);
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
      return `${name}: undefined`;
    }
    if ('text' in value) {
      return `${name}: ${quoted(value.text, source.style)}`;
    }
    return value.reference === name ? name : `${name}: ${value.reference}`;
  });
  return handOver(call, handler, { edits: renewed, options: [] }, written, source);
}

/** The edit that hands a call to the handler which connects it anew, or why it cannot be wrapped. */
export function wrapStream(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | Refusal {
  const signal = passSignal(call, source);
  if (signal.parameter === undefined) {
    return { refusal: 'The options of this call come from an expression; give that a variable of its own first.' };
  }
  // A limit that the call has is one of the stream as a whole.
  const own = signal.options.map((option) => option.replace(/^timeout: (.+)$/s, 'signal: AbortSignal.timeout($1)'));
  const limit = writeOption({ name: 'silence', value: { seconds: silence } });
  return handOver(call, handler, signal, [limit, ...own], source);
}

/** Writes `handler((signal) => call, { options })` as Prettier does. */
function handOver(
  call: HttpCall,
  handler: string,
  signal: Signal,
  options: readonly string[],
  source: Source,
): TextEdit | Refusal {
  const { syntax } = source.language;
  const own = (node: Node): boolean => scopesOf(node, syntax)[0]?.id === scopesOf(call.args, syntax)[0]?.id;
  if (nodesOfType(call.args, 'yield_expression').some(own)) {
    return { refusal: 'The arguments of this call contain yield, which cannot move into a function.' };
  }
  const awaits =
    nodesOfType(call.args, 'await_expression').some(own) ||
    signal.edits.some(({ newText }) => /^\(await\b/.test(newText));
  const head = `${awaits ? 'async ' : ''}(${signal.parameter ?? ''}) =>`;
  const flat = rewriteJoined(call, signal.edits, source, 0);
  const { eol, indent, trailingCommas } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const comma = trailingCommas ? ',' : '';
  if (!flat.includes('\n')) {
    const line = `${handler}(${head} ${flat}, { ${options.join(', ')} })`;
    if (fits(call, line, source)) {
      return { range: call.range, newText: line };
    }
    const hugging = `${handler}(${head} ${flat}, {`;
    if (fits(call, hugging, source, false)) {
      const lines = options.map((option) => eol + laidOut(option, base + indent, source)).join(',');
      return { range: call.range, newText: `${hugging}${lines}${comma}${eol}${base}})` };
    }
  }
  const one = base + indent;
  const two = one + indent;
  const isLong = (line: string): boolean => tabsWide(line) > source.style.width;
  let callback = `${head} ${flat}`;
  if (flat.includes('\n')) {
    callback = `${head}${eol}${two}${rewriteJoined(call, signal.edits, source, 2)}`;
  } else if (isLong(`${one}${callback},`)) {
    const broken = isLong(`${two}${flat},`) ? breakLastObject(flat, two, indent, comma, eol) : undefined;
    callback = `${head}${eol}${two}${broken ?? flat}`;
  }
  let second = `{ ${options.join(', ')} }`;
  if (isLong(`${one}${second}${comma}`)) {
    second = `{${options.map((option) => eol + laidOut(option, two, source)).join(',')}${comma}${eol}${one}}`;
  }
  const newText = `${handler}(${eol}${one}${callback},${eol}${one}${second}${comma}${eol}${base})`;
  return { range: call.range, newText };
}

/** A line with an option; a text that is too long for it stands below its name. */
function laidOut(option: string, lead: string, { style }: Source): string {
  const isText = /^\w+: ['"]/.test(option);
  return isText && tabsWide(`${lead}${option},`) > style.width
    ? lead + option.replace(': ', `:${style.eol}${lead}${style.indent}`)
    : lead + option;
}

/** The columns that a line takes; formatters count a tab as two. */
function tabsWide(line: string): number {
  return line.replaceAll('\t', '  ').length;
}

/** A setting as an object of TypeScript or JavaScript has it: durations are milliseconds. */
export function writeOption({ name, value }: CallOption): string {
  return `${name}: ${typeof value === 'object' ? milliseconds(value.seconds) : String(value)}`;
}

function milliseconds(seconds: number): string {
  return String(Math.round(seconds * 1000)).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, '_');
}

/** How the signal of an attempt reaches the client. */
function passSignal(call: HttpCall, source: Source): Signal {
  const none: Signal = { edits: [], options: [] };
  const index = call.optionsIndex;
  if (index === undefined) {
    return none;
  }
  const args = children(call.args);
  const node = args[index];
  const parameter = mentionsSignal(call.args) ? 'attemptSignal' : 'signal';
  const items = [parameter === 'signal' ? 'signal' : `signal: ${parameter}`];
  // These retry by themselves; two loops around one request would multiply.
  const gotLimit = 'retry: { limit: 0 }';
  const noRetry = { got: gotLimit, 'got.stream': gotLimit, ky: 'retry: 0' }[call.client];
  if (noRetry !== undefined && property(node, 'retry') === undefined) {
    items.push(noRetry);
  }
  if (!node) {
    const missing = Array.from({ length: index - args.length }, () => 'undefined, ').join('');
    return { edits: appendItem(call.args, [`${missing}{ ${items.join(', ')} }`], source), parameter, options: [] };
  }
  if (node.type === 'object') {
    return signalInObject(node, parameter, items, source);
  }
  const range = { start: node.startIndex, end: node.endIndex };
  const spread = { range, newText: `{ ...${node.text}, ${items.join(', ')} }` };
  if (node.type !== 'identifier' && node.type !== 'member_expression') {
    return none;
  }
  const declared = optionsObject(node, source.root);
  if (declared) {
    const plain = property(declared, 'signal') === undefined && !hasSpread(declared);
    return { edits: [spread], parameter, options: plain ? [] : [`signal: ${node.text}.signal`] };
  }
  // Options from elsewhere may hold a signal of the caller, which must go on working.
  return carriesSignal(node, source) ? { edits: [spread], parameter, options: [`signal: ${node.text}?.signal`] } : none;
}

function signalInObject(object: Node, parameter: string, items: readonly string[], source: Source): Signal {
  const value = property(object, 'signal');
  if (!value) {
    return { edits: appendItem(object, items, source), parameter, options: [] };
  }
  // What was the limit of the call becomes the limit of each attempt, or what cancels them all.
  const timeout = /^AbortSignal\.timeout\((.+)\)$/s.exec(value.text)?.[1];
  const option = timeout ? `timeout: ${timeout}` : value.text === 'signal' ? 'signal' : `signal: ${value.text}`;
  const old = value.type === 'shorthand_property_identifier' ? value : (value.parent ?? value);
  const { text, style } = source;
  const hasLine = /\n[ \t]*$/.test(text.slice(0, old.startIndex));
  const separator = hasLine ? `,${style.eol}${indentationAt(text, old.startIndex)}` : ', ';
  const edit = { range: { start: old.startIndex, end: old.endIndex }, newText: items.join(separator) };
  return { edits: [edit], parameter, options: [option] };
}

/** Whether the arguments use a variable named `signal` for something else than the option of that name. */
function mentionsSignal(args: Node): boolean {
  return nodesOfType(args, 'identifier').some(
    (node) => node.text === 'signal' && field(node.parent, 'key')?.text !== 'signal',
  );
}

function hasSpread(object: Node): boolean {
  return children(object).some((child) => child.type === 'spread_element');
}

/** Whether `options?.signal` is known to compile: in JavaScript always, in TypeScript for the types of the clients. */
function carriesSignal(node: Node, source: Source): boolean {
  if (node.type !== 'identifier') {
    return false;
  }
  const isTyped = nodesOfType(source.root, ['type_annotation']).length > 0;
  const scope = [...outward(node)].find(({ type }) => source.language.syntax.functions.has(type));
  const parameter = children(field(scope, 'parameters')).find((child) => field(child, 'pattern')?.text === node.text);
  const type = children(field(parameter, 'type'))[0]?.text;
  return type === undefined ? !isTyped : /^(?:RequestInit|AxiosRequestConfig)\b/.test(type);
}
