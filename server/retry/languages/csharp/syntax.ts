import { dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const csharpSyntax: Syntax = {
  functions: new Set([
    'method_declaration',
    'constructor_declaration',
    'local_function_statement',
    'lambda_expression',
    'anonymous_method_expression',
  ]),
  calls: ['invocation_expression'],
  callee(call) {
    const callee = field(call, 'function');
    return { name: dottedName(callee), object: field(callee, 'expression') };
  },
  wrappers: new Set(['await_expression', 'parenthesized_expression']),
  awaits: new Set(['await_expression']),
  argumentLists: new Set(['argument_list', 'argument']),
  names: ['identifier'],
  patternNames: [],
  bindings: new Map([
    ['variable_declarator', { name: 'name', value: -1 }],
    ['assignment_expression', { name: 'left', value: 'right' }],
    ['foreach_statement', { name: 'left', value: 'right' }],
  ]),
  statements: new Set([
    'local_declaration_statement',
    'expression_statement',
    'return_statement',
    'throw_statement',
    'field_declaration',
    'arrow_expression_clause',
  ]),
  blocks: new Set(['block', 'declaration_list', 'compilation_unit']),
  branches: new Set([
    'if_statement',
    'switch_section',
    'switch_expression_arm',
    'conditional_expression',
    'while_statement',
    'do_statement',
    'catch_clause',
  ]),
  switches: new Set(['switch_statement', 'switch_expression']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['binary_expression', 'is_pattern_expression']),
  catches: new Set(['catch_clause']),
  tried: (clause) => [field(clause.parent, 'body') ?? []].flat(),
  loops: new Set(['while_statement', 'do_statement', 'for_statement', 'foreach_statement']),
  loopOver(loop) {
    const counted = field(loop, 'initializer')?.namedChildren.find((child) => child?.type === 'variable_declarator');
    return { variable: field(loop, 'left') ?? field(counted, 'name'), over: field(loop, 'right') };
  },
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: ['throw_statement'],
  },
  functionName: (node) => field(node, 'name')?.text,
};
