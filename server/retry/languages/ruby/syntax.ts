import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

const clauses = new Set(['rescue', 'else', 'ensure']);

export const rubySyntax: Syntax = {
  functions: new Set(['method', 'singleton_method', 'lambda', 'block', 'do_block']),
  calls: ['call'],
  callee(call) {
    const object = field(call, 'receiver');
    const method = field(call, 'method')?.text ?? '';
    return { name: object ? `${dottedName(object)}.${method}` : method, object };
  },
  wrappers: new Set(['parenthesized_statements']),
  awaits: new Set(),
  argumentLists: new Set(['argument_list']),
  names: ['identifier', 'instance_variable', 'constant'],
  patternNames: [],
  bindings: new Map([['assignment', { name: 'left', value: 'right' }]]),
  statements: new Set(['assignment', 'call', 'return']),
  blocks: new Set(['body_statement', 'block_body', 'then', 'else', 'begin', 'program']),
  branches: new Set([
    'if',
    'unless',
    'elsif',
    'when',
    'if_modifier',
    'unless_modifier',
    'conditional',
    'while',
    'until',
    'rescue',
  ]),
  switches: new Set(['case']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['binary']),
  catches: new Set(['rescue']),
  tried: (clause) => children(clause.parent).filter(({ type }) => !clauses.has(type)),
  loops: new Set(['while', 'until', 'for', 'block', 'do_block']),
  loopOver,
  jumps: { continue: ['next', 'redo'], break: ['break'], return: ['return'], throw: [] },
  functionName: (node) => field(node, 'name')?.text,
};

/** Only the blocks of some methods are rounds of a loop that counts; all others are given something. */
function loopOver(loop: Node): { variable?: Node | undefined; over?: Node | undefined } {
  if (loop.type === 'for') {
    return { variable: field(loop, 'pattern'), over: children(field(loop, 'value'))[0] };
  }
  if (loop.type === 'while' || loop.type === 'until') {
    return {};
  }
  const variable = children(field(loop, 'parameters')).at(-1);
  const call = loop.parent ?? undefined;
  const counts = /^(?:loop|times|upto|downto|step)$/.test(field(call, 'method')?.text ?? '');
  return { variable, over: counts ? undefined : (field(call, 'receiver') ?? call) };
}
