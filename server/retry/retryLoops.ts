import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import { children, covers, field, lastName, nodesOfType, outward } from './nodes';
import type { HttpCall } from './httpCall';
import type { Source } from './source';
import type { Syntax } from './syntaxTable';

/** What a loop goes over that only counts its rounds. */
export const countsAttempts =
  /^(?:range|count|itertools)\b|^\(?\d+\.\.|^[[(][\d\s._,*]+[\])]$|attempt|retr|delays|backoff/i;
const tells = /status|code|\.ok\b|is_success|is_error|err|\b(?:408|425|429|5\d\d)\b/i;
const succeeds = /(?<![!\w.]|not )[\w.]+\.(?:ok|is_success)\b|={2,3} *20\d|<=? *(?:299|300|399|400)\b|!==? *[45]\d\d/;
const sleeps = /^(?:\w*sleep\w*|\w*delay\w*|wait(?!_for)\w*|setTimeout|pause|\w*backoff\w*)$/i;

/** Whether a function of this dotted name waits. */
export function isWait(name: string): boolean {
  return sleeps.test(lastName(name));
}

/** What repeats a call without a handler, and why the call is left alone then. */
export interface HandWritten {
  /** The loop around the call, or the function that calls itself. */
  readonly node: Node;
  readonly why: string;
}

/** What repeats a call by hand: a loop around it, or the function that it is in; undefined when nothing does. */
export function handWrittenRetry(call: Node, syntax: Syntax): HandWritten | undefined {
  for (const outer of outward(call)) {
    if (syntax.loops.has(outer.type) && !overItems(outer, call, syntax) && repeats(outer, call, syntax)) {
      const why = 'The loop around this call retries already: wrapping the call would multiply the attempts.';
      return { node: outer, why };
    }
    if (syntax.functions.has(outer.type)) {
      const name = syntax.functionName(outer);
      if (name && callsItself(outer, name, call, syntax)) {
        const why = `${name} calls itself to retry already: wrapping the call would multiply the attempts.`;
        return { node: outer, why };
      }
      // Beyond a callback, for example of a timer or a promise, the function around it may still call itself.
      if (name) {
        return undefined;
      }
    }
  }
  return undefined;
}

/**
 * The HTTP call that the loop at an offset (UTF-16) repeats by hand, where the offset is on what makes it one: on the head
 * of the loop, or on a wait in it.
 * @param isMistake a rule has found something at the offset, so that it may be anywhere in the loop
 */
export function repeatedAt(
  { root, read, language: { syntax } }: Source,
  offset: number,
  isMistake: boolean,
): HttpCall | undefined {
  const start = root.descendantForIndex(offset);
  const around = start ? [...outward(start)] : [];
  const loop = around.find(({ type }) => syntax.loops.has(type));
  const waits = around.some((node) => syntax.calls.includes(node.type) && isWait(syntax.callee(node).name));
  const isHead = loop !== undefined && offset <= (field(loop, 'body')?.startIndex ?? 0);
  const isThere = isMistake || waits || isHead;
  const calls = loop && isThere ? nodesOfType(loop, syntax.calls).flatMap((node) => read(node) ?? []) : [];
  const [call] = calls;
  return call && calls.length === 1 && handWrittenRetry(call.args, syntax)?.node.id === loop?.id ? call : undefined;
}

/** In a loop over items, another round is another request, not a repetition. */
function overItems(loop: Node, call: Node, syntax: Syntax): boolean {
  const { variable, over } = syntax.loopOver(loop);
  if (over !== undefined && !countsAttempts.test(over.text)) {
    return true;
  }
  const used = nodesOfType(call, syntax.names).some(({ text }) => text === variable?.text);
  return used && !/attempt|retr|tries/i.test(variable?.text ?? '');
}

/** Whether another round of a loop is another attempt of the call in it. */
function repeats(loop: Node, call: Node, syntax: Syntax): boolean {
  const results = resultNames(call, syntax);
  const looks = (condition: Node | undefined): boolean =>
    condition !== undefined &&
    tells.test(condition.text) &&
    (covers(condition, call) || nodesOfType(condition, syntax.names).some(({ text }) => results.has(text)));
  if (looks(field(loop, 'condition'))) {
    return true;
  }
  return branchesOn(loop, call, looks, syntax).some((branch) => {
    const goesOn = has(branch, 'continue', loop, syntax);
    if (goesOn || sleepsIn(branch, syntax)) {
      return true;
    }
    // What ends the loop after a success repeats after a failure.
    const leaves = (node: Node): boolean => has(node, 'return', loop, syntax) || has(node, 'break', loop, syntax);
    if (syntax.catches.has(branch.type)) {
      return syntax.tried(branch).some(leaves) && !endsIn(branch, syntax);
    }
    return succeeds.test(conditionOf(branch, syntax)?.text ?? '') && leaves(branch) && sleepsIn(loop, syntax);
  });
}

/** The branches in a loop that look at the result of the call, or at its error. */
function branchesOn(loop: Node, call: Node, looks: (condition: Node | undefined) => boolean, syntax: Syntax): Node[] {
  return nodesOfType(loop, [...syntax.branches])
    .filter(({ type }) => !syntax.loops.has(type))
    .filter((branch) => {
      const tried = [...outward(branch)]
        .filter(({ type }) => syntax.catches.has(type))
        .some((clause) => covers(loop, clause) && tries(clause, call, syntax));
      return tried || looks(conditionOf(branch, syntax));
    });
}

/** Whether a clause catches what the call throws. */
function tries(clause: Node, call: Node, syntax: Syntax): boolean {
  return syntax.tried(clause).some((body) => covers(body, call));
}

/** What a branch looks at; of a case, what its switch does. */
function conditionOf(branch: Node, { conditions, switches }: Syntax): Node | undefined {
  const own = field(branch, 'condition');
  const owner = own ? branch : [...outward(branch)].slice(0, 4).find(({ type }) => switches.has(type));
  return conditions.map((name) => field(owner, name)).find(Boolean);
}

/** The names that hold what the call gave, also what was taken from it. */
export function resultNames(call: Node, syntax: Syntax): ReadonlySet<string> {
  const names = new Set<string>();
  for (const outer of outward(call)) {
    if (syntax.functions.has(outer.type) || syntax.blocks.has(outer.type)) {
      break;
    }
    const target = part(outer, syntax.bindings.get(outer.type)?.name);
    for (const { text } of target ? nodesOfType(target, [...syntax.names, ...syntax.patternNames]) : []) {
      names.add(text);
    }
  }
  return names;
}

/** Whether a node has a statement that belongs to the loop, and not to a loop or a function in it. */
function has(node: Node, jump: 'continue' | 'break' | 'return', loop: Node, syntax: Syntax): boolean {
  const { functions, loops, jumps } = syntax;
  const jumping = nodesOfType(node, jumps[jump]).filter((at) => isJump(at, jump));
  return jumping.some((found) => {
    const owner = [...outward(found)].find((outer) =>
      jump === 'return'
        ? functions.has(outer.type) || outer.id === loop.id
        : functions.has(outer.type) || loops.has(outer.type),
    );
    return owner?.id === loop.id;
  });
}

/** Whether a node of the type of a jump is one: some grammars take the words of jumps for names. */
function isJump({ type, text }: Node, jump: string): boolean {
  return type !== 'identifier' || text === jump;
}

function sleepsIn(node: Node, { calls, callee }: Syntax): boolean {
  return nodesOfType(node, calls).some((call) => isWait(callee(call).name));
}

/** Whether a clause ends by leaving the loop. */
function endsIn(clause: Node, { blocks, jumps }: Syntax): boolean {
  const body = field(clause, 'body') ?? children(clause).find(({ type }) => blocks.has(type));
  const last = children(body).at(-1);
  return (
    last !== undefined &&
    isJump(last, 'break') &&
    [jumps.throw, jumps.return, jumps.break].some((types) => types.includes(last.type))
  );
}

/** Whether a function calls itself in a branch on a status or an error. */
function callsItself(owner: Node, name: string, call: Node, syntax: Syntax): boolean {
  const names = nodesOfType(owner, [...syntax.names, 'property_identifier']).filter((node) => node.text === name);
  return names.some((node) => {
    const holder = field(node.parent, 'object');
    if (field(owner, 'name')?.id === node.id || (holder && !/^(?:this|self|cls)$/.test(holder.text))) {
      return false;
    }
    for (const outer of outward(node)) {
      if (outer.id === owner.id) {
        return false;
      }
      const isBranch = syntax.branches.has(outer.type) && !syntax.loops.has(outer.type);
      if (
        syntax.catches.has(outer.type)
          ? tries(outer, call, syntax)
          : isBranch && tells.test(conditionOf(outer, syntax)?.text ?? '')
      ) {
        return true;
      }
    }
    return false;
  });
}
