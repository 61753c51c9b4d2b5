import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/go/renewal.go?raw';
import renewalResty from '../../../handlers/go/renewal_resty.go?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { oldCredentials, readsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';
import { handOver } from './wrap';

const handler: HandlerFile = {
  name: 'withRenewal',
  text: renewal,
  parameters: ['client', 'req', 'renew'],
  sign: /\brenew func\b/,
};

const ofResty: HandlerFile = {
  name: 'withRestyRenewal',
  text: renewalResty,
  parameters: ['send', 'renew'],
  sign: /\brenew func\b/,
};

/** The handlers of `refresh-credentials`. */
export const goRenewal: RenewalHandler = {
  files: [handler, ofResty],
  renewals: { canRenew: (definition) => ['', 'error'].includes(field(definition, 'result')?.text ?? '') },
  handlerFor: ({ name, client }) =>
    client === 'resty' ? ofResty : name.endsWith('.Do') ? handler : { refusal: oldCredentials },
  wrap: (call, name, [renew], source) =>
    call.client === 'resty' ? wrapResty(call, name, renew, source) : wrapForRenewal(call, name, renew, source),
};

/**
 * `client.R().SetAuthToken(token).Get(url)` becomes `withRestyRenewal(func() { return ... }, refreshToken)`: what makes
 * the request reads its credentials each time, or those that the renewal gives to the client.
 */
function wrapResty(call: HttpCall, name: string, renew: HandlerOption | undefined, source: Source): TextEdit | Refusal {
  const { root, language, style, text } = source;
  const request = field(field(call.args.parent, 'function'), 'operand');
  if (!request || !/\.R\(\)/.test(request.text) || /\bSetDoNotParseResponse\(/.test(root.text)) {
    return { refusal: `${oldCredentials} A request of resty that was made before keeps them.` };
  }
  const links = nodesOfType(request, ['call_expression']);
  const given = links.flatMap((link) => (setsCredentials(link) ? children(field(link, 'arguments')) : []));
  const renewing = referenceOf(renew);
  const definitions = language.definitions(root);
  const renewal = definitions.get(renewing);
  const client = call.name.replace(/\.\w+$/, '');
  const renewed = nodesOfType(renewal ?? request, ['call_expression']).some(
    (link) => setsCredentials(link) && field(field(link, 'function'), 'operand')?.text === client,
  );
  const isAnew =
    given.length > 0
      ? given.every((value) => readsAnew(value, call, source))
      : renewed && renewal !== undefined && definitions.has(client);
  if (!isAnew) {
    return { refusal: oldCredentials };
  }
  const base = style.eol + indentationAt(text, call.range.start);
  const lines = [`${renewing}()`, 'return nil'].map((line) => base + style.indent + line).join('');
  const isFailing = field(renewal, 'result') !== undefined;
  return handOver(call, name, [isFailing ? renewing : `func() error {${lines}${base}}`], source);
}

/** Whether a call gives credentials to a request or a client of resty. */
function setsCredentials(link: Node): boolean {
  const name = field(field(link, 'function'), 'field')?.text ?? '';
  const first = children(field(link, 'arguments'))[0]?.text ?? '';
  return /^Set(?:AuthToken|BasicAuth)$/.test(name) || (name === 'SetHeader' && /^"authorization"$/i.test(first));
}

/**
 * `client.Do(req)` becomes `withRenewal(client, req, func() error { ... })`. A request is made before it is sent, so the
 * function gives it its credentials once more, by the statement above the call that does so.
 */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  renew: HandlerOption | undefined,
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
