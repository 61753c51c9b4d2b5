import type { Node } from '@vscode/tree-sitter-wasm';
import { children, covers, dottedName, field, isFunction, lastName, nodesOfType, outward } from './nodes';

const branchTypes = [
  'if_statement',
  'elif_clause',
  'switch_case',
  'case_clause',
  'ternary_expression',
  'catch_clause',
  'except_clause',
];
const loopTypes: ReadonlySet<string> = new Set([
  'while_statement',
  'do_statement',
  'for_statement',
  'for_in_statement',
]);
const tells = /status|code|\.ok\b|is_success|is_error|err|\b(?:408|425|429|5\d\d)\b/i;
const succeeds = /(?<![!\w.]|not )[\w.]+\.(?:ok|is_success)\b|={2,3} *20\d|<=? *(?:299|300|399|400)\b|!==? *[45]\d\d/;
const sleeps = /^(?:\w*sleep\w*|\w*delay\w*|wait(?!_for)\w*|setTimeout|pause|\w*backoff\w*)$/i;

/** What repeats a call by hand: a loop around it, or the function that it is in; undefined when nothing does. */
export function handWrittenRetry(call: Node): string | undefined {
  for (const outer of outward(call)) {
    if (loopTypes.has(outer.type) && !overItems(outer, call) && repeats(outer, call)) {
      return 'The loop around this call retries already: wrapping the call would multiply the attempts.';
    }
    if (isFunction(outer)) {
      const name = functionName(outer);
      if (name && callsItself(outer, name, call)) {
        return `${name} calls itself to retry already: wrapping the call would multiply the attempts.`;
      }
      // Beyond a callback, for example of a timer or a promise, the function around it may still call itself.
      if (name) {
        return undefined;
      }
    }
  }
  return undefined;
}

/** In a loop over items, another round is another request, not a repetition. */
function overItems(loop: Node, call: Node): boolean {
  const over = field(loop, 'right')?.text;
  if (over !== undefined && !/^(?:range|count|itertools)\b|attempt|retr/i.test(over)) {
    return true;
  }
  const counter = field(loop, 'left') ?? countedIn(loop);
  const used = nodesOfType(call, 'identifier').some(({ text }) => text === counter?.text);
  return used && !/attempt|retr|tries/i.test(counter?.text ?? '');
}

function countedIn(loop: Node): Node | undefined {
  const declared = field(loop, 'initializer');
  return declared && field(nodesOfType(declared, 'variable_declarator')[0], 'name');
}

/** Whether another round of a loop is another attempt of the call in it. */
function repeats(loop: Node, call: Node): boolean {
  const results = resultNames(call);
  const looks = (condition: Node | undefined): boolean =>
    condition !== undefined &&
    tells.test(condition.text) &&
    (covers(condition, call) || nodesOfType(condition, 'identifier').some(({ text }) => results.has(text)));
  if (looks(field(loop, 'condition'))) {
    return true;
  }
  return branchesOn(loop, call, looks).some((branch) => {
    const isCatch = branch.type === 'catch_clause' || branch.type === 'except_clause';
    const goesOn = has(branch, 'continue_statement', loop);
    if (goesOn || sleepsIn(branch)) {
      return true;
    }
    // What ends the loop after a success repeats after a failure.
    const leaves = (node: Node): boolean => has(node, 'return_statement', loop) || has(node, 'break_statement', loop);
    const tried = field(branch.parent, 'body');
    if (isCatch) {
      return tried !== undefined && leaves(tried) && !endsIn(branch);
    }
    return succeeds.test(conditionOf(branch)?.text ?? '') && leaves(branch) && sleepsIn(loop);
  });
}

/** The branches in a loop that look at the result of the call, or at its error. */
function branchesOn(loop: Node, call: Node, looks: (condition: Node | undefined) => boolean): Node[] {
  return nodesOfType(loop, branchTypes).filter((branch) => {
    const tried = [...outward(branch)]
      .filter(({ type }) => type === 'catch_clause' || type === 'except_clause')
      .some((clause) => covers(loop, clause) && tries(clause, call));
    return tried || looks(conditionOf(branch));
  });
}

/** Whether a clause catches what the call throws. */
function tries(clause: Node, call: Node): boolean {
  const body = field(clause.parent, 'body');
  return body !== undefined && covers(body, call);
}

function conditionOf(branch: Node): Node | undefined {
  if (branch.type === 'switch_case' || branch.type === 'case_clause') {
    const around = [...outward(branch)].find(({ type }) => type === 'switch_statement' || type === 'match_statement');
    return field(around, 'value') ?? field(around, 'subject');
  }
  return field(branch, 'condition');
}

/** The names that hold what the call gave, also what was taken from it. */
function resultNames(call: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const outer of outward(call)) {
    if (isFunction(outer) || /block$|statement_block|module|program/.test(outer.type)) {
      break;
    }
    const target = field(outer, 'left') ?? (outer.type === 'variable_declarator' ? field(outer, 'name') : undefined);
    const alias = outer.type === 'with_statement' ? nodesOfType(outer, 'as_pattern_target')[0] : undefined;
    for (const found of [target, alias]) {
      const types = ['identifier', 'shorthand_property_identifier_pattern'];
      for (const { text } of found ? nodesOfType(found, types) : []) {
        names.add(text);
      }
    }
  }
  return names;
}

/** Whether a node has a statement that belongs to the loop, and not to a loop or a function in it. */
function has(node: Node, type: string, loop: Node): boolean {
  return nodesOfType(node, type).some((found) => {
    const owner = [...outward(found)].find((outer) =>
      type === 'return_statement'
        ? isFunction(outer) || outer.id === loop.id
        : isFunction(outer) || loopTypes.has(outer.type),
    );
    return owner?.id === loop.id;
  });
}

function sleepsIn(node: Node): boolean {
  return nodesOfType(node, ['call_expression', 'call']).some((call) =>
    sleeps.test(lastName(dottedName(field(call, 'function')))),
  );
}

/** Whether a clause ends by leaving the loop. */
function endsIn(clause: Node): boolean {
  const body = field(clause, 'body') ?? children(clause).find(({ type }) => type === 'block');
  return /^(?:throw|raise|return|break)_statement$/.test(children(body).at(-1)?.type ?? '');
}

function functionName(node: Node): string | undefined {
  const own = field(node, 'name');
  return own?.text ?? (node.parent?.type === 'variable_declarator' ? field(node.parent, 'name')?.text : undefined);
}

/** Whether a function calls itself in a branch on a status or an error. */
function callsItself(owner: Node, name: string, call: Node): boolean {
  const names = nodesOfType(owner, ['identifier', 'property_identifier']).filter((node) => node.text === name);
  return names.some((node) => {
    const holder = field(node.parent, 'object');
    if (field(owner, 'name')?.id === node.id || (holder && !/^(?:this|self|cls)$/.test(holder.text))) {
      return false;
    }
    for (const outer of outward(node)) {
      if (outer.id === owner.id) {
        return false;
      }
      const isCatch = outer.type === 'catch_clause' || outer.type === 'except_clause';
      if (
        isCatch ? tries(outer, call) : branchTypes.includes(outer.type) && tells.test(conditionOf(outer)?.text ?? '')
      ) {
        return true;
      }
    }
    return false;
  });
}
