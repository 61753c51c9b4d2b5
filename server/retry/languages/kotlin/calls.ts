import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, dottedName, lastName, nodesOfType, scopesOf } from '../../nodes';
import { kotlinSyntax } from './syntax';

/** Why a call that gives a future has no handler. */
export const onlyWaiting: Refusal = { refusal: 'There is no handler for sendAsync yet, only for send.' };

/** Reader of the HTTP calls of one Kotlin file: those of java.net.http and OkHttp. */
export function kotlinCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const imports = nodesOfType(root, 'import').map(({ text }) => text);
  const hasJava = imports.some((text) => /^import\s+java\.net\.http\.(?:HttpClient\b|\*)/.test(text));
  const hasOkHttp = imports.some((text) => /^import\s+okhttp3\b/.test(text));
  const clients = hasJava ? clientNames(root) : new Set<string>();
  return (node) => (hasJava ? readJava(node, clients) : undefined) ?? (hasOkHttp ? readOkHttp(node) : undefined);
}

/** Names of properties, variables and parameters that hold a client. */
function clientNames(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOfType(root, ['class_parameter', 'parameter', 'variable_declaration'])) {
    const type = children(node).find((child) => /^(?:user|nullable)_type$/.test(child.type))?.text;
    const made = node.parent?.type === 'property_declaration' ? (children(node.parent).at(-1)?.text ?? '') : '';
    if (type === 'HttpClient' || (type === undefined && made.startsWith('HttpClient.new'))) {
      names.add(children(node).find((child) => child.type === 'identifier')?.text ?? '');
    }
  }
  return names;
}

/** The arguments of a call, without the nodes around them. */
export function argumentsOf(call: Node | undefined): Node[] {
  const list = children(call).find(({ type }) => type === 'value_arguments');
  return children(list).flatMap((argument) => children(argument).at(-1) ?? []);
}

/** `client.send(request, handler)`, or what sends with retries. */
function readJava(node: Node, clients: ReadonlySet<string>): HttpCall | undefined {
  const args = children(node).find(({ type }) => type === 'value_arguments');
  if (node.type !== 'call_expression' || !args) {
    return undefined;
  }
  const { name, object } = kotlinSyntax.callee(node);
  const isHandler = name === 'sendWithBackoff' || name === 'sendWithReconnect';
  const values = argumentsOf(node);
  const receiver = dottedName(object);
  const isClient = clients.has(lastName(receiver)) || receiver.startsWith('HttpClient.new');
  if (!isHandler && !(isClient && /\.send(?:Async)?$/.test(name) && values.length === 2)) {
    return undefined;
  }
  const request = builderOf(values[isHandler ? 1 : 0], 'newBuilder');
  return {
    client: 'java.net.http',
    name,
    method: request ? methodOf(request.text) : 'unknown',
    isSeen: true,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: name.endsWith('Async'),
    hasLimit: true,
    hasIdempotencyKey: request !== undefined && namesIdempotencyKey(request.text),
    args,
  };
}

/** `client.newCall(request).execute()`, or a handler that executes a request with a client. */
function readOkHttp(node: Node): HttpCall | undefined {
  const args = children(node).find(({ type }) => type === 'value_arguments');
  const { name, object } = node.type === 'call_expression' ? kotlinSyntax.callee(node) : { name: '' };
  const isHandler = /^executeWith(?:Backoff|Reconnect|Verification)$/.test(name);
  const made = object?.type === 'call_expression' ? kotlinSyntax.callee(object) : undefined;
  const isCall = isHandler || (name.endsWith('.execute') && made !== undefined && lastName(made.name) === 'newCall');
  if (!args || !isCall) {
    return undefined;
  }
  const request = builderOf(argumentsOf(isHandler ? node : object)[isHandler ? 1 : 0], 'Builder');
  return {
    client: 'okhttp',
    name: made?.name ?? name,
    method: request ? methodOf(request.text) : 'unknown',
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    hasIdempotencyKey: request !== undefined && namesIdempotencyKey(request.text),
    args,
  };
}

/** The expression that builds a request: the argument itself, or what the variable was declared with. */
export function builderOf(argument: Node | undefined, builder: string): Node | undefined {
  if (argument?.type !== 'identifier') {
    return argument?.text.includes(builder) ? argument : undefined;
  }
  for (const scope of scopesOf(argument, kotlinSyntax)) {
    const declared = nodesOfType(scope, 'property_declaration').findLast(
      (node) => nameOf(node) === argument.text && node.startIndex < argument.startIndex,
    );
    if (declared) {
      return builderOf(children(declared).at(-1), builder);
    }
  }
  return undefined;
}

/** The name that a declaration of a property or a variable gives. */
export function nameOf(property: Node): string {
  const declared = children(property).find(({ type }) => type === 'variable_declaration');
  return children(declared)[0]?.text ?? '';
}

/** `.POST(body)` of java.net.http, `.post(body)` of OkHttp, `.method("PATCH", body)` of both. */
function methodOf(builder: string): string {
  const found = /\.\s*(?:(get|head|post|put|delete|patch)\s*\(|method\s*\(\s*("\w+"|\w+))/i.exec(builder);
  const [, verb, named] = found ?? [];
  return (
    verb?.toUpperCase() ?? (named === undefined ? 'GET' : (/^"(\w+)"$/.exec(named)?.[1]?.toUpperCase() ?? 'unknown'))
  );
}
