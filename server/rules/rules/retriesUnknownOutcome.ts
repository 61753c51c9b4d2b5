import type { Check } from '../rule';
import { isRead, looks } from './requests';

/** Repeats a write of which nobody knows whether it happened. */
export const retriesUnknownOutcome: Check = function* (program) {
  for (const { ways, requests } of program.repetitions) {
    if (requests.every(isRead)) {
      continue;
    }
    for (const way of ways) {
      for (const { entry, finding } of way.errors) {
        if (entry.strategy.name === 'verify-first' && !looks.test(way.body.text)) {
          yield {
            rule: 'retries-unknown-outcome',
            range: finding.range,
            message: `After ${finding.text} nobody knows whether the write happened. Repeating it without a look may do it twice.`,
            entry: entry.id,
          };
        }
      }
    }
  }
};
