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
  const http = [...goImports(root)].find(([, path]) => path === 'net/http')?.[0];
  const declared = new Declarations();
  return (node) => (http === undefined ? undefined : readCall(node, http, root, declared));
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
