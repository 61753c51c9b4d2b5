import type { RuleCode } from '../../shared/rules';
import { Program, type ProgramInput } from './program';
import type { Check, RuleFinding } from './rule';
import { fragileRetryAfter } from './rules/fragileRetryAfter';
import { gatesOnRemaining } from './rules/gatesOnRemaining';
import { ignoresPartialErrors } from './rules/ignoresPartialErrors';
import { ignoresServerWait } from './rules/ignoresServerWait';
import { libraryDefault } from './rules/libraryDefault';
import { noJitter } from './rules/noJitter';
import { noTimeout } from './rules/noTimeout';
import { outdatedReference } from './rules/outdatedReference';
import { retriesNonIdempotent } from './rules/retriesNonIdempotent';
import { retriesPermanentError } from './rules/retriesPermanentError';
import { retriesUnknownOutcome } from './rules/retriesUnknownOutcome';
import { sleepsOnAnyError } from './rules/sleepsOnAnyError';
import { unboundedRetry } from './rules/unboundedRetry';
import { unreachableBranch } from './rules/unreachableBranch';
import { wrongComparison } from './rules/wrongComparison';

const checks: readonly (readonly [RuleCode, Check])[] = [
  ['retries-permanent-error', retriesPermanentError],
  ['retries-unknown-outcome', retriesUnknownOutcome],
  ['ignores-server-wait', ignoresServerWait],
  ['fragile-retry-after', fragileRetryAfter],
  ['unbounded-retry', unboundedRetry],
  ['no-jitter', noJitter],
  ['sleeps-on-any-error', sleepsOnAnyError],
  ['retries-non-idempotent', retriesNonIdempotent],
  ['no-timeout', noTimeout],
  ['ignores-partial-errors', ignoresPartialErrors],
  ['gates-on-remaining', gatesOnRemaining],
  ['wrong-comparison', wrongComparison],
  ['unreachable-branch', unreachableBranch],
  ['library-default', libraryDefault],
  ['outdated-reference', outdatedReference],
];

/**
 * What the wanted rules find in a text, in the order of the places, one of each rule at a place. In steps, between which
 * the tree must stay.
 */
export function* checkRules(
  input: ProgramInput,
  isWanted: (rule: RuleCode) => boolean,
): Generator<void, RuleFinding[]> {
  const program = Program.of(input);
  const found = new Map<string, RuleFinding>();
  if (program) {
    yield* program.prepare();
    for (const [code, check] of checks) {
      for (const finding of isWanted(code) ? check(program) : []) {
        found.set(`${code} ${finding.range.start} ${finding.range.end}`, finding);
        yield;
      }
      yield;
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
