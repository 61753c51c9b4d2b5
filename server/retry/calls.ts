import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { OffsetRange } from '../../shared/finding';
import { type Dialect, dialectOf } from './dialect';
import type { HttpCall } from './httpCall';
import { children, field, isFunction, nodesOfType, outward, scopesOf } from './nodes';

/**
 * The HTTP call at an offset (UTF-16), or the one that the place is about: the offset may be in the call, in its
 * statement, on a variable that holds its result, or in a branch that looks at its result or its error.
 */
export function findHttpCall(tree: Tree, languageId: string, offset: number): HttpCall | undefined {
  const dialect = dialectOf(tree, languageId);
  return dialect && findCall(dialect, offset);
}

/** The HTTP calls that touch a range, in the order of the text. */
export function allHttpCalls(tree: Tree, languageId: string, range?: OffsetRange): HttpCall[] {
  const dialect = dialectOf(tree, languageId);
  const calls = dialect ? callsIn(dialect.root, dialect) : [];
  return range ? calls.filter((call) => call.range.start <= range.end && range.start <= call.range.end) : calls;
}

/** As {@link findHttpCall}, for a caller that has the dialect already. */
export function findCall(dialect: Dialect, offset: number): HttpCall | undefined {
  // A cursor behind the last character of a call still belongs to it.
  return callFrom(offset, dialect) ?? (offset > 0 ? callFrom(offset - 1, dialect, offset) : undefined);
}

/**
 * Whether an offset is on the call itself (its callee, its arguments, the `await` before it), and not on something that
 * is compared or decided in its arguments.
 */
export function isOnCall(dialect: Dialect, call: HttpCall, offset: number): boolean {
  const own = [...outward(call.args)];
  const awaiting = own.find((node) => node.type === 'await_expression' || node.type === 'await');
  const isAwaited = call.use === 'awaited' && awaiting !== undefined;
  const start = isAwaited ? Math.min(awaiting.startIndex, call.range.start) : call.range.start;
  if (offset < start || call.range.end < offset) {
    return false;
  }
  const around = new Set(own.map(({ id }) => id));
  const at = dialect.root.descendantForIndex(offset);
  for (const node of at ? outward(at) : []) {
    if (around.has(node.id)) {
      break;
    }
    if (isFunction(node) || branchTypes.has(node.type) || compares.has(node.type)) {
      return false;
    }
  }
  return true;
}

const compares: ReadonlySet<string> = new Set(['binary_expression', 'comparison_operator', 'boolean_operator']);

function callFrom(offset: number, dialect: Dialect, end?: number): HttpCall | undefined {
  const start = dialect.root.descendantForIndex(offset);
  if (!start || (end !== undefined && start.endIndex !== end)) {
    return undefined;
  }
  let inBranch = false;
  let inCallback = false;
  for (const node of outward(start)) {
    if (isFunction(node)) {
      const only = inBranch ? onlyCall(node, dialect) : undefined;
      if (only || node.parent?.type !== 'arguments') {
        return only;
      }
      inCallback = true;
      continue;
    }
    inBranch ||= branchTypes.has(node.type);
    // Around a callback only the chain that it belongs to counts: `fetch(url).then((response) => ...)`.
    const call = inCallback ? callBelowChain(node, dialect) : callAt(node, dialect);
    if (call) {
      return call;
    }
  }
  return inBranch ? onlyCall(dialect.root, dialect) : undefined;
}

const branchTypes: ReadonlySet<string> = new Set([
  'if_statement',
  'elif_clause',
  'switch_case',
  'case_clause',
  'ternary_expression',
  'conditional_expression',
  'while_statement',
  'catch_clause',
  'except_clause',
]);

/** The fields in which a branch holds what it looks at. */
const conditionFields = ['condition', 'value', 'subject'];

/** The call that one node on the way outward is, holds, or looks at. */
function callAt(node: Node, dialect: Dialect): HttpCall | undefined {
  const own = dialect.read(node) ?? callBelowChain(node, dialect);
  if (own) {
    return own;
  }
  if (node.type === dialect.catchClause) {
    const body = field(node.parent, 'body');
    return body && callsIn(body, dialect)[0];
  }
  if (dialect.simpleStatements.has(node.type)) {
    return behind(node, dialect);
  }
  if (branchTypes.has(node.type) || node.type === 'switch_statement' || node.type === 'match_statement') {
    for (const name of conditionFields) {
      const condition = field(node, name);
      const call = condition && behind(condition, dialect);
      if (call) {
        return call;
      }
    }
  }
  return undefined;
}

/** The call that `await call`, `call.then(...)` and `call.json()` begin with. */
function callBelowChain(node: Node, dialect: Dialect): HttpCall | undefined {
  for (let at: Node | undefined = node; at;) {
    if (at.type === dialect.call) {
      const call = dialect.read(at);
      if (call) {
        return call;
      }
      const callee = field(at, 'function');
      at = field(callee, 'object') ?? (callee?.type === 'await_expression' ? callee : undefined);
    } else if (at.type === 'await_expression' || at.type === 'await' || at.type === 'parenthesized_expression') {
      at = children(at)[0];
    } else {
      return undefined;
    }
  }
  return undefined;
}

/** The call inside an expression, or the one that gave the variables in it their value. */
function behind(expression: Node, dialect: Dialect, depth = 4): HttpCall | undefined {
  const inside = callsIn(expression, dialect)[0];
  if (inside || depth === 0) {
    return inside;
  }
  for (const identifier of nodesOfType(expression, 'identifier')) {
    const value = valueOf(identifier, dialect);
    const call = value && behind(value, dialect, depth - 1);
    if (call) {
      return call;
    }
  }
  return undefined;
}

/** The value that a variable was last given before its use, in this function or one around it. */
function valueOf(identifier: Node, dialect: Dialect): Node | undefined {
  for (const scope of scopesOf(identifier)) {
    const values: Node[] = [];
    for (const node of nodesOfType(scope, dialect.bindings)) {
      const { target, value } = bound(node, dialect);
      const before = node.startIndex <= identifier.startIndex && value && value.startIndex !== identifier.startIndex;
      if (target && before && bindsName(target, identifier.text)) {
        values.push(value);
      }
    }
    const last = values.at(-1);
    if (last) {
      return last;
    }
  }
  return undefined;
}

function bound(node: Node, dialect: Dialect): { target?: Node | undefined; value?: Node | undefined } {
  if (node.type === 'as_pattern') {
    return { target: field(node, 'alias'), value: children(node)[0] };
  }
  for (const { name, value } of dialect.bindingFields) {
    const target = field(node, name);
    if (target) {
      return { target, value: field(node, value) };
    }
  }
  return {};
}

function bindsName(target: Node, name: string): boolean {
  const names = ['identifier', 'shorthand_property_identifier_pattern'];
  return target.type === 'identifier' ? target.text === name : nodesOfType(target, names).some((n) => n.text === name);
}

function callsIn(node: Node, dialect: Dialect): HttpCall[] {
  return nodesOfType(node, dialect.call)
    .map(dialect.read)
    .filter((call) => call !== undefined);
}

/** When a function makes one HTTP call, a branch on an error code in it can only mean that one. */
function onlyCall(scope: Node, dialect: Dialect): HttpCall | undefined {
  const calls = callsIn(scope, dialect).filter((call) => scopesOf(call.args)[0]?.id === scope.id);
  return calls.length === 1 ? calls[0] : undefined;
}
