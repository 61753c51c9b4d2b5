/** The rules about wrong handling of errors in source, by the codes that diagnostics, settings and comments use. */
export const ruleCodes = [
  'retries-permanent-error',
  'retries-unknown-outcome',
  'ignores-server-wait',
  'fragile-retry-after',
  'unbounded-retry',
  'no-jitter',
  'sleeps-on-any-error',
  'retries-non-idempotent',
  'no-timeout',
  'ignores-partial-errors',
  'gates-on-remaining',
  'wrong-comparison',
  'unreachable-branch',
  'library-default',
  'outdated-reference',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';

export function isRuleCode(code: string): code is RuleCode {
  return (ruleCodes as readonly string[]).includes(code);
}
