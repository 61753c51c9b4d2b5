import { dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const rustSyntax: Syntax = {
  functions: new Set(['function_item', 'closure_expression']),
  calls: ['call_expression'],
  callee(call) {
    const callee = field(call, 'function');
    return { name: dottedName(callee), object: field(callee, 'value') };
  },
  wrappers: new Set(['try_expression', 'await_expression', 'parenthesized_expression', 'reference_expression']),
  awaits: new Set(['await_expression']),
  argumentLists: new Set(['arguments']),
  names: ['identifier'],
  patternNames: [],
  bindings: new Map([
    ['const_item', { name: 'name', value: 'value' }],
    ['static_item', { name: 'name', value: 'value' }],
    ['let_declaration', { name: 'pattern', value: 'value' }],
    ['let_condition', { name: 'pattern', value: 'value' }],
    ['assignment_expression', { name: 'left', value: 'right' }],
    ['for_expression', { name: 'pattern', value: 'value' }],
  ]),
  statements: new Set(['let_declaration', 'expression_statement', 'return_expression']),
  blocks: new Set(['block', 'declaration_list', 'source_file']),
  branches: new Set(['if_expression', 'match_arm', 'while_expression']),
  switches: new Set(['match_expression']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(),
  tried: () => [],
  loops: new Set(['while_expression', 'loop_expression', 'for_expression']),
  loopOver: (loop) => ({ variable: field(loop, 'pattern'), over: field(loop, 'value') }),
  jumps: {
    continue: ['continue_expression'],
    break: ['break_expression'],
    return: ['return_expression'],
    throw: [],
  },
  functionName: (node) => field(node, 'name')?.text,
};
