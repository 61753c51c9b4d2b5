import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

export const javaSyntax: Syntax = {
  functions: new Set(['method_declaration', 'constructor_declaration', 'lambda_expression']),
  calls: ['method_invocation'],
  callee(call) {
    const object = field(call, 'object');
    const method = field(call, 'name')?.text ?? '';
    const maker = object && madeBy(object);
    const receiver = maker ?? dottedName(object);
    return { name: receiver ? `${receiver}.${method}` : method, object };
  },
  wrappers: new Set(['parenthesized_expression']),
  awaits: new Set(),
  argumentLists: new Set(['argument_list']),
  names: ['identifier', 'type_identifier'],
  patternNames: [],
  bindings: new Map([
    ['variable_declarator', { name: 'name', value: 'value' }],
    ['assignment_expression', { name: 'left', value: 'right' }],
    ['enhanced_for_statement', { name: 'name', value: 'value' }],
    ['resource', { name: 'name', value: 'value' }],
  ]),
  statements: new Set([
    'local_variable_declaration',
    'expression_statement',
    'return_statement',
    'throw_statement',
    'field_declaration',
  ]),
  blocks: new Set(['block', 'class_body', 'constructor_body', 'program']),
  branches: new Set([
    'if_statement',
    'switch_block_statement_group',
    'switch_rule',
    'ternary_expression',
    'while_statement',
    'do_statement',
    'catch_clause',
  ]),
  switches: new Set(['switch_expression']),
  conditions: ['condition'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(['catch_clause']),
  tried: (clause) => [field(clause.parent, 'body') ?? []].flat(),
  loops: new Set(['while_statement', 'do_statement', 'for_statement', 'enhanced_for_statement']),
  loopOver(loop) {
    const counted = children(field(loop, 'init')).find(({ type }) => type === 'variable_declarator');
    return { variable: field(loop, 'name') ?? field(counted, 'name'), over: field(loop, 'value') };
  },
  jumps: {
    continue: ['continue_statement'],
    break: ['break_statement'],
    return: ['return_statement'],
    throw: ['throw_statement'],
  },
  functionName: (node) => field(node, 'name')?.text,
};

/** The class of which a chain of calls makes an object first: `new Backoff().with(...)`. */
function madeBy(chain: Node): string | undefined {
  let at: Node | undefined = chain;
  while (at?.type === 'method_invocation') {
    at = field(at, 'object');
  }
  return at?.type === 'object_creation_expression' ? field(at, 'type')?.text : undefined;
}
