import type { OffsetRange } from '../../../../shared/finding';
import type { Knowledge } from '../../knowledge';
import { spoken } from '../../spokenNumbers';
import { isOfWeb } from './failure';
import { uncoloured } from '../colours';
import { isNamed, isPlainlySaid, numbersIn } from './freeNumbers';
import { kindOf } from './lineKinds';
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
  if ((isCompared || kind === 'code') && anyBound.test(line)) {
    return [];
  }
  // What passed says less: of most of its numbers nothing else is printed.
  if (kind === 'passed' && !places.some((place) => isPlainlySaid(line, place))) {
    return [];
  }
  const region = places.length > 0 ? regionAround(text, from, to, knowledge) : undefined;
  if (!region || !isOfWeb(text, from, to, knowledge)) {
    return [];
  }
  const found = places.filter((place) => {
    const { 0: digits, index } = place;
    if (kind === 'passed') {
      return region.told.size > 0 && isPlainlySaid(line, place) && isStatusIn(region, digits);
    }
    return kind === 'other' || isNamed(line.slice(0, index)) ? region.told.has(digits) : isStatusIn(region, digits);
  });
  // What is compared with a status is one, too.
  const isAll = found.length > 0 && (isCompared || kind === 'code');
  return (isAll ? places : found).map(({ 0: digits, index }) => ({
    start: from + offsetOf(index),
    end: from + offsetOf(index) + digits.length,
  }));
}

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

function isStatusIn({ told, isOfWeb }: Region, digits: string): boolean {
  return told.has(digits) || (isOfWeb && (spoken.test(digits) || (told.size > 0 && digits.endsWith('00'))));
}
