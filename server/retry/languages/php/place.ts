import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { field, nodesOfType, outward } from '../../nodes';
import { lineEnd } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';

const classTypes = new Set(['class_declaration', 'trait_declaration', 'enum_declaration', 'anonymous_class']);

export const isClass = ({ type }: Node): boolean => classTypes.has(type);

/** The class that a node is in. */
export function ownerOf(node: Node): Node | undefined {
  return [...outward(node)].slice(1).find(isClass);
}

/** The functions, methods and classes of a file, by name. */
export function phpDefinitions(root: Node): ReadonlyMap<string, Node> {
  const types = ['function_definition', 'method_declaration', ...classTypes];
  return new Map(nodesOfType(root, types).map((node) => [field(node, 'name')?.text ?? '', node]));
}

/**
 * Functions as methods of the class of the call, because a function that two files of a namespace have breaks the
 * program, and classes below it; else at the end of the file, where functions and most classes exist before it runs.
 */
export function insertPhp(parts: readonly Definition[], { source, call }: Placing): readonly TextEdit[] {
  const { text, style, language } = source;
  const { eol, indent } = style;
  const owner = ownerOf(call.args);
  const write = (written: readonly Definition[]): string =>
    written.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  if (!owner) {
    const end = text.replace(/\s*(?:\?>\s*)?$/, '').length;
    const rest = text.slice(end).trimStart();
    return [{ range: { start: end, end: text.length }, newText: `${eol}${eol}${write(parts)}${eol}${rest}` }];
  }
  const [functions = [], classes = []] = [false, true].map((wanted) =>
    parts.filter((part) => /^(?:final )?class /m.test(part.text) === wanted),
  );
  const methods = write(functions)
    .replaceAll(/^function /gm, 'private static function ')
    .replaceAll(callsOf(source), 'self::$&')
    .replaceAll(/^(?=.)/gm, indent);
  const close = (field(owner, 'body')?.endIndex ?? owner.endIndex) - 1;
  const end = text.slice(0, close).trimEnd().length;
  const added = {
    range: { start: end, end: close },
    newText: `${eol}${eol}${methods}${eol}${indentationAt(text, close)}`,
  };
  if (classes.length === 0) {
    return [added];
  }
  const statement = [...outward(owner)].find(({ parent }) => parent === null || isSpace(parent)) ?? owner;
  const base = indentationAt(text, statement.startIndex);
  const below = write(classes).replaceAll(/^(?=.)/gm, base);
  return [added, insertion(lineEnd(text, statement.endIndex), eol + eol + below)];
}

/** Whether a node holds the classes of a file or of a namespace. */
function isSpace({ type, parent }: Node): boolean {
  return type === 'program' || parent?.type === 'namespace_definition';
}

/** Calls of functions of the handlers, by their names alone. */
function callsOf({ language }: Source): RegExp {
  const names = language.handlers.flatMap(({ text }) => language.split(text).definitions.map(({ name }) => name));
  return new RegExp(`(?<!function |new |[\\w:>$\\\\])(?:${names.join('|')})(?=\\()`, 'g');
}
