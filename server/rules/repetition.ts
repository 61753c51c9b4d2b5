import type { Node } from '@vscode/tree-sitter-wasm';
import { statementAround } from './edits';
import { libraryRepetitions } from './libraries';
import { covers, type Program } from './program';
import type { Request } from './requests';
import { sleepsIn } from './waits';
import { otherWays } from './controlFlow';
import { askedBy, askedByOpposite, asksHow, isDenied, type Way, waysIn } from './ways';

/** A loop, a block whose clause begins it anew, a function that calls itself or a library that makes a request again after a failure. */
export interface Repetition {
  /** The loop, the block that begins anew, the function that calls itself, or what the library repeats. */
  readonly node: Node;
  readonly kind: 'loop' | 'restart' | 'recursion' | 'library';
  readonly requests: readonly Request[];
  /** The ways on which the request is made again. */
  readonly ways: readonly Way[];
}

/** Not in `countries` or `entry`. */
const attempts = /[aA]ttempt|ATTEMPT|[rR]etr|RETR|(?<![A-Za-z])tr(?:ies|y\b)|Tries|TRIES/;

/** The repetitions of a file, in steps: undefined where a loop or a function is none. */
export function* repetitionSteps(program: Program): Generator<Repetition | undefined> {
  yield* loops(program);
  yield* restarts(program);
  yield* recursions(program);
  yield* libraryRepetitions(program);
}

function* loops(program: Program): Generator<Repetition | undefined> {
  for (const loop of program.flowsIn(program.root, 'loop')) {
    yield undefined;
    const body = program.part(loop, 'body');
    const requests = body
      ? program.requestsIn(loop).filter(({ node }) => program.around(node, 'loop')?.id === loop.id)
      : [];
    if (
      !body ||
      requests.length === 0 ||
      goesThroughItems(program, loop, requests) ||
      takesItems(program, loop, requests)
    ) {
      continue;
    }
    const ways = [
      ...waysIn(program, loop, requests).filter((way) => repeatsAfter(program, way, loop)),
      ...byCondition(program, loop, body, requests),
      ...afterSuccess(program, loop, requests),
    ];
    if (ways.length > 0 && endsOnSuccess(program, loop, requests, ways)) {
      yield { node: loop, kind: 'loop', requests, ways };
    }
  }
}

/** A loop whose condition asks for a failure: `do { … } while (!res.ok)`, `until curl …; do … done`. */
function byCondition(program: Program, loop: Node, body: Node, requests: readonly Request[]): Way[] {
  const node = program.part(loop, 'condition');
  const asked = node && (isDenied(program, loop) ? askedByOpposite(program, node) : askedBy(program, node));
  if (!node || !asked) {
    return [];
  }
  const way = { node, body, ...asked, sleeps: sleepsIn(program, body) };
  return asked.errors.length > 0 || asked.ranges.length > 0
    ? [{ kind: 'condition', ...way }]
    : asksHow(program, loop, requests) === 'failed'
      ? [{ kind: 'catch', ...way, isRest: true }]
      : [];
}

/** What is left when a round that went well leaves the loop: `if (res.ok) return res; await sleep(1000);` */
function afterSuccess(program: Program, loop: Node, requests: readonly Request[]): Way[] {
  return program.flowsIn(loop, 'branch').flatMap((node): Way[] => {
    const body = program.part(node, 'then');
    const isLeft = body && program.outcomes.of(body).leaves;
    if (!isLeft || program.around(node, 'loop')?.id !== loop.id) {
      return [];
    }
    const own = program.outcomes.of(node);
    const goesOn = own.repeats || (own.goesOn && program.outcomes.reachesEnd(node, loop));
    if (!goesOn) {
      return [];
    }
    const flow = program.flow(node);
    const [other] = flow?.is === 'branch' ? otherWays(node, flow) : [];
    const following = {
      body: other ?? statementAround(program, node).nextNamedSibling ?? body,
      ranges: [],
      errors: [],
      sleeps: sleepsIn(program, loop),
    };
    if (asksHow(program, node, requests) === 'succeeded') {
      return [{ ...following, kind: 'catch', node, isRest: true }];
    }
    return program.conditions(node).flatMap((condition): Way[] => {
      const { errors, ranges } = isDenied(program, node)
        ? askedBy(program, condition)
        : askedByOpposite(program, condition);
      return errors.length > 0 || ranges.length > 0 ? [{ ...following, kind: 'otherwise', node, errors, ranges }] : [];
    });
  });
}

/** Numbers that are written out in a list: the waits between attempts, `[1, 2, 4]`, `new[] { 1, 2, 4 }`. */
const numbers = /^[\w\s.<>[\]&]*[[({]\s*(?:[\d_.]+\w{0,3}\s*(?:\*\s*[\w.]+\s*)?,?\s*)+[\])}]$/;

/** In a loop over items, another round is another request. */
function goesThroughItems(program: Program, loop: Node, requests: readonly Request[]): boolean {
  const list = program.part(loop, 'list');
  const counts = list && (program.language.counting.test(list.text) || numbers.test(list.text.slice(0, 200)));
  if (program.language.items?.test(program.part(loop, 'condition')?.text ?? '')) {
    return true;
  }
  if (list && !counts && !attempts.test(list.text)) {
    return true;
  }
  const counter = program.part(loop, 'variable')?.text ?? program.language.counter?.exec(loop.text)?.[1];
  return (
    counter !== undefined &&
    !attempts.test(counter) &&
    requests.some(({ node }) => new RegExp(`(?<![\\w.])${escape(counter)}(?!\\w)`).test(node.text))
  );
}

const taking =
  'shift|pop\\w*|poll\\w*|dequeue\\w*|take\\w*|next\\w*|recv\\w*|receive\\w*|get_nowait|remove(?:First|Last|_first|_last)|remove(?=\\(0\\))';
/** A name that is given the next of several things: `job = queue.shift()`, `Some(job) = jobs.pop()`, `job := <-jobs`. */
const taken = new RegExp(
  String.raw`(?:(\w+)\)?\s*(?::\s*[\w<>]+\s*)?:?=(?!=)\s*(?:await\s+|try[!?]?\s+)?(?:<-|[$@\w.()>:-]{0,60}?(?:\.|->)(?:${taking})(?![\w.])|[$@\w.>-]*(?:[qQ]ueue|[jJ]obs|[tT]asks)(?:\.|->)get\()|\bTry(?:Dequeue|Take|Pop)\(out\s+(?:var\s+)?(\w+))`,
  'g',
);

/** Whether each round sends the next of several things, which it takes before it does: no round repeats another. */
function takesItems(program: Program, loop: Node, requests: readonly Request[]): boolean {
  const [first] = requests;
  const before = first ? program.text.slice(loop.startIndex, first.node.endIndex) : '';
  return [...before.matchAll(taken)].some(([written, given, out]) => {
    const name = given ?? out ?? '';
    const isSent = requests.some(({ node }) => new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(node.text));
    return isSent || (program.part(loop, 'condition')?.text.includes(written) ?? false);
  });
}

function escape(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
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
  const waits = way.sleeps.length > 0 || (way.kind === 'catch' && program.flow(way.node)?.is !== 'branch');
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
    ways.some(
      (way) =>
        way.kind !== 'otherwise' &&
        !way.isRest &&
        covers(program.flow(way.node)?.is === 'branch' ? way.body : way.node, node),
    ) || program.around(node, 'catch') !== undefined;
  const exits = [
    ...(['return', 'break'] as const).flatMap((is) => program.flowsIn(loop, is)),
    ...program.flowsIn(loop, 'continue').filter((exit) => program.outcomes.leavesLoop(exit)),
  ];
  const leaves = exits.some((exit) => {
    const owner = program.flow(exit)?.is === 'break' ? breakOwner(program, exit) : program.functionAround(loop);
    const isHere =
      program.flow(exit)?.is === 'break' ? owner?.id === loop.id : program.functionAround(exit).id === owner?.id;
    return isHere && !isFailure(exit) && exit.endIndex >= first.node.startIndex;
  });
  const condition = program.part(loop, 'condition');
  return (
    leaves ||
    (condition !== null &&
      (ways.some((way) => way.node.id === condition.id) ||
        /success|ok\b|done|succeeded|\.status|status_?code/i.test(condition.text) ||
        isUnset(program, loop, false)))
  );
}

const unset = String.raw`(?:(?:-?not\s+|!\s*)\$?(\w+)|(\w+)\s+is\s+None|(\w+)\s*===?\s*(?:null|undefined)|(\w+)\.is_none\(\)|\$(\w+)\s+-eq\s+\$(?:false|null)|\$(\w+)\s+-ne\s+\$true)`;
const alone = new RegExp(String.raw`^\(?\s*${unset}\s*\)?$`, 'i');
const partly = new RegExp(String.raw`(?:^|&&|\band\b)[\s(]*${unset}\s*(?:$|[)&]|-?and\b)`, 'i');

/**
 * A loop that lasts until a round that went well sets a name: `while not success`, `while (!user)`.
 * @param isAlone whether nothing else ends it
 */
export function isUnset(program: Program, loop: Node, isAlone: boolean): boolean {
  const { text } = program;
  const asked = program.part(loop, 'condition')?.text ?? '';
  // The opposite of one or the other is neither.
  const condition = isDenied(program, loop) ? `!${asked.replace(/-or\b|\|\|/gi, '&&')}` : asked;
  const name = (isAlone ? alone : partly).exec(condition)?.slice(1).find(Boolean);
  return (
    name !== undefined &&
    !ends.test(condition) &&
    new RegExp(`(?<![\\w.])${name}\\s*=(?!=)`).test(text.slice(loop.startIndex, loop.endIndex))
  );
}

/** What ends a loop without counting: a clock, a signal from outside. */
export const ends =
  /\b(?:now|time|date|seconds|monotonic|perf_counter|elapsed|deadline|expires?|timeout|signal|abort\w*|cancel\w*|stop\w*|shutdown|shutting\w*|running|closed?|is_set|is_alive|disposed?|until)\b|deadline|cancell?ed|stopped|elapsed/i;

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

/** Blocks that a clause of theirs begins anew: Ruby's `retry`. */
function* restarts(program: Program): Generator<Repetition | undefined> {
  const blocks = program.flowsIn(program.root, 'again').flatMap((again) => {
    const block = program.around(again, 'catch')?.parent;
    return block && program.flow(block)?.is === 'try' ? [block] : [];
  });
  for (const node of new Map(blocks.map((block) => [block.id, block])).values()) {
    yield undefined;
    const requests = program.requestsIn(node);
    const ways = requests.length === 0 ? [] : waysIn(program, node, requests).filter((way) => restarts(way, node));
    if (ways.length > 0) {
      yield { node, kind: 'restart', requests, ways };
    }
  }
  function restarts(way: Way, block: Node): boolean {
    const outcome = way.kind === 'case' ? outcomeOfArm(program, way.node) : program.outcomes.of(way.body);
    return outcome.repeats || (outcome.goesOn && program.outcomes.following(way.node, block).repeats);
  }
}

/** Functions that call themselves after a failure. */
function* recursions(program: Program): Generator<Repetition | undefined> {
  const owners = new Map(
    program.requests.map(({ node }) => program.functionAround(node)).map((node) => [node.id, node]),
  );
  for (const owner of owners.values()) {
    yield undefined;
    const name = owner.id === program.root.id ? '' : nameOf(program, owner);
    const again = name === '' ? [] : callsOfItself(program, owner, owner);
    const requests = again.length === 0 ? [] : program.requestsIn(owner);
    if (requests.length === 0) {
      continue;
    }
    const ways = waysIn(program, owner, requests).filter((way) => again.some(({ call }) => covers(way.body, call)));
    if (ways.length > 0) {
      yield { node: owner, kind: 'recursion', requests, ways };
    }
  }
}

/** A call by which a function calls itself, at once or by a timer, and what it hands over. */
interface Again {
  readonly call: Node;
  readonly args: readonly Node[];
}

/** The calls in a part of a function by which it calls itself: `load(url)`, `setTimeout(load, 1000)`. */
export function callsOfItself(program: Program, owner: Node, node: Node): Again[] {
  const name = owner.id === program.root.id ? '' : nameOf(program, owner);
  return program.calls(node).flatMap((call): Again[] => {
    const called = program.file.callee(call).name;
    if (name !== '' && called === name && isOwnName(program, call)) {
      return [{ call, args: program.file.args(call) }];
    }
    const isTimer = name !== '' && program.language.sleeps.names.test(called);
    return isTimer && program.file.args(call)[0]?.text === name ? [{ call, args: [] }] : [];
  });
}

function isOwnName(program: Program, call: Node): boolean {
  const { object } = program.file.callee(call);
  return !object || program.language.own.test(object.text);
}

/** What sends a request again for its own handler: `api.interceptors.response.use(undefined, (error) => …)`. */
const interceptors = /^(\w+)\.interceptors\.response\.use\(/;

/** The name of a function, also of one that is the value of a variable or is called when a client's request fails. */
export function nameOf({ file }: Program, owner: Node): string {
  const intercepted = interceptors.exec(owner.parent?.parent?.text.slice(0, 80) ?? '')?.[1];
  return intercepted ?? owner.childForFieldName('name')?.text ?? file.nameOfFunction(owner);
}
