import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { adapt, type Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import { placeAbove, topStatement } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { headEnd, mergeImports } from './imports';

/**
 * Whether definitions at an offset exist when the call runs: they stand above it, or it is in a function that nothing
 * between can call yet.
 */
export function isDefinedInTime({ args }: HttpCall, offset: number, { root, language: { syntax } }: Source): boolean {
  const statement = topStatement(root, args);
  if (!statement || offset <= statement.startIndex) {
    return true;
  }
  const between = children(root).filter(({ startIndex }) => statement.startIndex <= startIndex && startIndex < offset);
  // A decorator registers a function, and a type variable calls none.
  const isHarmless = (found: Node): boolean =>
    field(found, 'function')?.text === 'TypeVar' || [...outward(found)].some(({ type }) => type === 'decorator');
  const runs = (node: Node): boolean =>
    nodesOfType(node, 'call').some((found) => scopesOf(found, syntax).length === 1 && !isHarmless(found));
  return scopesOf(args, syntax).length > 1 && !between.some(runs);
}

/** Directly above the first use, or below the parts that are there, with empty lines on both sides. */
export function insertAbove(parts: readonly Definition[], { source, call, imports, after }: Placing): TextEdit[] {
  const { text, root, style, language } = source;
  const { eol } = style;
  const at = after ?? Math.max(placeAbove(root, call.args, text), headEnd(root));
  const merged = mergeImports(imports, text, root, style, at);
  const code = parts
    .map((part) => rename(adapt(part.text, style, language.style), merged.renamed))
    .map((part, index) => (index === 0 ? '' : eol.repeat(3)) + part)
    .join('');
  const gap = /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].split('\n').length ?? 1;
  const before = text.slice(at).trim() === '' ? '' : eol.repeat(Math.max(0, 4 - gap));
  // One empty line parts a variable from what is above, two part functions from everything.
  const above = children(root).findLast(({ endIndex }) => endIndex <= at);
  const isTight = parts[0]?.text.startsWith('_') && !/definition$/.test(above?.type ?? '');
  const lead = eol.repeat((at === 0 ? 0 : 1) + (isTight ? 1 : 2));
  return [...merged.edits, insertion(at, lead + code + (at === 0 ? eol.repeat(3) : before))];
}

function rename(code: string, renamed: ReadonlyMap<string, string>): string {
  let result = code;
  for (const [name, alias] of renamed) {
    // A module is always followed by a dot; the words of docstrings are not.
    const use = /^[a-z]+$/.test(name) ? `${name}(?=\\.\\w)` : `${name}\\b`;
    result = result.replaceAll(new RegExp(`(?<![.\\w])${use}`, 'g'), alias);
  }
  return result;
}
