import { addJitter } from '../jitter';
import { isOwnLength } from '../waits';
import type { Check } from '../rule';
import { isAwaited } from './writes';

/** Waits for the same times in every client, so that all come back at once. */
export const noJitter: Check = function* (program) {
  for (const repetition of program.repetitions) {
    const { ways, node } = repetition;
    if (
      isAwaited(program, repetition) ||
      /random|\brand\b|\brand\.|mt_rand|jitter|uniform|secrets\.|\bshuf\b|ThreadLocalRandom/i.test(
        program.textAround(node),
      )
    ) {
      continue;
    }
    const sleep = ways.flatMap(({ sleeps }) => sleeps).find(({ length }) => isOwnLength(program, length));
    if (sleep) {
      yield {
        rule: 'no-jitter',
        range: { start: sleep.node.startIndex, end: sleep.node.endIndex },
        message:
          'Every client that fails now waits for the same time and comes back at the same moment. A random part spreads them.',
        ...program.fix(() => addJitter(program, sleep)),
      };
    }
  }
};
