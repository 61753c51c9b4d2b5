import { mistakesWith } from '../mistakes';
import type { Check } from '../rule';
import type { Way } from '../ways';
import { hasKey, isLocal, isUnsafeWrite, looksBefore } from './writes';

/** Repeats a write after a failure of which nobody knows how far the request got. */
export const retriesNonIdempotent: Check = function* (program) {
  yield* mistakesWith(program, 'retries-non-idempotent');
  for (const repetition of program.repetitions) {
    const { ways, requests } = repetition;
    const way = ways.find(isUnsure);
    if (!way || isLocal(program, repetition) || looksBefore(program, repetition) || hasKey(program, repetition)) {
      continue;
    }
    for (const { call, node: place } of requests.filter(isUnsafeWrite)) {
      yield {
        rule: 'retries-non-idempotent',
        range: {
          start: place.startIndex,
          end:
            call.args.startIndex > place.startIndex ? Math.min(call.args.startIndex, place.endIndex) : place.endIndex,
        },
        message: `This ${call.method} is repeated without an idempotency key. If the first attempt arrived and only its answer was lost, it happens twice.`,
      };
    }
  }
};

/** In a clause that lets everything but the limit fail. */
const limit = /429|too_?many|rate_?limit/i;
const fails = /\b(?:throw|raise)\b/;

/** Server errors and lost connections leave open whether the write happened; a 429 was refused before it. */
function isUnsure(way: Way): boolean {
  if (way.lost) {
    // What asks for that alone is the matter of another rule.
    return false;
  }
  return way.kind === 'catch'
    ? way.errors.length === 0 && !(limit.test(way.body.text) && fails.test(way.body.text))
    : way.errors.some(({ entry }) => /^(?:408|500|502|503)$/.test(String(entry.http ?? entry.value))) ||
        way.ranges.some(({ to }) => to >= 500);
}
