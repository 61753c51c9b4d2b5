import { dottedName, field, nodesOfType } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const scriptSyntax: Syntax = {
  functions: new Set([
    'function_declaration',
    'function_expression',
    'generator_function_declaration',
    'generator_function',
    'arrow_function',
    'method_definition',
  ]),
  calls: ['call_expression'],
  callee(call) {
    const callee = field(call, 'function');
    // The grammar reads `await client.get<T>(url)` as a call of `await client.get`.
    const object = field(callee, 'object') ?? (callee?.type === 'await_expression' ? callee : undefined);
    return { name: dottedName(callee), object };
  },
  wrappers: new Set(['await_expression', 'parenthesized_expression']),
  awaits: new Set(['await_expression']),
  argumentLists: new Set(['arguments']),
  names: ['identifier'],
  keys: ['property_identifier'],
  patternNames: ['shorthand_property_identifier_pattern'],
  bindings: new Map([
    ['variable_declarator', { name: 'name', value: 'value' }],
    ['assignment_expression', { name: 'left', value: 'right' }],
    ['for_in_statement', { name: 'left', value: 'right' }],
  ]),
  statements: new Set([
    'expression_statement',
    'lexical_declaration',
    'variable_declaration',
    'return_statement',
    'throw_statement',
  ]),
  blocks: new Set(['statement_block', 'program']),
  branches: new Set(['if_statement', 'switch_case', 'ternary_expression', 'while_statement', 'catch_clause']),
  switches: new Set(['switch_statement']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(['catch_clause']),
  tried: (clause) => [field(clause.parent, 'body') ?? []].flat(),
  loops: new Set(['while_statement', 'do_statement', 'for_statement', 'for_in_statement']),
  loopOver(loop) {
    const declared = field(loop, 'initializer');
    const counter = declared && field(nodesOfType(declared, 'variable_declarator')[0], 'name');
    return { variable: field(loop, 'left') ?? counter, over: field(loop, 'right') };
  },
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: ['throw_statement'],
  },
  functionName(node) {
    const { parent } = node;
    return (field(node, 'name') ?? (parent?.type === 'variable_declarator' ? field(parent, 'name') : undefined))?.text;
  },
};
