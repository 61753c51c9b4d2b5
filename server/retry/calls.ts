import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { HttpCall } from './httpCall';
import { children, field, nodesOfType, outward, scopesOf } from './nodes';
import type { Source } from './source';

/**
 * The HTTP call at an offset (UTF-16), or the one that the place is about: the offset may be in the call, in its
 * statement, on a variable that holds its result, or in a branch that looks at its result or its error.
 */
export function findCall(source: Source, offset: number): HttpCall | undefined {
  // A cursor behind the last character of a call still belongs to it.
  return callFrom(offset, source) ?? (offset > 0 ? callFrom(offset - 1, source, offset) : undefined);
}

/**
 * Whether an offset is on the call itself (its callee, its arguments, the `await` before it), and not on something that
 * is compared or decided in its arguments.
 */
export function isOnCall(source: Source, call: HttpCall, offset: number): boolean {
  const { functions, branches, comparisons, awaits } = source.language.syntax;
  const own = [...outward(call.args)];
  const awaiting = own.find((node) => awaits.has(node.type));
  const isAwaited = call.use === 'awaited' && awaiting !== undefined;
  const start = isAwaited ? Math.min(awaiting.startIndex, call.range.start) : call.range.start;
  if (offset < start || call.range.end < offset) {
    return false;
  }
  const around = new Set(own.map(({ id }) => id));
  const at = source.root.descendantForIndex(offset);
  for (const node of at ? outward(at) : []) {
    if (around.has(node.id)) {
      break;
    }
    if ([functions, branches, comparisons].some((types) => types.has(node.type))) {
      return false;
    }
  }
  return true;
}

function callFrom(offset: number, source: Source, end?: number): HttpCall | undefined {
  const { functions, branches, argumentLists } = source.language.syntax;
  const start = source.root.descendantForIndex(offset);
  if (!start || (end !== undefined && start.endIndex !== end)) {
    return undefined;
  }
  let inBranch = false;
  let inCallback = false;
  for (const node of outward(start)) {
    if (functions.has(node.type)) {
      const only = inBranch ? onlyCall(node, source) : undefined;
      if (only || !argumentLists.has(node.parent?.type ?? '')) {
        return only;
      }
      inCallback = true;
      continue;
    }
    inBranch ||= branches.has(node.type);
    // Around a callback only the chain that it belongs to counts: `fetch(url).then((response) => ...)`.
    const call = inCallback ? callBelowChain(node, source) : callAt(node, source);
    if (call) {
      return call;
    }
  }
  return inBranch ? onlyCall(source.root, source) : undefined;
}

/** The call that one node on the way outward is, holds, or looks at. */
function callAt(node: Node, source: Source): HttpCall | undefined {
  const { branches, catches, conditions, statements, switches, tried } = source.language.syntax;
  const own = source.read(node) ?? callBelowChain(node, source);
  if (own) {
    return own;
  }
  if (catches.has(node.type)) {
    return tried(node).flatMap((body) => callsIn(body, source))[0];
  }
  if (statements.has(node.type)) {
    return behind(node, source);
  }
  if (branches.has(node.type) || switches.has(node.type)) {
    for (const name of conditions) {
      const condition = field(node, name);
      const call = condition && behind(condition, source);
      if (call) {
        return call;
      }
    }
  }
  return undefined;
}

/** The call that `await call`, `call.then(...)` and `call.json()` begin with. */
function callBelowChain(node: Node, source: Source): HttpCall | undefined {
  const { calls, callee, wrappers } = source.language.syntax;
  for (let at: Node | undefined = node; at;) {
    if (calls.includes(at.type)) {
      const call = source.read(at);
      if (call) {
        return call;
      }
      at = callee(at).object;
    } else if (wrappers.has(at.type)) {
      at = children(at)[0];
    } else {
      return undefined;
    }
  }
  return undefined;
}

/** The call inside an expression, or the one that gave the variables in it their value. */
function behind(expression: Node, source: Source, depth = 4): HttpCall | undefined {
  const inside = callsIn(expression, source)[0];
  if (inside || depth === 0) {
    return inside;
  }
  for (const name of nodesOfType(expression, source.language.syntax.names)) {
    const value = valueOf(name, source);
    const call = value && behind(value, source, depth - 1);
    if (call) {
      return call;
    }
  }
  return undefined;
}

/** The value that a variable was last given before its use, in this function or one around it. */
export function valueOf(variable: Node, { language: { syntax } }: Source): Node | undefined {
  for (const scope of scopesOf(variable, syntax)) {
    const values: Node[] = [];
    for (const node of nodesOfType(scope, [...syntax.bindings.keys()])) {
      const parts = syntax.bindings.get(node.type);
      const target = part(node, parts?.name);
      const value = part(node, parts?.value);
      const isOwn = (): boolean => scopesOf(node, syntax)[0]?.id === scope.id;
      const before = node.startIndex <= variable.startIndex && value && value.startIndex !== variable.startIndex;
      const names = [...syntax.names, ...syntax.patternNames];
      if (target && before && nodesOfType(target, names).some(({ text }) => text === variable.text) && isOwn()) {
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

function callsIn(node: Node, source: Source): HttpCall[] {
  return nodesOfType(node, source.language.syntax.calls)
    .map(source.read)
    .filter((call) => call !== undefined);
}

/** When a function makes one HTTP call, a branch on an error code in it can only mean that one. */
function onlyCall(scope: Node, source: Source): HttpCall | undefined {
  const { syntax } = source.language;
  const calls = callsIn(scope, source).filter((call) => scopesOf(call.args, syntax)[0]?.id === scope.id);
  return calls.length === 1 ? calls[0] : undefined;
}
