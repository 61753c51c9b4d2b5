import type { Node } from '@vscode/tree-sitter-wasm';
import { namesIdempotencyKey, type HttpCall } from '../retry/httpCall';
import type { Program } from './program';

/** What the rules ask of a call that sends a request. */
export type RequestCall = Pick<HttpCall, 'client' | 'name' | 'method' | 'hasLimit' | 'hasIdempotencyKey'> & {
  /** The list of arguments, or else a node in the call. */
  readonly args: Node;
};

/** A place where a function sends a request: the call itself, or the call of a function of this file that makes one. */
export interface Request {
  readonly node: Node;
  readonly call: RequestCall;
}

/** Calls of one client library, told by how they are written: objects that come from elsewhere have no type here. */
export interface ClientCalls {
  readonly client: string;
  /** The callee without blanks, `?.` and `!`. */
  readonly callee: RegExp;
  /** In the text of the file, when the callee alone does not tell. */
  readonly module?: RegExp;
  /** One of the first arguments must look like an address. */
  readonly hasAddress?: boolean;
  /**
   * The method of the request, upper case, by the callee's last name and the text of the function up to its end;
   * `unknown` when they do not tell.
   */
  readonly method: (name: string, text: string) => string;
  /** Whether the call itself says how long it waits, or its client does. */
  readonly hasLimit?: false;
}

const verbs = /^(get|post|put|patch|delete|head|options)(?:async|json|string|form)?$/i;

/** The method that a call is named after. */
export function methodOfVerb(name: string): string {
  return verbs.exec(name)?.[1]?.toUpperCase() ?? 'unknown';
}

const addressWords =
  /(?<![A-Za-z])_?(?:url|uri|path|endpoint|href|route|hook|webhook|link)s?(?![a-z])|(?:Url|URL|Uri|URI|Endpoint|Path)(?![a-z])/;
const addressText = /["'`](?:https?:\/\/|\/[\w{$:]|[\w.-]+\/[\w{$:])|\b(?:BASE|API|HOST)\w*\s*\+|^\{\s*(?:ur[il])\b/;
const mostDecisive = 3;

/** Whether an argument looks like the address of a request. */
function looksLikeAddress(argument: Node): boolean {
  const text = argument.text.slice(0, 300);
  return (
    addressText.test(text) ||
    (/^[\w.$@+\s()[\]]+$/.test(text) && (addressWords.test(text) || /^[A-Z][A-Z_]+$/.test(text)))
  );
}

/** The callee of a call as it is written, with its object, without blanks, `?.` and `!`. */
export function writtenCallee({ file }: Program, call: Node): string {
  const { node, object } = file.callee(call);
  if (!node) {
    return '';
  }
  const isApart = object !== null && (object.startIndex < node.startIndex || object.endIndex > node.endIndex);
  const holder = isApart ? `${file.textOf(object, longestCallee)}.` : '';
  return `${holder}${file.textOf(node, longestCallee)}`.replace(/\s+|[?!](?=\.)|!$/g, '').replace(/\??->|::/g, '.');
}

const longestCallee = 400;

/** The request that a call sends, by the tables of the language. */
export function readClientCall(program: Program, node: Node): RequestCall | undefined {
  const { file, language } = program;
  const { node: callee, name } = file.callee(node);
  const written = writtenCallee(program, node);
  const client = language.clients.find(
    ({ callee: pattern, module }) => pattern.test(written) && (module === undefined || program.says(module)),
  );
  const args = client ? file.args(node).slice(0, mostDecisive) : [];
  if (!callee || !client || (client.hasAddress && !args.some(looksLikeAddress))) {
    return undefined;
  }
  return {
    client: client.client,
    name: written,
    method: client.method(name, program.text.slice(program.functionAround(node).startIndex, node.endIndex)),
    hasLimit: client.hasLimit ?? true,
    hasIdempotencyKey: namesIdempotencyKey(node.text) || /idempotency_?key/i.test(node.text),
    args: callee.nextNamedSibling ?? node,
  };
}
