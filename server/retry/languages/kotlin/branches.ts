import type { Node } from '@vscode/tree-sitter-wasm';
import type { Refusal } from '../../language';
import { children, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { noOther, takenByOther } from '../../valueBranches';

/**
 * The edit that takes away a branch which throws where the others give a value: `if (c) throw E() else x` becomes `x`.
 * Undefined where no value is asked for, and a comment can take the place of what is thrown.
 * @param end the last statement of the branch
 */
export function withoutBranch(end: Node, source: Source): TextEdit | Refusal | undefined {
  const branch = [...outward(end)].find(({ type }) => type === 'if_expression' || type === 'when_entry');
  const whole = branch?.type === 'when_entry' ? branch.parent : branch;
  if (!branch || !whole || !isValue(whole)) {
    return undefined;
  }
  const [, then, other] = children(branch);
  const inner = other?.type === 'block' ? children(other) : other && [other];
  return branch.type === 'when_entry'
    ? withoutEntry(branch, whole, source)
    : takenByOther({ branch, then, inner, isBlock: other?.type === 'block' }, end, source);
}

/** Whether something looks at what an `if` or a `when` gives. */
function isValue(whole: Node): boolean {
  const { parent } = whole;
  if (!parent || (whole.type === 'if_expression' && children(whole).length < 3)) {
    return false;
  }
  if (parent.type === 'if_expression' || parent.type === 'when_entry') {
    const owner = parent.type === 'when_entry' ? parent.parent : parent;
    return owner !== null && isValue(owner);
  }
  if (!/^(?:block|lambda_literal|source_file)$/.test(parent.type)) {
    return true;
  }
  const owner = parent.parent?.type === 'when_entry' ? parent.parent.parent : parent.parent;
  const isLast = children(parent).at(-1)?.id === whole.id;
  // What a lambda ends with is what it gives; a block is a value where its branch is one.
  return (
    isLast &&
    (parent.type === 'lambda_literal' ||
      (/^(?:if|when)_expression$/.test(owner?.type ?? '') && owner !== null && isValue(owner)))
  );
}

/** An entry goes where another one, for all the rest, takes its place. */
function withoutEntry(entry: Node, whole: Node, { text }: Source): TextEdit | Refusal {
  const hasRest = children(whole).some((other) => /^else\s*->/.test(other.text));
  const start = text.lastIndexOf('\n', entry.startIndex) + 1;
  const next = text.indexOf('\n', entry.endIndex) + 1;
  const isAlone = text.slice(start, entry.startIndex).trim() === '' && text.slice(entry.endIndex, next).trim() === '';
  const isOnly = !/^[^{>]*,[^{>]*->/.test(entry.text) && !/^else\b/.test(entry.text);
  return hasRest && isAlone && isOnly ? { range: { start, end: next }, newText: '' } : noOther;
}
