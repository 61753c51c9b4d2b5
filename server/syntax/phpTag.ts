import type { Tree } from '@vscode/tree-sitter-wasm';

/** What stands before a program in a file of PHP: without it the grammar reads all as text of a page. */
const tag = '<?php ';
/** What only a program has, and what begins a page. */
const ofProgram = /\$[A-Za-z_]\w*|->\w|\w::\w|=>|;[ \t]*(?:$|\/\/|#)/m;
const ofPage = /<\?|^\s*<[A-Za-z!]/;

/** A piece of PHP that was pasted without its beginning, as it is parsed: behind a tag that the text does not have. */
export interface Untagged {
  /** What the parser reads, and afterwards, through `moved`, the text itself. */
  readonly input: (index: number) => string;
  /** The tree with its nodes at their places in the text. */
  readonly moved: (tree: Tree) => Tree;
}

/** Undefined where a text is parsed as it is. */
export function untagged(grammar: string, text: string): Untagged | undefined {
  if (grammar !== 'tree-sitter-php' || ofPage.test(text) || !ofProgram.test(text)) {
    return undefined;
  }
  let shown = tag + text;
  return {
    input: (index) => shown.slice(index),
    moved: (tree) => {
      shown = text;
      const start = { row: 0, column: 0 };
      const oldEndPosition = { row: 0, column: tag.length };
      tree.edit({
        startIndex: 0,
        oldEndIndex: tag.length,
        newEndIndex: 0,
        startPosition: start,
        oldEndPosition,
        newEndPosition: start,
      });
      return tree;
    },
  };
}
