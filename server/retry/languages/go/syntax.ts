import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const goSyntax: Syntax = {
  functions: new Set(['function_declaration', 'method_declaration', 'func_literal']),
  calls: ['call_expression'],
  callee(call) {
    const callee = field(call, 'function');
    const object = field(callee, 'operand');
    // What is sent by something that retries, or connects anew, is retried: `withBackoff(client).Get(url)`.
    const maker = object?.type === 'call_expression' ? field(object, 'function') : undefined;
    return {
      name: dottedName(/^with(?:Resty)?(?:Backoff|Reconnect)$/.test(maker?.text ?? '') ? maker : callee),
      object,
    };
  },
  wrappers: new Set(['parenthesized_expression', 'expression_list']),
  awaits: new Set(),
  argumentLists: new Set(['argument_list']),
  names: ['identifier'],
  patternNames: [],
  bindings: new Map([
    ['short_var_declaration', { name: 'left', value: 'right' }],
    ['assignment_statement', { name: 'left', value: 'right' }],
    ['const_spec', { name: 'name', value: 'value' }],
    ['var_spec', { name: 'name', value: 'value' }],
    ['range_clause', { name: 'left', value: 'right' }],
  ]),
  statements: new Set([
    'expression_statement',
    'short_var_declaration',
    'assignment_statement',
    'var_declaration',
    'return_statement',
    'defer_statement',
  ]),
  blocks: new Set(['block', 'source_file']),
  branches: new Set(['if_statement', 'expression_case', 'for_statement']),
  switches: new Set(['expression_switch_statement']),
  conditions: ['condition', 'value'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(),
  tried: () => [],
  loops: new Set(['for_statement']),
  loopOver(loop) {
    const clause = children(loop).find(({ type }) => type === 'range_clause' || type === 'for_clause');
    const counted = field(field(clause, 'initializer'), 'left');
    return { variable: counted ?? lastOf(field(clause, 'left')), over: field(clause, 'right') };
  },
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: [],
  },
  functionName: (node) => field(node, 'name')?.text,
};

function lastOf(list: Node | undefined): Node | undefined {
  return children(list).at(-1);
}
