import idempotencyKey from '../../../handlers/go/idempotency_key.go?raw';
import type { HandlerParts } from '../../handlerText';
import { sameCode } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, MadeKey, SentKey } from '../../keys/writing';
import { statementAround } from '../../keys/place';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import { insertion } from '../../textEdits';
import { indentationAt } from '../../wrapping';
import { goDefinitions, goImports } from './definitions';
import { insertGo } from './imports';

/** Keys of Go: of the package uuid where a file has it, else by a function of its own, as the standard library has none. */
export function goKeys(split: (text: string) => HandlerParts): KeyWriting {
  return {
    variable: 'idempotencyKey',
    make(variable, call, source): MadeKey | Refusal {
      const uuid = [...goImports(source.root)].find(([, path]) => path === 'github.com/google/uuid')?.[0];
      if (uuid !== undefined) {
        return { statement: `${variable} := ${uuid}.NewString()`, edits: [] };
      }
      const { imports, definitions } = split(idempotencyKey);
      const own = goDefinitions(source.root).get('newIdempotencyKey');
      if (own && !definitions.some(({ text }) => sameCode(text, own.text))) {
        return { refusal: 'This file has a newIdempotencyKey of its own, which may work differently.' };
      }
      const edits = own ? [] : insertGo(definitions, { source, call, imports, after: undefined });
      return { statement: `${variable} := newIdempotencyKey()`, edits };
    },
    send,
  };
}

function send(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const { text, style } = source;
  const callee = field(call.args.parent, 'function');
  if (call.client === 'resty') {
    const request = field(callee, 'operand');
    const inner = request?.type === 'call_expression' ? request : undefined;
    if (!inner || !/\.R\(\)/.test(inner.text)) {
      return { refusal: 'The request of this call is made elsewhere; let the call itself make it.' };
    }
    // In a chain that is broken over lines each call has one.
    const gap = /^\.\s*/.exec(text.slice(inner.endIndex))?.[0] ?? '.';
    const at =
      /\)$/.test(inner.text) && /^withResty/.test(field(inner, 'function')?.text ?? '') ? undefined : inner.endIndex;
    return at === undefined
      ? { refusal: 'This request is handed to its handler already; set the header there.' }
      : { edits: [insertion(at, `${gap}SetHeader("${header}", ${variable})`)] };
  }
  const request = children(call.args)[0];
  const statement = statementAround(call.args, source);
  const made = request && declarationOf(request.text, request, source);
  if (!call.name.endsWith('.Do') || request?.type !== 'identifier' || !made || !statement) {
    return { refusal: `${call.name} takes no headers; make a request, and send it with Do of a client.` };
  }
  const line = `${request.text}.Header.Set("${header}", ${variable})${style.eol}${indentationAt(text, statement.startIndex)}`;
  return { edits: [insertion(statement.startIndex, line)], made };
}

/** Where a function makes a request. */
function declarationOf(name: string, before: Parameters<typeof scopesOf>[0], { language }: Source) {
  const scope = scopesOf(before, language.syntax)[0];
  return (scope ? nodesOfType(scope, 'short_var_declaration') : []).findLast(
    (node) =>
      node.startIndex < before.startIndex &&
      children(field(node, 'left'))[0]?.text === name &&
      /\bNewRequest(?:WithContext)?\(/.test(field(node, 'right')?.text ?? ''),
  );
}
