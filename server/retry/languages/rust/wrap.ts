import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { indentationAt, rewriteCall } from '../../wrapping';

/** The edit that puts a call into a closure, laid out as rustfmt does. */
export function wrapRustCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  if ([...outward(node)].some(({ type }) => type === 'mod_item')) {
    return { refusal: 'This call is in a module inside of the file, where the handler would not be found.' };
  }
  if (nodesOfType(node, ['try_expression', 'await_expression', 'return_expression']).length > 0) {
    return { refusal: 'The arguments of this call use ?, await or return; give that a variable of its own first.' };
  }
  const edits = moved(node, source).map(({ endIndex }) => insertion(endIndex, '.clone()'));
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const flat = rewriteCall(call, edits, source, 0);
  const inner = base + indent;
  const closure = flat.includes('\n')
    ? `|| {${eol}${inner}${indent}${rewriteCall(call, edits, source, 2)}${eol}${inner}}`
    : `|| ${flat}`;
  const fields = [...options.map(writeOption), '..Default::default()'].map(
    (option) => `${eol}${inner}${indent}${option}`,
  );
  const newText =
    `${handler}(${eol}${inner}backoff::Options {${fields.join(',')}${eol}${inner}},` +
    `${eol}${inner}${closure},${eol}${base})`;
  return { range: call.range, newText };
}

/** Variables that the call would take away from the closure, so that a second attempt had none. */
function moved(node: Node, { language: { syntax } }: Source): Node[] {
  const scope = scopesOf(node, syntax)[0] ?? node;
  const values = nodesOfType(node, 'arguments').flatMap((list) => children(list));
  return values.filter(
    (value) => value.type === 'identifier' && !/^[A-Z]/.test(value.text) && !isBorrowed(value, scope),
  );
}

/** Whether a name is known to hold a reference or a literal. */
function isBorrowed({ text, startIndex }: Node, scope: Node): boolean {
  const named = (declared: Node): boolean => field(declared, 'pattern')?.text === text;
  const parameter = nodesOfType(scope, 'parameter').find(named);
  const value = field(
    nodesOfType(scope, 'let_declaration').findLast((declared) => named(declared) && declared.startIndex < startIndex),
    'value',
  );
  return value
    ? /^(?:reference_expression|string_literal|integer_literal)$/.test(value.type)
    : (field(parameter, 'type')?.text.startsWith('&') ?? false);
}

function writeOption({ name, value }: CallOption): string {
  const snake = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `${snake}: ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  const [unit, count] = Number.isInteger(seconds) ? ['secs', seconds] : ['millis', Math.round(seconds * 1000)];
  return `std::time::Duration::from_${unit}(${count})`;
}
