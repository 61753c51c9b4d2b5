import type { Node } from '@vscode/tree-sitter-wasm';
import type { Refusal } from '../../language';
import { children, field, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { noOther, takenByOther } from '../../valueBranches';

/** What holds statements, of which the last one may be what a method gives. */
const bodies = /^(?:body_statement|block_body|program|then|else|do|begin|ensure)$/;

/** As in `StrategyHandlers`: a branch gives a value where it is assigned, or is what a method ends with. */
export function withoutBranch(end: Node, source: Source): TextEdit | Refusal | undefined {
  const branch = [...outward(end)].find(({ type }) => /^(?:if|unless|elsif|when)$/.test(type));
  const whole = [...outward(branch ?? end)].find(({ type }) => /^(?:if|unless|case)$/.test(type));
  const other = field(branch, 'alternative');
  const isLast =
    children(whole?.parent).at(-1)?.id === whole?.id &&
    /^(?:body_statement|block_body)$/.test(whole?.parent?.type ?? '');
  if (!branch || !whole || (branch.type !== 'when' && !other) || (bodies.test(whole.parent?.type ?? '') && !isLast)) {
    return undefined;
  }
  return branch.type === 'if' && other?.type === 'else'
    ? takenByOther({ branch, then: field(branch, 'consequence'), inner: children(other), isBlock: true }, end, source)
    : noOther;
}
