import type { Node } from '@vscode/tree-sitter-wasm';
import okHttpRenewal from '../../../handlers/java/OkHttpRenewal.java?raw';
import renewal from '../../../handlers/java/Renewal.java?raw';
import restRenewal from '../../../handlers/java/RestRenewal.java?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, outward } from '../../nodes';
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
import { handOver } from './wrap';

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

/** `client.send(a, b)` becomes `Renewal.send(() -> client.send(a, b), () -> refreshToken())`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  return readsCredentialsAnew(call, source) || asksForHeaders(call, source)
    ? handOver(call, name, [`() -> ${referenceOf(renew)}()`], source)
    : { refusal: oldCredentials };
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
