import type { Rule } from '../shared/rules';
import type { RuleLanguage } from '../server/rules/language';
import type { RuleCase } from '../test/corpus/rules/cases';

/** The page with all rules about retry handling. */
export function rulesPage(
  rules: Readonly<Record<string, Rule>>,
  cases: readonly RuleCase[],
  ruled: readonly RuleLanguage[],
): string;
