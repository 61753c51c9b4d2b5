import type { Finding, OffsetRange } from '../shared/finding';
import type { ChunkedText } from './document/chunkedText';
import { isEnclosed, jsonReach, shortReach, startInside } from './recogniser/json/window';
import type { Systems } from './recogniser/systems';
import { longestJsonHead, type Recogniser } from './recogniser/recogniser';

/** A document below this is read as a whole for each of its places: it costs no more. UTF-16 units. */
const largest = 4 * jsonReach;

/**
 * The findings that may touch a part of a large JSON document, in steps, from what is around the part.
 * @returns undefined when the whole is to be read: it is small, or there is no place near where reading can begin
 */
export function* jsonFindingsAround(
  recogniser: Recogniser,
  text: ChunkedText,
  { start, end }: OffsetRange,
  ofProject: Systems,
): Generator<void, readonly Finding[] | undefined> {
  if (text.length < largest) {
    return undefined;
  }
  for (const reach of [shortReach, jsonReach]) {
    const before = Math.max(0, start - reach);
    const begin = before === 0 ? 0 : startInside(text.slice(before, start), reach);
    if (begin === undefined) {
      continue;
    }
    const from = before + begin;
    const part = text.slice(from, end + reach);
    if (reach < jsonReach && !isEnclosed(part, start - from)) {
      continue;
    }
    const asked = { start: start - from, end: end - from };
    const { findings } = yield* recogniser.recogniseJsonAt(part, text.slice(0, longestJsonHead), asked, ofProject);
    return findings.map((finding) => ({
      ...finding,
      range: { start: finding.range.start + from, end: finding.range.end + from },
    }));
  }
  return undefined;
}
