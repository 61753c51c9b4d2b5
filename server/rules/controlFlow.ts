import type { Node } from '@vscode/tree-sitter-wasm';
import { part, type Part, parts, statementsBehind } from '../recogniser/source/grammar';

/** What a node does to the order in which statements run. */
export type Flow =
  /**
   * Takes one of several ways. `otherwise` is the other ways: a statement, or another branch. With `denies`
   * the way is taken when the condition is false: `unless`.
   */
  (
    | {
        readonly is: 'branch';
        readonly condition?: Part;
        readonly then: Part;
        readonly otherwise?: Part;
        readonly denies?: true;
      }
    /** Only wraps the other way of a branch. */
    | { readonly is: 'else'; readonly body: Part }
    | {
        readonly is: 'loop';
        readonly body: Part;
        readonly condition?: Part;
        /** The loop goes on while its condition is false: `until`. */
        readonly denies?: true;
        /** The name that counts or takes each item, and what it goes through. */
        readonly variable?: Part;
        readonly list?: Part;
      }
    /** Without a body its statements stand in it beside the clauses. */
    | { readonly is: 'try'; readonly body?: Part }
    /** `guard`: a condition without which it catches nothing. */
    | {
        readonly is: 'catch';
        readonly body: Part;
        readonly error?: Part;
        readonly type?: Part;
        readonly guard?: Part;
      }
    /** `breaks`: a `break` in it leaves it. `tries`: what may have failed, with arms that catch that. */
    | { readonly is: 'switch'; readonly breaks?: boolean; readonly tries?: Part }
    | { readonly is: 'block' }
    /** `again`: begins the block anew whose clause it stands in. */
    | { readonly is: 'throw' | 'break' | 'continue' | 'return' | 'function' | 'again' }
  ) & {
    /** In the beginning of the node's text when it does so: `log.Fatal(err)` never comes back. */
    readonly when?: RegExp;
    /** A token among the node's children when it does so: `until`. */
    readonly token?: string;
    /** Its type is so frequent that only the way through statements looks at it. */
    readonly isFrequent?: true;
  };

/** What the types of nodes of a language do. Of several flows of a type the first counts whose `when` and `token` fit. */
export class ControlFlow {
  constructor(private readonly byType: ReadonlyMap<string, readonly Flow[]>) {}

  /** What a node does. */
  of(node: Node): Flow | undefined {
    const flows = this.byType.get(node.type);
    return flows?.find(
      ({ when, token }) =>
        (when === undefined || when.test(node.text.slice(0, longestHead))) &&
        (token === undefined || node.children.some((child) => child?.type === token)),
    );
  }

  /** The statements behind one in the node that holds it; undefined where that holds no statements. */
  behind(holder: Node, statement: Node): Node[] | undefined {
    const flow = this.of(holder);
    if (flow?.is === 'block' || (flow?.is === 'try' && flow.body === undefined)) {
      const following: Node[] = [];
      for (let next = statement.nextNamedSibling; next; next = next.nextNamedSibling) {
        following.push(next);
      }
      return following;
    }
    const held = flow?.is === 'branch' ? flow.then : flow?.is === 'else' ? flow.body : undefined;
    const statements = typeof held === 'string' && held.startsWith('>') ? statementsBehind(holder, held.slice(1)) : [];
    const at = statements.findIndex(({ id }) => id === statement.id);
    return at < 0 ? undefined : statements.slice(at + 1);
  }

  /** The types of nodes that may do something, or a certain thing; not those that are too frequent. */
  types(is?: Flow['is']): string[] {
    return [...this.byType].flatMap(([type, flows]) =>
      flows.some((flow) => (is === undefined || flow.is === is) && !flow.isFrequent) ? [type] : [],
    );
  }
}

/** What tells what a node does stands in so many UTF-16 units. */
const longestHead = 80;

/** Flows of a table, each for one or several node types separated by spaces. */
export function flows(table: readonly (readonly [types: string, flow: Flow])[]): ControlFlow {
  const byType = new Map<string, Flow[]>();
  for (const [types, flow] of table) {
    types.split(' ').forEach((type) => byType.set(type, [...(byType.get(type) ?? []), flow]));
  }
  return new ControlFlow(byType);
}

/** How a part of a loop's body ends: with another round, by leaving the loop, or by going on with what follows. */
export interface Outcome {
  readonly repeats: boolean;
  readonly leaves: boolean;
  readonly goesOn: boolean;
}

const goesOn: Outcome = { repeats: false, leaves: false, goesOn: true };
const leaves: Outcome = { repeats: false, leaves: true, goesOn: false };
const repeats: Outcome = { repeats: true, leaves: false, goesOn: false };

/** How statements in a loop end. Statements that a table does not know go on with the next. */
export class Outcomes {
  constructor(private readonly flow: ControlFlow) {}

  /** How a statement of the loop's body ends. */
  of(statement: Node): Outcome {
    return this.#of(statement, false);
  }

  /** How the round of the loop ends after a statement: with what follows it, out to the loop. */
  after(statement: Node, loop: Node): Outcome {
    const result = this.following(statement, loop);
    return result.goesOn ? { repeats: true, leaves: result.leaves, goesOn: false } : result;
  }

  /** Whether what follows a statement that failed may go on to the end of the loop's body. */
  reachesEnd(statement: Node, loop: Node): boolean {
    return this.following(statement, loop, true).goesOn;
  }

  /**
   * What the statements after one do, up to the end of the loop's body or of the function.
   * @param hasFailed whether what runs only after a failure runs: `request && break || exit`
   */
  following(statement: Node, loop: Node, hasFailed = false): Outcome {
    let result = goesOn;
    let node = statement;
    for (let parent = node.parent; parent && node.id !== loop.id; node = parent, parent = node.parent) {
      const flow = this.flow.of(parent);
      if (flow?.is === 'function') {
        return result.goesOn ? either([{ ...result, goesOn: false }, leaves]) : result;
      }
      const isAsked = flow?.is === 'branch' && flow.denies && part(parent, flow.condition)?.id === node.id;
      const otherwise = hasFailed && isAsked ? parts(parent, flow.then) : [];
      for (const next of this.flow.behind(parent, node) ?? otherwise) {
        result = result.goesOn ? then(result, this.#of(next, false)) : result;
      }
    }
    return result;
  }

  /** Whether a `continue` goes on with a loop around its own: by that loop's label, or as PHP's `continue 2`. */
  leavesLoop(node: Node): boolean {
    const label = labelOf(node);
    if (label === undefined || label === '1') {
      return false;
    }
    let loop = node.parent;
    while (loop && this.flow.of(loop)?.is !== 'loop') {
      loop = loop.parent;
    }
    // The label stands at the beginning of the loop, or of a statement that holds nothing else.
    return loop !== null && ![loop, loop.parent].some((node) => node?.text.slice(0, longestHead).startsWith(label));
  }

  /** @param isNested in a loop or a switch inside of the loop, whose `break` is its own */
  #of(node: Node, isNested: boolean): Outcome {
    const flow = this.flow.of(node);
    switch (flow?.is) {
      case 'return':
      case 'throw':
        return leaves;
      case 'break':
        // One with a label leaves more than what is around it.
        return isNested && labelOf(node) === undefined ? goesOn : leaves;
      case 'continue':
        return !isNested && this.leavesLoop(node) ? leaves : repeats;
      case 'again':
        return repeats;
      case 'block':
        return this.#sequence(node.namedChildren, isNested);
      case 'else': {
        const body = part(node, flow.body);
        return body ? this.#of(body, isNested) : goesOn;
      }
      case 'branch': {
        const ways = [part(node, flow.then), ...otherWays(node, flow)];
        const outcomes = ways.flatMap((way) => (way ? [this.#way(way, isNested)] : []));
        const isComplete = ways.slice(1).some((way) => way && this.flow.of(way)?.is !== 'branch');
        const last = ways.at(-1);
        const isChain = last && ways.length > 1 && this.flow.of(last)?.is === 'branch' && flow.otherwise;
        return either(isComplete || isChain ? outcomes : [...outcomes, goesOn]);
      }
      case 'try':
        return either([
          this.#attempt(node, flow.body, isNested),
          ...clausesOf(node).flatMap((clause) => {
            const inner = this.flow.of(clause);
            const body = inner?.is === 'catch' ? part(clause, inner.body) : null;
            return body ? [this.#of(body, isNested)] : [];
          }),
        ]);
      case 'loop':
      case 'switch': {
        const inner = this.#inside(node, flow.is === 'loop' || flow.breaks !== false);
        return either([{ ...inner, repeats: flow.is === 'switch' && inner.repeats }, goesOn]);
      }
      default:
        return goesOn;
    }
  }

  /** What is tried: a block of its own, or the statements that stand beside the clauses. */
  #attempt(node: Node, body: Part | undefined, isNested: boolean): Outcome {
    const own = part(node, body);
    return own ? this.#of(own, isNested) : this.#sequence(node.namedChildren, isNested);
  }

  /** One way of a branch. An `elif` that stands alone as a way may also be passed by. */
  #way(node: Node, isNested: boolean): Outcome {
    const flow = this.flow.of(node);
    return flow?.is === 'branch' && flow.otherwise === undefined
      ? either([this.#of(part(node, flow.then) ?? node, isNested)])
      : this.#of(node, isNested);
  }

  #sequence(statements: readonly (Node | null)[], isNested: boolean): Outcome {
    let result = goesOn;
    for (const statement of statements) {
      if (statement && result.goesOn) {
        result = then(result, this.#of(statement, isNested));
      }
    }
    return result;
  }

  /** What may happen in a nested loop or switch that concerns the loop around it. */
  #inside(node: Node, isNested: boolean): Outcome {
    const outcomes = node.namedChildren.flatMap((child) => {
      const flow = child && this.flow.of(child);
      const inner = child && flow?.is === 'catch' ? part(child, flow.body) : child;
      return inner ? [this.flow.of(inner) ? this.#of(inner, isNested) : this.#inside(inner, isNested)] : [];
    });
    return outcomes.length > 0 ? either(outcomes) : goesOn;
  }
}

/** What stands behind `break` or `continue`: the label of a loop, or how many loops it is about. */
function labelOf(node: Node): string | undefined {
  const last = node.namedChild(node.namedChildCount - 1);
  return last && last.startIndex > node.startIndex ? last.text : undefined;
}

/** The other ways of a branch: some grammars give several children the same field. */
export function otherWays(node: Node, { then, otherwise }: Extract<Flow, { is: 'branch' }>): Node[] {
  const own = part(node, then)?.id;
  return parts(node, otherwise).filter(({ id }) => typeof otherwise === 'string' || id !== own);
}

/** What may be a clause of a block: its children, and those of the node in which some grammars put its clauses. */
function clausesOf(block: Node): Node[] {
  return [...parts(block, '*'), ...parts(block, ':catch_clauses/*')];
}

function then(first: Outcome, next: Outcome): Outcome {
  return { repeats: first.repeats || next.repeats, leaves: first.leaves || next.leaves, goesOn: next.goesOn };
}

function either(outcomes: readonly Outcome[]): Outcome {
  return {
    repeats: outcomes.some((outcome) => outcome.repeats),
    leaves: outcomes.some((outcome) => outcome.leaves),
    goesOn: outcomes.some((outcome) => outcome.goesOn),
  };
}
