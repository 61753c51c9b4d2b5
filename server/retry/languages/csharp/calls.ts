import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import { csharpSyntax } from './syntax';

/** The methods of HttpClient that give a response, and how many arguments they have without a token. */
const verbs: ReadonlyMap<string, { readonly method: string; readonly arity: number }> = new Map([
  ['GetAsync', { method: 'GET', arity: 1 }],
  ['DeleteAsync', { method: 'DELETE', arity: 1 }],
  ['PostAsync', { method: 'POST', arity: 2 }],
  ['PutAsync', { method: 'PUT', arity: 2 }],
  ['PatchAsync', { method: 'PATCH', arity: 2 }],
  ['PostAsJsonAsync', { method: 'POST', arity: 2 }],
  ['PutAsJsonAsync', { method: 'PUT', arity: 2 }],
  ['SendAsync', { method: 'unknown', arity: 1 }],
]);

/** Reader of the HTTP calls of one C# file. */
export function csharpCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const clients = clientNames(root);
  return (node) => readCall(node, clients);
}

/** Names of fields, properties, variables and parameters that hold an HttpClient. */
function clientNames(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const isClient = (node: Node | undefined): boolean =>
    /^(?:System\.Net\.Http\.)?HttpClient\??$/.test(node?.text ?? '');
  for (const node of nodesOfType(root, ['parameter', 'property_declaration'])) {
    if (isClient(field(node, 'type'))) {
      names.add(field(node, 'name')?.text ?? '');
    }
  }
  for (const node of nodesOfType(root, 'variable_declaration')) {
    for (const declarator of nodesOfType(node, 'variable_declarator')) {
      const value = children(declarator).at(-1);
      const made =
        (value?.type === 'object_creation_expression' && isClient(field(value, 'type'))) ||
        (value?.type === 'invocation_expression' && /\.CreateClient\(/.test(value.text));
      if (isClient(field(node, 'type')) || made) {
        names.add(field(declarator, 'name')?.text ?? '');
      }
    }
  }
  return names;
}

function readCall(node: Node, clients: ReadonlySet<string>): HttpCall | undefined {
  const callee = field(node, 'function');
  const args = field(node, 'arguments');
  if (node.type !== 'invocation_expression' || callee?.type !== 'member_access_expression' || !args) {
    return undefined;
  }
  const name = dottedName(callee);
  const verb = verbs.get(lastName(name));
  const receiver = name.slice(0, name.lastIndexOf('.'));
  if (!verb || !clients.has(lastName(receiver))) {
    return undefined;
  }
  const isRequest = verb.method === 'unknown';
  const request = isRequest ? requestOf(children(args)[0]) : undefined;
  const scope = scopesOf(node, csharpSyntax).find(({ type }) => type !== 'lambda_expression');
  return {
    client: 'HttpClient',
    name,
    method: isRequest ? methodOf(request?.text ?? '') : verb.method,
    range: { start: node.startIndex, end: node.endIndex },
    use: /await_expression/.test(node.parent?.type ?? '') ? 'awaited' : 'plain',
    async: true,
    hasLimit: false,
    // The key is set on the request, some lines above the call.
    hasIdempotencyKey: isRequest && namesIdempotencyKey(scope?.text ?? ''),
    optionsIndex: verb.arity,
    args,
  };
}

/** The expression that makes a request: the argument itself, or what the variable was declared with. */
export function requestOf(argument: Node | undefined): Node | undefined {
  const value = argument?.type === 'argument' ? children(argument).at(-1) : argument;
  if (value?.type !== 'identifier') {
    return value && /object_creation_expression$/.test(value.type) ? value : undefined;
  }
  for (const scope of scopesOf(value, csharpSyntax)) {
    const declared = nodesOfType(scope, 'variable_declarator').findLast(
      (node) => field(node, 'name')?.text === value.text && node.startIndex < value.startIndex,
    );
    if (declared) {
      return requestOf(children(declared).at(-1));
    }
  }
  return undefined;
}

function methodOf(request: string): string {
  const [, verb, named] = /\bHttpMethod\.(\w+)|\bnew HttpMethod\("(\w+)"\)/.exec(request) ?? [];
  return (verb ?? named)?.toUpperCase() ?? 'unknown';
}
