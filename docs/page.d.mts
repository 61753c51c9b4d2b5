import type { Sign } from '../server/recogniser/log/signs';
import type { RuleExamples } from '../test/unit/recogniser/jsonRules';
import type { SourceRule } from '../test/unit/recogniser/sourceRules';
import type { PrintFormat } from '../server/recogniser/log/formats';

/** The page with all rules of recognition. */
export function recognitionPage(rules: {
  formats: readonly PrintFormat[];
  signs: readonly Sign[];
  enough: { readonly medium: number; readonly high: number };
  json: readonly RuleExamples[];
  phrases: readonly RuleExamples[];
  source: readonly SourceRule[];
}): string;
