import type { Node } from '@vscode/tree-sitter-wasm';
import { children, field, nodesOfType } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const shellSyntax: Syntax = {
  functions: new Set(['function_definition']),
  calls: ['command'],
  callee: (call) => ({ name: field(call, 'name')?.text ?? '' }),
  wrappers: new Set(['command_substitution', 'string', 'pipeline', 'negated_command', 'redirected_statement']),
  awaits: new Set(),
  argumentLists: new Set(),
  names: ['variable_name', 'word'],
  patternNames: [],
  bindings: new Map([['variable_assignment', { name: 'name', value: 'value' }]]),
  statements: new Set(['variable_assignment', 'redirected_statement', 'pipeline', 'list', 'declaration_command']),
  blocks: new Set(['compound_statement', 'do_group', 'program', 'subshell']),
  branches: new Set(['if_statement', 'elif_clause', 'case_item', 'while_statement']),
  switches: new Set(['case_statement']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['test_command', 'binary_expression']),
  catches: new Set(),
  tried: () => [],
  loops: new Set(['while_statement', 'for_statement', 'c_style_for_statement']),
  loopOver(loop) {
    const values = loop.childrenForFieldName('value').filter((value): value is Node => value !== null);
    const counts = values.every((value) => value.type === 'number' || /^(?:\$\(seq|`seq|\{\d)/.test(value.text));
    return { variable: field(loop, 'variable'), over: counts ? undefined : values[0] };
  },
  jumps: { continue: [], break: [], return: [], throw: [] },
  functionName: (node) => field(node, 'name')?.text,
};

/** Whether a node runs a command of this name. */
export function runs(node: Node, name: string): boolean {
  return nodesOfType(node, 'command').some((command) => shellSyntax.callee(command).name === name);
}

/** The words of a command behind its name. */
export function wordsOf(command: Node): Node[] {
  const name = field(command, 'name');
  return children(command).filter((word) => word.startIndex >= (name?.endIndex ?? 0));
}
