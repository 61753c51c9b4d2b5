import type { Node } from '@vscode/tree-sitter-wasm';
import okHttpRenewal from '../../../handlers/java/OkHttpRenewal.java?raw';
import renewal from '../../../handlers/java/Renewal.java?raw';
import restRenewal from '../../../handlers/java/RestRenewal.java?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import { topStatement } from '../../placement';
import {
  givesCredentials,
  oldCredentials,
  readsAnew,
  readsCredentialsAnew,
  referenceOf,
  type RenewalHandler,
} from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { handBlockOver, handOver } from './wrap';

const handler: HandlerFile = { name: 'Renewal.send', definition: 'Renewal', text: renewal, sign: /\bRenew renew\b/ };
const okHttpHandler: HandlerFile = {
  name: 'OkHttpRenewal.execute',
  definition: 'OkHttpRenewal',
  text: okHttpRenewal,
  sign: /\bRenew renew\b/,
};
const restHandler: HandlerFile = {
  name: 'RestRenewal.call',
  definition: 'RestRenewal',
  text: restRenewal,
  sign: /\bRunnable renew\b/,
};

/** The handler of `refresh-credentials`. */
export const javaRenewal: RenewalHandler = {
  files: [handler, okHttpHandler, restHandler],
  renewals: { functions: methodsFor, canRenew: ({ text }, { client }) => mayThrow(text, client) },
  handlerFor: ({ client, async }) =>
    async
      ? { refusal: 'There is no handler for sendAsync yet, only for send.' }
      : ({ okhttp: okHttpHandler, spring: restHandler }[client] ?? handler),
  wrap: wrapForRenewal,
};

/** The methods that a call can reach: those of its class, from a static method only the static ones. */
function methodsFor({ args }: HttpCall, { root }: Source): ReadonlyMap<string, Node> {
  const isMethod = ({ type }: Node): boolean => type === 'method_declaration';
  const caller = [...outward(args)].find(isMethod);
  const owner = field(topStatement(root, args), 'body');
  const methods = children(owner).filter((node) => isMethod(node) && (isStatic(node) || (caller && !isStatic(caller))));
  return new Map(methods.map((node) => [field(node, 'name')?.text ?? '', node]));
}

function isStatic(method: Node): boolean {
  return children(method).some(({ type, text }) => type === 'modifiers' && /\bstatic\b/.test(text));
}

/** Whether the checked exceptions of a method are those of the call itself. */
function mayThrow(method: string, client: string): boolean {
  const thrown = /\)\s*throws\s+([\w\s,.]+)\{/.exec(method)?.[1]?.split(',') ?? [];
  return thrown.every((name) => (exceptions[client] ?? /^$/).test(name.trim()));
}

const exceptions: Readonly<Record<string, RegExp>> = {
  'java.net.http': /^(?:java\.io\.)?IOException$|^InterruptedException$/,
  okhttp: /^(?:java\.io\.)?IOException$/,
};

/**
 * `client.send(a, b)` becomes `Renewal.send(() -> client.send(a, b), () -> refreshToken())`. A request that the statement
 * above makes is made in the function, so that it has the new credentials.
 */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const renewing = [`() -> ${referenceOf(renew)}()`];
  if (readsCredentialsAnew(call, source) || asksForHeaders(call, source)) {
    return handOver(call, name, renewing, source);
  }
  const above = requestAbove(call, source);
  return above ? handBlockOver(call, name, renewing, above, source) : { refusal: oldCredentials };
}

/** The statement right above a call that makes its request for it alone, with credentials that it reads each time. */
function requestAbove(call: HttpCall, source: Source): { declared: Node; statement: Node } | undefined {
  const around = [...outward(call.args)];
  const statement = around.find(({ parent }) => parent?.type === 'block');
  const above = children(statement?.parent);
  const declared = above[above.findIndex(({ id }) => id === statement?.id) - 1];
  const isPlain = /^(?:local_variable_declaration|return_statement|expression_statement)$/.test(statement?.type ?? '');
  if (
    !statement ||
    !isPlain ||
    declared?.type !== 'local_variable_declaration' ||
    !/\.build\(\);$/.test(declared.text)
  ) {
    return undefined;
  }
  const name = field(field(declared, 'declarator'), 'name')?.text ?? '';
  const uses = nodesOfType(scopesOf(call.args, source.language.syntax)[0] ?? source.root, 'identifier').filter(
    ({ text }) => text === name,
  );
  const gap = source.text.slice(declared.endIndex, statement.startIndex);
  const isItsOwn =
    uses.length === 2 && new RegExp(`\\b${name}\\b`).test(source.text.slice(call.range.start, call.range.end));
  const range = { start: declared.startIndex, end: declared.endIndex };
  return gap.trim() === '' && isItsOwn && readsCredentialsAnew({ ...call, range }, source)
    ? { declared, statement }
    : undefined;
}

/** Whether the headers of an entity are what a method gives: `new HttpEntity<>(body, headers())`. */
function asksForHeaders(call: HttpCall, source: Source): boolean {
  const entity = nodesOfType(call.args, 'object_creation_expression').find(({ text }) =>
    /^new HttpEntity\b/.test(text),
  );
  const headers = children(field(entity, 'arguments')).at(-1);
  const isAsked = headers?.type === 'method_invocation' && givesCredentials.test(field(headers, 'name')?.text ?? '');
  return isAsked && readsAnew(headers, call, source);
}
