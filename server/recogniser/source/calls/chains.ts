import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceFile } from '../sourceFile';

/** How many calls of a chain are followed. */
const longestChain = 20;

/** Whether one of the calls of a chain is what is looked for, from its end to its beginning. */
export function beginsWith(file: SourceFile, object: Node, isFirst: (call: Node) => boolean): boolean {
  let of: Node | null = object;
  for (let count = 0; of && file.shape(of)?.is === 'call' && count < longestChain; count++) {
    if (isFirst(of)) {
      return true;
    }
    of = file.callee(of).object;
  }
  return false;
}
