import type { Node } from '@vscode/tree-sitter-wasm';
import { type Asked, errorsAskedByList, errorsAskedIn, errorsDeniedIn, errorsOfArm, isOutcomeLost } from './conditions';
import { covers, type Program } from './program';
import type { RuleLanguage } from './language';
import type { Request } from './requests';
import { asksForSuccess, type StatusRange, statusRangesIn } from './statusRanges';
import { type Sleep, sleepsIn } from './waits';

/** A branch, a case or a catch clause after which a request is made again, or what tells a library to repeat it. */
export interface Way {
  /** `otherwise`: what is left when a success has left the loop. */
  readonly kind: 'condition' | 'case' | 'catch' | 'predicate' | 'otherwise';
  readonly node: Node;
  /** What runs on this way. */
  readonly body: Node;
  /** The errors that lead here, where the way names them. */
  readonly errors: readonly Asked[];
  /** The ranges of statuses that lead here. */
  readonly ranges: readonly StatusRange[];
  /** What asks whether the answer was lost: `e.code === 'ETIMEDOUT'`, `except requests.Timeout`. */
  readonly lost?: Node;
  /** The waits before the request is made again. */
  readonly sleeps: readonly Sleep[];
  /** It is what is left when a success has left the loop. */
  readonly isRest?: true;
}

/** The branches, cases and catch clauses in a loop or a function that look at how a request ended. */
export function waysIn(program: Program, owner: Node, requests: readonly Request[]): Way[] {
  const isOwn = (node: Node) =>
    program.around(node, 'loop')?.id === owner.id ||
    program.functionAround(node).id === owner.id ||
    (program.flow(owner)?.is === 'try' && covers(owner, node));
  const branches = program.flowsIn(owner, 'branch').filter(isOwn);
  const ways = [
    ...branches.flatMap((node) => ofBranch(program, node, requests)),
    ...program.flowsIn(owner, 'catch').flatMap((node) => (isOwn(node) ? ofClause(program, node, requests) : [])),
    ...program.calls(owner).flatMap((node) => (isOwn(node) ? ofCallback(program, node, requests) : [])),
    ...program.shapesIn(owner, 'arm').flatMap((arm): Way[] => {
      const errors = isOwn(arm) ? errorsOfArm(program, arm) : [];
      const node = bodyOfArm(program, arm);
      return errors.length > 0 ? [{ kind: 'case', node, body: node, errors, ranges: [], sleeps: [] }] : [];
    }),
  ];
  return ways.map((way) => ({ ...way, sleeps: sleepsOn(program, way, owner) }));
}

function ofBranch(program: Program, node: Node, requests: readonly Request[]): Way[] {
  const body = program.part(node, 'then');
  const denied = isDenied(program, node);
  const asked = program
    .conditions(node)
    .map((condition) => (denied ? askedByOpposite(program, condition) : askedBy(program, condition)));
  const hasFailed = asksHow(program, node, requests) === 'failed';
  const errors = asked.flatMap((each) => each.errors);
  const ranges = asked.flatMap((each) => each.ranges);
  const lost = asked.find((each) => each.lost)?.lost;
  const isAsked = errors.length > 0 || ranges.length > 0 || lost !== undefined;
  const kind = isAsked || !hasFailed ? 'condition' : 'catch';
  return body && (isAsked || hasFailed)
    ? [{ kind, node, body, errors, ranges, ...(lost && { lost }), sleeps: [] }]
    : [];
}

/**
 * How a request must have ended for a branch to be taken or for a loop to go on, where the condition asks whether it got
 * an answer at all: of that request, and of nothing that came after it.
 */
export function asksHow(
  program: Program,
  node: Node,
  requests: readonly Request[],
): 'failed' | 'succeeded' | undefined {
  const { failures } = program.language;
  const denied = isDenied(program, node);
  for (const condition of failures ? program.conditions(node) : []) {
    const asked = failures && endingAsked(program, condition, requests, failures);
    if (asked) {
      return denied === (asked === 'failed') ? 'succeeded' : 'failed';
    }
  }
  return undefined;
}

/** The ending of a request for which a condition is true. */
function endingAsked(
  program: Program,
  condition: Node,
  requests: readonly Request[],
  failures: NonNullable<RuleLanguage['failures']>,
): 'failed' | 'succeeded' | undefined {
  const isInside = requests.some((request) => covers(condition, request.node));
  const last = requests.filter((request) => request.node.endIndex <= condition.startIndex).at(-1);
  const between = last && program.text.slice(last.node.endIndex, condition.startIndex);
  if (!isInside && (between === undefined || failures.anew.test(between))) {
    return undefined;
  }
  const { failed, succeeded } = (isInside && failures.ofItself) || failures;
  const text = program.file.textOf(condition, longestCondition);
  return failed.test(text) ? 'failed' : succeeded.test(text) ? 'succeeded' : undefined;
}

const longestCondition = 4_000;

/** What a condition asks of an outcome. */
export function askedBy(program: Program, condition: Node): Pick<Way, 'errors' | 'ranges' | 'lost'> {
  return {
    errors: [...errorsAskedIn(program, condition), ...errorsAskedByList(program, condition)],
    ranges: statusRangesIn(program, condition),
    ...(isOutcomeLost(program, condition) && { lost: condition }),
  };
}

/** What the opposite of a condition asks of an outcome. */
export function askedByOpposite(program: Program, condition: Node): Pick<Way, 'errors' | 'ranges'> & { lost?: Node } {
  const from = asksForSuccess(condition.text);
  return {
    errors: errorsDeniedIn(program, condition),
    ranges: from === undefined ? [] : [{ node: condition, from, to: 599 }],
  };
}

/** Whether a branch is taken, or a loop goes on, when its condition is false. */
export function isDenied(program: Program, node: Node): boolean {
  const flow = program.flow(node);
  return (flow?.is === 'branch' || flow?.is === 'loop') && flow.denies === true;
}

function ofClause(program: Program, node: Node, requests: readonly Request[]): Way[] {
  const attempt = program.attempt(node);
  const body = program.part(node, 'body');
  if (!attempt || !body || !requests.some((request) => covers(attempt, request.node))) {
    return [];
  }
  const head = { startIndex: node.startIndex, endIndex: body.startIndex };
  const headText = program.text.slice(head.startIndex, head.endIndex);
  const isLost = program.language.lost.test(headText);
  // A filter that denies one error lets in all others: `when (e.StatusCode != HttpStatusCode.NotFound)`.
  const named = /!|\bnot\b/.test(headText) ? [] : program.errorsIn(head);
  const errors = named.flatMap((error): Asked[] => {
    const { start, end } = error.finding.range;
    const place = program.root.descendantForIndex(start, end - 1);
    return place ? [{ ...error, node: place }] : [];
  });
  return [{ kind: 'catch', node, body, errors, ranges: [], ...(isLost && { lost: node }), sleeps: [] }];
}

/** `request.catch(() => …)` */
function ofCallback(program: Program, node: Node, requests: readonly Request[]): Way[] {
  const { name, object } = program.file.callee(node);
  const callback = name === 'catch' ? program.file.args(node)[0] : undefined;
  return object && callback && requests.some((request) => covers(object, request.node))
    ? [{ kind: 'catch', node: callback, body: callback, errors: [], ranges: [], sleeps: [] }]
    : [];
}

/** What holds the statements of an arm: the arm itself, or what it is only the label of. */
function bodyOfArm(program: Program, arm: Node): Node {
  return program.language.labels?.test(arm.type) && arm.parent ? arm.parent : arm;
}

/** The waits on a way; where it has none, those that follow it in the loop outside of other branches. */
function sleepsOn(program: Program, way: Way, owner: Node): Sleep[] {
  // `[ "$code" = 429 ] && sleep 30 && continue`
  const condition = program.part(way.node, 'condition');
  const own = [...(condition ? sleepsIn(program, condition) : []), ...sleepsIn(program, way.body)];
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
