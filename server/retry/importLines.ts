import type { Node } from '@vscode/tree-sitter-wasm';
import { lineEnd } from './placement';
import type { Source } from './source';
import { insertion, type TextEdit } from './textEdits';
import { indentationAt } from './wrapping';

/**
 * Adds lines to imports that stand on a line each: in order where the file keeps them in order, else below the last.
 * `present` are the imports that they join, in the order of the text, at least one. `key` is what they are sorted by.
 */
export function addImportLines(
  present: readonly Node[],
  lines: readonly string[],
  key: (line: string) => string,
  { text, style }: Source,
): TextEdit[] {
  const keys = present.map((node) => key(node.text));
  const missing = lines.filter((line) => !keys.includes(key(line)));
  const isSorted = keys.every((own, index) => index === 0 || (keys[index - 1] ?? '') <= own);
  return missing.map((line) => {
    const below = isSorted ? present[keys.findIndex((own) => own > key(line))] : undefined;
    const beside = below ?? present.at(-1);
    const indent = beside ? indentationAt(text, beside.startIndex) : '';
    return below
      ? insertion(below.startIndex, line + style.eol + indent)
      : insertion(lineEnd(text, beside?.endIndex ?? 0), style.eol + indent + line);
  });
}

/** The first run of imports without an empty line between them of which one is like those wanted, else the first. */
export function importGroup(present: readonly Node[], isLike: (node: Node) => boolean): readonly Node[] {
  const groups: Node[][] = [];
  for (const node of present) {
    const last = groups.at(-1)?.at(-1);
    if (last && node.startPosition.row - last.endPosition.row <= 1) {
      groups.at(-1)?.push(node);
    } else {
      groups.push([node]);
    }
  }
  return groups.find((group) => group.some(isLike)) ?? groups[0] ?? [];
}
