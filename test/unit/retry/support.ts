import type { Tree } from '@vscode/tree-sitter-wasm';
import { expect } from 'vitest';
import type { Strategy, StrategyName } from '../../../shared/catalog/catalog';
import { isRefusal, planRetry, type RetryPlan } from '../../../server/retry/retry';
import { applyEdits } from '../../../server/retry/textEdits';
import { SyntaxService } from '../../../server/syntax/syntax';
import { cursorMark, readGrammar } from '../support';

const syntax = new SyntaxService(readGrammar);

export type Language =
  | 'typescript'
  | 'typescriptreact'
  | 'javascript'
  | 'javascriptreact'
  | 'python'
  | 'go'
  | 'java'
  | 'kotlin'
  | 'csharp'
  | 'rust'
  | 'ruby'
  | 'php'
  | 'shellscript';

/** Parses a text and hands the tree to `use`. */
export async function withTree<T>(languageId: Language, text: string, use: (tree: Tree) => T): Promise<T> {
  const tree = await syntax.parse(languageId, text);
  if (!tree) {
    throw new Error(`no grammar for ${languageId}`);
  }
  try {
    return use(tree);
  } finally {
    tree.delete();
  }
}

/** A text without its cursor mark, and where the mark was. */
export function atCursor(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf(cursorMark);
  if (offset < 0) {
    throw new Error(`the text has no ${cursorMark}`);
  }
  return { text: marked.replace(cursorMark, ''), offset };
}

export interface Applied {
  /** The whole text after the edits. */
  readonly text: string;
  /** The text without the handler. */
  readonly code: string;
  readonly plan: RetryPlan;
}

const words = { entryTitle: 'Duplicate post', code: '187', advice: 'Change the text.' };

/** Plans a retry at the cursor, and applies its edits. A refusal fails the test. */
export async function apply(
  languageId: Language,
  marked: string,
  strategy: Strategy | StrategyName = 'backoff',
): Promise<Applied> {
  const { text, offset } = atCursor(marked);
  const result = await planAt(languageId, text, offset, strategy);
  if (isRefusal(result)) {
    throw new Error(`refused: ${result.refusal}`);
  }
  expectInOrder(result);
  const after = applyEdits(text, result.edits);
  return { text: after, code: withoutHandler(after, languageId), plan: result };
}

/** The refusal at the cursor. A plan fails the test. */
export async function refusal(
  languageId: Language,
  marked: string,
  strategy: Strategy | StrategyName = 'backoff',
): Promise<string> {
  const { text, offset } = atCursor(marked);
  const result = await planAt(languageId, text, offset, strategy);
  if (!isRefusal(result)) {
    throw new Error(`planned: ${applyEdits(text, result.edits)}`);
  }
  return result.refusal;
}

export function planAt(
  languageId: Language,
  text: string,
  offset: number,
  strategy: Strategy | StrategyName = 'backoff',
): Promise<ReturnType<typeof planRetry>> {
  const full = typeof strategy === 'string' ? { name: strategy } : strategy;
  return withTree(languageId, text, (tree) => planRetry({ text, languageId, tree, offset, strategy: full, ...words }));
}

function expectInOrder(plan: RetryPlan): void {
  let end = 0;
  for (const edit of plan.edits) {
    expect(edit.range.start).toBeGreaterThanOrEqual(end);
    expect(edit.range.end).toBeGreaterThanOrEqual(edit.range.start);
    end = edit.range.end;
  }
}

/** What a reader compares: the file without the definitions of the handler (and, in Python, its imports). */
function withoutHandler(text: string, languageId: Language): string {
  const lf = text.replaceAll('\r\n', '\n');
  if (languageId !== 'python') {
    return lf.replace(/\n\n(?:\/\*\* Settings of `withBackoff`|\/\*\*\n \* Calls until it succeeds)[^]*$/, '\n');
  }
  return lf.replace(/_T = TypeVar[^]*?def _parse_date[^]*?return 0\.0\n+/, '');
}

/** How often a word is declared or defined in a text. */
export function definitionsOf(text: string, name: string): number {
  return [...text.matchAll(new RegExp(`^\\s*(?:async )?(?:function|def|class|interface) ${name}\\b`, 'gm'))].length;
}
