import type { OffsetRange } from '../../../../shared/finding';
import type { Knowledge } from '../../knowledge';
import { spoken } from '../../spokenNumbers';
import { isWellKnown } from '../../wellKnownStatuses';
import { subjectIn, type Subject } from './failure';
import { uncoloured } from '../colours';
import { isNamed, isPlainlySaid, numbersIn } from './freeNumbers';
import { kindOf, type LineKind } from './lineKinds';
import { regionAround, type Region } from './region';

/**
 * The numbers in a line of a test tool's report that are statuses by what the report around it says: that it is about the
 * web, and of some numbers, that they are statuses.
 */

const longestLine = 400;
/** Most lines of printed data that are asked. */
const mostLines = 60;

/** How much of a text around a line is looked at, in UTF-16 units. */
const around = 8_000;

/** The statuses of the lines between two offsets, where lines begin and end. @returns offsets of the text */
export function statusesOfReport(text: string, from: number, to: number, knowledge: Knowledge): OffsetRange[] {
  if (from > 0 && text[from - 1] !== '\n') {
    return [];
  }
  // A line may be as long as the text: nothing looks farther than this.
  const base = Math.max(0, from - around);
  const near = text.slice(base, to + around);
  const result: OffsetRange[] = [];
  let start = from - base;
  for (let count = 0; start < to - base && count < mostLines; count++) {
    const lineEnd = near.indexOf('\n', start);
    const end = lineEnd < 0 || lineEnd > to - base ? to - base : lineEnd;
    result.push(...statusesOfLine(near, start, end, knowledge));
    start = end + 1;
  }
  return result.map((range) => ({ start: base + range.start, end: base + range.end }));
}

function statusesOfLine(text: string, from: number, to: number, knowledge: Knowledge): OffsetRange[] {
  const printed = text.slice(from, to);
  if (printed.length > longestLine || !anyNumber.test(printed)) {
    return [];
  }
  const { line, offsetOf } = uncoloured(printed);
  const kind = kindOf(line);
  if (kind === undefined) {
    return [];
  }
  const { all, free } = numbersIn(line);
  const places = free.filter(({ 0: digits }) => knowledge.isStatus(digits));
  const isCompared = kind === 'compared' || comparison.test(line);
  if (isCompared && (places.length < all.length || otherNumber.test(line))) {
    return [];
  }
  // A title of which the failure is told behind it: `moves to room 503 ✘ expected: <503>`
  if (kind === 'title' && free.length < all.length && told.test(line)) {
    return [];
  }
  if ((isCompared || kind === 'code') && anyBound.test(line)) {
    return [];
  }
  // What passed says less: of most of its numbers nothing else is printed.
  if (kind === 'passed' && !places.some((place) => isPlainlySaid(line, place))) {
    return [];
  }
  const region = places.length > 0 ? regionAround(text, from, to, knowledge) : undefined;
  if (!region || !isOfRegion(region, places, subjectIn(text, from, to, knowledge), kind)) {
    return [];
  }
  const found = places.filter((place) => {
    const { 0: digits, index } = place;
    if (kind === 'passed') {
      return (
        (region.told.size > 0 || region.hasFailure) &&
        isPlainlySaid(line, place) &&
        (isStatusIn(region, digits) || isInBrackets(line, place, region))
      );
    }
    const before = line.slice(0, index);
    // `testWard403` is the name of the one as often as of the other.
    const isToldOnly = isNamed(before);
    return kind === 'other' || isToldOnly
      ? region.told.has(digits) && !(isToldOnly && /[a-z]$/.test(before))
      : isStatusIn(region, digits);
  });
  // What is compared with a status is one, too.
  const isAll = found.length > 0 && (isCompared || kind === 'code');
  return (isAll ? places : found).map(({ 0: digits, index }) => ({
    start: from + offsetOf(index),
    end: from + offsetOf(index) + digits.length,
  }));
}

const told = / ✘ .{0,200}\bexpected\b/;
/** A number that no status is, and no part of a place in a file. */
const otherNumber = /(?<![\w.:/#-])(?:\d{4,}|[6-9]\d\d|\d{1,6}\.\d{1,6})(?![\w.:/-])/;

const comparison = /\d["')\]]{0,2} (?:[=!]==?|<=?|>=?) ["'([]{0,2}\d/;
/** Statuses are more or less than a round one only. */
const anyBound =
  /(?: [<>]=? |\b(?:less|greater|below|above|under|over|at most|at least)\b (?:than )?(?:or equal to )?)\D{0,6}[45]\d[1-8]\b/;

const anyNumber = /(?:^|\D)[45]\d\d(?!\d)/;

/** Whether what is around a line, with its colours, may tell that a number in it is a status. */
export function mayBeOfReport(line: string): boolean {
  return anyNumber.test(line) && kindOf(uncoloured(line).line) !== undefined;
}

/**
 * Whether the numbers of a line may be what their region says: its failure is about the web, or nothing tells what it is about,
 * and the report tells of one of them that it is a status, and everybody knows the others; or they are several statuses.
 */
function isOfRegion(region: Region, places: readonly RegExpExecArray[], subject: Subject, kind: LineKind): boolean {
  if (subject !== 'unknown' || !region.isOfWeb || kind === 'other') {
    return subject === 'http';
  }
  const digits = [...new Set(places.map(([own]) => own))];
  return (
    digits.every((own) => region.told.has(own) || isWellKnown(own) || own.endsWith('00')) &&
    (digits.some((own) => region.told.has(own)) || digits.filter(isWellKnown).length >= severalStatuses)
  );
}

const severalStatuses = 2;

/** `a pot of coffee (418)`: nothing else stands so at the end of a title. */
function isInBrackets(line: string, { 0: digits, index }: RegExpExecArray, { isOfWeb, told }: Region): boolean {
  return isOfWeb && told.size > 0 && line[index - 1] === '(' && line[index + digits.length] === ')';
}

function isStatusIn({ told, isOfWeb }: Region, digits: string): boolean {
  return told.has(digits) || (isOfWeb && (spoken.test(digits) || (told.size > 0 && digits.endsWith('00'))));
}
