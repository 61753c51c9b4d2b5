import type { Node } from '@vscode/tree-sitter-wasm';
import { covers, field, nodesOfType, outward } from './nodes';
import type { Source } from './source';
import type { TextEdits } from './textEdits';

/** How the error of a client library is asked for a code of the X API v1.1. */
interface Client {
  /** In the text of a file that uses the library. */
  readonly module: RegExp;
  readonly comparisons: readonly string[];
  /** The comparison with the error's own words. `head`: what the clause catches. */
  ask(error: string, code: string, isNegated: boolean, head: string, text: string): string;
}

const clients: Readonly<Record<string, Client>> = {
  python: {
    module: /^\s*(?:import|from)\s+tweepy\b/m,
    comparisons: ['comparison_operator'],
    ask(error, code, isNegated, head) {
      // Only the errors of an answer have the list; the class above them has not.
      const hasCodes = /\btweepy\.(?:errors\.)?(?:HTTPException|Forbidden|BadRequest|Unauthorized|NotFound)\b/.test(
        head,
      );
      const codes = hasCodes ? `${error}.api_codes` : `getattr(${error}, "api_codes", [])`;
      return `${code} ${isNegated ? 'not in' : 'in'} ${codes}`;
    },
  },
  typescript: script(),
  javascript: script(),
};

function script(): Client {
  return {
    module: /["']twitter-api-v2["']/,
    comparisons: ['binary_expression', 'call_expression'],
    ask(error, code, isNegated, _, text) {
      const isTyped = new RegExp(`\\b${error}\\s+instanceof\\s+ApiResponseError\\b`).test(text);
      const asked = isTyped ? `${error}.hasErrorCode(${code})` : `${error}.hasErrorCode?.(${code})`;
      return isNegated ? `!${asked}` : asked;
    },
  };
}

/** The code with which a method of API v1.1 says that what was asked for is done already. */
const codesOfMethods: readonly (readonly [method: RegExp, code: string])[] = [
  [/\.(?:update_status(?:_with_media)?|v1\.(?:tweet|reply))\(/, '187'],
  [/\b(?:api|self\.api)\.create_favorite\(|\.v1\.createFavorite\(/, '139'],
  [/\b(?:api|self\.api)\.retweet\(|\.v1\.retweet\(/, '327'],
  [/\b(?:api|self\.api)\.create_friendship\(|\.v1\.createFriendship\(/, '160'],
];

/** A branch on the exact code in place of one on the status or the text. */
export interface ExactCode {
  readonly code: string;
  readonly edits: TextEdits;
}

/**
 * Replaces the comparison at an offset (UTF-16) by a question for the exact code, in the terms of the client library.
 * Undefined where the library has none, the error has no name, or it is open which code is meant.
 * @param known the code whose text is compared; undefined for a status, of which the call in the try block tells
 */
export function planExactCode(source: Source, offset: number, known: string | undefined): ExactCode | undefined {
  const { text, root, language } = source;
  const { syntax, instead } = language;
  const client = clients[language.name];
  const start = root.descendantForIndex(offset);
  if (!client?.module.test(text) || !instead || !start) {
    return undefined;
  }
  const around = [...outward(start)];
  const clause = around.find(({ type }) => syntax.catches.has(type));
  const error = clause && instead.errorName(clause);
  const comparison = around.find((node) => client.comparisons.includes(node.type) && !covers(node, clause ?? root));
  if (!clause || error === undefined || !comparison || !isOfError(comparison, error, source)) {
    return undefined;
  }
  const tried = syntax.tried(clause).map((body) => body.text);
  const methods = codesOfMethods.filter(([method]) => tried.some((body) => method.test(body)));
  const code = known ?? (methods.length === 1 ? methods[0]?.[1] : undefined);
  if (code === undefined) {
    return undefined;
  }
  const head = text.slice(clause.startIndex, field(clause, 'body')?.startIndex ?? comparison.startIndex);
  const isNegated = /!==?|\bnot in\b|\bis not\b/.test(comparison.text.replaceAll(/(["'`]).*?\1/g, ''));
  const condition = around.findLast((node) => covers(clause, node)) ?? comparison;
  const newText = client.ask(error, code, isNegated, head, condition.text);
  return { code, edits: [{ range: { start: comparison.startIndex, end: comparison.endIndex }, newText }] };
}

/** Whether a comparison asks one thing of the error: its status, or whether its text has some words. */
function isOfError(comparison: Node, error: string, { language: { syntax, style } }: Source): boolean {
  const names = nodesOfType(comparison, syntax.names)
    .filter((node) => field(node.parent, 'attribute')?.id !== node.id)
    .map(({ text }) => text);
  const literals = nodesOfType(comparison, [...style.strings, 'number', 'integer']);
  const asks =
    /==|!=|\bin\b|\.(?:includes|indexOf|match|test)\(/.test(comparison.text) &&
    !/&&|\|\||\band\b|\bor\b/.test(comparison.text);
  const isOwn = names.every((name) =>
    [error, 'str', 'repr', 'String', 'HTTPStatus', 'ApiResponseError'].includes(name),
  );
  return asks && isOwn && names.includes(error) && literals.length <= 1;
}
