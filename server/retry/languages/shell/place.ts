import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { Placing } from '../../language';
import { children, field, outward } from '../../nodes';
import { lineEnd, topStatement } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

/** The functions of a script, by name. */
export function shellDefinitions(root: Node): ReadonlyMap<string, Node> {
  const functions = children(root).filter(({ type }) => type === 'function_definition');
  return new Map(functions.map((node) => [field(node, 'name')?.text ?? '', node]));
}

/** A function exists when its definition has run; what is in another function runs later. */
export function isDefinedInTime({ args }: HttpCall, offset: number, { root }: Source): boolean {
  const statement = topStatement(root, args);
  const isInFunction = [...outward(args)].some(({ type }) => type === 'function_definition');
  return isInFunction || !statement || offset <= statement.startIndex;
}

/** Below the head of the script: the line that names the shell, comments, and `set` and `shopt`. */
export function insertShell(parts: readonly Definition[], { source }: Placing): readonly TextEdit[] {
  const { root, text, style, language } = source;
  const { eol } = style;
  const code = parts.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  const settings = children(root);
  const end = settings.findIndex((node) => !/^(?:set|shopt) /.test(node.text));
  const last = settings.slice(0, end < 0 ? undefined : end).at(-1);
  if (last) {
    return [insertion(lineEnd(text, last.endIndex), eol + eol + code)];
  }
  const head = headOf(text);
  return [insertion(head, (head > 0 ? eol : '') + code + eol + (/^\r?\n/.test(text.slice(head)) ? '' : eol))];
}

/**
 * Where the comments end that begin a script. One directly above the first command belongs to that. UTF-16 units.
 */
export function headOf(text: string): number {
  return /^(?:#!.*(?:\r?\n|$))?(?:(?:#.*\r?\n)*(?=\r?\n))?/.exec(text)?.[0].length ?? 0;
}
