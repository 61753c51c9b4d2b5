import { children, dottedName } from '../../nodes';
import type { Syntax } from '../../syntaxTable';

/** The grammar names few of its fields; what is called is the first child of a call, and what it is called on of that. */
export const kotlinSyntax: Syntax = {
  functions: new Set([
    'function_declaration',
    'anonymous_function',
    'lambda_literal',
    'secondary_constructor',
    'getter',
  ]),
  calls: ['call_expression'],
  callee(call) {
    const [first, behind] = children(call);
    // A call with a block behind its arguments is one around the call without it.
    const isWithBlock = first?.type === 'call_expression' && behind?.type === 'annotated_lambda';
    const callee = isWithBlock ? children(first)[0] : first;
    const object = callee?.type === 'navigation_expression' ? children(callee)[0] : undefined;
    return { name: dottedName(callee), object };
  },
  wrappers: new Set(['parenthesized_expression', 'value_argument']),
  awaits: new Set(),
  argumentLists: new Set(['value_arguments', 'value_argument', 'annotated_lambda']),
  names: ['identifier'],
  patternNames: [],
  bindings: new Map([
    ['property_declaration', { name: ':variable_declaration|:multi_variable_declaration', value: -1 }],
    ['assignment', { name: 'left', value: 'right' }],
    ['for_statement', { name: ':variable_declaration', value: 1 }],
  ]),
  statements: new Set(['property_declaration', 'assignment', 'return_expression', 'throw_expression']),
  blocks: new Set(['block', 'class_body', 'source_file']),
  branches: new Set(['if_expression', 'when_entry', 'while_statement', 'do_while_statement', 'catch_block']),
  switches: new Set(['when_expression']),
  conditions: ['condition'],
  comparisons: new Set(['binary_expression']),
  catches: new Set(['catch_block']),
  tried: (clause) => children(clause.parent).slice(0, 1),
  loops: new Set(['while_statement', 'do_while_statement', 'for_statement']),
  loopOver(loop) {
    const [variable, over] = loop.type === 'for_statement' ? children(loop) : [];
    return { variable, over };
  },
  // The grammar takes the words for names.
  jumps: {
    continue: ['identifier'],
    break: ['identifier'],
    return: ['return_expression'],
    throw: ['throw_expression'],
  },
  functionName: (node) => (node.type === 'function_declaration' ? node.childForFieldName('name')?.text : undefined),
};
