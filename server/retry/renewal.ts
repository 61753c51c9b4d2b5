import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { HttpCall } from './httpCall';
import type { HandlerFile, HandlerOption, Refusal, Renewals, StrategyHandlers } from './language';
import { children, field, lastName, nodesOfType, scopesOf } from './nodes';
import type { Source } from './source';
import type { Syntax } from './syntaxTable';

/** A language's handler of `refresh-credentials`, to which a call is handed in a way of its own. */
export interface RenewalHandler {
  /** One for each sort of call. */
  readonly files: readonly HandlerFile[];
  readonly renewals: Renewals;
  readonly handlerFor: (call: HttpCall) => HandlerFile | Refusal;
  readonly wrap: StrategyHandlers['wrap'];
}

/** The handlers of the strategies of a language, with the one of `refresh-credentials` among them. */
export function withRenewal(renewal: RenewalHandler, others: Omit<StrategyHandlers, 'renewals'>): StrategyHandlers {
  const names = new Set(renewal.files.map(({ name }) => name));
  return {
    ...others,
    files: [...renewal.files, ...others.files],
    renewals: renewal.renewals,
    handlers: { ...others.handlers, 'refresh-credentials': renewal.handlerFor },
    wrap: (call, handler, options, source) =>
      (names.has(handler.replace(/^\W/, '')) ? renewal : others).wrap(call, handler, options, source),
  };
}

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
  const { renewals } = language.strategies ?? {};
  const found = [...(renewals?.functions?.(call, source) ?? language.definitions(root))].filter(
    ([name, definition]) =>
      renews.test(name) && canRenew(definition, call, source) && renewals?.canRenew?.(definition, call) !== false,
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
  const parameters = parametersOf(node);
  return node !== undefined && isEmpty(parameters) && (call.async || !isAwaitable(node));
}

/** Whether a function has the word `async` before its parameters. */
export function isAwaitable(definition: Node): boolean {
  return /^[^{=\n]*\basync\b/.test(definition.text);
}

/** The list of the parameters of a function, which the grammar of Kotlin gives no name. */
function parametersOf(node: Node | undefined): Node | undefined {
  const named = field(node, 'parameters') ?? field(node, 'parameter');
  return named ?? children(node).find(({ type }) => /^(?:function_value|lambda)_parameters$/.test(type));
}

/** Some languages leave the brackets away where there are no parameters; one without brackets is one. */
function isEmpty(parameters: Node | undefined): boolean {
  return parameters === undefined || (parameters.type !== 'identifier' && children(parameters).length === 0);
}

/** Whether a call states its credentials itself, by the name of their header, and reads them anew each time. */
export function readsCredentialsAnew(call: HttpCall, source: Source): boolean {
  const stated = statedCredentials(call, source);
  return stated !== undefined && readsAnew(stated, call, source);
}

/** The name of the header of the credentials with what stands beside it; undefined where the call does not state them. */
function statedCredentials(call: HttpCall, source: Source): Node | undefined {
  const { strings } = source.language.style;
  const { names, keys = [] } = source.language.syntax;
  const around = source.root.descendantForIndex(call.range.start, call.range.end - 1);
  const header = (around ? nodesOfType(around, [...strings, ...names, ...keys]) : []).find(({ text, parent }) =>
    parent?.type === 'keyword_argument' ? text === 'auth' : /^["']?authorization["']?$/i.test(text),
  );
  return (
    (/^(?:value_)?argument$/.test(header?.parent?.type ?? '') ? header?.parent?.parent : header?.parent) ?? undefined
  );
}

/** Options that let a browser add its cookies, which a renewal sets. */
const addsCookies = /\bcredentials:\s*["']include["']|\bwithCredentials:\s*true\b/;

/** Names of functions that give credentials. */
export const givesCredentials = /(?:auth|token|credential|header)\w*$/i;

/**
 * Whether a request that is sent a second time has what was renewed: the call reads its credentials anew, it asks a
 * function for them, or the renewal gives them to the client that sends it.
 * @param renewing the name of the function that renews
 */
export function sendsRenewed(call: HttpCall, renewing: string, source: Source): boolean {
  const { language, root, text } = source;
  const { calls, callee } = language.syntax;
  if (statedCredentials(call, source)) {
    return readsCredentialsAnew(call, source);
  }
  const asked = nodesOfType(call.args, calls).filter((inner) => givesCredentials.test(lastName(callee(inner).name)));
  if (asked.length > 0) {
    return asked.every((inner) => readsAnew(inner, call, source));
  }
  const client = call.name.replace(/\.\w+$/, '').replaceAll('.', '\\.');
  const renewal = language.definitions(root).get(renewing)?.text ?? '';
  const gives = new RegExp(`(?<![\\w.])${client}\\.(?:defaults|headers|auth|cookies)\\b`);
  const adds = new RegExp(`(?<![\\w.])${client}\\.(?:interceptors\\.request\\.use\\(|auth\\s*=(?!=))`);
  const isGiven = call.name.includes('.') && (gives.test(renewal) || adds.test(text));
  return isGiven || addsCookies.test(call.args.text);
}

/**
 * Whether what is in a node is read anew when the call is made a second time: no part of it is a variable of the function
 * around the call, which keeps what it was given. A member or a result of such a variable may be another one each time.
 */
export function readsAnew(node: Node, call: HttpCall, { text, language: { syntax } }: Source): boolean {
  const own = new Set(
    scopesOf(call.args, syntax)
      .slice(0, -1)
      .flatMap((scope) => namesIn(scope, syntax)),
  );
  return !nodesOfType(node, syntax.names).some(
    (name) => own.has(name.text) && !/^\s*(?:\.|->|::|\()/.test(text.slice(name.endIndex, name.endIndex + 20)),
  );
}

/** Whether a function around a call has a variable of this name. */
export function isLocal(name: string, call: HttpCall, { language: { syntax } }: Source): boolean {
  return scopesOf(call.args, syntax)
    .slice(0, -1)
    .some((scope) => namesIn(scope, syntax).includes(name));
}

/** The name of the function that a handler is given. */
export function referenceOf(option: HandlerOption | undefined): string {
  const value = option?.value;
  return typeof value === 'object' && 'reference' in value ? value.reference : '';
}

/** Why a call whose credentials are not read anew is not sent twice. */
export const oldCredentials =
  'A second request would have the old credentials: let the call itself read them from what is renewed.';

/** The names of the parameters and the variables of a function. */
function namesIn(scope: Node, { bindings, names }: Syntax): string[] {
  const parameters = parametersOf(scope);
  const targets = nodesOfType(scope, [...bindings.keys()]).map((node) => part(node, bindings.get(node.type)?.name));
  return [parameters, ...targets].flatMap((declared) =>
    declared ? nodesOfType(declared, names).map((name) => name.text) : [],
  );
}
