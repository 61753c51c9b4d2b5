import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { field, nodesOfType, outward } from '../../nodes';
import type { TextEdit } from '../../textEdits';

const classTypes = new Set(['class_declaration', 'trait_declaration', 'enum_declaration', 'anonymous_class']);

/** The class that a node is in. */
export function ownerOf(node: Node): Node | undefined {
  return [...outward(node)].slice(1).find(({ type }) => classTypes.has(type));
}

/** The functions, methods and classes of a file, by name. */
export function phpDefinitions(root: Node): ReadonlyMap<string, Node> {
  const types = ['function_definition', 'method_declaration', ...classTypes];
  return new Map(nodesOfType(root, types).map((node) => [field(node, 'name')?.text ?? '', node]));
}

/**
 * As methods of the class of the call, because a function that two files of a namespace have breaks the program;
 * else as functions at the end of the file, which exist before it runs.
 */
export function insertPhp(parts: readonly Definition[], { source, call }: Placing): readonly TextEdit[] {
  const { text, style, language } = source;
  const { eol, indent } = style;
  const owner = ownerOf(call.args);
  const code = parts.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  if (!owner) {
    const end = text.replace(/\s*(?:\?>\s*)?$/, '').length;
    const rest = text.slice(end).trimStart();
    return [{ range: { start: end, end: text.length }, newText: `${eol}${eol}${code}${eol}${rest}` }];
  }
  const methods = code
    .replaceAll(/^function /gm, 'private static function ')
    .replaceAll(/(?<=\] = )readFailure\(/g, 'self::readFailure(')
    .replaceAll(/^(?=.)/gm, indent);
  const close = (field(owner, 'body')?.endIndex ?? owner.endIndex) - 1;
  const end = text.slice(0, close).trimEnd().length;
  return [{ range: { start: end, end: close }, newText: `${eol}${eol}${methods}${eol}${closing(text, close)}` }];
}

/** The indentation of the bracket that closes a class. */
function closing(text: string, close: number): string {
  const start = text.lastIndexOf('\n', close - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, close))?.[0] ?? '';
}
