import type { Node } from '@vscode/tree-sitter-wasm';
import type { Part } from '../recogniser/source/grammar';

/** Node types of a grammar, and where their parts are, by what they are to the rules around a call. */
export interface Syntax {
  /** Functions, methods and lambdas: what a variable or a retry does not reach beyond. */
  readonly functions: ReadonlySet<string>;
  /** Calls of anything. */
  readonly calls: readonly string[];
  /** What is called: its dotted name, and what it is called on (`client.get(url)` in `client.get(url).text()`). */
  readonly callee: (call: Node) => { readonly name: string; readonly object?: Node | undefined };
  /** Node types that stand for their first child: `await`, parentheses, `?`. */
  readonly wrappers: ReadonlySet<string>;
  /** Of these, the ones that wait for a result. */
  readonly awaits: ReadonlySet<string>;
  /** Lists of arguments; a function in one is a callback. */
  readonly argumentLists: ReadonlySet<string>;
  /** Names in expressions. */
  readonly names: readonly string[];
  /** Names of the members of an object that is written down, where they are not among `names`. */
  readonly keys?: readonly string[];
  /** Names in what takes a value apart, besides `names`. */
  readonly patternNames: readonly string[];
  /** Nodes that give a name its value. */
  readonly bindings: ReadonlyMap<string, { readonly name: Part; readonly value: Part }>;
  /** Statements without a block of their own. */
  readonly statements: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
  /** What decides: `if`, the cases of a switch, catch clauses, conditional expressions, `while`. */
  readonly branches: ReadonlySet<string>;
  /** What a case belongs to. */
  readonly switches: ReadonlySet<string>;
  /** Fields in which a branch or a switch holds what it looks at. */
  readonly conditions: readonly string[];
  /** Operators that compare or decide. */
  readonly comparisons: ReadonlySet<string>;
  /** Clauses that catch what a try block throws. */
  readonly catches: ReadonlySet<string>;
  /** The code whose errors a clause catches. */
  readonly tried: (clause: Node) => readonly Node[];
  readonly loops: ReadonlySet<string>;
  /** The variable of a loop, and what it goes over. */
  readonly loopOver: (loop: Node) => { readonly variable?: Node | undefined; readonly over?: Node | undefined };
  /** Statements that leave or repeat. */
  readonly jumps: Readonly<Record<'continue' | 'break' | 'return' | 'throw', readonly string[]>>;
  /** The name of a function, also of one that is given to a variable. */
  readonly functionName: (node: Node) => string | undefined;
}
