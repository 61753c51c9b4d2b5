import type { Node } from '@vscode/tree-sitter-wasm';
import { isCodeName, isErrorName, isStatusCall, isStatusName, isVendorCodeName } from './names';

/** What the syntax around a literal says that the literal is. */
export interface Meaning {
  /** `status`: of HTTP; `code`: an error's code, of HTTP or of a vendor; `vendor-code`: never of HTTP. */
  readonly what: 'status' | 'code' | 'vendor-code';
  /** See `Candidate.weight`. */
  readonly weight: number;
  readonly evidence: string;
}

const comparisons = new Set(['binary_expression', 'comparison_operator']);
const lists = new Set([
  'array',
  'list',
  'tuple',
  'set',
  'expression_list',
  'arguments',
  'argument_list',
  'case_pattern',
  'union_pattern',
  'or_pattern',
  'list_splat',
  'union_type',
  'literal_type',
]);
const wrappers = new Set([
  'parenthesized_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'case_pattern',
  'literal_type',
  'parenthesized_type',
]);
const calls = new Set(['call_expression', 'new_expression', 'call']);
/** Nodes that bind a name to a value: the fields that hold the name. */
const bindings: ReadonlyMap<string, readonly string[]> = new Map([
  ['pair', ['key']],
  ['variable_declarator', ['name']],
  ['assignment_expression', ['left']],
  ['assignment', ['left']],
  ['augmented_assignment', ['left']],
  ['keyword_argument', ['name']],
  ['default_parameter', ['name']],
  ['typed_default_parameter', ['name']],
  ['assignment_pattern', ['left']],
  ['required_parameter', ['pattern']],
  ['public_field_definition', ['name']],
  ['enum_assignment', ['name']],
  ['type_alias_declaration', ['name']],
  ['property_signature', ['name']],
  ['object_assignment_pattern', ['left']],
]);

/**
 * What a literal stands for by its place in the syntax: compared with, switched on, listed with, assigned or passed
 * to something that holds a status or an error's code. Undefined when nothing says so.
 */
export function meaningOf(literal: Node): Meaning | undefined {
  let node = literal;
  let parent = node.parent;
  // The literal may be an item of a list that is compared, assigned or passed.
  let listed = '';
  for (let depth = 0; parent && depth < 8; depth++) {
    if (comparisons.has(parent.type)) {
      return ofComparison(parent, node, listed);
    }
    if (parent.type === 'switch_case' || parent.type === 'case_clause') {
      return ofSwitch(parent);
    }
    if (parent.type === 'pair' && parent.childForFieldName('key')?.equals(node)) {
      return ofKey(parent);
    }
    const names = bindings.get(parent.type);
    if (names) {
      return ofBinding(parent, node, names, listed);
    }
    if (parent.type === 'arguments' || parent.type === 'argument_list') {
      const call = parent.parent;
      const isCollection =
        listed !== '' && call && /^(?:Set|set|frozenset|List|list|tuple|freeze)$/.test(lastName(calleeOf(call)));
      if (call && !isCollection) {
        return ofArgument(call, parent, node, listed);
      }
    } else if (lists.has(parent.type) && !wrappers.has(parent.type)) {
      listed = ' in a list';
    } else if (
      !wrappers.has(parent.type) &&
      !calls.has(parent.type) &&
      parent.type !== 'member_expression' &&
      parent.type !== 'type_annotation'
    ) {
      return undefined;
    }
    if (parent.type === 'member_expression' || parent.type === 'attribute') {
      return ofMember(parent);
    }
    node = parent;
    parent = node.parent;
  }
  return undefined;
}

/** The last name of an expression: `error.response?.status` gives `status`, `errors[0]['code']` gives `code`. */
export function lastName(node: Node | null | undefined): string {
  switch (node?.type) {
    case undefined:
      return '';
    case 'identifier':
    case 'property_identifier':
    case 'shorthand_property_identifier':
    case 'type_identifier':
    case 'private_property_identifier':
      return node.text;
    case 'string':
      return node.text.slice(1, -1);
    case 'member_expression':
      return lastName(node.childForFieldName('property'));
    case 'attribute':
      return lastName(node.childForFieldName('attribute'));
    case 'subscript_expression':
    case 'subscript': {
      const index = node.childForFieldName('index') ?? node.childForFieldName('subscript');
      return index?.type === 'string'
        ? lastName(index)
        : lastName(node.childForFieldName('object') ?? node.childForFieldName('value'));
    }
    case 'call_expression':
    case 'call': {
      const callee = lastName(node.childForFieldName('function'));
      const first = node.childForFieldName('arguments')?.namedChild(0);
      if (/^(?:get|int|Number|str|String|parseInt|getattr|getCode|getcode)$/.test(callee) && first) {
        const key = callee === 'getattr' ? node.childForFieldName('arguments')?.namedChild(1) : first;
        return callee === 'getcode' ? 'status' : lastName(key);
      }
      return callee === 'getcode' ? 'status' : callee;
    }
    case 'parenthesized_expression':
    case 'await_expression':
    case 'await':
    case 'non_null_expression':
    case 'as_expression':
    case 'unary_expression':
      return lastName(node.namedChild(0));
    case 'binary_expression':
    case 'boolean_operator':
      // `err.status ?? err.code`: either name will do.
      return lastName(node.namedChild(0)) || lastName(node.namedChild(1));
    case 'array_pattern':
    case 'computed_property_name':
      return lastName(node.namedChild(0));
    case 'named_expression':
      return lastName(node.childForFieldName('name'));
    default:
      return '';
  }
}

function calleeOf(call: Node): Node | null {
  return call.childForFieldName('function') ?? call.childForFieldName('constructor');
}

function ofName(holder: Node | null | undefined, how: string): Meaning | undefined {
  const name = lastName(holder);
  const evidence = `${how} ${name}`;
  if (isVendorCodeName(name) || (isCodeName(name) && holder && /\berrors?\b\??\.?\[/.test(holder.text.slice(0, 200)))) {
    return { what: 'vendor-code', weight: 0.75, evidence };
  }
  if (isStatusName(name)) {
    return { what: 'status', weight: 0.95, evidence };
  }
  if (isCodeName(name)) {
    return { what: 'code', weight: 0.9, evidence };
  }
  return isErrorName(name) ? { what: 'code', weight: 0.5, evidence } : undefined;
}

function ofComparison(comparison: Node, node: Node, listed: string): Meaning | undefined {
  const operands = comparison.namedChildren.filter((child) => child !== null && !child.equals(node));
  const operator =
    comparison.childForFieldName('operator')?.text ?? comparison.childForFieldName('operators')?.text ?? '';
  if (/^(?:\+|-|\*|\/|%|\*\*|<<|>>|&|\||\^|&&|\|\||\?\?)$/.test(operator)) {
    return undefined;
  }
  for (const operand of operands) {
    const meaning = ofName(operand, 'compared with');
    if (meaning) {
      // A bound of a range is a place to explain, but names no single error.
      const isRange = /^[<>]=?$/.test(operator);
      return {
        ...meaning,
        weight: isRange ? Math.min(meaning.weight, 0.7) : meaning.weight,
        evidence: meaning.evidence + listed,
      };
    }
  }
  return undefined;
}

function ofSwitch(clause: Node): Meaning | undefined {
  let statement = clause.parent;
  while (statement && statement.type !== 'switch_statement' && statement.type !== 'match_statement') {
    statement = statement.parent;
  }
  const subject = statement?.childForFieldName('value') ?? statement?.childForFieldName('subject');
  return ofName(subject, 'switched on');
}

/** A map whose keys are statuses: several of them, or a name that says so. */
function ofKey(pair: Node): Meaning | undefined {
  const keys = (pair.parent?.namedChildren ?? []).map((child) => child?.childForFieldName('key')?.text ?? '');
  const statuses = keys.filter((key) => /^['"]?[1-5]\d\d['"]?$/.test(key)).length;
  let holder = pair.parent?.parent;
  while (holder && !bindings.has(holder.type) && !/statement|declaration|block|program|module/.test(holder.type)) {
    holder = holder.parent;
  }
  const field = holder && bindings.get(holder.type)?.[0];
  const name = lastName(field ? holder?.childForFieldName(field) : null);
  const named = /status|http|error|retry|message|reason/i.test(name);
  if (named && statuses > 0 && statuses === keys.length) {
    return { what: 'status', weight: 0.93, evidence: `key of ${name}` };
  }
  return undefined;
}

function ofBinding(binding: Node, node: Node, names: readonly string[], listed: string): Meaning | undefined {
  for (const field of names) {
    const name = binding.childForFieldName(field);
    if (name && !name.equals(node)) {
      const meaning = ofName(name, 'value of');
      if (meaning) {
        const inErrors = meaning.what === 'code' && binding.type === 'pair' && isInErrors(binding);
        return inErrors
          ? { what: 'vendor-code', weight: 0.6, evidence: 'code in errors' }
          : { ...meaning, evidence: meaning.evidence + listed };
      }
    }
  }
  return undefined;
}

/** `errors: [{ code: 88 }]`, in an object or a dictionary. */
function isInErrors(pair: Node): boolean {
  const outer = pair.parent?.parent?.parent;
  return outer?.type === 'pair' && lastName(outer.childForFieldName('key')) === 'errors';
}

function ofArgument(call: Node, args: Node, node: Node, listed: string): Meaning | undefined {
  const callee = calleeOf(call);
  const name = lastName(callee);
  if (isVendorCodeName(name)) {
    return { what: 'vendor-code', weight: 0.75, evidence: `argument of ${name}` };
  }
  const others = args.namedChildren.filter((child) => child !== null && !child.equals(node));
  if (
    /^(?:assert)?(?:equal|equals|strictequal|deepequal|is|in|include|includes|eq|assertequal|assertequals)$/i.test(
      name.replaceAll('_', ''),
    )
  ) {
    for (const other of others) {
      const meaning = ofName(other, 'compared with');
      if (meaning) {
        return meaning;
      }
    }
  }
  // `expect(res.status).toBe(429)`, `[429, 503].includes(res.status)`
  const object = callee?.childForFieldName('object');
  if (object && /^(?:toBe|toEqual|toStrictEqual|equal|eql|equals|toContain|includes|has|contains|is)$/.test(name)) {
    const expected = object.type === 'call_expression' ? object.childForFieldName('arguments')?.namedChild(0) : object;
    const meaning = ofName(expected, 'compared with');
    if (meaning) {
      return { ...meaning, evidence: meaning.evidence + listed };
    }
  }
  if (listed === '' && isStatusCall(name)) {
    return { what: 'status', weight: 0.93, evidence: `argument of ${name}` };
  }
  return undefined;
}

/** `[429, 503].includes(res.status)`: the literal's list is the object of a call. */
function ofMember(member: Node): Meaning | undefined {
  const call = member.parent;
  const method = lastName(member);
  if (!call || !calls.has(call.type) || !/^(?:includes|indexOf|has|contains|some|__contains__)$/.test(method)) {
    return undefined;
  }
  return ofName(call.childForFieldName('arguments')?.namedChild(0), 'compared with a list,');
}
