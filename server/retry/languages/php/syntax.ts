import { children, dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const phpSyntax: Syntax = {
  functions: new Set(['function_definition', 'method_declaration', 'anonymous_function', 'arrow_function']),
  calls: [
    'function_call_expression',
    'member_call_expression',
    'nullsafe_member_call_expression',
    'scoped_call_expression',
  ],
  callee(call) {
    const object = field(call, 'object');
    const holder = object ?? field(call, 'scope');
    const name = dottedName(field(call, 'function') ?? field(call, 'name')).replace(/^\\/, '');
    return { name: holder ? `${dottedName(holder)}.${name}` : name, object };
  },
  wrappers: new Set(['parenthesized_expression', 'argument']),
  awaits: new Set(),
  argumentLists: new Set(['arguments', 'argument']),
  names: ['variable_name', 'name'],
  patternNames: [],
  bindings: new Map([['assignment_expression', { name: 'left', value: 'right' }]]),
  statements: new Set(['expression_statement', 'return_statement', 'echo_statement']),
  blocks: new Set(['compound_statement', 'declaration_list', 'program']),
  branches: new Set([
    'if_statement',
    'else_if_clause',
    'case_statement',
    'match_conditional_expression',
    'conditional_expression',
    'while_statement',
    'do_statement',
    'catch_clause',
  ]),
  switches: new Set(['switch_statement', 'match_expression']),
  conditions: ['condition'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(['catch_clause']),
  tried: (clause) => [field(clause.parent, 'body') ?? []].flat(),
  loops: new Set(['while_statement', 'do_statement', 'for_statement', 'foreach_statement']),
  loopOver(loop) {
    if (loop.type === 'foreach_statement') {
      const [over, variable] = children(loop);
      return { variable, over };
    }
    return { variable: field(field(loop, 'initialize'), 'left') };
  },
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: ['throw_expression'],
  },
  functionName: (node) => field(node, 'name')?.text,
};
