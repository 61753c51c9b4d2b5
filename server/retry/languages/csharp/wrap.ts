import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, nodesOfType, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';

/** The edit that lets the handler send: `Backoff.SendAsync(token => client.GetAsync(url, token), idempotent: true)`. */
export function wrapCsharpCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const values = children(call.args);
  const named = values.find((value) => value.childForFieldName('name'));
  if (named) {
    return { refusal: `This call names an argument (${named.text}); give its arguments in order first.` };
  }
  if (nodesOfType(call.args, ['await_expression', 'declaration_expression']).length > 0) {
    return { refusal: 'The arguments of this call await or declare; give that a variable of its own first.' };
  }
  const scopes = scopesOf(call.args, source.language.syntax);
  const method = scopes.find(({ type }) => !/^(?:lambda|anonymous)/.test(type)) ?? source.root;
  const isTaken = nodesOfType(method, 'identifier').some(({ text }) => text === 'token');
  const token = isTaken ? 'attempt' : 'token';
  // A completion option may stand between the arguments and the token.
  const extra = values.slice(call.optionsIndex);
  const own = extra.find((value) => !value.text.startsWith('HttpCompletionOption.'));
  const edits = own ? [replace(own, token)] : appendItem(call.args, [token], source);
  const request = values[0]?.namedChildren.at(-1);
  // Most versions of HttpClient send a message once only.
  if (request?.type === 'identifier' && call.name.endsWith('.SendAsync')) {
    edits.unshift(replace(request, `Backoff.Copy(${request.text})`));
  }
  const settings = options.map(writeOption);
  if (own) {
    settings.push(`cancellationToken: ${own.text}`);
  }
  return handOver(call, handler, token, edits, settings, source);
}

/** Writes `handler(parameter => call, options)`, broken over lines where it is too long for one. */
export function handOver(
  call: HttpCall,
  handler: string,
  parameter: string,
  edits: readonly TextEdit[],
  settings: readonly string[],
  source: Source,
): TextEdit {
  const flat = rewriteCall(call, edits, source, 0);
  const line = `${handler}(${parameter} => ${flat}, ${settings.join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const items = [`${parameter} => ${rewriteCall(call, edits, source, 1)}`, ...settings];
  const newText = `${handler}(${items.map((item) => `${eol}${base}${indent}${item}`).join(',')})`;
  return { range: call.range, newText };
}

function replace(node: Node, newText: string): TextEdit {
  return { range: { start: node.startIndex, end: node.endIndex }, newText };
}

function writeOption({ name, value }: CallOption): string {
  return `${name}: ${String(typeof value === 'object' ? value.seconds : value)}`;
}
