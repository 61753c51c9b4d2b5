import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { children, nodesOfType } from '../../nodes';
import type { Source } from '../../source';
import { applyEdits, type TextEdit } from '../../textEdits';
import { indentationAt, rewriteCall } from '../../wrapping';

/**
 * The text of a call with edits made in it and its further lines moved inwards. Arguments that have a line each, for
 * want of room, are put beside each other, as Prettier does where the call has a line for itself.
 */
export function rewriteJoined(call: HttpCall, edits: readonly TextEdit[], source: Source, levels: number): string {
  const joined = joinArguments(call, edits, source, levels);
  return joined ?? rewriteCall(call, edits, source, levels);
}

function joinArguments(
  { args, range }: HttpCall,
  edits: readonly TextEdit[],
  source: Source,
  levels: number,
): string | undefined {
  const { text, style, language } = source;
  const items = children(args);
  const own = items.map((item) => edits.filter((edit) => isIn(item, edit)));
  const isBroken =
    /^\(\s*\n/.test(args.text) && indentationAt(text, range.start) === indentationAt(text, args.endIndex);
  const isPlain = args.namedChildren.length === items.length && own.flat().length === edits.length;
  const isMultiline = (node: Node): boolean => node.text.includes('\n');
  const hugs = items.every(
    (item, index) => !isMultiline(item) || (item.type === 'object' && index === items.length - 1),
  );
  const holdsLines = nodesOfType(args, language.style.strings).some(isMultiline);
  if (!isBroken || !isPlain || !hugs || holdsLines) {
    return undefined;
  }
  const shifted = (item: string): string =>
    levels === 0
      ? item.replaceAll(`\n${style.indent}`, '\n')
      : item.replaceAll(/\n(?=[ \t]*\S)/g, `\n${style.indent.repeat(levels - 1)}`);
  const parts = items.map((item, index) =>
    shifted(applyEdits(text, own[index] ?? [], { start: item.startIndex, end: item.endIndex })),
  );
  const joined = `${text.slice(range.start, args.startIndex + 1)}${parts.join(', ')}${text.slice(args.endIndex - 1, range.end)}`;
  const [first = ''] = joined.split('\n');
  const lead = indentationAt(text, range.start).length + 2 * style.indent.length;
  return joined.includes('\n') && lead + first.trimEnd().length > style.width ? undefined : joined;
}

function isIn(node: Node, { range }: TextEdit): boolean {
  return node.startIndex <= range.start && range.end <= node.endIndex && range.start < node.endIndex;
}
