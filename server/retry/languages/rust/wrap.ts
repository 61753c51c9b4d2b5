import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import { isRefusal, type Refusal } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { breakLinks, linkStarts } from '../../chains';
import { fits, indentationAt, rewriteCall } from '../../wrapping';

/** The edit that puts a call into a closure, laid out as rustfmt does. */
export function wrapRustCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  const copies = closureEdits(node, source);
  if (isRefusal(copies)) {
    return copies;
  }
  const edits = [...copies, ...(call.hasLimit ? [] : limit(node, call))];
  const { eol, indent } = source.style;
  const outer = indentationAt(source.text, call.range.start);
  // What is several lines long stands in a block, also as the body of a closure.
  const sent = call.use === 'awaited' ? node.parent : node;
  const block = lineBlock(sent);
  const isBody = sent?.parent?.type === 'closure_expression' || block !== undefined;
  const base = isBody ? outer + indent : outer;
  const flat = rewriteCall(call, edits, source, 0);
  const inner = base + indent;
  const deep = inner + indent;
  const body = flat.includes('\n')
    ? joinHead(rewriteCall(call, edits, source, isBody ? 3 : 2))
    : call.hasLimit
      ? undefined
      : breakChain(flat, eol + deep + indent);
  const closure = body === undefined ? `|| ${flat}` : `|| {${eol}${deep}${body}${eol}${inner}}`;
  const fields = [...options.map(writeOption), '..Default::default()'].map(
    (option) => `${eol}${inner}${indent}${option}`,
  );
  const awaiting = call.use === 'awaited' ? (/^\s*\.await\b/.exec(source.text.slice(call.range.end))?.[0] ?? '') : '';
  const written =
    `${handler}(${eol}${inner}${handler.replace(/\w+$/, 'Options')} {${fields.join(',')}${eol}${inner}},` +
    `${eol}${inner}${closure},${eol}${base})`;
  if (isBody) {
    const range = block ?? { start: call.range.start, end: call.range.end + awaiting.length };
    const body = written + (awaiting === '' ? '' : `${eol}${base}.await`);
    return { range, newText: `{${eol}${base}${body}${eol}${outer}}` };
  }
  // Behind a call of several lines rustfmt gives each link a line, and then the block behind those, too.
  const end = chainEnd(call);
  const rest = source.text.slice(call.range.end, end);
  const links = onOneLine(rest);
  const behind = links === undefined ? rest : breakLinks(links, eol + base);
  const opens = behind.includes('\n') && source.text.startsWith(' {', end);
  return {
    range: { start: call.range.start, end: opens ? end + 2 : end },
    newText: written + behind + (opens ? `${eol}${base}{` : ''),
  };
}

/** The range of a block on one line that holds nothing but an expression: where that takes several, so does the block. */
function lineBlock(expression: Node | null | undefined): TextEdit['range'] | undefined {
  const block = expression?.parent;
  return block?.type === 'block' && !block.text.includes('\n') && block.text.slice(1, -1).trim() === expression?.text
    ? { start: block.startIndex, end: block.endIndex }
    : undefined;
}

/** What is called on a result, on one line; undefined where a comment or a function in it needs its lines. */
function onOneLine(links: string): string | undefined {
  const joined = links.replaceAll(/\s*\n\s*(?=\.)/g, '');
  return /\n|\/\//.test(joined) ? undefined : joined;
}

/** The width up to which rustfmt leaves a chain, or the arguments of a call, on one line. */
const short = 60;

/** Writes `handler(settings, || call)` as rustfmt lays it out, with `tail` behind it and what waits for it. */
export function handOver(
  call: HttpCall,
  handler: string,
  settings: readonly string[],
  edits: readonly TextEdit[],
  source: Source,
  tail = '',
): TextEdit {
  const { text, style } = source;
  const base = style.eol + indentationAt(text, call.range.start);
  const inner = base + style.indent;
  const awaiting = call.use === 'awaited' ? (/^\s*\.await\b/.exec(text.slice(call.range.end))?.[0] ?? '') : '';
  const rest = text.slice(call.range.end + awaiting.length, chainEnd(call));
  const range = { start: call.range.start, end: call.range.end + awaiting.length + rest.length };
  const links = onOneLine(rest);
  const taken = links ?? rest;
  const behind = awaiting.trimStart() + tail + taken;
  // Behind what takes several lines each link has one.
  const end =
    (awaiting === '' ? '' : base) +
    awaiting.trimStart() +
    tail +
    (links === undefined ? rest : breakLinks(links, base));
  const flat = rewriteCall(call, edits, source, 0);
  const items = [...settings, `|| ${flat}`].join(', ');
  if (!flat.includes('\n') && items.length <= short) {
    const line = `${handler}(${items})${behind}`;
    if (fits({ ...call, range }, line, source)) {
      return { range, newText: line };
    }
    // What is called on the value goes below it, and a value that does not fit beside its name, too.
    const broken = (newline: string): string => handler + breakLinks(line.slice(handler.length), newline);
    const first = broken('\n').split('\n')[0] ?? '';
    if (!text.slice(0, range.start).endsWith(' = ')) {
      return { range, newText: broken(inner) };
    }
    const below = { start: range.start - 1, end: range.end };
    if (inner.length + line.length <= style.width) {
      return { range: below, newText: inner + line };
    }
    return fits(call, `${first};`, source, false)
      ? { range, newText: broken(inner) }
      : { range: below, newText: inner + broken(inner + style.indent) };
  }
  const isLong = !flat.includes('\n') && flat.length > short;
  const head = `${handler}(${[...settings, '|| {'].join(', ')}`;
  if (fits(call, head, source, false)) {
    const body = isLong ? breakChain(flat, inner + style.indent) : joinHead(rewriteCall(call, edits, source, 1));
    return { range, newText: `${head}${inner}${body}${base}})${end}` };
  }
  const deep = inner + style.indent;
  const body = isLong ? breakChain(flat, deep + style.indent) : rewriteCall(call, edits, source, 2);
  const closure = isLong || flat.includes('\n') ? `|| {${deep}${body}${inner}}` : `|| ${flat}`;
  const lines = [...settings, closure].map((item) => `${inner}${item},`).join('');
  return { range, newText: `${handler}(${lines}${base})${end}` };
}

/** The edits that let a call stand in a closure, which may be called twice, or why it cannot. */
export function closureEdits(node: Node, source: Source): TextEdit[] | Refusal {
  if ([...outward(node)].some(({ type }) => type === 'mod_item')) {
    return { refusal: 'This call is in a module inside of the file, where the handler would not be found.' };
  }
  if (nodesOfType(node, ['try_expression', 'await_expression', 'return_expression']).length > 0) {
    return { refusal: 'The arguments of this call use ?, await or return; give that a variable of its own first.' };
  }
  return moved(node, source).map(({ endIndex }) => insertion(endIndex, '.clone()'));
}

/** Where the chain ends that begins with a call: `?` and what is called on its result belong to it. */
function chainEnd({ args }: HttpCall): number {
  let end = args.parent ?? args;
  for (let at = end.parent; at && continues(at, end); at = end.parent) {
    end = at;
  }
  return end.endIndex;
}

function continues(outer: Node, inner: Node): boolean {
  const isFirst = children(outer)[0]?.id === inner.id;
  return isFirst && /^(?:(?:try|await|field|call)_expression|generic_function)$/.test(outer.type);
}

/** A chain that a time limit made too long for one line, as rustfmt breaks it. */
export function breakChain(chain: string, newline: string): string {
  const starts = linkStarts(chain);
  const [first = chain.length, ...others] = starts;
  // What is shorter than one indentation keeps its first call beside it.
  const head = first <= 4 ? (others[0] ?? chain.length) : first;
  return chain.slice(0, head) + breakLinks(chain.slice(head), newline);
}

/** A chain of several lines that begins a line: what is as short as an indentation has its first link beside it. */
function joinHead(chain: string): string {
  return chain.replace(/^(\w{1,4})\s*\n\s*(?=\.)/, '$1');
}

/** The edits that give an attempt a limit: `reqwest::get` takes none, a request does. */
function limit(node: Node, call: HttpCall): TextEdit[] {
  const timeout = '.timeout(std::time::Duration::from_secs(30))';
  const callee = field(node, 'function');
  if (call.name === 'reqwest::get' && callee) {
    const range = { start: callee.startIndex, end: callee.endIndex };
    return [{ range, newText: 'reqwest::Client::new().get' }, insertion(call.range.end, `${timeout}.send()`)];
  }
  const request = field(callee, 'value');
  // In a chain that is broken over lines each call has one.
  const gap = /^\s*/.exec(callee?.text.slice((request?.endIndex ?? 0) - callee.startIndex) ?? '')?.[0] ?? '';
  return request ? [insertion(request.endIndex, gap + timeout)] : [];
}

/** The edits by which a request of ureq waits for its socket only so long, in seconds, or why there are none. */
export function limitReads(node: Node, call: HttpCall, seconds: number): TextEdit[] | Refusal {
  const agent = /^(\w+)\.\w+$/.exec(call.name)?.[1];
  const root = node.tree.rootNode;
  if (call.name.startsWith('ureq::')) {
    const maker = nodesOfType(node, 'scoped_identifier').find(({ text }) => text === call.name);
    const own = field(maker?.parent?.parent, 'value');
    const gap = own ? (/^\s*/.exec(root.text.slice(own.endIndex))?.[0] ?? '') : '';
    const limits = [`.timeout_read(std::time::Duration::from_secs(${seconds}))`, '.build()', '.'];
    const range = { start: maker?.startIndex ?? 0, end: (maker?.startIndex ?? 0) + 'ureq::'.length };
    return [{ range, newText: `ureq::AgentBuilder::new()${limits.map((limit) => gap + limit).join('')}` }];
  }
  const made = nodesOfType(root, 'let_declaration').filter((declared) => field(declared, 'pattern')?.text === agent);
  const makers = made.length > 0 ? made : [root];
  if (!makers.some(({ text }) => text.includes('.timeout_read('))) {
    const given = made.length === 1 && made[0] ? limitMaker(made[0], seconds) : undefined;
    return (
      given ?? { refusal: 'Nothing here gives the agent a timeout_read, so a stream that falls silent would hang.' }
    );
  }
  return makers.some(({ text }) => text.includes('.timeout('))
    ? { refusal: 'The timeout of the agent would end a healthy stream, too; timeout_read and timeout_connect do not.' }
    : [];
}

/** The edit by which an agent that is made beside a call waits for its socket only so long, in seconds. */
function limitMaker(declared: Node, seconds: number): TextEdit[] | undefined {
  const value = field(declared, 'value');
  const written = value?.text ?? '';
  const limit = `.timeout_read(std::time::Duration::from_secs(${seconds}))`;
  // An import that nothing uses any more would be a warning.
  const isNeeded = written !== 'Agent::new()' || (declared.tree.rootNode.text.match(/\bAgent\b/g) ?? []).length > 2;
  const isPlain = isNeeded && /^(?:(?:ureq::)?Agent::new|ureq::agent)\(\)$/.test(written);
  const built = /^(?:ureq::)?AgentBuilder::new\(\)[^]*?(?=\s*\.build\(\)$)/.exec(written)?.[0];
  if (!value || (!isPlain && built === undefined) || /\.timeout\(/.test(written)) {
    return undefined;
  }
  const gap = /^\s*/.exec(written.slice(built?.length ?? 0))?.[0] ?? '';
  if (built !== undefined && written.includes('\n')) {
    return [insertion(value.startIndex + built.length, gap + limit)];
  }
  const text = value.tree.rootNode.text;
  const newline = `\n${indentationAt(text, declared.startIndex)}${' '.repeat(4)}`;
  const chain = `${built ?? 'ureq::AgentBuilder::new()'}${limit}.build()`;
  return [{ range: { start: value.startIndex, end: value.endIndex }, newText: breakChain(chain, newline) }];
}

/** Variables that the call would take away from the closure, so that a second attempt had none. */
function moved(node: Node, { language: { syntax } }: Source): Node[] {
  const scope = scopesOf(node, syntax)[0] ?? node;
  const verb = field(field(node, 'function'), 'field')?.text ?? '';
  // A request of ureq only borrows, but for what becomes JSON.
  const borrows = /^(?:call|send_\w+)$/.test(verb);
  const lists = borrows
    ? [field(verb === 'send_json' ? node : undefined, 'arguments')]
    : nodesOfType(node, 'arguments');
  const values = lists.flatMap((list) => children(list));
  return values.filter(
    (value) => value.type === 'identifier' && !/^[A-Z]/.test(value.text) && !isBorrowed(value, scope),
  );
}

/** Whether a name is known to hold a reference or a literal. */
function isBorrowed({ text, startIndex }: Node, scope: Node): boolean {
  const named = (declared: Node): boolean => field(declared, 'pattern')?.text === text;
  const parameter = nodesOfType(scope, 'parameter').find(named);
  const value = field(
    nodesOfType(scope, 'let_declaration').findLast((declared) => named(declared) && declared.startIndex < startIndex),
    'value',
  );
  return value
    ? /^(?:reference_expression|string_literal|integer_literal)$/.test(value.type)
    : (field(parameter, 'type')?.text.startsWith('&') ?? false);
}

function writeOption({ name, value }: CallOption): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${snake}: ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  const [unit, count] = Number.isInteger(seconds) ? ['secs', seconds] : ['millis', Math.round(seconds * 1000)];
  return `std::time::Duration::from_${unit}(${count})`;
}
