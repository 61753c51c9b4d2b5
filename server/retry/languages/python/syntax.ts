import { dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const pythonSyntax: Syntax = {
  functions: new Set(['function_definition', 'lambda']),
  calls: ['call'],
  callee(call) {
    const callee = field(call, 'function');
    return { name: dottedName(callee), object: field(callee, 'object') };
  },
  wrappers: new Set(['await', 'parenthesized_expression']),
  awaits: new Set(['await']),
  argumentLists: new Set(['argument_list']),
  names: ['identifier'],
  patternNames: [],
  bindings: new Map([
    ['assignment', { name: 'left', value: 'right' }],
    ['named_expression', { name: 'name', value: 'value' }],
    ['for_statement', { name: 'left', value: 'right' }],
    ['as_pattern', { name: 'alias', value: 0 }],
  ]),
  statements: new Set(['expression_statement', 'return_statement', 'raise_statement', 'with_item']),
  blocks: new Set(['block', 'module']),
  branches: new Set([
    'if_statement',
    'elif_clause',
    'case_clause',
    'conditional_expression',
    'while_statement',
    'except_clause',
  ]),
  switches: new Set(['match_statement']),
  conditions: ['condition', 'subject'],
  comparisons: new Set(['comparison_operator', 'boolean_operator']),
  catches: new Set(['except_clause']),
  tried: (clause) => [field(clause.parent, 'body') ?? []].flat(),
  loops: new Set(['while_statement', 'for_statement']),
  loopOver: (loop) => ({ variable: field(loop, 'left'), over: field(loop, 'right') }),
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: ['raise_statement'],
  },
  functionName: (node) => field(node, 'name')?.text,
};
