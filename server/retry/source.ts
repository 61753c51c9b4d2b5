import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import { escapeForPattern } from '../recogniser/systems';
import { type HttpCall, namesIdempotencyKey } from './httpCall';
import type { RetryLanguage } from './language';
import { retryLanguage } from './languages';
import { nodesOfType, scopesOf } from './nodes';
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

/**
 * The view of a text; undefined when no handler exists for the language.
 * @param tree the tree of `text`
 * @param keyHeaders names of headers that carry an idempotency key, besides those that every reader knows
 */
export function sourceOf(
  text: string,
  tree: Tree,
  languageId: string,
  keyHeaders: readonly string[] = [],
): Source | undefined {
  const language = retryLanguage(languageId);
  if (!language) {
    return undefined;
  }
  const root = tree.rootNode;
  return {
    text,
    root,
    language,
    style: readStyle(text, root, language.style),
    read: keyReader(language, root, keyHeaders),
  };
}

/** Reads calls with the headers in mind that some API takes for a key. */
function keyReader(language: RetryLanguage, root: Node, headers: readonly string[]): Source['read'] {
  const read = language.readCalls(root);
  const others = headers.filter((header) => !namesIdempotencyKey(`"${header}"`)).map(escapeForPattern);
  if (others.length === 0) {
    return read;
  }
  const names = new RegExp(`["'](?:${others.join('|')})["':]`, 'i');
  return (node) => {
    const call = read(node);
    // What makes a request stands in the function around the call; whose key it is shows where nothing else is sent.
    const scope = call && scopesOf(call.args, language.syntax)[0];
    const isOnly = (): boolean =>
      scope !== undefined && nodesOfType(scope, language.syntax.calls).filter((other) => read(other)).length === 1;
    const hasKey =
      call &&
      (names.test(root.text.slice(call.range.start, call.range.end)) || (names.test(scope?.text ?? '') && isOnly()));
    // A handler that sees the request knows one header only, so it has to be told.
    return call && hasKey ? { ...call, hasIdempotencyKey: true, isSeen: false } : call;
  };
}
