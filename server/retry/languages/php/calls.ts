import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import { phpSyntax } from './syntax';

const verbs = new Set(['get', 'head', 'options', 'put', 'delete', 'post', 'patch', 'request']);

/** Reader of the HTTP calls of one PHP file. */
export function phpCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const clients = guzzleClients(root);
  return (node) => readCurl(node) ?? readGuzzle(node, clients);
}

/** `curl_exec($curl)`; what the request is stands in the function around it. */
function readCurl(node: Node): HttpCall | undefined {
  const args = field(node, 'arguments');
  if (node.type !== 'function_call_expression' || phpSyntax.callee(node).name !== 'curl_exec' || !args) {
    return undefined;
  }
  const around = scopesOf(node, phpSyntax).find(({ type }) => type !== 'arrow_function')?.text ?? '';
  return {
    client: 'curl',
    name: 'curl_exec',
    method: curlMethod(around),
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: /\bCURLOPT_TIMEOUT(?:_MS)?\b/.test(around),
    hasIdempotencyKey: /["'](?:x-)?idempotency-key\s*:/i.test(around),
    args,
  };
}

function curlMethod(around: string): string {
  if (!/\bcurl_init\b/.test(around)) {
    return 'unknown';
  }
  const custom = /\bCURLOPT_CUSTOMREQUEST\s*(?:=>|,)\s*(?:(["'])(\w+)\1)?/.exec(around);
  if (custom) {
    return custom[2]?.toUpperCase() ?? 'unknown';
  }
  if (/\bCURLOPT_(?:POST|POSTFIELDS)\b/.test(around)) {
    return 'POST';
  }
  return /\bCURLOPT_(?:PUT|UPLOAD)\b/.test(around) ? 'PUT' : 'GET';
}

/** Names of variables, parameters and properties that hold a client of Guzzle. */
function guzzleClients(root: Node): ReadonlySet<string> {
  const classes = new Set(['\\GuzzleHttp\\Client', '\\GuzzleHttp\\ClientInterface']);
  for (const clause of nodesOfType(root, 'namespace_use_clause')) {
    const [, name, alias] = /^\\?GuzzleHttp\\(Client|ClientInterface)(?:\s+as\s+(\w+))?$/.exec(clause.text) ?? [];
    if (name) {
      classes.add(alias ?? name);
    }
  }
  const found = new Set<string>();
  const add = (name: Node | undefined, type: string | undefined): void => {
    if (name && type !== undefined && classes.has(type.replace(/^\?/, ''))) {
      // A property is declared as `$client` and used as `$this->client`.
      found.add(lastName(name.text.replace('$', '').replaceAll('->', '.')));
    }
  };
  for (const node of nodesOfType(root, ['simple_parameter', 'property_promotion_parameter'])) {
    add(field(node, 'name'), field(node, 'type')?.text);
  }
  for (const node of nodesOfType(root, 'property_declaration')) {
    add(field(nodesOfType(node, 'property_element')[0], 'name'), field(node, 'type')?.text);
  }
  for (const node of nodesOfType(root, 'assignment_expression')) {
    const made = field(node, 'right');
    add(field(node, 'left'), made?.type === 'object_creation_expression' ? children(made)[0]?.text : undefined);
  }
  return found;
}

function readGuzzle(node: Node, clients: ReadonlySet<string>): HttpCall | undefined {
  const args = field(node, 'arguments');
  const receiver = field(node, 'object');
  const verb = field(node, 'name')?.text ?? '';
  if (!node.type.endsWith('member_call_expression') || !args || !receiver || !verbs.has(verb)) {
    return undefined;
  }
  const holder = dottedName(receiver).replaceAll('?->', '.').replaceAll('->', '.').replace('$', '');
  if (!clients.has(lastName(holder))) {
    return undefined;
  }
  const values = children(args);
  const named = verb === 'request' ? /^["'](\w+)["']$/.exec(values[0]?.text ?? '')?.[1] : verb;
  return {
    client: 'guzzle',
    name: `${receiver.text}->${verb}`,
    method: named?.toUpperCase() ?? 'unknown',
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: false,
    hasIdempotencyKey: namesIdempotencyKey(node.text),
    optionsIndex: verb === 'request' ? 2 : 1,
    args,
  };
}
