import type { OffsetRange } from '../../../shared/finding';
import type { Knowledge } from '../knowledge';
import { enough, type Sign, signs } from './signs';

/** A number that may be a status, and what speaks for and against it. */
export interface Weighed {
  readonly range: OffsetRange;
  readonly points: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** Numbers that look like the status of an error, with `HTTP` before them or by themselves. */
const number = /(?<!\w)[45]\d\d(?!\w)|(?<=\bHTTPS?_?)[45]\d\d(?!\w)/g;
/** Most numbers of a line that are weighed. A line with more of them is a table. */
const mostNumbers = 40;
/** A reason phrase right after its status. */
const phraseAfter =
  /["')\]]{0,2}(?:[.:-]|: | - |, | )[ ]{0,2}["'(]{0,2}([A-Za-z][A-Za-z'_-]{1,30}(?: [A-Za-z][A-Za-z'_-]{0,30}){0,5})/y;

const speaking = signs.filter(({ place, points }) => place !== 'line' && points > 0);
const objecting = signs.filter(({ place, points }) => place !== 'line' && points < 0);
const ofLine = signs.filter(({ place }) => place === 'line');

/**
 * Weighs what stands around the numbers of a line that may be the status of an error: of those that something right
 * beside them speaks of.
 * @returns ranges in offsets of the line
 */
export function weigh(line: string, knowledge: Knowledge): Weighed[] {
  const result: Weighed[] = [];
  let common: readonly Sign[] | undefined;
  let letters: string | undefined;
  for (const { 0: digits, index } of line.matchAll(number)) {
    if (knowledge.status(digits).length === 0) {
      continue;
    }
    if (result.length === mostNumbers) {
      break;
    }
    const range = { start: index, end: index + digits.length };
    letters ??= line.replace(/[^a-z]/gi, '').toLowerCase();
    const isSeen = (sign: Sign) => matchesAt(sign.pattern, line, sign.place === 'before' ? range.start : range.end);
    const beside = [...speaking.filter(isSeen), ...phraseSigns(line, range, letters, knowledge)];
    // Most numbers are not spoken of: nothing else of the line can make them a status.
    if (isNamed(beside)) {
      common ??= ofLine.filter(({ pattern }) => pattern.test(line));
      result.push({ range, ...add([...beside, ...objecting.filter(isSeen), ...common]) });
    }
  }
  return result;
}

/** How sure the points make it, see `Candidate.weight`; 0 for too few. */
export function weightOf({ points }: Weighed): number {
  return points >= enough.high ? 0.92 : points >= enough.medium ? 0.6 : 0;
}

type Seen = Pick<Sign, 'name' | 'group' | 'points'>;

/** A line alone makes no number a status. */
function isNamed(beside: readonly Seen[]): boolean {
  return beside.some(({ group, points }) => (group === 'before' && points > 0) || (group === 'after' && points > 1));
}

/** Of each group the strongest sign for it, and every sign against it. */
function add(seen: readonly Seen[]): Omit<Weighed, 'range'> {
  const best = new Map<string, Seen>();
  for (const sign of seen) {
    if (sign.points > (best.get(sign.group)?.points ?? 0)) {
      best.set(sign.group, sign);
    }
  }
  const strongest = [...best.values()];
  const against = seen.filter(({ points }) => points < 0);
  const points = [...strongest, ...against].reduce((sum, sign) => sum + sign.points, 0);
  return {
    points,
    for: strongest.map(({ name }) => name),
    against: [...new Set(against.map(({ name }) => name))],
  };
}

function phraseSigns(line: string, { start, end }: OffsetRange, letters: string, knowledge: Knowledge): Seen[] {
  phraseAfter.lastIndex = end;
  const words = phraseAfter.exec(line)?.[1]?.split(' ') ?? [];
  const digits = line.slice(start, end);
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join(' '));
  if (beginnings.some((phrase) => knowledge.isReasonPhrase(digits, phrase))) {
    return [{ name: 'its reason phrase after it', group: 'after', points: 6 }];
  }
  if (knowledge.reasonPhrases(digits).some((phrase) => phrase.length > 3 && letters.includes(phrase))) {
    return [{ name: 'its reason phrase on the line', group: 'phrase', points: 3 }];
  }
  return beginnings.some((phrase) => phrase.length > 4 && knowledge.isPartOfPhrase(digits, phrase))
    ? [{ name: 'part of its reason phrase after it', group: 'after', points: 3 }]
    : [];
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
