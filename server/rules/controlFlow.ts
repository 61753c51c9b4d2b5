import type { Node } from '@vscode/tree-sitter-wasm';
import { part, type Part } from '../recogniser/source/grammar';

/** What a type of node does to the order in which statements run. */
export type Flow =
  /** Takes one of several ways. `otherwise` is the field of the other ways: a statement, or another branch. */
  | { readonly is: 'branch'; readonly condition?: Part; readonly then: Part; readonly otherwise?: string }
  /** Only wraps the other way of a branch. */
  | { readonly is: 'else'; readonly body: Part }
  | {
      readonly is: 'loop';
      readonly body: Part;
      readonly condition?: Part;
      /** The name that counts or takes each item, and what it goes through. */
      readonly variable?: Part;
      readonly list?: Part;
    }
  | { readonly is: 'try'; readonly body: Part }
  | { readonly is: 'catch'; readonly body: Part; readonly error?: Part; readonly type?: Part }
  | { readonly is: 'switch' }
  | { readonly is: 'block' }
  | { readonly is: 'throw' | 'break' | 'continue' | 'return' | 'function' };

export type ControlFlow = ReadonlyMap<string, Flow>;

function flows(table: readonly (readonly [types: string, flow: Flow])[]): ControlFlow {
  return new Map(table.flatMap(([types, flow]) => types.split(' ').map((type): [string, Flow] => [type, flow])));
}

const script = flows([
  ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
  ['else_clause', { is: 'else', body: 0 }],
  ['while_statement do_statement for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
  ['for_in_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
  ['try_statement', { is: 'try', body: 'body' }],
  ['catch_clause', { is: 'catch', error: 'parameter', body: 'body' }],
  ['switch_statement', { is: 'switch' }],
  ['statement_block', { is: 'block' }],
  ['throw_statement', { is: 'throw' }],
  ['break_statement', { is: 'break' }],
  ['continue_statement', { is: 'continue' }],
  ['return_statement', { is: 'return' }],
  [
    'function_declaration function_expression generator_function_declaration generator_function arrow_function method_definition',
    { is: 'function' },
  ],
]);

const python = flows([
  ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
  ['elif_clause', { is: 'branch', condition: 'condition', then: 'consequence' }],
  ['else_clause', { is: 'else', body: 'body' }],
  ['while_statement', { is: 'loop', condition: 'condition', body: 'body' }],
  ['for_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
  ['try_statement', { is: 'try', body: 'body' }],
  ['except_clause', { is: 'catch', error: ':as_pattern', type: 0, body: ':block' }],
  ['match_statement', { is: 'switch' }],
  ['block', { is: 'block' }],
  ['with_statement', { is: 'else', body: 'body' }],
  ['raise_statement', { is: 'throw' }],
  ['break_statement', { is: 'break' }],
  ['continue_statement', { is: 'continue' }],
  ['return_statement', { is: 'return' }],
  ['function_definition lambda', { is: 'function' }],
]);

/** The tables of all languages, by the ids that VS Code gives them. */
export const controlFlows: ReadonlyMap<string, ControlFlow> = new Map([
  ['typescript', script],
  ['typescriptreact', script],
  ['javascript', script],
  ['javascriptreact', script],
  ['python', python],
]);

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
    let result = goesOn;
    let node = statement;
    for (let parent = node.parent; parent && node.id !== loop.id; node = parent, parent = node.parent) {
      if (this.flow.get(parent.type)?.is === 'function') {
        return result.goesOn ? either([{ ...result, goesOn: false }, leaves]) : result;
      }
      if (!this.#isBlock(parent)) {
        continue;
      }
      for (let next = node.nextNamedSibling; next && result.goesOn; next = next.nextNamedSibling) {
        result = then(result, this.#of(next, false));
      }
    }
    return result.goesOn ? { repeats: true, leaves: result.leaves, goesOn: false } : result;
  }

  #isBlock(node: Node): boolean {
    return this.flow.get(node.type)?.is === 'block';
  }

  /** @param isNested in a loop or a switch inside of the loop, whose `break` is its own */
  #of(node: Node, isNested: boolean): Outcome {
    const flow = this.flow.get(node.type);
    switch (flow?.is) {
      case 'return':
      case 'throw':
        return leaves;
      case 'break':
        return isNested ? goesOn : leaves;
      case 'continue':
        return repeats;
      case 'block':
        return this.#sequence(node.namedChildren, isNested);
      case 'else': {
        const body = part(node, flow.body);
        return body ? this.#of(body, isNested) : goesOn;
      }
      case 'branch': {
        const ways = [part(node, flow.then), ...(flow.otherwise ? node.childrenForFieldName(flow.otherwise) : [])];
        const outcomes = ways.flatMap((way) => (way ? [this.#way(way, isNested)] : []));
        const isComplete = ways.slice(1).some((way) => way && this.flow.get(way.type)?.is !== 'branch');
        const last = ways.at(-1);
        const isChain = last && ways.length > 1 && this.flow.get(last.type)?.is === 'branch' && flow.otherwise;
        return either(isComplete || isChain ? outcomes : [...outcomes, goesOn]);
      }
      case 'try':
        return either(
          node.namedChildren.flatMap((child) => {
            const inner = child && this.flow.get(child.type);
            const body = child && inner?.is === 'catch' ? part(child, inner.body) : null;
            return child?.id === part(node, flow.body)?.id && child
              ? [this.#of(child, isNested)]
              : body
                ? [this.#of(body, isNested)]
                : [];
          }),
        );
      case 'loop':
      case 'switch': {
        const inner = this.#inside(node);
        return either([{ ...inner, repeats: flow.is === 'switch' && inner.repeats }, goesOn]);
      }
      default:
        return goesOn;
    }
  }

  /** One way of a branch. An `elif` that stands alone as a way may also be passed by. */
  #way(node: Node, isNested: boolean): Outcome {
    const flow = this.flow.get(node.type);
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
  #inside(node: Node): Outcome {
    const outcomes = node.namedChildren.flatMap((child) =>
      child ? [this.flow.has(child.type) ? this.#of(child, true) : this.#inside(child)] : [],
    );
    return outcomes.length > 0 ? either(outcomes) : goesOn;
  }
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
