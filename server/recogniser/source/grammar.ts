import type { Node } from '@vscode/tree-sitter-wasm';

/**
 * A child: by its field's name, by its place among the named children (from the end if negative), or by `:type`.
 * `a/b` is the child `b` of the child `a`, and of `a|b` the first that is there counts. `>then` are the statements behind
 * the token `then`, as one node where there are several.
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
  /** `before` is the operator whose range ends before its second bound. */
  | { readonly is: 'range'; readonly before?: string }
  /** Two or more operands with operators between them. */
  | { readonly is: 'binary' }
  /** A word between two operands: a test, a range, or what makes a pair, as the word says. */
  | { readonly is: 'infix' }
  /** A value after an operator, a member whose type is left out (`.notFound`), or that with what it holds. */
  | { readonly is: 'prefixed' }
  /** A word by itself, or what holds something. */
  | { readonly is: 'word' }
  /** A pattern that is tested: `code is 404 or 500`. */
  | { readonly is: 'test'; readonly value: Part; readonly pattern: Part }
  /** Gives a name a value. */
  | { readonly is: 'bind'; readonly name: Part; readonly value: Part }
  /** A key and its value in a map or an object, a named argument. A label is the name of its value, not a value itself. */
  | { readonly is: 'pair'; readonly key: Part; readonly value: Part; readonly hasLabel?: true }
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
  /** Words of a command: a program and its arguments. The parts only where the node is the whole command. */
  | { readonly is: 'command'; readonly callee?: Part; readonly arguments?: Part }
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
  /** Functions have hyphens in their names. */
  readonly hyphens?: boolean;
  /** Constants of statuses that are written alone inside of the package that has them. */
  readonly bareStatuses?: RegExp;
  /** Generated clients have a type for each answer of an operation. */
  readonly generatesAnswers?: boolean;
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
  return which.startsWith('>') ? asOne(statementsBehind(node, which.slice(1))) : node.childForFieldName(which);
}

/** All children that a part names, where a node has several of them. `*` are its named children. */
export function parts(node: Node, which: Part | undefined): Node[] {
  if (typeof which !== 'string') {
    const only = part(node, which);
    return only ? [only] : [];
  }
  const found = which.split('|').flatMap((choice) => {
    const [outer = '', inner] = choice.split('/');
    const children = /^[:*]/.test(outer)
      ? node.namedChildren.filter((child) => outer === '*' || child?.type === outer.slice(1))
      : node.childrenForFieldName(outer);
    return inner === undefined ? children : children.flatMap((child) => (child ? parts(child, inner) : []));
  });
  return found.filter((child) => child !== null);
}

/** The statements behind a token of a node, up to the next keyword or clause. */
export function statementsBehind(node: Node, token: string): Node[] {
  const children = node.children.filter((child) => child !== null && child.type !== 'comment') as Node[];
  const first = children.findIndex((child) => !child.isNamed && child.type === token) + 1;
  const behind = first > 0 ? children.slice(first) : [];
  const end = behind.findIndex((child) => (child.isNamed ? beginsAnew : closes).test(child.type));
  return (end < 0 ? behind : behind.slice(0, end)).filter((child) => child.isNamed);
}

const beginsAnew = /_clause$|^do_group$/;
const closes = /^(?:[a-z]+|;;&?|;&)$/;
/** The type of a node that stands for statements side by side. */
export const statementsType = 'statements';

/** Nodes side by side as one, for grammars that have no node for what stands between `then` and `fi`. */
function asOne(nodes: readonly Node[]): Node | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!first || !last || first.id === last.id) {
    return first ?? null;
  }
  const own: Partial<Record<keyof Node, unknown>> = {
    type: statementsType,
    endIndex: last.endIndex,
    namedChildren: nodes,
    namedChildCount: nodes.length,
    namedChild: (index: number) => nodes[index] ?? null,
    nextNamedSibling: last.nextNamedSibling,
    childForFieldName: () => null,
    descendantsOfType: (types: string | string[]) => nodes.flatMap((node) => node.descendantsOfType(types)),
    descendantForIndex: (start: number, end?: number) => first.parent?.descendantForIndex(start, end) ?? null,
  };
  return Object.create(first, Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { value }]))) as Node;
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
