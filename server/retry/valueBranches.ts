import type { Node } from '@vscode/tree-sitter-wasm';
import type { Refusal } from './language';
import { covers } from './nodes';
import type { Source } from './source';
import type { TextEdit } from './textEdits';

/** Why a branch that gives a value stays, and with it the error that it ends with. */
export const noOther: Refusal = {
  refusal: 'This branch gives a value, and what the value is without it does not stand in one expression.',
};

/** An `if` with another branch, where something looks at what it gives. */
export interface ValueBranch {
  readonly branch: Node;
  readonly then: Node | undefined;
  /** The nodes of the other branch. */
  readonly inner: readonly Node[] | undefined;
  /** They stand in a block, a level further in. */
  readonly isBlock: boolean;
}

/** The edit that puts the value of the other branch in the place of both: `if (c) throw E() else x` becomes `x`. */
export function takenByOther(
  { branch, then, inner, isBlock }: ValueBranch,
  end: Node,
  { text, style }: Source,
): TextEdit | Refusal {
  const value = inner?.[0];
  if (!then || !value || inner.length > 1 || !covers(then, end) || /comment|statement|declaration/.test(value.type)) {
    return noOther;
  }
  const written = text.slice(value.startIndex, value.endIndex);
  const newText = isBlock ? written.replaceAll(`\n${style.indent}`, '\n') : written;
  return { range: { start: branch.startIndex, end: branch.endIndex }, newText };
}
