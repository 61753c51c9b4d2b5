import type { Node } from '@vscode/tree-sitter-wasm';
import { nodeTwitterMethod } from '../clientMethods';
import { type HttpCall, namesIdempotencyKey } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType, plainString } from '../../nodes';

/** What a TypeScript or JavaScript file calls its HTTP clients. */
interface ScriptClients {
  /** Names of axios, of its aliases and of instances: `axios`, `api`, `this.http`. */
  readonly axios: ReadonlySet<string>;
  readonly got: ReadonlySet<string>;
  readonly ky: ReadonlySet<string>;
  /** Names of the fetch function, which undici exports, too. */
  readonly fetch: ReadonlySet<string>;
  /** Names of the function `request` of undici. */
  readonly undici: ReadonlySet<string>;
  /** The file imports twitter-api-v2. */
  readonly twitter: boolean;
}

/** Which argument holds the options: after the body for the methods that send one. */
const axiosVerbs: ReadonlyMap<string, { method: string; options: number }> = new Map([
  ['get', { method: 'GET', options: 1 }],
  ['delete', { method: 'DELETE', options: 1 }],
  ['head', { method: 'HEAD', options: 1 }],
  ['options', { method: 'OPTIONS', options: 1 }],
  ['post', { method: 'POST', options: 2 }],
  ['put', { method: 'PUT', options: 2 }],
  ['patch', { method: 'PATCH', options: 2 }],
  ['postForm', { method: 'POST', options: 2 }],
  ['putForm', { method: 'PUT', options: 2 }],
  ['patchForm', { method: 'PATCH', options: 2 }],
]);
/** The methods of got and ky. */
const gotVerbs = new Set(['get', 'post', 'put', 'patch', 'head', 'delete']);
const fetchNames = ['fetch', 'globalThis.fetch', 'window.fetch', 'self.fetch'];

/** Reader of the HTTP calls of one TypeScript or JavaScript file. */
export function scriptCallReader(root: Node): (node: Node) => HttpCall | undefined {
  const clients = findClients(root);
  return (node) => readCall(node, clients, root);
}

function findClients(root: Node): ScriptClients {
  const axios = new Set(['axios']);
  const got = new Set(['got']);
  const ky = new Set(['ky']);
  const fetch = new Set(fetchNames);
  const undici = new Set<string>();
  const addUndici = (own: Node | undefined): void => {
    importedAs('fetch', own).forEach((name) => fetch.add(name));
    importedAs('request', own).forEach((name) => undici.add(name));
  };
  const byModule = new Map([
    ['axios', axios],
    ['got', got],
    ['ky', ky],
  ]);
  let twitter = false;
  for (const statement of children(root).filter(({ type }) => type === 'import_statement')) {
    const module = plainString(field(statement, 'source')) ?? '';
    twitter ||= module === 'twitter-api-v2';
    const clause = children(statement).find((child) => child.type === 'import_clause');
    const name = children(clause).find((child) => child.type === 'identifier');
    if (name) {
      byModule.get(module)?.add(name.text);
    }
    if (module === 'undici') {
      addUndici(clause);
    }
  }
  // Most files make none, which shows sooner than each binding's value.
  const makesClients = /\brequire\b|\.\s*(?:create|extend)\b/.test(root.text);
  for (const node of makesClients ? nodesOfType(root, bindingTypes) : []) {
    const [target, value] = binding(node);
    if (!target || value?.type !== 'call_expression') {
      continue;
    }
    const callee = dottedName(field(value, 'function'));
    if (callee === 'require') {
      const module = plainString(children(field(value, 'arguments'))[0]) ?? '';
      twitter ||= module === 'twitter-api-v2';
      byModule.get(module)?.add(target);
      if (module === 'undici') {
        addUndici(field(node, 'name'));
      }
    } else if (callee.endsWith('.create') && axios.has(callee.slice(0, -'.create'.length))) {
      axios.add(target);
    } else if (callee.endsWith('.extend') && got.has(callee.slice(0, -'.extend'.length))) {
      got.add(target);
    } else if (/\.(?:create|extend)$/.test(callee) && ky.has(callee.slice(0, callee.lastIndexOf('.')))) {
      ky.add(target);
    }
  }
  return { axios, got, ky, fetch, undici, twitter };
}

/** What a file calls a function of a module: `request`, `{ request as send }`, `undici.request`. */
function importedAs(name: string, own: Node | undefined): string[] {
  const aliased = (node: Node): boolean => (field(node, 'name') ?? field(node, 'key'))?.text === name;
  const named = (own ? nodesOfType(own, ['import_specifier', 'pair_pattern']) : []).filter(aliased);
  const short = own ? nodesOfType(own, 'shorthand_property_identifier_pattern') : [];
  const parts = [
    ...named.map((node) => (field(node, 'alias') ?? field(node, 'value') ?? field(node, 'name'))?.text ?? ''),
    ...short.filter(({ text }) => text === name).map(() => name),
  ];
  const wholes = own?.type === 'identifier' ? [own] : children(own).map(namespaceName);
  return [
    ...parts,
    ...wholes.filter((node) => node?.type === 'identifier').map((node) => `${node?.text ?? ''}.${name}`),
  ];
}

/** `undici` of `* as undici`. */
function namespaceName(node: Node): Node | undefined {
  return node.type === 'namespace_import' ? children(node)[0] : node;
}

const bindingTypes = ['variable_declarator', 'public_field_definition', 'field_definition', 'assignment_expression'];

/** The name that a declaration or an assignment binds, and the value. Fields are bound to `this`. */
function binding(node: Node): [string, Node | undefined] {
  if (node.type === 'assignment_expression') {
    return [dottedName(field(node, 'left')), field(node, 'right')];
  }
  const name = field(node, 'name') ?? field(node, 'property');
  return [(node.type === 'variable_declarator' ? '' : 'this.') + dottedName(name), field(node, 'value')];
}

function readCall(node: Node, clients: ScriptClients, root: Node): HttpCall | undefined {
  const args = field(node, 'arguments');
  let callee = field(node, 'function');
  if (node.type !== 'call_expression' || args?.type !== 'arguments' || !callee) {
    return undefined;
  }
  // The grammar reads `await client.get<T>(url)` as a call of `await client.get`.
  const swallowsAwait = callee.type === 'await_expression';
  callee = swallowsAwait ? children(callee)[0] : callee;
  const name = dottedName(callee);
  const values = children(args);
  const request = readRequest(name, values, clients, root);
  if (!request || !callee) {
    return undefined;
  }
  const last = ['got', 'ky'].includes(request.client) ? withBodyReader(node) : node;
  const parent = last.parent;
  const chained = parent?.type === 'member_expression' && parent.parent?.type === 'call_expression';
  const options = request.options === undefined ? undefined : optionsObject(values[request.options], root);
  return {
    client: request.client,
    name,
    method: request.method,
    range: { start: callee.startIndex, end: last.endIndex },
    use: swallowsAwait || parent?.type === 'await_expression' ? 'awaited' : chained ? 'chained' : 'plain',
    async: request.client !== 'got.stream',
    hasLimit: ['signal', 'timeout'].some((key) => property(options, key) !== undefined),
    hasIdempotencyKey: namesIdempotencyKey(node.text) || namesIdempotencyKey(options?.text ?? ''),
    ...(request.options === undefined ? {} : { optionsIndex: request.options }),
    args,
  };
}

interface ScriptRequest {
  readonly client: string;
  readonly method: string;
  /** Index of the options argument. */
  readonly options?: number;
}

function readRequest(name: string, args: Node[], clients: ScriptClients, root: Node): ScriptRequest | undefined {
  const verb = lastName(name);
  const receiver = name.slice(0, -verb.length - 1);
  if (clients.fetch.has(name)) {
    return { client: 'fetch', method: requestMethod(args[0], args[1], root), options: 1 };
  }
  if (clients.undici.has(name)) {
    return { client: 'undici', method: optionsMethod(args[1], root), options: 1 };
  }
  if (clients.axios.has(name) || (clients.axios.has(receiver) && verb === 'request')) {
    const index = args.length > 1 || !isConfig(args[0]) ? 1 : 0;
    return { client: 'axios', method: optionsMethod(args[index], root), options: index };
  }
  if (clients.axios.has(receiver)) {
    const known = axiosVerbs.get(verb);
    return known && { client: 'axios', ...known };
  }
  if (clients.got.has(name)) {
    const isStream = property(optionsObject(args[1], root), 'isStream')?.text === 'true';
    return { client: isStream ? 'got.stream' : 'got', method: optionsMethod(args[1], root), options: 1 };
  }
  if (clients.got.has(receiver) && gotVerbs.has(verb)) {
    return { client: 'got', method: verb.toUpperCase(), options: 1 };
  }
  if (clients.got.has(name.replace(/\.stream$/, '')) && verb === 'stream') {
    return { client: 'got.stream', method: optionsMethod(args[1], root), options: 1 };
  }
  if (receiver.endsWith('.stream') && clients.got.has(receiver.slice(0, -'.stream'.length)) && gotVerbs.has(verb)) {
    return { client: 'got.stream', method: verb.toUpperCase(), options: 1 };
  }
  if (clients.ky.has(name)) {
    return { client: 'ky', method: optionsMethod(args[1], root), options: 1 };
  }
  if (clients.ky.has(receiver) && gotVerbs.has(verb)) {
    return { client: 'ky', method: verb.toUpperCase(), options: 1 };
  }
  if (clients.twitter && /\.v[12]\.(?:\w+\.)?\w+$/.test(name)) {
    return { client: 'twitter-api-v2', method: nodeTwitterMethod(verb) };
  }
  return undefined;
}

/** `axios(config)` and `axios(url)` differ only by the value: an object, or a name that says so. */
function isConfig(node: Node | undefined): boolean {
  return (
    node?.type === 'object' || (node?.type === 'identifier' && /config|options|opts|request|params/i.test(node.text))
  );
}

/** The method of `fetch(input, init)`. */
function requestMethod(input: Node | undefined, init: Node | undefined, root: Node): string {
  if (init) {
    return optionsMethod(init, root);
  }
  const value = input?.type === 'identifier' ? declaredValue(input.text, root) : input;
  if (value?.type === 'new_expression') {
    return optionsMethod(children(field(value, 'arguments'))[1], root);
  }
  return input?.type === 'identifier' && !value && /req/i.test(input.text) ? 'unknown' : 'GET';
}

function optionsMethod(node: Node | undefined, root: Node): string {
  if (!node) {
    return 'GET';
  }
  const options = optionsObject(node, root);
  if (!options) {
    return 'unknown';
  }
  const method = property(options, 'method');
  if (!method) {
    return children(options).some((child) => child.type === 'spread_element') ? 'unknown' : 'GET';
  }
  return plainString(method)?.toUpperCase() ?? 'unknown';
}

/** The object literal that an options argument is, or that the variable in it was declared with. */
export function optionsObject(node: Node | undefined, root: Node): Node | undefined {
  const value = node?.type === 'identifier' ? declaredValue(node.text, root) : node;
  return value?.type === 'object' ? value : undefined;
}

/** The value of the only declaration of a name in the file; several could be different things. */
function declaredValue(name: string, root: Node): Node | undefined {
  const found = nodesOfType(root, 'variable_declarator').filter((node) => field(node, 'name')?.text === name);
  return found.length === 1 ? field(found[0], 'value') : undefined;
}

/** The value of a property of an object literal; for `{ signal }` the name itself. */
export function property(object: Node | undefined, key: string): Node | undefined {
  for (const child of children(object)) {
    if (child.type === 'shorthand_property_identifier' && child.text === key) {
      return child;
    }
    const name = field(child, 'key');
    if (child.type === 'pair' && (name?.text === key || plainString(name) === key)) {
      return field(child, 'value');
    }
  }
  return undefined;
}

/** The promise of got and ky has `.json()` and its like, which belong to the request: they decide what is parsed. */
function withBodyReader(call: Node): Node {
  const member = call.parent;
  const reads =
    member?.type === 'member_expression' &&
    /^(?:json|text|buffer|blob|arrayBuffer|bytes|formData)$/.test(field(member, 'property')?.text ?? '');
  return reads && member.parent?.type === 'call_expression' ? member.parent : call;
}
