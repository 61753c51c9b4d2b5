import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, dottedName, field, lastName, nodesOfType } from '../../nodes';

const verbs = new Set(['get', 'head', 'put', 'delete', 'post', 'patch', 'request']);

/** Reader of the HTTP calls of one Rust file: those of reqwest and ureq. */
export function rustCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const readUreq = ureqReader(root);
  const uses = nodesOfType(root, 'use_declaration')
    .map(({ text }) => text)
    .join('\n');
  const usesBlocking = /\breqwest::(?:blocking\b|\{[^;]*\bblocking\b)/.test(root.text);
  const usesReqwest = usesBlocking || /\breqwest::/.test(root.text);
  const getters = new Set(['reqwest::blocking::get', 'reqwest::get']);
  if (/\breqwest::(?:blocking;|\{[^;]*\bblocking\b)/.test(uses)) {
    getters.add('blocking::get');
  }
  const clients = namesOf(root, /^(?:reqwest::)?(?:blocking::)?Client$/, /\bClient::(?:new|builder|default)\b/);
  return (node) => (usesReqwest ? readCall(node, getters, clients) : undefined) ?? readUreq?.(node);
}

/** Names of variables, parameters and fields of a type, and of variables with a value that is made so. */
function namesOf(root: Node, type: RegExp, made: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesOfType(root, ['parameter', 'field_declaration'])) {
    if (type.test(field(node, 'type')?.text.replace(/^&(?:'\w+ )?/, '') ?? '')) {
      names.add((field(node, 'pattern') ?? field(node, 'name'))?.text ?? '');
    }
  }
  for (const node of nodesOfType(root, 'let_declaration')) {
    if (made.test(field(node, 'value')?.text ?? '')) {
      names.add(field(node, 'pattern')?.text ?? '');
    }
  }
  return names;
}

function readCall(node: Node, getters: ReadonlySet<string>, clients: ReadonlySet<string>): HttpCall | undefined {
  const callee = field(node, 'function');
  const args = field(node, 'arguments');
  if (node.type !== 'call_expression' || !callee || !args) {
    return undefined;
  }
  const name = dottedName(callee);
  const isAwaited = isWaitedFor(node);
  const call = {
    client: 'reqwest',
    range: { start: node.startIndex, end: node.endIndex },
    use: node.parent?.type === 'await_expression' ? ('awaited' as const) : ('plain' as const),
    async: isAwaited,
    hasLimit: !isAwaited || setsLimit(node),
    hasIdempotencyKey: namesIdempotencyKey(node.text),
    args,
  };
  if (getters.has(name)) {
    return { ...call, name, method: 'GET' };
  }
  if (lastName(name) !== 'send' || children(args).length > 0) {
    return undefined;
  }
  const request = requestOf(field(callee, 'value'));
  const receiver = field(field(request, 'function'), 'value');
  if (
    !request ||
    !receiver ||
    !(clients.has(lastName(dottedName(receiver))) || /\bClient::new\(\)$/.test(receiver.text))
  ) {
    return undefined;
  }
  const verb = field(field(request, 'function'), 'field')?.text ?? '';
  const method = verb === 'request' ? methodOf(children(field(request, 'arguments'))[0]) : verb.toUpperCase();
  return { ...call, name: `${dottedName(receiver)}.${verb}`, method };
}

/** What only ureq 3 has, whose results are of other types. */
const third = /\bbody_mut\(|\.send_empty\(|\bconfig_builder\(|\bnew_with_defaults\(|\bError::StatusCode\b/;

/** Reader of the requests of ureq: `ureq::get(url).call()`, `agent.post(url).send_json(data)`. */
function ureqReader(root: Node): ((node: Node) => HttpCall | undefined) | undefined {
  if (!/\bureq\b/.test(root.text)) {
    return undefined;
  }
  const makers = /\bureq::(?:agent|builder)\(|\bAgent::new|\bAgentBuilder::new\b/;
  const agents = namesOf(root, /^(?:ureq::)?Agent$/, makers);
  const client = third.test(root.text) ? 'ureq 3' : 'ureq';
  return (node) => {
    const callee = field(node, 'function');
    const args = field(node, 'arguments');
    if (
      node.type !== 'call_expression' ||
      !args ||
      !/^(?:call|send(?:_\w+)?)$/.test(field(callee, 'field')?.text ?? '')
    ) {
      return undefined;
    }
    const request = requestOf(field(callee, 'value'));
    const maker = field(request, 'function');
    const agent = field(maker, 'value');
    const isOfAgent = agent && (agents.has(lastName(dottedName(agent))) || makers.test(agent.text));
    if (!request || !maker || (!isOfAgent && !maker.text.startsWith('ureq::'))) {
      return undefined;
    }
    const verb = verbOf(maker);
    const named = /^"(\w+)"$/.exec(children(field(request, 'arguments'))[0]?.text ?? '')?.[1] ?? 'unknown';
    return {
      client,
      name: agent ? `${dottedName(agent)}.${verb}` : maker.text,
      method: verb !== 'request' ? verb.toUpperCase() : named,
      range: { start: node.startIndex, end: node.endIndex },
      use: 'plain',
      async: false,
      hasLimit: setsLimit(node),
      hasIdempotencyKey: namesIdempotencyKey(node.text),
      args,
    };
  };
}

/** Why no handler can send a call of ureq; undefined where one can. */
export function whyNoUreq({ client, args }: HttpCall): Refusal | undefined {
  if (client === 'ureq' && verbOf(field(args.parent, 'function')) === 'send') {
    return { refusal: 'The body of this request comes from a reader, which can be read once.' };
  }
  return client === 'ureq 3' ? { refusal: 'There is a handler for ureq 2, not for ureq 3 yet.' } : undefined;
}

/** The name behind the dot or the path of what is called. */
function verbOf(callee: Node | undefined): string {
  return (field(callee, 'field') ?? field(callee, 'name'))?.text ?? '';
}

/**
 * Whether a call has a time limit, which reqwest gives to none that is awaited, and ureq to none at all: its own, or that
 * of its client. One from elsewhere may have a limit where the file sets any.
 */
function setsLimit(node: Node): boolean {
  const limits = /\.timeout(?:_read)?\(/;
  const client = /^\w+(?=\.)/.exec(node.text)?.[0];
  const made = nodesOfType(node.tree.rootNode, 'let_declaration').filter(
    (declared) => field(declared, 'pattern')?.text === client,
  );
  const makers = made.length > 0 || client === undefined ? made : [node.tree.rootNode];
  return [node, ...makers].some(({ text }) => limits.test(text));
}

/** Whether a call is awaited, itself or by what its closure is handed to. */
function isWaitedFor(node: Node): boolean {
  const block = node.parent?.type === 'block' ? node.parent : node;
  const closure = block.parent?.type === 'closure_expression' ? block.parent : undefined;
  const around = closure?.parent?.parent;
  return [node, around].some((waited) => waited?.parent?.type === 'await_expression');
}

/** The call below `.send()` that begins the request: `client.get(url)`, `ureq::get(url)`. */
function requestOf(chain: Node | undefined): Node | undefined {
  for (let at = chain; at?.type === 'call_expression'; at = field(field(at, 'function'), 'value')) {
    if (verbs.has(verbOf(field(at, 'function')))) {
      return at;
    }
  }
  return undefined;
}

function methodOf(argument: Node | undefined): string {
  return /\bMethod::([A-Z]+)$/.exec(argument?.text ?? '')?.[1] ?? 'unknown';
}
