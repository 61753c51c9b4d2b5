import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { children, covers, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import type { Syntax } from '../../syntaxTable';
import { keyword } from './calls';

/**
 * Whether the session of a call repeats it already: an adapter with `max_retries` is mounted on it, where the call is or
 * in the function that makes the session.
 */
export function isRepeatedBySession({ client, name, args }: HttpCall, { root, language }: Source): boolean {
  if (client !== 'requests') {
    return false;
  }
  const scopesAt = (node: Node): Node[] => scopesOf(node, language.syntax);
  const receiver = name.slice(0, -lastName(name).length - 1);
  const made = assignmentOf(receiver, scopesAt(args), language.syntax);
  const maker = lastName(dottedName(field(field(made, 'right'), 'function')));
  return nodesOfType(root, 'call').some((node) => {
    const callee = field(node, 'function');
    const list = field(node, 'arguments');
    if (callee?.type !== 'attribute' || field(callee, 'attribute')?.text !== 'mount') {
      return false;
    }
    const scopes = scopesAt(node);
    if (!repeats(keyword(list, 'adapter') ?? children(list)[1], scopes, language.syntax)) {
      return false;
    }
    const [scope] = scopes;
    if (maker !== '' && field(scope, 'name')?.text === maker) {
      return true;
    }
    const isSame = made ? scopes.some(({ id }) => id === scopesAt(made)[0]?.id) : scope && covers(scope, args);
    return dottedName(field(callee, 'object')) === receiver && (isSame === true || receiver.includes('.'));
  });
}

/** Whether an adapter repeats requests: it is made with any number of retries but none. */
function repeats(adapter: Node | undefined, scopes: readonly Node[], syntax: Syntax): boolean {
  const valueOf = (node: Node | undefined): Node | undefined =>
    node && /^(?:identifier|attribute)$/.test(node.type)
      ? (field(assignmentOf(node.text, scopes, syntax), 'right') ?? node)
      : node;
  const made = valueOf(adapter);
  const retries = valueOf(made?.type === 'call' ? keyword(field(made, 'arguments'), 'max_retries') : undefined);
  const list = retries?.type === 'call' ? field(retries, 'arguments') : undefined;
  const count = list ? (keyword(list, 'total') ?? children(list)[0]) : retries;
  return retries !== undefined && !/^(?:0|False|None)$/.test(count?.text ?? '');
}

/** Where a name gets its last value, in the innermost scope that gives it one. An attribute may get it anywhere. */
function assignmentOf(name: string, scopes: readonly Node[], syntax: Syntax): Node | undefined {
  for (const scope of scopes) {
    const isHere = (node: Node): boolean => name.includes('.') || scopesOf(node, syntax)[0]?.id === scope.id;
    const given = nodesOfType(scope, 'assignment').findLast(
      (node) => field(node, 'left')?.text === name && isHere(node),
    );
    if (given) {
      return given;
    }
  }
  return undefined;
}
