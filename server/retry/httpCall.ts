import type { Node } from '@vscode/tree-sitter-wasm';
import type { OffsetRange } from '../../shared/finding';

/** A call in source that sends one HTTP request. */
export interface HttpCall {
  /** The library that sends it, as its language's table names it. */
  readonly client: string;
  /** The callee as it is written: `fetch`, `axios.get`, `client.v2.tweet`. */
  readonly name: string;
  /** Upper case; `unknown` when the source does not say. */
  readonly method: string;
  /** The handler sees the request itself, and repeats it only if its method allows that. */
  readonly isSeen?: boolean;
  /** What is wrapped: the call without `await`, for got with its `.json()`. */
  readonly range: OffsetRange;
  /** How the result is taken: `await call`, `call.then(...)`, `with call as r`, or as it is (returned, passed on). */
  readonly use: 'awaited' | 'chained' | 'with' | 'plain';
  /** Whether the call gives a promise or an awaitable. */
  readonly async: boolean;
  /** The call itself sets a timeout or takes a signal. */
  readonly hasLimit: boolean;
  /** The call sends an idempotency key, so it may be repeated whatever its method is. */
  readonly hasIdempotencyKey: boolean;
  /** Which argument holds the options that take a signal; undefined when the client takes none. */
  readonly optionsIndex?: number;
  /** The list of arguments, or else a node in the call. It lives as long as the tree. */
  readonly args: Node;
}

/** Methods that may be repeated without harm (RFC 9110, section 9.2.2). */
const idempotentMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/** Whether the call may be repeated after a failure of which nobody knows how far it got. */
export function isIdempotent(call: Pick<HttpCall, 'method' | 'hasIdempotencyKey'>): boolean {
  return call.hasIdempotencyKey || idempotentMethods.has(call.method);
}

const idempotencyKey = /["'](?:x-)?idempotency-key["']/i;

/** Whether the text of a call names an idempotency key header. */
export function namesIdempotencyKey(text: string): boolean {
  return idempotencyKey.test(text);
}
