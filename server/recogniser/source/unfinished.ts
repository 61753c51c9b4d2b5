import type { Node } from '@vscode/tree-sitter-wasm';
import { found, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/**
 * Reads switches that have no end, as somebody writes them or a paste cuts them: the parser leaves their parts side by side
 * in a node of its own, so that what they are about stands before the arm and not around it.
 */

/** Siblings before the arm of an unfinished switch that are looked at. */
const mostSiblings = 60;

/** Of a switch without an end, whose parts the parser leaves side by side, what it is about. */
export function subjectBefore(arm: Node): Node | undefined {
  let node: Node | null = arm;
  for (let level = 0; node.parent && node.parent.type !== 'ERROR' && level < 4; level++) {
    node = node.parent;
  }
  if (node.parent?.type !== 'ERROR') {
    return undefined;
  }
  for (let count = 0; node && count < mostSiblings; count++) {
    node = node.previousSibling;
    if (node?.type === 'switch' && node.previousNamedSibling && node.nextSibling?.text === '{') {
      // C# has the subject before the word.
      return node.previousNamedSibling;
    }
    // Ruby calls its arms as others call what begins a switch.
    const isWord = node?.childCount === 0 && ofSwitch.test(node.type);
    if (node && isWord && !/literal|integer|number/.test(node.nextNamedSibling?.type ?? 'number')) {
      return node.nextNamedSibling ?? undefined;
    }
  }
  return undefined;
}

const ofSwitch = /^(?:when|switch|match|case)$/;
const patterns =
  /^(?:ERROR|switch_label|switch_case|expression_case|case_statement|match_pattern|or_pattern|constant_pattern|pattern)$/;

/** A pattern of an arm that has no end, or whose node the tables do not name as it only stands in what is broken. */
export function ofUnfinished(file: SourceFile, parent: Node, place: Place): Step {
  const isInError =
    patterns.test(parent.type) &&
    (parent.type === 'ERROR' || parent.parent?.type === 'ERROR' || parent.parent?.parent?.type === 'ERROR');
  return isInError ? found(holdingOf(file, subjectBefore(place.node)), 'switched on', place) : undefined;
}
