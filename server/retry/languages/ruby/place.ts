import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import { addImportLines, importGroup } from '../../importLines';
import type { Placing } from '../../language';
import { children, field, outward } from '../../nodes';
import { lineEnd, topStatement } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

/** The modules, classes, methods and variables of the top level of a file, by name. */
export function rubyDefinitions(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of children(root)) {
    const name = field(statement, 'name') ?? (statement.type === 'assignment' ? field(statement, 'left') : undefined);
    if (name) {
      found.set(name.text, statement);
    }
  }
  return found;
}

/** A module exists when its definition has run; a method runs later. */
export function isDefinedInTime({ args }: HttpCall, offset: number, { root }: Source): boolean {
  const statement = topStatement(root, args);
  const isInMethod = [...outward(args)].some(({ type }) => type === 'method' || type === 'singleton_method');
  return isInMethod || !statement || offset <= statement.startIndex;
}

/** Below what the file requires, and the handler's own requires among those. */
export function insertRuby(parts: readonly Definition[], { source, imports }: Placing): readonly TextEdit[] {
  const { root, text, style, language } = source;
  const { eol } = style;
  const required = requires(root);
  const quote = required.some(({ text: line }) => line.includes('"')) ? '"' : "'";
  const lines = imports.map((line) => line.replaceAll("'", quote));
  const code = parts.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  const last = required.at(-1);
  if (last) {
    const added = addImportLines(
      importGroup(required.filter(isPlain), () => true),
      lines,
      (line) => line,
      source,
    );
    return [...added, insertion(lineEnd(text, last.endIndex), eol + eol + code)];
  }
  return [insertion(headOf(text), lines.join(eol) + eol + eol + code + eol + eol)];
}

/** Where the comments end that tell something to the interpreter. UTF-16 units. */
export function headOf(text: string): number {
  const head = /^(?:#!.*\r?\n|# *-\*-.*\r?\n|# *(?:frozen_string_literal|encoding|typed):.*\r?\n)*(?:\r?\n)*/.exec(
    text,
  );
  return head?.[0].length ?? 0;
}

/** The requires at the top of a file. */
export function requires(root: Node): Node[] {
  const top = children(root);
  const end = top.findIndex((node) => !/^require(?:_relative)? ?[("']/.test(node.text));
  return end < 0 ? top : top.slice(0, end);
}

function isPlain({ text }: Node): boolean {
  return /^require ?[("']/.test(text);
}
