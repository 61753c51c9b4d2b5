import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { statementAround } from '../../keys/place';
import { children, field, nodesOfType } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { chainStart } from './calls';
import { handleScope, valueBehind } from './curl';

export const phpKeys: KeyWriting = {
  variable: '$idempotencyKey',
  make: (variable) => ({ statement: `${variable} = bin2hex(random_bytes(16));`, edits: [] }),
  send: (call, key, source) =>
    (({ curl: sendByHandle, laravel: sendByChain })[call.client] ?? sendByOptions)(call, key, source),
};

/** The headers among the options of a call of Guzzle. */
function sendByOptions(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const args = children(call.args);
  const index = call.optionsIndex ?? 1;
  const item = `'${header}' => ${variable}`;
  const options = children(args[index])[0];
  if (!args[index]) {
    return args.length === index
      ? { edits: appendItem(call.args, [`['headers' => [${item}]]`], source) }
      : { refusal: 'This call has no address.' };
  }
  if (options?.type !== 'array_creation_expression') {
    return { refusal: 'The options of this call come from elsewhere; write its headers into the call first.' };
  }
  const headers = children(options)
    .map((element) => children(element))
    .find(([name]) => /^(?:["']headers["']|RequestOptions::HEADERS)$/.test(name?.text ?? ''))?.[1];
  if (!headers) {
    return { edits: laidOut(call, options, `'headers' => [${item}]`, source) };
  }
  return headers.type === 'array_creation_expression'
    ? { edits: appendItem(headers, [item], source) }
    : { refusal: 'The headers of this call come from elsewhere, and what they are does not show here.' };
}

/** An item more in a list, each on a line of its own where the line of the call gets too long. */
function laidOut(call: HttpCall, list: Node, item: string, source: Source): TextEdit[] {
  const edits = appendItem(list, [item], source);
  const flat = rewriteCall(call, edits, source, 0);
  if (flat.includes('\n') || fits(call, flat, source)) {
    return edits;
  }
  const { eol, indent } = source.style;
  const base = eol + indentationAt(source.text, call.range.start);
  const lines = [...children(list).map(({ text }) => text), item].map((one) => `${base}${indent}${one},`);
  return [{ range: { start: list.startIndex, end: list.endIndex }, newText: `[${lines.join('')}${base}]` }];
}

/** `Http::post($url)` becomes `Http::withHeaders([...])->post($url)`. */
function sendByChain(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const start = call.args.parent ? chainStart(call.args.parent) : undefined;
  const name = field(start, 'name');
  // A request that has a variable keeps its headers, and would get the same once more each time.
  if (!start || !name || !field(start, 'scope')) {
    return { refusal: 'A request that is made elsewhere keeps its headers; begin it in the call itself, with Http::.' };
  }
  const { text, style } = source;
  const link = `withHeaders(['${header}' => ${variable}])`;
  // In a chain that is broken over lines each call has one.
  const gap = /^\s*/.exec(text.slice(start.endIndex, call.range.end))?.[0] ?? '';
  const flat = insertion(name.startIndex, `${link}${gap}->`);
  const isShort = fits(call, rewriteCall(call, [flat], source, 0), source);
  if (gap || isShort || text.slice(call.range.start, call.range.end).includes('\n')) {
    return { edits: [flat] };
  }
  const base = style.eol + indentationAt(text, call.range.start) + style.indent;
  const links = linksOf(call).map((at) => insertion(at, base));
  return { edits: [insertion(name.startIndex, `${link}${base}->`), ...links] };
}

/** Where the arrows of a chain of calls stand. */
function linksOf({ args }: HttpCall): number[] {
  const starts: number[] = [];
  for (let at = args.parent ?? undefined; field(at, 'object'); at = field(at, 'object')) {
    starts.push(field(at, 'object')?.endIndex ?? 0);
  }
  return starts.toReversed();
}

/** The headers of a handle: among those that it is given already, or by a statement above the call. */
function sendByHandle(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const { text, style } = source;
  const scope = handleScope(call, source);
  const handle = children(call.args)[0]?.text ?? '';
  const statement = statementAround(call.args, source);
  const made = scope && madeIn(scope, handle, call);
  if (!scope || !statement || !made) {
    return { refusal: 'Where the handle of this call is made does not show here; add the key there.' };
  }
  const options = nodesOfType(scope, 'name').filter((node) => node.text === 'CURLOPT_HTTPHEADER');
  const item = `'${header}: ' . ${variable}`;
  if (options.length === 0) {
    const line = `curl_setopt(${handle}, CURLOPT_HTTPHEADER, [${item}]);`;
    const at = statement.startIndex;
    return { edits: [insertion(at, line + style.eol + indentationAt(text, at))], made };
  }
  const list = options.length === 1 ? valueBehind(options[0]) : undefined;
  return list?.type === 'array_creation_expression'
    ? { edits: appendItem(list, [item], source), first: list, made }
    : { refusal: 'The headers of this handle come from elsewhere, and what they are does not show here.' };
}

/** Where a function makes a handle. */
function madeIn(scope: Node, handle: string, call: HttpCall): Node | undefined {
  return nodesOfType(scope, 'assignment_expression').findLast(
    (node) =>
      field(node, 'left')?.text === handle &&
      /^\\?curl_init\(/.test(field(node, 'right')?.text ?? '') &&
      node.endIndex <= call.range.start,
  );
}
