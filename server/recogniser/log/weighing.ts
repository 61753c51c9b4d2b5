import type { OffsetRange } from '../../../shared/finding';
import type { Knowledge } from '../knowledge';
import { anyWording, wordingOf } from './meanings';
import { factsOf, otherUnits, type PatternFacts, type Units } from './patternFacts';
import { PatternIndex, placesIn, setOf } from './patternIndex';
import { isWellKnown } from '../wellKnownStatuses';
import { carriers, enough, otherServices, type Sign } from './sign';
import { signs } from './signs';

/** A number that may be a status, and what speaks for and against it. */
export interface Weighed {
  readonly range: OffsetRange;
  readonly points: number;
  /** Of each group the strongest sign. */
  readonly for: readonly Seen[];
  readonly against: readonly Seen[];
  /** Whether a sign stands right beside it: without one no points make it a status. */
  readonly isNamed: boolean;
}

/** A sign that was seen. */
export type Seen = Pick<Sign, 'name' | 'group' | 'points'>;

/** Numbers that look like the status of an error, with `HTTP` before them or by themselves. */
const number =
  /(?<!\w)[45]\d\d(?!\w|\.\d{1,9} ?(?:(?:ms|s|us|µs|sec)\b|\/ ?(?:s|sec|second|min|h)\b))|(?=[45])(?<=\b(?:HTTPS?_?|https?_?|http_(?:response|status|error|code)_|HTTP_(?:RESPONSE|STATUS|ERROR|CODE)_))[45]\d\d(?!\w)/g;
/** Most numbers of a line that are weighed. A line with more of them is a table. */
const mostNumbers = 40;
/** A reason phrase right after its status: `404 Not Found`, `404: Not Found`, `404, 'Not Found'`, `b'404', b'Not Found'`. */
const phraseAfter =
  /["')\]]{0,2}(?:[.:/-]|[ \u00a0\u202f]?: | - |[,;] ?| |[ \t]{0,8}\||\t{1,3})[ ]{0,2}(?:b(?=["']))?["'([]{0,2}([A-Za-z][A-Za-z'_-]{1,30}(?: [A-Za-z][A-Za-z'_-]{0,30}){0,5})/y;
/** A colon before a number, and nothing behind it or what is counted next. */
const countAfter = /^: \d{3}(?:\s*$|[,;] \w+)/;
/** What parts a number from the words before it. */
const setOff = /[,;:\u2013\u2014] $|[)\]] ?$/;
/** The same right before it: `Too Many Requests (429)`, `:not_found (404)`, `TooManyRequests: 429`. */
const phraseBefore =
  /(?<=(?<![A-Za-z-])([A-Za-z][A-Za-z'_-]{1,40}(?: [A-Za-z][A-Za-z'_-]{1,30}){0,4})["'\x60]?(?: ?[([]|: | - |, | ))/y;

/** The signs by what they do, each with what is known of it without trying its pattern. */
class Signs {
  readonly #index = new PatternIndex(signs.map(({ pattern }) => pattern));
  #facts: readonly PatternFacts[] | undefined;
  readonly #speaking = placesOf(({ place, points }) => place !== 'line' && points > 0);
  readonly #objecting = placesOf(({ place, points }) => place !== 'line' && points < 0);
  readonly #ofLine = placesOf(({ place }) => place === 'line');

  /** Reads the patterns of all signs, which the first few numbers are weighed without. */
  make(): void {
    this.#index.make();
  }

  /** The signs that a line may have at all. */
  onLine(line: string): LineSigns {
    const found = this.#index.patternsOf(line);
    return {
      speaking: placesIn(found, this.#speaking),
      objecting: placesIn(found, this.#objecting),
      common: placesIn(found, this.#ofLine),
    };
  }

  /** Those of some signs that are seen beside a number. */
  beside(places: readonly number[], line: string, { start, end }: OffsetRange): Sign[] {
    const seen: Sign[] = [];
    const before = start > 0 ? unitAt(line, start - 1) : 0;
    const after = end < line.length ? unitAt(line, end) : 0;
    if (this.#index.isMade) {
      this.#facts ??= signs.map(({ pattern }) => factsOf(pattern));
    }
    const facts = this.#facts;
    for (const place of places) {
      const sign = signs[place];
      if (!sign) {
        continue;
      }
      const isBefore = sign.place === 'before';
      const known = facts?.[place];
      const mayBe = isBefore ? isOf(known?.preceding, before) : isOf(known?.first, after);
      if (mayBe && matchesAt(sign.pattern, line, isBefore ? start : end)) {
        seen.push(sign);
      }
    }
    return seen;
  }
}

/** Places in the list of signs. */
interface LineSigns {
  readonly speaking: readonly number[];
  readonly objecting: readonly number[];
  readonly common: readonly number[];
}

function placesOf(isMeant: (sign: Sign) => boolean): Uint32Array {
  const places = signs.flatMap((sign, place) => (isMeant(sign) ? [place] : []));
  return setOf(places, signs.length);
}

function unitAt(line: string, offset: number): number {
  return Math.min(line.charCodeAt(offset), otherUnits);
}

function isOf(units: Units | undefined, unit: number): boolean {
  return units === undefined || units[unit] === 1;
}

let all: Signs | undefined;

/** Makes what the first number needs that is weighed. */
export function prepareWeighing(): void {
  all ??= new Signs();
  all.make();
}

/**
 * Weighs what stands around the numbers of a line that may be the status of an error.
 * @param isComplete also those that nothing right beside them speaks of: most numbers, and none of them is a status
 * @param isKnown whether the number at an offset needs no weighing
 * @param whole the line, where what is weighed is a part of it
 * @returns ranges in offsets of the line
 */
export function weigh(
  line: string,
  knowledge: Knowledge,
  {
    isComplete = false,
    isKnown,
    whole = line,
  }: { isComplete?: boolean; isKnown?: (start: number) => boolean; whole?: string } = {},
): Weighed[] {
  const result: Weighed[] = [];
  let onLine: LineSigns | undefined;
  let common: readonly Sign[] | undefined;
  let letters: string | undefined;
  const lettersOf = () => (letters ??= line.replace(/[^a-z]/gi, '').toLowerCase());
  for (const { 0: digits, index } of line.matchAll(number)) {
    if (isKnown?.(index) || !knowledge.isStatus(digits)) {
      continue;
    }
    if (result.length === mostNumbers) {
      break;
    }
    const range = { start: index, end: index + digits.length };
    all ??= new Signs();
    onLine ??= all.onLine(line);
    const beside = [...all.beside(onLine.speaking, line, range), ...phraseSigns(line, range, lettersOf, knowledge)];
    if (isComplete || isNamed(beside)) {
      common ??= (whole === line ? onLine : all.onLine(whole)).common
        .flatMap((place) => signs[place] ?? [])
        .filter(({ pattern }) => pattern.test(whole));
      const objecting = all.beside(onLine.objecting, line, range);
      result.push({ range, isNamed: isNamed(beside), ...add([...beside, ...objecting, ...common]) });
    }
  }
  return result;
}

const words = new Map<string, readonly string[]>();

/**
 * Words that say what the words of a text say, for or against a status, wherever they stand on its line: always the same
 * ones for the same signs.
 */
export function speakingWords(text: string): readonly string[] {
  const patterns = [...signs.filter(({ place }) => place === 'line').map(({ pattern }) => pattern), ...anyWording];
  const found = patterns.map((pattern) => pattern.exec(text));
  const key = found.map((match) => (match ? 1 : 0)).join('');
  let known = words.get(key);
  if (!known) {
    known = [...new Set(found.flatMap((match) => (match ? wordAround(text, match) : [])))];
    words.set(key, known);
  }
  return known;
}

/** The words of a match, whole: a part of a word would be another word, as `down` of `download` is. */
function wordAround(text: string, { index, 0: { length } }: RegExpExecArray): string {
  const [before = ''] = /\w*$/.exec(text.slice(0, index)) ?? [];
  const [after = ''] = /^\w*/.exec(text.slice(index + length)) ?? [];
  return before + text.slice(index, index + length) + after;
}

/** How sure weighing can make it at most. */
export const surest = 0.92;

/** How sure the points make it, see `Candidate.weight`; 0 for too few. */
export function weightOf({ points, isNamed }: Weighed): number {
  return !isNamed ? 0 : points >= enough.high ? surest : points >= enough.medium ? 0.6 : 0;
}

/** A line alone makes no number a status. */
function isNamed(beside: readonly Seen[]): boolean {
  return beside.some(({ group, points }) => (group === 'before' && points > 0) || (group === 'after' && points > 1));
}

/** Of each group the strongest sign for it, and every sign against it, each name once. */
function add(seen: readonly Seen[]): Pick<Weighed, 'points' | 'for' | 'against'> {
  const best = new Map<string, Seen>();
  for (const sign of seen) {
    if (sign.points > (best.get(sign.group)?.points ?? 0)) {
      best.set(sign.group, sign);
    }
  }
  const strongest = [...best.values()];
  const against = [...new Map(seen.filter(({ points }) => points < 0).map((sign) => [sign.name, sign])).values()];
  return { points: [...strongest, ...against].reduce((sum, sign) => sum + sign.points, 0), for: strongest, against };
}

function phraseSigns(line: string, { start, end }: OffsetRange, letters: () => string, knowledge: Knowledge): Seen[] {
  const digits = line.slice(start, end);
  const after = phraseAt(phraseAfter, line, end);
  const beginnings = after.map((_, index) => after.slice(0, index + 1).join(' '));
  const before = phraseAt(phraseBefore, line, start);
  const endings = before.map((_, index) => before.slice(index).join(' '));
  const isPhrase = (phrase: string) => knowledge.isReasonPhrase(digits, phrase);
  if (beginnings.some(isPhrase)) {
    // In small letters behind a word it may be a part of any sentence.
    const isCertain = /^[A-Z]/.test(after[0] ?? '');
    const isWhole = after.length > 2 && isPhrase(after.join(' ')) && after.every((word) => /^[A-Z]/.test(word));
    const isValue = isCertain && valueOf.test(line.slice(Math.max(0, start - 2), end + longestPhrase));
    // A value that is nothing else is one whatever its name, and so is what has a phrase of several words in capitals.
    const points = isValue || isWhole ? 24 : isCertain ? 7 : isSetOff(line, start, end) ? 6 : 4;
    return [{ name: 'its reason phrase after it', group: 'after', points }];
  }
  const ending = endings.findIndex(isPhrase);
  if (ending >= 0) {
    // `total not found: 404` counts what was not found.
    const mayCount = /^[a-z]/.test(before[ending] ?? '') && ending > 0 && countAfter.test(line.slice(start - 2));
    return [{ name: 'its reason phrase before it', group: 'before', points: mayCount ? 3 : 7 }];
  }
  if (isSaidSoon(line, start, end)) {
    return [
      { name: 'what it means soon after it', group: 'after', points: 4 },
      { name: 'what it means on the line', group: 'phrase', points: 2 },
    ];
  }
  if (isPhraseWithin(after, isPhrase)) {
    return [{ name: 'its reason phrase shortly after it', group: 'after', points: 6 }];
  }
  if (knowledge.reasonPhrases(digits).some((phrase) => phrase.length > 3 && letters().includes(phrase))) {
    const isNear = matchesAt(wordingOf(digits)?.nearBefore ?? nothing, line, start);
    return [
      { name: 'its reason phrase on the line', group: 'phrase', points: 3 },
      ...(isNear ? [{ name: 'what it means before it', group: 'before', points: 2 } as const] : []),
    ];
  }
  return beginnings.some((phrase) => phrase.length > 4 && knowledge.isPartOfPhrase(digits, phrase))
    ? [{ name: 'part of its reason phrase after it', group: 'after', points: 3 }]
    : wordingSigns(line, start, end);
}

/** A status and its phrase, and nothing else, as the value of a name. */
const valueOf = /^[=:](["'])[45]\d\d [A-Z][A-Za-z -]{2,40}\1/;
const nothing = /(?!)/y;
/** Words of Chinese, Japanese and Korean right before and behind a number, and how far they are read. */
const easternBefore =
  /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af][\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af ]{1,22}[ \uff1a:(\uff08]{1,2}$/;
const easternAfter = /^[ )\uff09]{1,2}[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,12}/;
const longestWords = 25;
const longestPhrase = 45;

function isCapital(line: string, offset: number): boolean {
  const unit = line.charCodeAt(offset);
  return unit >= 0x41 && unit <= 0x5a;
}

/** Whether words have the phrase behind one or two others: `404 Project Not Found`. */
function isPhraseWithin(words: readonly string[], isPhrase: (phrase: string) => boolean): boolean {
  return [1, 2].some(
    (first) =>
      words.slice(0, first + 2).every((word) => /^[A-Z]/.test(word)) &&
      words.slice(first).some((_, index, rest) => index > 0 && isPhrase(rest.slice(0, index + 1).join(' '))),
  );
}

/** Whether a number begins what is said, and is not one of several counts: `500 rows, 404 not found, 96 updated`. */
function isSetOff(line: string, start: number, end: number): boolean {
  return setOff.test(line.slice(Math.max(0, start - 3), start)) && !countsBehind.test(line.slice(end));
}

/** More numbers of things behind one. */
const countsBehind = /^[^\d\n]{1,60}[,;/] ?\d{1,7} [a-z]/i;

/**
 * Whether a status that everybody knows begins what is said, or stands behind who said it, and what it means follows
 * shortly: `vault 403 permission denied`; but not one of several counts: `500 rows, 404 not found, 96 updated`.
 */
function isSaidSoon(line: string, start: number, end: number): boolean {
  const digits = line.slice(start, end);
  return (
    isWellKnown(digits) &&
    matchesAt(wordingOf(digits)?.soon ?? nothing, line, end) &&
    (seldomCounted.test(digits) || speaker.test(line.slice(Math.max(0, start - longestPhrase), start))) &&
    !countsBehind.test(line.slice(end))
  );
}

/** What these mean is said of no thing by its number. */
const seldomCounted = /^(?:40[13]|429|50[234])$/;
const speaker = new RegExp(`(?:^|[:)\\]>\u2192] |\\b(?:${otherServices}|${carriers}) )$`, 'i');

/** Words of what is added up. */
const ofSum = /\b(?:total|count|sum|number of|all)\b/i;

/** What the status means, in other words than those of its reason phrase. */
function wordingSigns(line: string, start: number, end: number): Seen[] {
  const wording = wordingOf(line.slice(start, end));
  if (!wording?.anywhere.test(line)) {
    return [];
  }
  const result: Seen[] = [];
  // Words of the East stand without a blank between them.
  if (wording.anywhere.test(easternBefore.exec(line.slice(Math.max(0, start - longestWords), start))?.[0] ?? '')) {
    result.push({ name: 'what it means before it', group: 'before', points: 4 });
  } else if (matchesAt(wording.before, line, start)) {
    result.push({ name: 'what it means before it', group: 'before', points: 4 });
  } else if (matchesAt(wording.beforeColon, line, start) || matchesAt(wording.nearBefore, line, start)) {
    // What is missing or wrong is counted as well.
    const isCounted = !seldomCounted.test(line.slice(start, end)) || ofSum.test(line.slice(0, start));
    result.push({ name: 'what it means before it', group: 'before', points: isCounted ? 2 : 3 });
  }
  if (
    matchesAt(wording.after, line, end) ||
    wording.certain.test(easternAfter.exec(line.slice(end, end + longestWords))?.[0] ?? '')
  ) {
    result.push({ name: 'what it means after it', group: 'after', points: 4 });
  } else if (isCapital(line, end + 1) && matchesAt(wording.alone, line, end)) {
    result.push({ name: 'what it means after it', group: 'after', points: 3 });
  }
  if (result.length > 0 || wording.certain.test(line)) {
    result.push({ name: 'what it means on the line', group: 'phrase', points: 2 });
  }
  return result;
}

/** The words that a pattern finds at an offset. */
function phraseAt(pattern: RegExp, line: string, offset: number): string[] {
  pattern.lastIndex = offset;
  return pattern.exec(line)?.[1]?.split(' ') ?? [];
}

function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}
