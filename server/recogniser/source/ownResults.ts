import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceFile } from './sourceFile';

/** What of a function is read for its results, in UTF-16 units, and how many of them are looked at. */
const longestFunction = 3_000;
const mostResults = 4;
/** A result that is a status by the name of its last member: `return response.status_code`. */
const result = /\breturn\s+(?:await\s+)?(?=[\w.()]{1,60}[sS]tatus(?:_?[cC]ode|_int)?\s*(?:;|\n|\}|$))/g;

/**
 * What a function of the same text gives back that may be a status, for a call of it by its name or as a method of the
 * object itself: `_check(url)`, where `_check` ends in `return response.status_code`.
 */
export function ownResults(file: SourceFile, name: string, object: Node | null): Node[] {
  const isOwn = object === null || /^(?:self|this|cls)$/.test(file.textOf(object, 5));
  const [own, ...others] = isOwn ? file.functions(name) : [];
  if (!own?.value || others.length > 0) {
    return [];
  }
  const { value } = own;
  return [...file.textOf(value, longestFunction).matchAll(result)].slice(0, mostResults).flatMap((match) => {
    const at = value.startIndex + match.index + match[0].length;
    let node = file.root.descendantForIndex(at, at);
    while (node?.parent && node.parent.startIndex === at && file.shape(node.parent)?.is !== 'return') {
      node = node.parent;
    }
    return node ? [node] : [];
  });
}
