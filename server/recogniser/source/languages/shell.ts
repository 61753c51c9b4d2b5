import { type Grammar, shapes } from '../grammar';

/** Bash and POSIX shells. */
export const shell: Grammar = {
  nodes: shapes([
    ['variable_name special_variable_name command_name', { is: 'name' }],
    ['number', { is: 'number' }],
    ['word string raw_string extglob_pattern regex concatenation', { is: 'string' }],
    ['comment', { is: 'comment' }],
    ['simple_expansion expansion parenthesized_expression unary_expression', { is: 'wrap', value: 0 }],
    ['array', { is: 'list' }],
    ['subscript', { is: 'index', object: 'name', index: 'index' }],
    ['binary_expression', { is: 'binary' }],
    ['variable_assignment', { is: 'bind', name: 'name', value: 'value' }],
    ['command', { is: 'command', callee: 'name', arguments: 'argument' }],
    ['case_item', { is: 'arm', value: '>)' }],
    ['case_statement', { is: 'switch', subject: 'value' }],
    ['for_statement', { is: 'loop', variable: 'variable', list: 'value' }],
    ['function_definition', { is: 'function', name: 'name', parameters: '', body: 'body' }],
  ]),
  constants: [],
  needsOrigin: true,
  bareWords: true,
};
