import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import { goImports } from './definitions';
import { goSyntax } from './syntax';

const verbs: ReadonlyMap<string, string> = new Map([
  ['Get', 'GET'],
  ['Head', 'HEAD'],
  ['Post', 'POST'],
  ['PostForm', 'POST'],
]);

/** Reader of the HTTP calls of one Go file. */
export function goCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const imported = new Map([...goImports(root)].map(([name, path]) => [path, name]));
  const http = imported.get('net/http');
  const hasResty = imported.has('github.com/go-resty/resty/v2');
  const declared = new Declarations();
  return (node) =>
    (hasResty ? readResty(node, declared) : undefined) ??
    (http === undefined ? undefined : readCall(node, http, root, declared));
}

const restyVerbs = new Set(['Get', 'Head', 'Post', 'Put', 'Patch', 'Delete', 'Options', 'Execute']);

/** `client.R().SetBody(body).Post(url)`, also where the request has a variable of its own. */
function readResty(node: Node, declared: Declarations): HttpCall | undefined {
  const callee = field(node, 'function');
  const args = field(node, 'arguments');
  const receiver = field(callee, 'operand');
  const verb = field(callee, 'field')?.text ?? '';
  if (node.type !== 'call_expression' || !args || !receiver || !restyVerbs.has(verb)) {
    return undefined;
  }
  const isRetried = /^withResty(?:Backoff|Reconnect)$/.test(field(receiver, 'function')?.text ?? '');
  const request = isRetried ? children(field(receiver, 'arguments'))[0] : receiver;
  const made = request && madeRequest(request, declared);
  if (!request || !made) {
    return undefined;
  }
  const key = made.id === request.id ? node : scopesOf(node, goSyntax)[0];
  const given = /^(?:"([A-Za-z]+)"|\w+\.Method([A-Z]\w+))$/.exec(children(args)[0]?.text ?? '');
  const method = verb === 'Execute' ? (given?.[1] ?? given?.[2] ?? 'unknown') : verb;
  return {
    client: 'resty',
    name: `${dottedName(made)}.${verb}`,
    method: method === 'unknown' ? method : method.toUpperCase(),
    isSeen: true,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: setsLimit(made, declared),
    hasIdempotencyKey: namesIdempotencyKey(key?.text ?? ''),
    args,
  };
}

/** Whether a client of resty has a time limit. One from elsewhere may have one where the file sets any. */
function setsLimit(client: Node, declared: Declarations): boolean {
  const scopes = client.type === 'identifier' ? scopesOf(client, goSyntax) : [];
  const scope = scopes.find((around) => declared.in(around, declarations, client.text).length > 0);
  const isMadeHere = scope && scope.type !== 'source_file' && !hasParameter(scope, client.text, declared);
  return /\.SetTimeout\(/.test((isMadeHere ? scope : client.tree.rootNode).text);
}

function hasParameter(scope: Node, name: string, declared: Declarations): boolean {
  return declared.in(scope, ['parameter_declaration'], name).length > 0;
}

/** What a chain of calls on a request of resty begins with: the client, or the variable that holds the request. */
function madeRequest(request: Node, declared: Declarations): Node | undefined {
  let at: Node | undefined = request;
  while (at?.type === 'call_expression') {
    const callee = field(at, 'function');
    const object = field(callee, 'operand');
    if (field(callee, 'field')?.text === 'R' && children(field(at, 'arguments')).length === 0) {
      return object;
    }
    at = object;
  }
  for (const scope of at?.type === 'identifier' ? scopesOf(at, goSyntax) : []) {
    for (const node of declared.in(scope, declarations, at?.text ?? '')) {
      const value = (field(node, 'right') ?? field(node, 'value'))?.text ?? '';
      if (/\.R\(\)/.test(value) || field(node, 'type')?.text === '*resty.Request') {
        return at;
      }
    }
  }
  return undefined;
}

/** What scopes declare, by name, each looked for once: a generated file asks for the same thousands of times. */
class Declarations {
  readonly #found = new Map<string, Map<string, Node[]>>();

  in(scope: Node, types: readonly string[], name: string): Node[] {
    const key = `${scope.id} ${types.join(' ')}`;
    let byName = this.#found.get(key);
    if (!byName) {
      byName = new Map();
      for (const node of nodesOfType(scope, types)) {
        for (const own of names(node)) {
          byName.set(own, [...(byName.get(own) ?? []), node]);
        }
      }
      this.#found.set(key, byName);
    }
    return byName.get(name) ?? [];
  }
}

function readCall(node: Node, http: string, root: Node, declared: Declarations): HttpCall | undefined {
  const callee = field(node, 'function');
  const args = field(node, 'arguments');
  const receiver = field(callee, 'operand');
  if (node.type !== 'call_expression' || callee?.type !== 'selector_expression' || !args || !receiver) {
    return undefined;
  }
  const name = dottedName(callee);
  const verb = lastName(name);
  const isPackage = receiver.text === http;
  const client = isPackage ? 'http' : clientKind(receiver, http, root, declared);
  const isRequest = verb === 'Do' && !isPackage;
  const method = isRequest ? requestMethod(children(args)[0], http) : verbs.get(verb);
  if (!client || method === undefined) {
    return undefined;
  }
  return {
    client,
    name,
    method,
    isSeen: true,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    // The key is set on the request, some lines above the call.
    hasIdempotencyKey: isRequest && namesIdempotencyKey(scopesOf(node, goSyntax)[0]?.text ?? ''),
    args,
  };
}

/** Whether an expression is a client, and held as a pointer or as a value; undefined when the file does not say. */
function clientKind(receiver: Node, http: string, root: Node, known: Declarations): 'pointer' | 'value' | undefined {
  const type = `${http}.Client`;
  const kindOf = (text: string | undefined): 'pointer' | 'value' | undefined =>
    text === `*${type}` ? 'pointer' : text === type ? 'value' : undefined;
  const name = dottedName(receiver);
  if (name === `${http}.DefaultClient` || /^with(?:Backoff|Reconnect)\(/.test(name)) {
    return 'pointer';
  }
  if (receiver.type === 'selector_expression') {
    const fields = known.in(root, ['field_declaration'], lastName(name));
    const kinds = new Set(fields.map((declared) => kindOf(field(declared, 'type')?.text)));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }
  for (const scope of receiver.type === 'identifier' ? scopesOf(receiver, goSyntax) : []) {
    for (const declared of known.in(scope, declarations, name)) {
      const value = dottedName(children(field(declared, 'right') ?? field(declared, 'value'))[0]);
      const made = /^(&|new\()?([\w.]+?)[{)]/.exec(value);
      const kind =
        value === `${http}.DefaultClient`
          ? 'pointer'
          : made?.[2] === type
            ? kindOf(made[1] ? `*${type}` : type)
            : kindOf(field(declared, 'type')?.text);
      if (kind) {
        return kind;
      }
    }
  }
  return undefined;
}

const declarations = ['short_var_declaration', 'var_spec', 'parameter_declaration'];

function names(declaration: Node): string[] {
  const left = field(declaration, 'left');
  const named = left ? children(left) : declaration.childrenForFieldName('name');
  return named.map((node) => node?.text ?? '');
}

/** The method of a request that was made above, in the same function. */
function requestMethod(request: Node | undefined, http: string): string {
  const scope = request && scopesOf(request, goSyntax)[0];
  const made = (scope ? nodesOfType(scope, 'short_var_declaration') : [])
    .filter((node) => node.startIndex < (request?.startIndex ?? 0) && names(node)[0] === request?.text)
    .map((node) => field(children(field(node, 'right'))[0], 'arguments'))
    .at(-1);
  for (const argument of children(made).slice(0, 2)) {
    const literal = /^"([A-Za-z]*)"$/.exec(argument.text)?.[1];
    const constant = argument.text.startsWith(`${http}.Method`) ? argument.text.slice(http.length + 7) : undefined;
    const method = literal ?? constant;
    if (method !== undefined) {
      return method.toUpperCase() || 'GET';
    }
  }
  return 'unknown';
}
