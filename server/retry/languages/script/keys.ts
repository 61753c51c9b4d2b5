import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { children, field, nodesOfType } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { breakLastObject } from './breakObject';
import { optionsObject, property } from './calls';
import { relayHanded } from './handedCall';

/** Keys of TypeScript and JavaScript: browsers, Node.js from version 19 and the others have the same function. */
export const scriptKeys: KeyWriting = {
  variable: 'idempotencyKey',
  make(variable, _, source) {
    const holder = isOwn('crypto', source) ? 'globalThis.crypto' : 'crypto';
    const end = source.style.semicolons ? ';' : '';
    return { statement: `const ${variable} = ${holder}.randomUUID()${end}`, edits: [] };
  },
  send,
};

/** Whether a file gives a name to something else than the module of Node.js that has the same function. */
function isOwn(name: string, { root }: Source): boolean {
  const isNode = (text: string): boolean => /["'](?:node:)?crypto["']/.test(text);
  const types = ['import_statement', 'variable_declarator', 'function_declaration', 'required_parameter'];
  return nodesOfType(root, types).some((node) => {
    const named = node.type === 'import_statement' ? node.text : (field(node, 'name') ?? field(node, 'pattern'))?.text;
    return new RegExp(`\\b${name}\\b(?!["'])`).test(named ?? '') && !isNode(node.text);
  });
}

function send(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const index = call.optionsIndex;
  if (index === undefined) {
    return { refusal: `${call.name} of ${call.client} takes no headers.` };
  }
  const { quote = "'" } = source.style;
  const item = `${quote}${header}${quote}: ${variable}`;
  const args = children(call.args);
  const options = args[index];
  if (!options) {
    const missing = Array.from({ length: index - args.length }, () => 'undefined, ').join('');
    return laidOut(call, appendItem(call.args, [`${missing}{ headers: { ${item} } }`], source), source);
  }
  if (options.type !== 'object' || children(options).some(({ type }) => type === 'spread_element')) {
    return { refusal: 'The options of this call come from elsewhere; write its headers into the call first.' };
  }
  const headers = property(options, 'headers');
  if (!headers) {
    return laidOut(call, appendItem(options, [`headers: { ${item} }`], source), source);
  }
  if (headers.type === 'object') {
    return laidOut(call, appendItem(headers, [item], source), source);
  }
  if (headers.type.endsWith('identifier') || headers.type === 'shorthand_property_identifier') {
    const own = optionsObject(asName(headers, source.root), source.root);
    const pair = headers.type === 'shorthand_property_identifier' ? headers : (headers.parent ?? headers);
    const range = { start: pair.startIndex, end: pair.endIndex };
    const newText = `headers: { ...${headers.text}, ${item} }`;
    return own ? laidOut(call, [{ range, newText }], source) : elsewhere;
  }
  return elsewhere;
}

const elsewhere: Refusal = {
  refusal: 'The headers of this call come from elsewhere, and what they are does not show here; add the key there.',
};

/** The name behind `{ headers }`. */
function asName(node: Node, root: Node): Node | undefined {
  return node.type === 'identifier' ? node : nodesOfType(root, 'identifier').find(({ text }) => text === node.text);
}

/** The call with edits, its last object broken over lines where it gets too long, as Prettier does. */
function laidOut(call: HttpCall, edits: readonly TextEdit[], source: Source): SentKey {
  const flat = rewriteCall(call, edits, source, 0);
  if (flat.includes('\n') || fits(call, flat, source)) {
    return { edits };
  }
  const relaid = relayHanded(call, flat, source);
  if (relaid) {
    return { edits: relaid };
  }
  const { indent, trailingCommas, eol } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const broken = breakLastObject(flat, base, indent, trailingCommas ? ',' : '', eol);
  return { edits: broken === undefined ? edits : [{ range: call.range, newText: broken }] };
}
