import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { children, field, nodesOfType, outward } from '../../nodes';
import type { Source } from '../../source';
import { quoted } from '../../sourceStyle';
import { applyEdits, insertion, type TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { statementAround } from '../../keys/place';
import { keyword } from './calls';
import { mergeImports } from './imports';

export const pythonKeys: KeyWriting = {
  variable: 'idempotency_key',
  make(variable, call, source) {
    const { root, text, style } = source;
    const { edits, renamed } = mergeImports(['import uuid'], text, root, style, call.range.start);
    return { statement: `${variable} = str(${renamed.get('uuid') ?? 'uuid'}.uuid4())`, edits };
  },
  send: (call, key, source) => (call.client === 'urllib' ? sendRequest : sendHeaders)(call, key, source),
};

const takesHeaders: ReadonlySet<string> = new Set(['requests', 'httpx', 'aiohttp']);

/** The header among those of the call: `requests.post(url, json=data, headers={...})`. */
function sendHeaders(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  if (!takesHeaders.has(call.client)) {
    return { refusal: `${call.name} of ${call.client} takes no headers.` };
  }
  if (children(call.args).some(({ type }) => type === 'dictionary_splat')) {
    return { refusal: 'The headers of this call may be among its ** arguments; write them into the call first.' };
  }
  const item = `${quoted(header, source.style)}: ${variable}`;
  const headers = keyword(call.args, 'headers');
  if (!headers) {
    return laidOut(call, appendItem(call.args, [`headers={${item}}`], source), source);
  }
  if (headers.type === 'dictionary') {
    return laidOut(call, appendItem(headers, [item], source), source);
  }
  if (headers.type !== 'identifier' || !isDictionary(headers.text, source)) {
    return { refusal: 'The headers of this call come from elsewhere, and what they are does not show here.' };
  }
  const range = { start: headers.startIndex, end: headers.endIndex };
  return laidOut(call, [{ range, newText: `{**${headers.text}, ${item}}` }], source);
}

/** Whether all that a file gives to a name are dictionaries that are written down. */
function isDictionary(name: string, { root }: Source): boolean {
  const given = nodesOfType(root, 'assignment').filter((node) => field(node, 'left')?.text === name);
  return given.length > 0 && given.every((node) => field(node, 'right')?.type === 'dictionary');
}

/** The header of a request that was made above: `request.add_header(...)`, or that is made in the call. */
function sendRequest(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const request = children(call.args)[0];
  const key = `${quoted(header, source.style)}, ${variable}`;
  if (request?.type === 'identifier' && /^unknown$|^P/.test(call.method)) {
    const made = nodesOfType(source.root, 'assignment').findLast(
      (node) => field(node, 'left')?.text === request.text && node.endIndex <= request.startIndex,
    );
    const statement = statementAround(call.args, source);
    if (made && statement && /\bRequest\(/.test(field(made, 'right')?.text ?? '')) {
      const line = `${request.text}.add_header(${key})${source.style.eol}${indentationAt(source.text, statement.startIndex)}`;
      return { edits: [insertion(statement.startIndex, line)], made };
    }
  }
  const args = request?.type === 'call' ? field(request, 'arguments') : undefined;
  const headers = keyword(args, 'headers') ?? children(args).filter(({ type }) => type !== 'keyword_argument')[2];
  if (!args || (headers && headers.type !== 'dictionary')) {
    return { refusal: 'This call takes no headers; give it a urllib.request.Request.' };
  }
  const item = `${quoted(header, source.style)}: ${variable}`;
  const edits = headers ? appendItem(headers, [item], source) : appendItem(args, [`headers={${item}}`], source);
  return laidOut(call, edits, source);
}

/** The call with edits, its arguments on lines of their own where it gets too long, as Black does. */
function laidOut(call: HttpCall, edits: readonly TextEdit[], source: Source): SentKey {
  const { text, style } = source;
  const flat = rewriteCall(call, edits, source, 0);
  const inner = [...outward(call.args)].some((node) => node.type === 'lambda');
  if (flat.includes('\n') || inner || fits(call, flat, source)) {
    return { edits };
  }
  const { eol, indent, width } = style;
  const base = indentationAt(text, call.range.start);
  const own = children(call.args);
  const items = own.map(({ startIndex, endIndex }) => {
    const range = { start: startIndex, end: endIndex };
    return applyEdits(
      text,
      edits.filter(({ range: { start, end } }) => startIndex <= start && end <= endIndex && start < endIndex),
      range,
    );
  });
  const end = own.at(-1)?.endIndex ?? call.args.startIndex;
  const added = edits.filter(({ range }) => range.start >= end).map(({ newText }) => newText.replace(/^,\s*/, ''));
  const all = [...items, ...added];
  const together = base + indent + all.join(', ');
  const lines = together.length <= width ? [together] : all.map((item) => `${base}${indent}${item},`);
  const head = `${text.slice(call.range.start, call.args.startIndex)}(`;
  return { edits: [{ range: call.range, newText: [head, ...lines, `${base})`].join(eol) }] };
}
