import { type Grammar, shapes } from '../grammar';

export const go: Grammar = {
  nodes: shapes([
    ['identifier field_identifier type_identifier package_identifier', { is: 'name' }],
    ['int_literal', { is: 'number' }],
    ['interpreted_string_literal raw_string_literal', { is: 'string' }],
    ['comment', { is: 'comment' }],
    ['import_declaration', { is: 'import' }],
    ['parenthesized_expression literal_element type_conversion_expression', { is: 'wrap', value: 0 }],
    ['unary_expression', { is: 'wrap', value: 'operand' }],
    ['composite_literal', { is: 'wrap', value: 'body', type: 'type' }],
    ['block statement_list', { is: 'block' }],
    ['expression_list literal_value', { is: 'list' }],
    ['binary_expression', { is: 'binary' }],
    ['const_spec var_spec', { is: 'bind', name: 'name', value: 'value' }],
    ['short_var_declaration assignment_statement', { is: 'bind', name: 'left', value: 'right' }],
    ['keyed_element', { is: 'pair', key: 'key', value: 'value' }],
    ['selector_expression', { is: 'member', object: 'operand', name: 'field' }],
    ['qualified_type', { is: 'member', object: 'package', name: 'name' }],
    ['index_expression', { is: 'index', object: 'operand', index: 'index' }],
    ['call_expression', { is: 'call', callee: 'function', arguments: 'arguments' }],
    ['argument_list', { is: 'arguments' }],
    ['expression_case', { is: 'arm' }],
    ['expression_switch_statement', { is: 'switch', subject: 'value' }],
    [
      'function_declaration method_declaration',
      { is: 'function', name: 'name', parameters: 'parameters', body: 'body' },
    ],
    ['func_literal', { is: 'function', parameters: 'parameters', body: 'body' }],
    ['parameter_list', { is: 'parameters' }],
    ['parameter_declaration', { is: 'parameter', name: 'name', type: 'type' }],
    ['return_statement', { is: 'return' }],
    ['range_clause', { is: 'loop', variable: 'left', list: 'right' }],
    ['type_spec', { is: 'class', name: 'name' }],
  ]),
  single: new Set(['expression_list']),
  generatesAnswers: true,
  constants: [
    /\b[a-z]\w{1,20}\.(?<name>Status[A-Z]\w{2,60})/g,
    // Ready-made errors of web frameworks.
    /\b(?:echo|fiber)\.Err(?<name>[A-Z]\w{2,60})/g,
  ],
};
