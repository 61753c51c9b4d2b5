import type { Node } from '@vscode/tree-sitter-wasm';
import type { Refusal } from '../../language';
import { children, field, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { noOther, takenByOther } from '../../valueBranches';

/** As in `StrategyHandlers`: all but what stands as a statement of its own gives a value. */
export function withoutBranch(end: Node, source: Source): TextEdit | Refusal | undefined {
  const branch = [...outward(end)].find(({ type }) => type === 'if_expression' || type === 'match_arm');
  let whole = branch?.type === 'match_arm' ? branch.parent?.parent : branch;
  while (whole?.parent?.type === 'else_clause') {
    whole = whole.parent.parent ?? undefined;
  }
  const other = children(field(branch, 'alternative'))[0];
  const isAsked = branch?.type === 'match_arm' || other !== undefined;
  if (!branch || !whole || !isAsked || isStatement(whole)) {
    return undefined;
  }
  const isBlock = other?.type === 'block';
  const inner = isBlock ? children(other) : other && [other];
  return branch.type === 'match_arm'
    ? noOther
    : takenByOther({ branch, then: field(branch, 'consequence'), inner, isBlock }, end, source);
}

/** Whether nothing looks at what an expression gives. What a block ends with is what it gives, where that is not (). */
function isStatement({ parent }: Node): boolean {
  if (parent?.type !== 'expression_statement') {
    return false;
  }
  const isLast = children(parent.parent).at(-1)?.id === parent.id && !parent.text.endsWith(';');
  const owner = [...outward(parent)].find(({ type }) => type === 'function_item' || type === 'closure_expression');
  return !isLast || (owner?.type === 'function_item' && !field(owner, 'return_type'));
}
