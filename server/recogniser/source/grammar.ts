import type { Node } from '@vscode/tree-sitter-wasm';

/**
 * A child: by its field's name, by its place among the named children (from the end if negative), or by `:type`.
 * `a/b` is the child `b` of the child `a`, and of `a|b` the first that is there counts.
 */
export type Part = string | number;

/**
 * What a type of syntax node is, whatever its language calls it. The rules in `contexts.ts` and `values.ts` know only
 * these shapes; the tables in `languages` say which node types of a language have them.
 */
export type Shape =
  /** A single name. */
  | { readonly is: 'name' }
  | { readonly is: 'number' }
  /** A whole string literal with its quotes, or a bare word where a language has them. */
  | { readonly is: 'string' }
  | { readonly is: 'symbol' }
  | { readonly is: 'comment' }
  | { readonly is: 'import' }
  /** Stands for one of its children: parentheses, casts, `await`, references. */
  | { readonly is: 'wrap'; readonly value?: Part; readonly type?: Part }
  /** Stands for any of its children but the test: a ternary, an `if` used as a value. */
  | { readonly is: 'choice'; readonly test?: Part }
  /** Groups statements; its last may be a value. */
  | { readonly is: 'block' }
  | { readonly is: 'list' }
  /** Takes a value apart into names. */
  | { readonly is: 'pattern' }
  | { readonly is: 'range' }
  /** Two or more operands with operators between them. */
  | { readonly is: 'binary' }
  /** A word between two operands: a test, a range, or what makes a pair, as the word says. */
  | { readonly is: 'infix' }
  /** A value after an operator, a member whose type is left out (`.notFound`), or that with what it holds. */
  | { readonly is: 'prefixed' }
  /** A pattern that is tested: `code is 404 or 500`. */
  | { readonly is: 'test'; readonly value: Part; readonly pattern: Part }
  /** Gives a name a value. */
  | { readonly is: 'bind'; readonly name: Part; readonly value: Part }
  /** A key and its value in a map or an object, a named argument. */
  | { readonly is: 'pair'; readonly key: Part; readonly value: Part }
  /** Keys and values side by side, without a node for each pair. */
  | { readonly is: 'map' }
  | { readonly is: 'member'; readonly object: Part; readonly name: Part }
  | { readonly is: 'index'; readonly object: Part; readonly index: Part }
  | {
      readonly is: 'call';
      readonly callee: Part;
      readonly object?: Part;
      readonly arguments: Part;
      readonly block?: Part;
    }
  | { readonly is: 'arguments' }
  /** One arm of a switch; what is not its value is its pattern. */
  | { readonly is: 'arm'; readonly value?: Part }
  | { readonly is: 'switch'; readonly subject: Part }
  | { readonly is: 'function'; readonly name?: Part; readonly parameters: Part; readonly body?: Part }
  | { readonly is: 'parameters' }
  | { readonly is: 'parameter'; readonly name: Part; readonly value?: Part; readonly type?: Part }
  | { readonly is: 'return' }
  | { readonly is: 'loop'; readonly variable: Part; readonly list: Part }
  /** A class or an enumeration. */
  | { readonly is: 'class'; readonly name: Part; readonly parameters?: Part }
  /** Words of a command: a program and its arguments. */
  | { readonly is: 'command' }
  /** Tokens without structure: the arguments of a Rust macro. */
  | { readonly is: 'tokens' };

/** What the rules know about a language. */
export interface Grammar {
  readonly nodes: ReadonlyMap<string, Shape>;
  /**
   * How programs write the named constants of HTTP libraries, and the classes of errors that stand for one status. The
   * group `name` is the status's name, the group `number` the status.
   */
  readonly constants: readonly RegExp[];
  /**
   * Imports by name from modules whose constants or error classes are named like a status. The first group holds the
   * names; a star stands for all constants.
   */
  readonly modules?: RegExp;
  /** Names alone do not tell what a value is, because `status` and `code` are mostly those of processes. */
  readonly needsOrigin?: boolean;
  /** Types of lists and ranges that are there even around a single expression. */
  readonly single?: ReadonlySet<string>;
  /** Types of calls and their arguments that read or set an item when they are written in brackets. */
  readonly subscripts?: ReadonlySet<string>;
  /** A symbol is the member of a type that is left out: `status == .notFound`. */
  readonly members?: boolean;
  /** Types of nodes whose string documents the code around it: it counts as a comment. */
  readonly documents?: ReadonlySet<string>;
  /** Words stand without quotes. */
  readonly bareWords?: boolean;
}

/** Shapes of a table, each for one or several node types separated by spaces. */
export function shapes(table: readonly (readonly [types: string, shape: Shape])[]): ReadonlyMap<string, Shape> {
  return new Map(table.flatMap(([types, shape]) => types.split(' ').map((type): [string, Shape] => [type, shape])));
}

/** The child that a part names. */
export function part(node: Node, which: Part | undefined): Node | null {
  if (which === undefined) {
    return null;
  }
  if (typeof which === 'number') {
    return node.namedChild(which < 0 ? node.namedChildCount + which : which);
  }
  if (which.includes('|')) {
    return firstOf(which.split('|').map((choice) => () => part(node, choice)));
  }
  const slash = which.indexOf('/');
  if (slash > 0) {
    const outer = part(node, which.slice(0, slash));
    return outer && part(outer, which.slice(slash + 1));
  }
  if (which.startsWith(':')) {
    return node.namedChildren.find((child) => child?.type === which.slice(1)) ?? null;
  }
  return node.childForFieldName(which);
}

function firstOf(choices: readonly (() => Node | null)[]): Node | null {
  for (const choice of choices) {
    const found = choice();
    if (found) {
      return found;
    }
  }
  return null;
}
