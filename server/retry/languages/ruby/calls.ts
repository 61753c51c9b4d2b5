import type { Node } from '@vscode/tree-sitter-wasm';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, outward } from '../../nodes';

/** What a Ruby file calls the objects that send requests: `http`, `@connection`. */
type Receivers = ReadonlyMap<string, 'Net::HTTP' | 'Faraday'>;

const verbs = new Set(['get', 'head', 'options', 'put', 'delete', 'post', 'patch']);

/** Reader of the HTTP calls of one Ruby file. */
export function rubyCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const receivers = findReceivers(root);
  return (node) => readCall(node, receivers, root);
}

function findReceivers(root: Node): Receivers {
  const found = new Map<string, 'Net::HTTP' | 'Faraday'>();
  for (const { name, value } of assignments(root)) {
    const maker = /^(Net::HTTP|Faraday)\.(?:new|start)$/.exec(calleeOf(value))?.[1];
    if (maker) {
      found.set(name, maker as 'Net::HTTP' | 'Faraday');
    }
  }
  for (const block of nodesOfType(root, ['block', 'do_block'])) {
    const parameter = children(field(block, 'parameters'))[0];
    if (parameter && calleeOf(block.parent) === 'Net::HTTP.start') {
      found.set(parameter.text, 'Net::HTTP');
    }
  }
  return found;
}

/** What variables are given, with `||=` too. */
function assignments(root: Node): { name: string; value: Node | undefined }[] {
  return nodesOfType(root, ['assignment', 'operator_assignment']).map((node) => ({
    name: field(node, 'left')?.text ?? '',
    value: field(node, 'right'),
  }));
}

function calleeOf(node: Node | null | undefined): string {
  return node?.type === 'call' ? `${dottedName(field(node, 'receiver'))}.${field(node, 'method')?.text ?? ''}` : '';
}

function readCall(node: Node, receivers: Receivers, root: Node): HttpCall | undefined {
  if (node.type !== 'call') {
    return undefined;
  }
  const name = calleeOf(node).replaceAll('&.', '.');
  const args = field(node, 'arguments') ?? field(node, 'method');
  const request = readRequest(name, children(field(node, 'arguments')), receivers, root);
  if (!request || !args) {
    return undefined;
  }
  // A key may be set on the request, some lines above the call.
  const scope = [...outward(node)].find(({ type }) => type === 'method' || type === 'singleton_method');
  const written = request.made ? (scope?.text ?? root.text) : node.text;
  return {
    client: request.client,
    name,
    method: request.method,
    range: { start: node.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    hasIdempotencyKey: namesIdempotencyKey(written),
    args,
  };
}

interface RubyRequest {
  readonly client: string;
  readonly method: string;
  /** The request is an object of its own. */
  readonly made?: boolean;
}

function readRequest(name: string, args: Node[], receivers: Receivers, root: Node): RubyRequest | undefined {
  if (name === 'Net::HTTP.get_response' || name === 'Reconnect.request') {
    return { client: 'Net::HTTP', method: 'GET' };
  }
  if (name === 'Net::HTTP.post' || name === 'Net::HTTP.post_form') {
    return { client: 'Net::HTTP', method: 'POST' };
  }
  const verb = lastName(name);
  const receiver = name.slice(0, -verb.length - 1);
  const client = receiver === 'Faraday' ? 'Faraday' : receivers.get(receiver);
  if (client && verbs.has(verb)) {
    return { client, method: verb.toUpperCase() };
  }
  if (client === 'Net::HTTP' && verb === 'request' && args[0]) {
    const value = args[0].type === 'identifier' ? valueOf(args[0].text, root) : args[0];
    const method = /^Net::HTTP::([A-Z]\w+)\.new$/.exec(calleeOf(value))?.[1];
    return { client, method: method?.toUpperCase() ?? 'unknown', made: true };
  }
  return undefined;
}

/** The value of the only assignment of a name; several could be different requests. */
function valueOf(name: string, root: Node): Node | undefined {
  const values = assignments(root).filter((found) => found.name === name);
  const makers = new Set(values.map(({ value }) => calleeOf(value)));
  return makers.size === 1 ? values[0]?.value : undefined;
}
