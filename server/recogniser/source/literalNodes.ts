import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceFile } from './sourceFile';

/** Finds the literals that ranges of a text lie in. */

/** The literal that is exactly or around a range. */
export function literalAt(file: SourceFile, start: number, end: number): Node | undefined {
  const node = file.root.descendantForIndex(start, end - 1);
  const is = node && file.shape(node)?.is;
  if (node && is === 'number') {
    return node.text.length <= end - start + 5 ? node : undefined;
  }
  return stringAt(file, start);
}

/** The string that an offset lies in, as the whole literal. */
export function stringAt(file: SourceFile, offset: number): Node | undefined {
  let node: Node | null = file.root.descendantForIndex(offset, offset);
  let found: Node | undefined;
  for (let level = 0; node && level < 5; level++) {
    const is = file.shape(node)?.is;
    if (is === 'string' || is === 'symbol') {
      found = node;
    } else if (found || (is !== undefined && is !== 'wrap')) {
      break;
    }
    node = node.parent;
  }
  return found;
}

/** Where the words of a string begin, behind its quotes and what stands before them. */
export function startOfText(file: SourceFile, text: Node): number {
  return text.startIndex + (/^[\w$@]*["'`#]+/.exec(file.textOf(text, longestOpening))?.[0].length ?? 0);
}

/** Where the words of a string end; the text of an element has no quotes. */
export function endOfText(text: Node): number {
  return text.type === 'jsx_text' ? text.endIndex : text.endIndex - 1;
}

const longestOpening = 6;
