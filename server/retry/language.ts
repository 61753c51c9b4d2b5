import type { Node } from '@vscode/tree-sitter-wasm';
import type { StrategyName } from '../../shared/catalog/catalog';
import type { CallOption } from './callOptions';
import type { Definition, HandlerParts } from './handlerText';
import type { HttpCall } from './httpCall';
import type { RetryLibrary } from './libraries/library';
import type { KeyWriting } from './keys/writing';
import type { HandlerModule } from './shapes/module';
import type { Source } from './source';
import type { StyleDefaults } from './sourceStyle';
import type { StreamHandling } from './streams';
import type { Syntax } from './syntaxTable';
import type { TextEdit, TextEdits } from './textEdits';

/** Why a call is left alone. */
export interface Refusal {
  readonly refusal: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}

/** A setting that each handler of retries has. */
export const anyRetry = /idempotent/i;

/** A handler: the function that wraps a call, and the file that holds it. */
export interface HandlerFile {
  /** The function that a wrapped call is handed to, as a file calls it: `withBackoff`, `Backoff.send`. */
  readonly name: string;
  /** The top-level definition that tells whether a file has the handler. Absent: `name` itself. */
  readonly definition?: string;
  readonly text: string;
  /** The names of the function's parameters, when they can tell the handler from another function of its name. */
  readonly parameters?: readonly string[];
  /** What else can tell it, as no parameters can tell a class, a module or a file. Absent: `anyRetry`. */
  readonly sign?: RegExp;
}

/**
 * All that is particular to one language. What is common (finding the call that a place is about, loops that retry by
 * hand, names that are taken, a call that is wrapped already) is done once for all of them, by these tables.
 */
export interface RetryLanguage {
  /** Name of the folder of its handlers. */
  readonly name: string;
  /** Ids as VS Code gives them. */
  readonly languageIds: readonly string[];
  readonly syntax: Syntax;
  readonly style: StyleDefaults;
  /** Every handler of the language. */
  readonly handlers: readonly HandlerFile[];
  /** Dotted names of functions that repeat what they are given, besides those that are called so in any language. */
  readonly retriers?: RegExp;

  /** Reader of the HTTP calls of one file: the call that a node is. Made once for each file. */
  readCalls(root: Node): (node: Node) => HttpCall | undefined;
  /** The handler that a call needs, or why there is none for it. */
  handlerFor(call: HttpCall): HandlerFile | Refusal;
  /** The edit that hands a call to the handler, or why it cannot be moved into a function of its own. */
  wrap(call: HttpCall, handler: string, options: readonly CallOption[], source: Source): TextEdit | TextEdits | Refusal;
  /** Libraries that repeat calls, for projects that depend on one. */
  readonly libraries?: readonly RetryLibrary[];
  /** A handler in a file of its own. Absent: that is not offered. */
  readonly module?: HandlerModule;

  /** Splits a handler file into its imports and its definitions. */
  split(text: string): HandlerParts;
  /** Top-level definitions and imported names of a file, by name. An imported name maps to its import. */
  definitions(root: Node): ReadonlyMap<string, Node>;
  /** The edits that put parts of a handler, and the imports that they need, into a file. */
  insert(parts: readonly Definition[], placing: Placing): readonly TextEdit[] | Refusal;
  /**
   * Whether what stands at an offset exists when the call runs. Absent where the order of definitions does not matter.
   */
  isDefinedInTime?(call: HttpCall, offset: number, source: Source): boolean;

  /** The handlers of the strategies that do not repeat a call until it succeeds. Absent: none is offered. */
  readonly strategies?: StrategyHandlers;

  /** How a call gets an idempotency key. Absent: that is not offered. */
  readonly keys?: KeyWriting;

  /** How a branch fails at once or goes on to the next item, instead of a retry. Absent: that is not offered. */
  readonly instead?: Instead;
}

/** The handlers of the strategies besides `backoff`, and how a call is handed to them. */
export interface StrategyHandlers {
  readonly files: readonly HandlerFile[];
  /** A statement of one line that does nothing, and says that it is done already. */
  readonly nothing: string;
  /**
   * The edit that takes away a branch, by the last statement of it, where the others give a value and it would have to,
   * too; why that cannot be, or undefined where no value is asked for. Absent: branches give no values.
   */
  withoutBranch?(end: Node, source: Source): TextEdit | Refusal | undefined;
  /** What can renew credentials. Absent: any function without parameters at the top level of the file. */
  readonly renewals?: Renewals;
  /** The handler of a strategy for a call, or why there is none. A strategy that is absent is not offered. */
  readonly handlers: Readonly<Partial<Record<StrategyName, (call: HttpCall) => HandlerFile | Refusal>>>;
  /** How calls are handed to the handler of `reconnect`. */
  readonly streams?: StreamHandling;
  /** The edit that hands a call to such a handler, or why it cannot be moved into a function. */
  wrap(
    call: HttpCall,
    handler: string,
    options: readonly HandlerOption[],
    source: Source,
  ): TextEdit | TextEdits | Refusal;
}

/** The functions that the handler of `refresh-credentials` can be given. */
export interface Renewals {
  /** The functions in reach of a call, by name. Absent: the definitions of the file. */
  functions?(call: HttpCall, source: Source): ReadonlyMap<string, Node>;
  /** Whether the handler of a call can call a function without parameters, for what it gives. Absent: it can call any. */
  canRenew?(definition: Node, call: HttpCall): boolean;
}

/** What a handler is told, by name: a text, a function of the file, or what its owner has yet to write. */
export interface HandlerOption {
  readonly name: string;
  readonly value: { readonly text: string } | { readonly reference: string } | 'unwritten';
}

/** Where the parts of a handler go. */
export interface Placing {
  readonly source: Source;
  readonly call: HttpCall;
  /** The imports of the handler file, a line each. */
  readonly imports: readonly string[];
  /** Behind the parts that the file has already, in UTF-16 units; undefined when it has none. */
  readonly after: number | undefined;
}

/** The statements with which a branch does something else than a retry. */
export interface Instead {
  /** What runs in the branch that a node is, without comments; undefined when the node is no branch with a body. */
  body(node: Node): readonly Node[] | undefined;
  /** A statement that only logs. */
  readonly logs: RegExp;
  /** Fails with a message (one line). `cause` is the name of the error at hand. */
  fail(message: string, cause: string | undefined, source: Source): string;
  /** The name of the error that a catch clause handles. */
  errorName(clause: Node): string | undefined;
  /** Goes on with the next item of a loop. */
  next(source: Source): string;
  /** What begins a comment to the line's end. */
  readonly comment: string;
}
