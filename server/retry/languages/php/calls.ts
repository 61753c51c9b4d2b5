import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, dottedName, field, lastName, nodesOfType, scopesOf } from '../../nodes';
import { phpSyntax } from './syntax';

const verbs = new Set(['get', 'head', 'options', 'put', 'delete', 'post', 'patch', 'request']);

/** Reader of the HTTP calls of one PHP file. */
export function phpCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const clients = holdersOf(root, ['\\GuzzleHttp\\Client', '\\GuzzleHttp\\ClientInterface']);
  const readLaravel = laravelReader(root);
  return (node) => readCurl(node) ?? readGuzzle(node, clients) ?? readLaravel?.(node);
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

/** What a file calls classes, of which each is named in full. */
function namesOf(root: Node, wanted: readonly string[]): ReadonlySet<string> {
  const names = new Set(wanted);
  for (const clause of nodesOfType(root, 'namespace_use_clause')) {
    const [, path = '', alias] = /^\\?([\w\\]+?)(?:\s+as\s+(\w+))?$/.exec(clause.text) ?? [];
    if (names.has(`\\${path}`)) {
      names.add(alias ?? path.slice(path.lastIndexOf('\\') + 1));
    }
  }
  return names;
}

/** Names of variables, parameters and properties that hold an object of one of these classes. */
function holdersOf(root: Node, wanted: readonly string[]): ReadonlySet<string> {
  const classes = namesOf(root, wanted);
  const found = new Set<string>();
  const add = (name: Node | undefined, type: string | undefined): void => {
    if (name && type !== undefined && classes.has(type.replace(/^\?/, ''))) {
      // A property is declared as `$client` and used as `$this->client`.
      found.add(holderName(name.text));
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

const facades = ['\\Illuminate\\Support\\Facades\\Http', '\\Http'];
const factories = ['\\Illuminate\\Http\\Client\\Factory', '\\Illuminate\\Http\\Client\\PendingRequest'];

/** Reader of the requests of Laravel: `Http::withToken($token)->get($url)`, `$this->http->post($url)`. */
function laravelReader(root: Node): ((node: Node) => HttpCall | undefined) | undefined {
  if (!/\bHttp\b/.test(root.text)) {
    return undefined;
  }
  const named = namesOf(root, facades);
  const holders = new Set(holdersOf(root, factories));
  const isFacade = (scope: Node | undefined): boolean => scope !== undefined && named.has(scope.text);
  for (const node of nodesOfType(root, 'assignment_expression')) {
    const holder = field(node, 'left')?.text ?? '';
    const made = field(node, 'right');
    // A chain that sends nothing makes a request that is sent later.
    if (made && isFacade(field(chainStart(made), 'scope')) && !verbs.has(field(made, 'name')?.text ?? '')) {
      holders.add(holderName(holder));
    }
  }
  return (node) => {
    const args = field(node, 'arguments');
    const verb = field(node, 'name')?.text ?? '';
    const start = chainStart(node);
    const holder = field(start, 'object');
    const isSent = verb === 'send' || (verbs.has(verb) && verb !== 'request' && verb !== 'options');
    const isClient = isFacade(field(start, 'scope')) || (holder && holders.has(holderName(holder.text)));
    if (!start || !args || !isSent || !isClient) {
      return undefined;
    }
    const sent = /^["'](\w+)["']$/.exec(children(args)[0]?.text ?? '')?.[1] ?? 'unknown';
    const method = verb === 'send' ? sent : verb;
    return {
      client: 'laravel',
      name: holder ? `${holder.text}->${verb}` : `${field(start, 'scope')?.text ?? ''}::${verb}`,
      method: method === 'unknown' ? method : method.toUpperCase(),
      range: { start: node.startIndex, end: node.endIndex },
      use: 'plain',
      async: false,
      hasLimit: /(?:->|::)\s*timeout\(/.test((holder ? root : node).text),
      hasIdempotencyKey: namesIdempotencyKey(node.text),
      args,
    };
  };
}

/** Why no handler sends a request of Laravel. */
export function whyNoRequest({ args }: HttpCall): Refusal | undefined {
  const chain = args.parent?.text ?? '';
  if (/(?:->|::)\s*retry\(/.test(chain)) {
    return { refusal: 'This call is already retried by retry().' };
  }
  return /(?:->|::)\s*async\(/.test(chain)
    ? { refusal: 'There is no handler for async(), only for calls that wait.' }
    : undefined;
}

/** The call that a chain of calls begins with: `Http::withToken($token)`. */
export function chainStart(node: Node): Node | undefined {
  let at: Node | undefined = node;
  for (let inner = field(at, 'object'); inner && isCall(inner); inner = field(inner, 'object')) {
    at = inner;
  }
  return isCall(at) ? at : undefined;
}

function isCall({ type }: Node): boolean {
  return type.endsWith('member_call_expression') || type === 'scoped_call_expression';
}

/** The last name of `$http` or `$this->http`. */
function holderName(text: string): string {
  return lastName(text.replace('$', '').replaceAll(/\??->/g, '.'));
}

function readGuzzle(node: Node, clients: ReadonlySet<string>): HttpCall | undefined {
  const args = field(node, 'arguments');
  const receiver = field(node, 'object');
  const verb = field(node, 'name')?.text ?? '';
  if (!node.type.endsWith('member_call_expression') || !args || !receiver || !verbs.has(verb)) {
    return undefined;
  }
  if (!clients.has(holderName(dottedName(receiver)))) {
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
