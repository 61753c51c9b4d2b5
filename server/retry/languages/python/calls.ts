import type { Node } from '@vscode/tree-sitter-wasm';
import { tweepyMethod } from '../clientMethods';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, plainString, scopesOf } from '../../nodes';
import { pythonNames } from './names';
import { pythonSyntax } from './syntax';

/** Classes whose objects send requests, by qualified name. */
const sessions: ReadonlyMap<string, { client: string; async: boolean }> = new Map([
  ['requests.Session', { client: 'requests', async: false }],
  ['requests.session', { client: 'requests', async: false }],
  ['httpx.Client', { client: 'httpx', async: false }],
  ['httpx.AsyncClient', { client: 'httpx', async: true }],
  ['aiohttp.ClientSession', { client: 'aiohttp', async: true }],
  ['tweepy.Client', { client: 'tweepy', async: false }],
  ['tweepy.API', { client: 'tweepy', async: false }],
  ['tweepy.asynchronous.AsyncClient', { client: 'tweepy', async: true }],
]);
const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);

/** What a file calls the objects that send requests: `session`, `self.client`. */
type Receivers = ReadonlyMap<string, { client: string; async: boolean }>;

/** Reader of the HTTP calls of one Python file. */
export function pythonCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const names = pythonNames(root);
  const qualify = (dotted: string): string => {
    const first = dotted.split('.', 1)[0] ?? '';
    return (names.get(first) ?? first) + dotted.slice(first.length);
  };
  const receivers = findReceivers(root, qualify);
  const modules = new Set([...names.values()].map((name) => name.split('.', 1)[0] ?? ''));
  return (node) => readCall(node, root, qualify, receivers, modules);
}

/** Variables and annotated parameters that hold a session. */
function findReceivers(root: Node, qualify: (name: string) => string): Receivers {
  const found = new Map<string, { client: string; async: boolean }>();
  const add = (target: Node | undefined, type: Node | undefined): void => {
    const session = sessions.get(qualify(dottedName(type)));
    if (target && session) {
      found.set(dottedName(target), session);
    }
  };
  for (const node of nodesOfType(root, ['assignment', 'as_pattern', 'typed_parameter', 'typed_default_parameter'])) {
    if (node.type === 'assignment') {
      add(field(node, 'left'), field(field(node, 'right'), 'function'));
      add(field(node, 'left'), children(field(node, 'type'))[0]);
    } else if (node.type === 'as_pattern') {
      add(children(field(node, 'alias'))[0] ?? field(node, 'alias'), field(children(node)[0], 'function'));
    } else {
      add(field(node, 'name') ?? children(node)[0], children(field(node, 'type'))[0]);
    }
  }
  return found;
}

function readCall(
  node: Node,
  root: Node,
  qualify: (name: string) => string,
  receivers: Receivers,
  modules: ReadonlySet<string>,
): HttpCall | undefined {
  const callee = field(node, 'function');
  const args = field(node, 'arguments');
  if (node.type !== 'call' || !callee || args?.type !== 'argument_list') {
    return undefined;
  }
  const name = dottedName(callee);
  const parent = node.parent?.type === 'as_pattern' ? node.parent.parent : node.parent;
  const use = parent?.type === 'await' ? 'awaited' : parent?.type === 'with_item' ? 'with' : 'plain';
  const awaitable = use === 'awaited' || (use === 'with' && parent?.parent?.parent?.text.startsWith('async') === true);
  const request = readRequest(name, qualify(name), children(args), { root, qualify, receivers, modules, awaitable });
  if (!request || (request.client === 'httpx' && use === 'with')) {
    return undefined;
  }
  return {
    ...request,
    name,
    range: { start: node.startIndex, end: node.endIndex },
    use,
    hasLimit: keyword(args, 'timeout') !== undefined,
    hasIdempotencyKey: namesIdempotencyKey(node.text) || hasKeyAbove(node, children(args)[0], request.client),
    args,
  };
}

/** Whether the request of urllib that a variable holds got a key in the function of the call. */
function hasKeyAbove(node: Node, request: Node | undefined, client: string): boolean {
  const isMade = client === 'urllib' && request?.type === 'identifier';
  const scope = isMade ? scopesOf(node, pythonSyntax).find(({ type }) => type !== 'lambda') : undefined;
  return namesIdempotencyKey(scope?.text ?? '');
}

interface PythonFile {
  readonly root: Node;
  readonly qualify: (name: string) => string;
  readonly receivers: Receivers;
  /** Top-level modules that the file imports. */
  readonly modules: ReadonlySet<string>;
  /** The call at hand is awaited. */
  readonly awaitable: boolean;
}

type PythonRequest = Pick<HttpCall, 'client' | 'method' | 'async'>;

function readRequest(name: string, qualified: string, args: Node[], file: PythonFile): PythonRequest | undefined {
  const verb = lastName(qualified);
  if (qualified === 'urllib.request.urlopen') {
    return { client: 'urllib', method: urlopenMethod(args, file), async: false };
  }
  const module = /^(requests|httpx)\.\w+$/.exec(qualified)?.[1] as 'requests' | 'httpx' | undefined;
  if (module && !file.receivers.has(name.slice(0, -verb.length - 1))) {
    return requestOf({ client: module, async: false }, verb, args);
  }
  const receiver = name.slice(0, -lastName(name).length - 1);
  const session = file.receivers.get(receiver) ?? guessSession(receiver, file);
  if (!session) {
    return undefined;
  }
  return requestOf(session, verb, args);
}

/** What a method of a session sends; undefined for one that sends nothing. */
function requestOf(session: { client: string; async: boolean }, verb: string, args: Node[]): PythonRequest | undefined {
  if (session.client === 'httpx' && verb === 'stream') {
    return { ...session, client: 'httpx.stream', method: statedMethod(args) };
  }
  const method = session.client === 'tweepy' ? tweepyMethod(verb) : verbMethod(verb, args);
  return method === undefined ? undefined : { ...session, method };
}

/** A receiver that comes from elsewhere: its name and the imports of the file say what it probably is. */
function guessSession(receiver: string, file: PythonFile): { client: string; async: boolean } | undefined {
  const name = lastName(receiver);
  if (file.modules.has('tweepy') && /^_?(?:api|client|twitter(?:_api|_client)?)$/i.test(name)) {
    return { client: 'tweepy', async: file.awaitable };
  }
  if (!/^_?(?:http_?)?(?:client|session|http)$/i.test(name)) {
    return undefined;
  }
  const imported = (['requests', 'httpx', 'aiohttp'] as const).filter((module) => file.modules.has(module));
  const client = imported.length === 1 ? imported[0] : undefined;
  return client && { client, async: client !== 'requests' && file.awaitable };
}

/** `session.get(...)`, or `session.request("GET", ...)`; undefined for a name that sends nothing. */
function verbMethod(verb: string, args: Node[]): string | undefined {
  if (verbs.has(verb)) {
    return verb.toUpperCase();
  }
  return verb === 'request' ? statedMethod(args) : undefined;
}

/** The method that the arguments begin with. */
function statedMethod(args: Node[]): string {
  const named = args.find((arg) => arg.type === 'keyword_argument' && field(arg, 'name')?.text === 'method');
  return plainString(named ? field(named, 'value') : args[0])?.toUpperCase() ?? 'unknown';
}

/** The method of `urlopen(url_or_request, data)`. */
function urlopenMethod(args: Node[], file: PythonFile): string {
  const first = args[0];
  const second = args[1];
  if ((second && second.type !== 'keyword_argument') || args.some((arg) => field(arg, 'name')?.text === 'data')) {
    return 'POST';
  }
  const isRequest = (node: Node | undefined): boolean =>
    node?.type === 'call' && file.qualify(dottedName(field(node, 'function'))) === 'urllib.request.Request';
  const declared =
    first?.type === 'identifier'
      ? nodesOfType(file.root, 'assignment')
          .filter((node) => field(node, 'left')?.text === first.text && node.endIndex <= first.startIndex)
          .map((node) => field(node, 'right'))
          .filter(isRequest)
          .at(-1)
      : first;
  if (!isRequest(declared)) {
    return first?.type === 'identifier' && /req/i.test(first.text) ? 'unknown' : 'GET';
  }
  const list = field(declared, 'arguments');
  const method = keyword(list, 'method');
  if (method) {
    return plainString(method)?.toUpperCase() ?? 'unknown';
  }
  const body = children(list)[1];
  return keyword(list, 'data') || (body && body.type !== 'keyword_argument') ? 'POST' : 'GET';
}

/** The value of a keyword argument. */
export function keyword(args: Node | undefined, name: string): Node | undefined {
  const found = children(args).find((arg) => arg.type === 'keyword_argument' && field(arg, 'name')?.text === name);
  return field(found, 'value');
}
