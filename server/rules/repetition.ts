import type { Node } from '@vscode/tree-sitter-wasm';
import { type Asked, errorsAskedIn, errorsOfArm } from './conditions';
import { covers, type Program, type Request } from './program';
import { type Sleep, sleepsIn } from './waits';

/** A loop, or a function that calls itself, in which a request is made again after a failure. */
export interface Repetition {
  /** The loop, or the function. */
  readonly node: Node;
  readonly kind: 'loop' | 'recursion';
  readonly requests: readonly Request[];
  /** The ways on which the request is made again. */
  readonly ways: readonly Way[];
}

/** A branch, a case or a catch clause after which the request is made again. */
export interface Way {
  readonly kind: 'condition' | 'case' | 'catch';
  readonly node: Node;
  /** What runs on this way. */
  readonly body: Node;
  /** The errors that lead here, where the way names them. */
  readonly errors: readonly Asked[];
  /** The waits before the request is made again. */
  readonly sleeps: readonly Sleep[];
}

const attempts = /attempt|retr|tries|try\b/i;

/** The hand-written repetitions of a file. */
export function repetitionsIn(program: Program): Repetition[] {
  return [...loops(program), ...recursions(program)];
}

function* loops(program: Program): Generator<Repetition> {
  for (const loop of program.flowsIn(program.root, 'loop')) {
    const body = program.part(loop, 'body');
    const requests = body
      ? program.requestsIn(loop).filter(({ node }) => program.around(node, 'loop')?.id === loop.id)
      : [];
    if (!body || requests.length === 0 || goesThroughItems(program, loop, requests)) {
      continue;
    }
    const ways = waysIn(program, loop, requests).filter((way) => repeatsAfter(program, way, loop));
    if (ways.length > 0 && endsOnSuccess(program, loop, requests, ways)) {
      yield { node: loop, kind: 'loop', requests, ways };
    }
  }
}

/** In a loop over items, another round is another request. */
function goesThroughItems(program: Program, loop: Node, requests: readonly Request[]): boolean {
  const list = program.part(loop, 'list');
  if (list && !program.language.counting.test(list.text) && !attempts.test(list.text)) {
    return true;
  }
  const counter = program.part(loop, 'variable')?.text ?? program.language.counter?.exec(loop.text)?.[1];
  return (
    counter !== undefined &&
    !attempts.test(counter) &&
    requests.some(({ node }) => new RegExp(`(?<![\\w.])${escape(counter)}(?!\\w)`).test(node.text))
  );
}

function escape(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}

/** The branches, cases and catch clauses that look at how a request ended. */
function waysIn(program: Program, owner: Node, requests: readonly Request[]): Way[] {
  const isOwn = (node: Node) =>
    program.around(node, 'loop')?.id === owner.id || program.functionAround(node).id === owner.id;
  const branches = program.flowsIn(owner, 'branch').flatMap((node): Way[] => {
    const condition = program.part(node, 'condition');
    const body = program.part(node, 'then');
    const errors = condition && body && isOwn(node) ? errorsAskedIn(program, condition) : [];
    return body && errors.length > 0 ? [{ kind: 'condition', node, body, errors, sleeps: [] }] : [];
  });
  const clauses = program.flowsIn(owner, 'catch').flatMap((node): Way[] => {
    const attempt = node.parent && program.part(node.parent, 'body');
    const body = program.part(node, 'body');
    const catches = attempt && requests.some((request) => covers(attempt, request.node));
    return body && catches && isOwn(node) ? [{ kind: 'catch', node, body, errors: [], sleeps: [] }] : [];
  });
  const arms = program.flowsIn(owner, 'switch').flatMap((node): Way[] =>
    isOwn(node)
      ? [...armsOf(program, node)].flatMap((arm): Way[] => {
          const errors = errorsOfArm(program, arm);
          return errors.length > 0 ? [{ kind: 'case', node: arm, body: arm, errors, sleeps: [] }] : [];
        })
      : [],
  );
  return [...branches, ...clauses, ...arms].map((way) => ({ ...way, sleeps: sleepsOn(program, way, owner) }));
}

function* armsOf(program: Program, owner: Node): Generator<Node> {
  const types = [...program.file.grammar.nodes].flatMap(([type, shape]) => (shape.is === 'arm' ? [type] : []));
  for (const arm of owner.descendantsOfType(types)) {
    if (arm) {
      yield arm;
    }
  }
}

/** The waits on a way; where it has none, those that follow it in the loop outside of other branches. */
function sleepsOn(program: Program, way: Way, owner: Node): Sleep[] {
  const own = sleepsIn(program, way.body);
  if (own.length > 0) {
    return own;
  }
  const following: Sleep[] = [];
  for (let node = way.node; node.id !== owner.id && node.parent; node = node.parent) {
    for (let next = node.nextNamedSibling; next; next = next.nextNamedSibling) {
      if (!program.flow(next)) {
        following.push(...sleepsIn(program, next));
      }
    }
  }
  return following;
}

/** Whether another round of the loop follows. */
function repeatsAfter(program: Program, way: Way, loop: Node): boolean {
  const { outcomes } = program;
  const outcome = way.kind === 'case' ? outcomeOfArm(program, way.node) : outcomes.of(way.body);
  if (outcome.repeats) {
    return true;
  }
  // What only falls through to the next round is a repetition when it waits for one.
  const statement = way.node;
  const waits = way.sleeps.length > 0 || way.kind === 'catch';
  return outcome.goesOn && waits && outcomes.after(statement, loop).repeats;
}

function outcomeOfArm(program: Program, arm: Node) {
  const parts = arm.namedChildren.flatMap((child) => (child ? [program.outcomes.of(child)] : []));
  return {
    repeats: parts.some((outcome) => outcome.repeats),
    leaves: parts.some((outcome) => outcome.leaves),
    goesOn: parts.every((outcome) => outcome.goesOn),
  };
}

/** Whether a round that went well leaves the loop: otherwise it polls, and another round is another request. */
function endsOnSuccess(program: Program, loop: Node, requests: readonly Request[], ways: readonly Way[]): boolean {
  const first = requests[0];
  if (!first) {
    return false;
  }
  const isFailure = (node: Node) =>
    ways.some((way) => covers(way.node, node)) || program.around(node, 'catch') !== undefined;
  const exits = ['return', 'break'].flatMap((is) => program.flowsIn(loop, is as 'return' | 'break'));
  const leaves = exits.some((exit) => {
    const owner = program.flow(exit)?.is === 'break' ? breakOwner(program, exit) : program.functionAround(loop);
    const isHere =
      program.flow(exit)?.is === 'break' ? owner?.id === loop.id : program.functionAround(exit).id === owner?.id;
    return isHere && !isFailure(exit) && exit.endIndex >= first.node.startIndex;
  });
  const condition = program.part(loop, 'condition');
  return leaves || (condition !== null && /success|ok\b|done|succeeded|\.status|status_?code/i.test(condition.text));
}

function breakOwner(program: Program, node: Node): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) {
    const is = program.flow(parent)?.is;
    if (is === 'loop' || (is === 'switch' && (program.flow(parent) as { breaks?: boolean }).breaks !== false)) {
      return parent;
    }
    if (is === 'function') {
      return undefined;
    }
  }
  return undefined;
}

/** Functions that call themselves after a failure. */
function* recursions(program: Program): Generator<Repetition> {
  const owners = new Map(
    program.requests.map(({ node }) => program.functionAround(node)).map((node) => [node.id, node]),
  );
  for (const owner of owners.values()) {
    const name = owner.id === program.root.id ? '' : nameOf(owner);
    const requests = name === '' ? [] : program.requestsIn(owner);
    const again = program
      .calls(owner)
      .filter((call) => name !== '' && program.file.callee(call).name === name && isOwnName(program, call));
    if (again.length === 0 || requests.length === 0) {
      continue;
    }
    const ways = waysIn(program, owner, requests).filter((way) => again.some((call) => covers(way.body, call)));
    if (ways.length > 0) {
      yield { node: owner, kind: 'recursion', requests, ways };
    }
  }
}

function isOwnName(program: Program, call: Node): boolean {
  const { object } = program.file.callee(call);
  return !object || program.language.own.test(object.text);
}

/** The name of a function, also of one that is the value of a variable. */
export function nameOf(owner: Node): string {
  return (
    owner.childForFieldName('name')?.text ??
    (owner.parent?.type === 'variable_declarator' ? (owner.parent.childForFieldName('name')?.text ?? '') : '')
  );
}
