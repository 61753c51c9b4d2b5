import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import { isLocal, oldCredentials, sendsRenewed } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { moduleAround } from './imports';

const twitter = 'twitter-api-v2';

/**
 * The edits after which a call has the renewed credentials when it is sent a second time (none where it has them as it
 * stands), or why it would have the old ones.
 * @param renewing the name of the function that renews
 */
export function renewedEdits(call: HttpCall, renewing: string, source: Source): readonly TextEdit[] | Refusal {
  if (call.client !== twitter) {
    return sendsRenewed(call, renewing, source) ? [] : { refusal: oldCredentials };
  }
  const client = clientOf(call);
  const renewal = source.language.definitions(source.root).get(renewing);
  if (client && renewal && givesClient(renewal, client.text) && !isLocal(client.text, call, source)) {
    return [];
  }
  const made = client?.type === 'identifier' ? makerOf(client, source) : undefined;
  return client && made
    ? [{ range: { start: client.startIndex, end: client.endIndex }, newText: made }]
    : {
        refusal: `A client of ${twitter} keeps the token that it was made with: let a function of this file make it, and begin with const ${client?.type === 'identifier' ? client.text : 'client'} = makeClient().`,
      };
}

/** `client` of `client.v2.me()` and of `client.readOnly.v2.me()`. */
function clientOf({ args }: HttpCall): Node | undefined {
  let node = field(args.parent, 'function');
  node = node?.type === 'await_expression' ? children(node)[0] : node;
  while (node?.type === 'member_expression' && !/^v[12]$/.test(field(node, 'property')?.text ?? '')) {
    node = field(node, 'object');
  }
  do {
    node = field(node, 'object');
  } while (/^(?:readOnly|readWrite)$/.test(field(node, 'property')?.text ?? ''));
  return node;
}

/** Whether a function puts another client in the place of the one that the file has. */
function givesClient(renewal: Node, client: string): boolean {
  const isOwn = nodesOfType(renewal, 'variable_declarator').some((node) => field(node, 'name')?.text === client);
  const assigned = nodesOfType(renewal, 'assignment_expression').map((node) => field(node, 'left')?.text);
  return !isOwn && assigned.includes(client);
}

/** The call that made the client of a function, when it makes a new one each time: `makeClient()`. */
function makerOf(client: Node, source: Source): string | undefined {
  const { root, language } = source;
  const scope = scopesOf(client, language.syntax)[0] ?? root;
  const values = nodesOfType(scope, ['variable_declarator', 'assignment_expression']).filter(
    (node) => (field(node, 'name') ?? field(node, 'left'))?.text === client.text,
  );
  const value = field(values[0], 'value');
  const made = value?.type === 'await_expression' ? children(value)[0] : value;
  const maker = made?.type === 'call_expression' ? field(made, 'function') : undefined;
  const definition = language.definitions(root).get(maker?.text ?? '');
  const isMade =
    values.length === 1 &&
    maker?.type === 'identifier' &&
    children(field(made, 'arguments')).length === 0 &&
    definition !== undefined &&
    makesClients(definition, maker.text, source);
  const text = value?.text ?? '';
  return isMade ? (value?.type === 'await_expression' ? `(${text})` : text) : undefined;
}

/** Whether a function without parameters gives a new client each time, of a token that is read anew. */
function makesClients(definition: Node, name: string, source: Source): boolean {
  const { functions } = source.language.syntax;
  const declared = nodesOfType(definition, 'variable_declarator').find((node) => field(node, 'name')?.text === name);
  const maker = functions.has(definition.type) ? definition : field(declared, 'value');
  const body = field(maker, 'body');
  if (!maker || !body || !functions.has(maker.type)) {
    return false;
  }
  const isNew = (value: Node | undefined): boolean => isNewClient(value, maker, source);
  const local = nodesOfType(body, 'variable_declarator').filter((node) => isNew(field(node, 'value')));
  const names = new Set(local.map((node) => field(node, 'name')?.text));
  const given =
    body.type === 'statement_block' ? nodesOfType(body, 'return_statement').map((node) => children(node)[0]) : [body];
  const takesNothing = children(field(maker, 'parameters')).length === 0 && !field(maker, 'parameter');
  return takesNothing && given.length > 0 && given.every((value) => isNew(value) || names.has(subject(value)?.text));
}

/** `client` of `client.readWrite`. */
function subject(value: Node | undefined): Node | undefined {
  const isPart = /^(?:readOnly|readWrite)$/.test(field(value, 'property')?.text ?? '');
  return isPart ? subject(field(value, 'object')) : value;
}

/** Whether a value is a client that is made there, and of nothing that a constant of the file keeps. */
function isNewClient(value: Node | undefined, maker: Node, { root, language }: Source): boolean {
  const made = subject(value);
  const present = language.definitions(root);
  const type = present.get(field(made, 'constructor')?.text ?? '');
  if (made?.type !== 'new_expression' || !type || moduleAround(type) !== twitter) {
    return false;
  }
  const names = nodesOfType(field(made, 'arguments') ?? made, ['identifier', 'shorthand_property_identifier']);
  const own = nodesOfType(maker, 'variable_declarator').map((node) => field(node, 'name')?.text);
  const isKept = ({ text, parent }: Node): boolean =>
    !own.includes(text) &&
    /^const\b/.test(present.get(text)?.text ?? '') &&
    !['member_expression', 'call_expression'].includes(parent?.type ?? '');
  return !names.some(isKept);
}
