import { type Grammar, shapes } from '../grammar';

export const powershell: Grammar = {
  nodes: shapes([
    ['variable simple_name type_identifier command_name function_name', { is: 'name' }],
    ['decimal_integer_literal', { is: 'number' }],
    ['integer_literal', { is: 'wrap', value: 0 }],
    ['string_literal generic_token', { is: 'string' }],
    ['comment', { is: 'comment' }],
    // Every level of precedence is a node of its own, mostly with a single child.
    [
      'additive_expression multiplicative_expression format_expression unary_expression bitwise_expression pipeline pipeline_chain left_assignment_expression key_expression switch_clause_condition switch_condition member_name argument_expression logical_argument_expression bitwise_argument_expression comparison_argument_expression additive_argument_expression multiplicative_argument_expression format_argument_expression range_argument_expression script_parameter_default parenthesized_expression sub_expression',
      { is: 'wrap', value: 0 },
    ],
    ['expression_with_unary_operator', { is: 'wrap', value: -1 }],
    ['cast_expression', { is: 'wrap', value: -1, type: 0 }],
    ['array_expression', { is: 'wrap', value: 0 }],
    ['statement_list statement_block else_clause', { is: 'block' }],
    ['if_statement', { is: 'choice', test: 'condition' }],
    ['array_literal_expression', { is: 'list' }],
    ['range_expression', { is: 'range' }],
    ['logical_expression comparison_expression', { is: 'binary' }],
    ['assignment_expression', { is: 'bind', name: 0, value: 'value' }],
    ['hash_entry', { is: 'pair', key: 0, value: 1 }],
    ['hash_literal_body', { is: 'block' }],
    ['hash_literal_expression', { is: 'wrap', value: 0 }],
    ['member_access', { is: 'member', object: 0, name: 1 }],
    ['element_access', { is: 'index', object: 0, index: 1 }],
    ['invokation_expression', { is: 'call', callee: 1, object: 0, arguments: ':argument_list' }],
    ['argument_expression_list', { is: 'arguments' }],
    ['argument_list', { is: 'wrap', value: 0 }],
    ['command', { is: 'command', callee: ':command_name', arguments: ':command_elements/*' }],
    ['command_elements', { is: 'command' }],
    ['switch_clause', { is: 'arm', value: ':statement_block' }],
    ['switch_statement', { is: 'switch', subject: 0 }],
    ['foreach_statement', { is: 'loop', variable: 0, list: 1 }],
    [
      'function_statement',
      {
        is: 'function',
        name: ':function_name',
        parameters: ':function_parameter_declaration|:script_block/:param_block',
      },
    ],
    ['parameter_list', { is: 'parameters' }],
    [
      'script_parameter',
      { is: 'parameter', name: ':variable', value: ':script_parameter_default', type: ':attribute_list' },
    ],
  ]),
  single: new Set(['array_literal_expression', 'range_expression']),
  hyphens: true,
  constants: [/\[(?:System\.)?(?:Net\.)?HttpStatusCode\]::(?<name>[A-Z]\w{2,60})/gi],
};
