import type { CallsLeft, ServerWait } from '../../shared/finding';
import type { Candidate } from './candidate';

/** A header that counts the calls that are left, with its number: `x-rate-limit-remaining: 12`, `"ratelimit-remaining": "0"`. */
const remaining = /^[^\w]{0,3}([\w-]{0,60}remaining)["'\]]{0,3}\s{0,4}[:=]?\s{0,4}[["']{0,3}(\d{1,9})(?![\w.])/i;

/**
 * What the headers among the candidates say about the calls that are left. The limit that fired has none: it comes
 * first. Undefined when no header says it.
 */
export function callsLeftIn(text: string, candidates: readonly Candidate[]): CallsLeft | undefined {
  const all = candidates.flatMap(({ role, range }) => {
    const [, name, count] = role === 'header' ? (remaining.exec(text.slice(range.start, range.end)) ?? []) : [];
    return name === undefined ? [] : [{ name, count: Number(count) }];
  });
  return all.find(({ count }) => count === 0) ?? all[0];
}

/** Whether a wait is that of a limit which has calls left: its reset changes nothing. */
export function isOfOtherLimit(wait: ServerWait, left: CallsLeft | undefined): boolean {
  return (
    left !== undefined &&
    left.count > 0 &&
    wait.name.toLowerCase().replace(/reset$/, '') === left.name.toLowerCase().replace(/remaining$/, '')
  );
}
