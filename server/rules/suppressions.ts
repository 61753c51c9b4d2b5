import { isRuleCode, type RuleCode } from '../../shared/rules';
import type { OffsetRange } from '../../shared/finding';

/** A comment that silences rules: `// api-error-assist-ignore no-timeout: the client has one`. */
export interface Suppression {
  /** The comment's words, from `api-error-assist-ignore` on. */
  readonly range: OffsetRange;
  /** The line that it silences, zero-based: its own, or the next one when it stands alone. */
  readonly line: number;
  readonly codes: readonly RuleCode[];
  /** Names in it that no rule has. */
  readonly unknown: readonly string[];
  /** What it says after the rules; empty when nothing. */
  readonly reason: string;
}

/** The word that each suppression begins with. */
export const suppressionWord = 'api-error-assist-ignore';

const pattern =
  /(?:\/\/|#|\/\*|--|<!--)[^\S\n]*(?<words>api-error-assist-ignore[^\S\n]+(?<codes>[\w-]+(?:[^\S\n]*,[^\S\n]*[\w-]+)*)(?<reason>[^\S\n]*:[^\n*]*)?)/g;

/** The suppressions of a text, in the order of their places. */
export function suppressionsIn(text: string): Suppression[] {
  if (!text.includes(suppressionWord)) {
    return [];
  }
  return [...text.matchAll(pattern)].map((match) => {
    const { words = '', codes = '', reason = '' } = match.groups ?? {};
    const start = match.index + match[0].length - words.length;
    const names = codes.split(',').map((name) => name.trim());
    const isAlone = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index).trim() === '';
    const own = text.slice(0, start).split('\n').length - 1;
    return {
      range: { start, end: start + words.trimEnd().length },
      line: isAlone ? own + 1 : own,
      codes: names.filter(isRuleCode),
      unknown: names.filter((name) => !isRuleCode(name)),
      reason: reason.replace(':', '').trim(),
    };
  });
}

/** What is said of a suppression that silences nothing. */
export function complaintOf({ unknown }: Suppression): string {
  return unknown.length > 0
    ? `There is no rule ${unknown.join(', ')}.`
    : 'This comment silences nothing: the rule finds nothing here.';
}

/** The comment that silences a rule, in the language's own form. */
export function suppressionComment(languageId: string, code: RuleCode): string {
  const mark = /^(?:python|ruby|shellscript|powershell)$/.test(languageId) ? '#' : '//';
  return `${mark} ${suppressionWord} ${code}: `;
}
