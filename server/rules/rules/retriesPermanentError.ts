import type { Entry, StrategyName } from '../../../shared/catalog/catalog';
import type { Way } from '../repetition';
import type { Check } from '../rule';
import { mayPass } from './statuses';

/** What the message says of errors that a repetition cannot pass. */
const whyNot: Partial<Record<StrategyName, string>> = {
  none: 'the same request gets the same answer',
  'wait-for-quota': 'it lasts until the quota is renewed',
  'refresh-credentials': 'the same credentials are refused again',
  'already-done': 'the first attempt has done it',
};

const renews = /refresh|renew|re_?auth|log_?in|sign_?in|token|credential|oauth/i;

/** Repeats a request after an error that stays. */
export const retriesPermanentError: Check = function* (program) {
  for (const { ways } of program.repetitions) {
    for (const way of ways) {
      for (const { entry, finding } of way.errors) {
        const reason = whyNot[entry.strategy.name];
        if (reason === undefined || mayPass(entry) || isRenewed(entry, way)) {
          continue;
        }
        yield {
          rule: 'retries-permanent-error',
          range: finding.range,
          message: `The request is repeated after ${finding.text} (${entry.title}), but ${reason}.`,
          entry: entry.id,
        };
      }
    }
  }
};

/** New credentials, or a way that looks at something more, may make the difference. */
function isRenewed(entry: Entry, way: Way): boolean {
  const text = way.node.text.slice(0, 4_000);
  return /^40[13]$/.test(String(entry.http ?? entry.value)) && renews.test(text);
}
