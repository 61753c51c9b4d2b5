import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/go/renewal.go?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { oldCredentials, readsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';

const handler: HandlerFile = {
  name: 'withRenewal',
  text: renewal,
  parameters: ['client', 'req', 'renew'],
  sign: /\brenew func\b/,
};

/** The handler of `refresh-credentials`. */
export const goRenewal: RenewalHandler = {
  files: [handler],
  renewals: { canRenew: (definition) => ['', 'error'].includes(field(definition, 'result')?.text ?? '') },
  handlerFor: ({ name }) => (name.endsWith('.Do') ? handler : { refusal: oldCredentials }),
  wrap: wrapForRenewal,
};

/**
 * `client.Do(req)` becomes `withRenewal(client, req, func() error { ... })`. A request is made before it is sent, so the
 * function gives it its credentials once more, by the statement above the call that does so.
 */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const { text, style, root, language } = source;
  const receiver = field(field(call.args.parent, 'function'), 'operand');
  const request = children(call.args)[0];
  const authorized = request && authorization(request, source);
  if (!receiver || !request || !authorized || !readsAnew(authorized, call, source)) {
    return { refusal: oldCredentials };
  }
  const { eol, indent } = style;
  const base = eol + indentationAt(text, call.range.start);
  const inner = base + indent;
  const renewing = referenceOf(renew);
  const renewed = field(language.definitions(root).get(renewing), 'result')
    ? `if err := ${renewing}(); err != nil {${inner}${indent}return err${inner}}`
    : `${renewing}()`;
  const client = call.client === 'value' ? `&${receiver.text}` : receiver.text;
  const body = [renewed, authorized.text, 'return nil'].map((line) => inner + line).join('');
  return { range: call.range, newText: `${name}(${client}, ${request.text}, func() error {${body}${base}})` };
}

/** The only statement above a call that sets the credentials of its request. */
function authorization(request: Node, { language }: Source): Node | undefined {
  const scope = scopesOf(request, language.syntax)[0];
  const sets = new RegExp(`^${request.text}\\.(?:Header\\.Set\\("Authorization"|SetBasicAuth\\()`);
  const found = (scope ? nodesOfType(scope, 'expression_statement') : []).filter(
    (statement) => statement.startIndex < request.startIndex && sets.test(statement.text),
  );
  return found.length === 1 ? found[0] : undefined;
}
