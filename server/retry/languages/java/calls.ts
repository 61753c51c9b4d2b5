import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import { javaSyntax } from './syntax';

/** Reader of the HTTP calls of one Java file. */
export function javaCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const imports = children(root)
    .filter(({ type }) => type === 'import_declaration')
    .map(({ text }) => text);
  const imported = (name: RegExp) => imports.some((text) => name.test(text.replace(/^import\s+/, '')));
  const isImported = imported(/^java\.net\.http\.(?:HttpClient|\*)\s*;/);
  const hasOkHttp = imported(/^okhttp3\b/);
  const hasSpring = imported(/^org\.springframework\.web\.client\.(?:RestTemplate|RestOperations|\*)\s*;/);
  const clients = isImported ? namesOf(root, /^HttpClient$/, /^HttpClient\.new/) : new Set<string>();
  const templates = hasSpring
    ? namesOf(root, /^Rest(?:Template|Operations)$/, /^new RestTemplate\b/)
    : new Set<string>();
  return (node) =>
    (isImported ? readCall(node, clients) : undefined) ??
    (hasOkHttp ? readOkHttp(node) : undefined) ??
    (hasSpring ? readSpring(node, templates) : undefined);
}

/** `rest.getForObject(url, Page.class)`, `rest.exchange(url, HttpMethod.POST, entity, Page.class)` of a RestTemplate. */
function readSpring(node: Node, templates: ReadonlySet<string>): HttpCall | undefined {
  const args = field(node, 'arguments');
  const receiver = dottedName(field(node, 'object'));
  const verb = field(node, 'name')?.text ?? '';
  const named = /^(?:(get|post|patch)For(?:Object|Entity|Location)|(head)ForHeaders|(put|delete)|exchange)$/.exec(verb);
  if (node.type !== 'method_invocation' || !args || !named || !templates.has(lastName(receiver))) {
    return undefined;
  }
  const sent = /(?<=^(?:HttpMethod\.)?)[A-Z]+$/.exec(children(args)[1]?.text ?? '')?.[0] ?? 'unknown';
  // A key is among the headers of an entity that was made above; whose it is shows where nothing else is sent.
  const scope = scopesOf(node, javaSyntax)[0]?.text ?? '';
  const isOnly = [...scope.matchAll(/\.\s*(?:exchange|\w+For(?:Object|Entity|Location))\s*\(/g)].length === 1;
  return {
    client: 'spring',
    name: `${receiver}.${verb}`,
    method: verb === 'exchange' ? sent : (named[1] ?? named[2] ?? named[3] ?? '').toUpperCase(),
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    hasIdempotencyKey: namesIdempotencyKey(isOnly ? scope : node.text),
    args,
  };
}

/** `client.newCall(request).execute()`, or a handler that executes a request with a client. */
function readOkHttp(node: Node): HttpCall | undefined {
  const made = node.type === 'method_invocation' ? field(node, 'object') : undefined;
  const isHandler = /^OkHttp(?:Backoff|Reconnect|Verification)\.execute$/.test(javaSyntax.callee(node).name);
  const args = field(node, 'arguments');
  const call = isHandler ? node : made;
  const isCall = isHandler || field(call, 'name')?.text === 'newCall';
  if (field(node, 'name')?.text !== 'execute' || !args || !isCall) {
    return undefined;
  }
  const request = builderOf(children(field(call, 'arguments'))[isHandler ? 1 : 0], 'Builder');
  const methods = /\.\s*(head|post|put|delete|patch)\s*\(|\.\s*method\s*\(\s*("\w+"|\w+)/.exec(request?.text ?? '');
  const named = /^"(\w+)"$/.exec(methods?.[2] ?? '')?.[1];
  const method = methods ? (methods[1] ?? named ?? 'unknown').toUpperCase() : 'GET';
  return {
    client: 'okhttp',
    name: `${dottedName(field(call, 'object'))}.newCall`,
    method: request && method !== 'UNKNOWN' ? method : 'unknown',
    isSeen: true,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    hasIdempotencyKey: request !== undefined && namesIdempotencyKey(request.text),
    args,
  };
}

/** Names of fields, variables and parameters of a type, and of those declared by `var` with a value that is made so. */
function namesOf(root: Node, type: RegExp, made: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  const types = ['field_declaration', 'local_variable_declaration', 'formal_parameter', 'resource'];
  for (const node of nodesOfType(root, types)) {
    const declarator = field(node, 'declarator') ?? node;
    const declared = field(node, 'type')?.text ?? '';
    if (type.test(declared) || (declared === 'var' && made.test(field(declarator, 'value')?.text ?? ''))) {
      names.add(field(declarator, 'name')?.text ?? '');
    }
  }
  return names;
}

function readCall(node: Node, clients: ReadonlySet<string>): HttpCall | undefined {
  const args = field(node, 'arguments');
  const receiver = field(node, 'object');
  const verb = field(node, 'name')?.text ?? '';
  if (node.type !== 'method_invocation' || !args || !receiver || !/^send(?:Async)?$/.test(verb)) {
    return undefined;
  }
  const values = children(args);
  const receiverName = dottedName(receiver);
  const isClient = clients.has(lastName(receiverName)) || receiverName.startsWith('HttpClient.new');
  const isHandler = /^(?:Backoff|Reconnect)\.send$/.test(javaSyntax.callee(node).name);
  if (!isHandler && (!isClient || values.length < 2)) {
    return undefined;
  }
  const request = builderOf(values[isHandler ? 1 : 0]);
  return {
    client: 'java.net.http',
    name: `${receiverName}.${verb}`,
    method: request ? methodOf(request.text) : 'unknown',
    isSeen: true,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: verb === 'sendAsync',
    hasLimit: true,
    hasIdempotencyKey: request !== undefined && namesIdempotencyKey(request.text),
    args,
  };
}

/** The expression that builds a request: the argument itself, or what the variable was declared with. */
export function builderOf(argument: Node | undefined, builder = 'newBuilder'): Node | undefined {
  if (argument?.type !== 'identifier') {
    return argument?.text.includes(builder) ? argument : undefined;
  }
  for (const scope of scopesOf(argument, javaSyntax)) {
    const declared = nodesOfType(scope, 'variable_declarator').findLast(
      (node) => field(node, 'name')?.text === argument.text && node.startIndex < argument.startIndex,
    );
    if (declared) {
      return builderOf(field(declared, 'value'), builder);
    }
  }
  return undefined;
}

function methodOf(builder: string): string {
  const [, verb, named] = /\.\s*(?:(GET|POST|PUT|DELETE)\s*\(|method\s*\(\s*("\w+"|\w+))/.exec(builder) ?? [];
  return verb ?? (named === undefined ? 'GET' : (/^"(\w+)"$/.exec(named)?.[1]?.toUpperCase() ?? 'unknown'));
}
