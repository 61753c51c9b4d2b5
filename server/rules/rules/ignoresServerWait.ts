import { isOwnLength, serverWaitWords } from '../waits';
import type { Check } from '../rule';
import { isLocal } from './writes';

/** After 429 or 503 waits for a time of its own, and nothing in the function reads what the server asks for. */
export const ignoresServerWait: Check = function* (program) {
  for (const repetition of program.repetitions) {
    if (isLocal(program, repetition)) {
      continue;
    }
    for (const { errors, ranges, sleeps, node } of repetition.ways) {
      const named = errors.find(
        ({ entry }) =>
          entry.strategy.name === 'wait-for-reset' || /^(?:429|503)$/.test(String(entry.http ?? entry.value)),
      );
      const isLimit = ranges.some(({ from, to }) => from === 429 && to === 429);
      const asked = named
        ? { text: named.finding.text, id: named.entry.id }
        : isLimit && { text: '429', id: 'http/429' };
      const sleep = sleeps.find(({ length }) => isOwnLength(program, length));
      if (!asked || !sleep || serverWaitWords.test(program.textAround(node))) {
        continue;
      }
      yield {
        rule: 'ignores-server-wait',
        range: { start: sleep.node.startIndex, end: sleep.node.endIndex },
        message: `With ${asked.text} the server says how long to wait (Retry-After or a reset header), and nothing here reads it. A shorter wait is refused again and may extend the limit; a longer one is lost time.`,
        entry: asked.id,
      };
    }
  }
};
