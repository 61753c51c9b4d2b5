import type { Node } from '@vscode/tree-sitter-wasm';
import { children, covers, field, nodesOfType, outward, scopesOf } from './nodes';
import { headEnd, lineEnd } from './pythonImports';

/** The statement at the top level of a file that a node is in. */
export function topStatement(root: Node, inner: Node): Node | undefined {
  return children(root).find((statement) => covers(statement, inner));
}

/**
 * Where definitions go that the call needs: behind what stands above its top-level statement. Comments directly above
 * the statement stay with it, as its decorators do.
 */
export function placeAbove(root: Node, call: Node, text: string): number {
  const top = root.namedChildren.filter((node): node is Node => node !== null);
  let index = top.findIndex((node) => covers(node, call));
  const isAttached = (above: Node, below: Node): boolean => {
    const endRow = above.endPosition.row;
    const ownLine = text.slice(text.lastIndexOf('\n', above.startIndex - 1) + 1, above.startIndex).trim() === '';
    return (
      endRow === below.startPosition.row ||
      (above.type === 'comment' && ownLine && endRow + 1 === below.startPosition.row)
    );
  };
  for (; index > 0; index--) {
    const [above, below] = [top[index - 1], top[index]];
    if (!above || !below || !isAttached(above, below)) {
      break;
    }
  }
  const above = top[index - 1];
  const end = above ? text.slice(0, above.endIndex).trimEnd().length : 0;
  return Math.max(above ? lineEnd(text, end) : 0, headEnd(root));
}

/**
 * Whether definitions at an offset exist when the call runs: they stand above it, or it is in a function that nothing
 * between can call yet.
 */
export function isDefinedInTime(root: Node, call: Node, offset: number): boolean {
  const statement = topStatement(root, call);
  if (!statement || offset <= statement.startIndex) {
    return true;
  }
  const between = children(root).filter(({ startIndex }) => statement.startIndex <= startIndex && startIndex < offset);
  // A decorator registers a function, and a type variable calls none.
  const isHarmless = (found: Node): boolean =>
    field(found, 'function')?.text === 'TypeVar' || [...outward(found)].some(({ type }) => type === 'decorator');
  const runs = (node: Node): boolean =>
    nodesOfType(node, 'call').some((found) => scopesOf(found).length === 1 && !isHarmless(found));
  return scopesOf(call).length > 1 && !between.some(runs);
}
