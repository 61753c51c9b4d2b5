import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from './httpCall';
import type { RetryLanguage } from './language';
import { retryLanguage } from './languages';
import { readStyle, type SourceStyle } from './sourceStyle';

/** A source file as the planners see it. It lives as long as its tree. */
export interface Source {
  readonly text: string;
  readonly root: Node;
  readonly language: RetryLanguage;
  readonly style: SourceStyle;
  /** The HTTP call that a node is. */
  readonly read: (node: Node) => HttpCall | undefined;
}

/** Whether there are handlers for documents of this language. */
export function hasRetryLanguage(languageId: string): boolean {
  return retryLanguage(languageId) !== undefined;
}

/** The view of a text; undefined when no handler exists for the language. `tree` is the tree of `text`. */
export function sourceOf(text: string, tree: Tree, languageId: string): Source | undefined {
  const language = retryLanguage(languageId);
  if (!language) {
    return undefined;
  }
  const root = tree.rootNode;
  return { text, root, language, style: readStyle(text, root, language.style), read: language.readCalls(root) };
}
