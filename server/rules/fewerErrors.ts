import type { Node } from '@vscode/tree-sitter-wasm';
import { operatorBeside } from './conditions';
import type { Program } from './program';
import type { RuleFix } from './rule';
import type { TextEdit, TextEdits } from '../retry/textEdits';

const mostLevels = 6;

/**
 * Takes an error out of what is repeated: an item out of its list, or a comparison out of those that `||` joins. Undefined
 * where nothing would be left, or where it stands in another way.
 * @param place the literal or the constant
 */
export function leaveOut(program: Program, place: { start: number; end: number }): RuleFix | undefined {
  const literal = program.root.descendantForIndex(place.start, place.end - 1);
  const edits = literal ? without(program, literal) : undefined;
  return edits && { title: `Leave out ${program.text.slice(place.start, place.end)}`, edits };
}

function without(program: Program, literal: Node): TextEdits | undefined {
  const { file } = program;
  let node = literal;
  let isCompared = false;
  for (let level = 0; node.parent && level < mostLevels; level++) {
    const { parent } = node;
    const is = file.shape(parent)?.is;
    if (is === 'binary') {
      const operator = operatorBeside(program, parent, node);
      if (/^(?:\|\||or)$/.test(operator)) {
        return isCompared ? [keepOther(parent, node)] : undefined;
      }
      if (!/^(?:={2,3}|eq)$/.test(operator)) {
        return undefined;
      }
      isCompared = true;
    } else if (is === 'list' || is === 'map' || is === 'arguments') {
      if (isCompared || parent.namedChildCount < 2 || (is === 'arguments' && !isOfList(program, parent))) {
        return undefined;
      }
      return [removeItem(program, parent, node)];
    } else if (is !== 'wrap' && is !== 'member' && is !== 'prefixed' && is !== 'pair' && is !== 'string') {
      return undefined;
    }
    node = parent;
  }
  return undefined;
}

/** `Set.of(403, 429)`, `setOf(403, 429)`: a call whose arguments are the items. */
function isOfList(program: Program, args: Node): boolean {
  const call = program.file.around(args, ['call'], 3);
  return (
    call !== undefined &&
    /^(?:of|asList|setOf|listOf|hashSetOf|mutableSetOf|contains)$/.test(program.file.callee(call).name)
  );
}

/** `a || b` without `a` is `b`. */
function keepOther(binary: Node, operand: Node): TextEdit {
  const other = binary.namedChildren.find((child) => child !== null && child.id !== operand.id) as Node;
  return operand.startIndex < other.startIndex
    ? { range: { start: operand.startIndex, end: other.startIndex }, newText: '' }
    : { range: { start: other.endIndex, end: operand.endIndex }, newText: '' };
}

/** An item with its comma, or with its line where it has one to itself. */
function removeItem(program: Program, list: Node, item: Node): TextEdit {
  const { text } = program;
  const before = item.previousNamedSibling;
  const after = item.nextNamedSibling;
  // A tuple of one keeps its comma.
  const isPair = list.type === 'tuple' && list.namedChildCount === 2;
  if (after) {
    const end = isPair ? list.endIndex - 1 : after.startIndex;
    return { range: { start: item.startIndex, end }, newText: isPair ? `${after.text},` : '' };
  }
  const start = before?.endIndex ?? item.startIndex;
  const isLastLine = /^,?[ \t]*\r?\n/.test(text.slice(item.endIndex, list.endIndex));
  return { range: { start, end: item.endIndex }, newText: isPair && !isLastLine ? ',' : '' };
}
