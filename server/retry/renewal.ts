import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from './httpCall';
import { children, field, lastName, nodesOfType, scopesOf } from './nodes';
import type { Source } from './source';

/** Names of functions that renew credentials: `refreshToken`, `renew_session`, `reauthenticate`. */
const renews =
  /^_?(?:(?:refresh|renew|rotate)_?\w*(?:token|credential|session|auth|login)\w*|re_?(?:authenticate|login|auth))$/i;

/**
 * The only function of the file that renews credentials and asks for no arguments; undefined where it is called around
 * the call already.
 */
export function findRenew(call: HttpCall, source: Source): string | undefined {
  const { language, root } = source;
  const { syntax } = language;
  const found = [...language.definitions(root)].filter(
    ([name, definition]) => renews.test(name) && canRenew(definition, call, source),
  );
  const [name, definition] = found[0] ?? [];
  if (found.length !== 1 || name === undefined || definition === undefined) {
    return undefined;
  }
  // What renews by hand would renew twice, and the renewal itself is no call to renew for.
  const around = scopesOf(call.args, syntax).at(-2);
  const callsIt = (node: Node): boolean =>
    nodesOfType(node, syntax.calls).some((found) => lastName(syntax.callee(found).name) === name);
  const isRenewal = around && definition.startIndex <= around.startIndex && around.endIndex <= definition.endIndex;
  if (isRenewal || (around && callsIt(around))) {
    return undefined;
  }
  return language.isDefinedInTime?.(call, definition.startIndex, source) === false ? undefined : name;
}

function canRenew(definition: Node, call: HttpCall, { language: { syntax } }: Source): boolean {
  const node = syntax.functions.has(definition.type)
    ? definition
    : nodesOfType(definition, [...syntax.functions]).find((inner) => scopesOf(inner, syntax).length === 2);
  // An imported function's parameters are not known, a function's with parameters would be missed.
  const parameters = field(node, 'parameters');
  const awaitable = node?.text.startsWith('async') === true;
  return parameters !== undefined && children(parameters).length === 0 && (call.async || !awaitable);
}
