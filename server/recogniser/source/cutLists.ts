import type { OffsetRange } from '../../../shared/finding';
import { isWellKnown } from '../wellKnownStatuses';
import { isRegistered } from './maps';

/** Lists of several lines in a piece of a program: what they are given to stands above, or is cut off. */

const key = String.raw`["']?[A-Za-z][\w ()'.-]{0,60}["']?[ \t]*(?::|=>|=)[ \t]*`;
/** `429,`, `"429",`, `429 => true,`, `LOCKED: 423, // by another`. */
const item = new RegExp(
  String.raw`^[ \t]*(${key})?["']?(\d{1,4})["']?[ \t]*(?:(?:=>|:)[^\n]{1,80})?,?[ \t]*(?:(?:\/\/|#|\/\*)[^\n]*)?\r?$`,
);
const betweenItems = /^[ \t]*(?:\r?$|\/\/|#|\*|\/\*)/;
const mostItems = 40;
const longestLine = 200;

/** What are many statuses or codes by their name. */
const ofMany = /(?:status(?:es)?|codes?)$/i;
const plural = /(?:statuses|codes)$/i;

/** The line that begins the list which a number is an item of, as far as nothing but items is between, and how it may name it. */
export function headOfList(
  text: string,
  { start }: OffsetRange,
): { readonly line: string; readonly names: RegExp } | undefined {
  let lineStart = startOfLine(text, start);
  let hasKeys = item.exec(lineAt(text, lineStart))?.[1] !== undefined;
  if (!item.test(lineAt(text, lineStart))) {
    return undefined;
  }
  for (let count = 0; count < mostItems && lineStart > 0; count++) {
    lineStart = startOfLine(text, lineStart - 1);
    const line = lineAt(text, lineStart);
    const [, ownKey] = item.exec(line) ?? [];
    hasKeys ||= ownKey !== undefined;
    if (!item.test(line) && !betweenItems.test(line)) {
      // What is called a status may be any object: `status: { width: 500 }`
      return { line: line.trimEnd(), names: hasKeys ? plural : ofMany };
    }
  }
  return undefined;
}

/** A line of nothing but alternatives, as Rust writes them: `Some(429) | Some(502) | Some(503)`. */
const alternatives = /^[ \t]*\|?[ \t]*Some\(\d{3}\)(?:[ \t]*\|[ \t]*Some\(\d{3}\)){2,20}[ \t]*\)?\r?$/;
/** A line of several numbers of a list. */
const numbersOnly = /^[ \t]*\d{1,4}(?:[ \t]*,[ \t]*\d{1,4}){0,40}[ \t]*,?\r?$/;
const fewestErrors = 3;
const fewestOdd = 2;
const leastError = 400;
/** Statuses of servers that are asked again: rooms and lines are seldom numbered so. */
const ofRetries = /^(?:429|50[234])$/;
const fewestOfRetries = 2;

/**
 * Whether a number is one of three or more in a list whose name is cut off, all of them statuses, and some that everybody
 * knows.
 * @param speaksHttp where the text does not, they have to be some of those after which a request is made again
 */
export function isAmongKnown(text: string, { start }: OffsetRange, speaksHttp: boolean): boolean {
  const lineStart = startOfLine(text, start);
  const line = lineAt(text, lineStart);
  const written = alternatives.test(line) ? (line.match(/\d{3}/g) ?? []) : itemsAround(text, lineStart);
  const numbers = written.map(Number);
  const errors = [...new Set(numbers)].filter((number) => number >= leastError);
  return (
    errors.length >= fewestErrors &&
    (speaksHttp || errors.filter((number) => ofRetries.test(number.toString())).length >= fewestOfRetries) &&
    numbers.every(isRegistered) &&
    errors.filter((number) => isWellKnown(number.toString())).length >= fewestOdd &&
    new Set(numbers).size === numbers.length &&
    !numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  );
}

/** The numbers of the first lines of a text, if one of them is here, and they have nothing else but what they are keys of. */
function itemsAround(text: string, lineStart: number): string[] {
  const numbers: string[] = [];
  let at = 0;
  for (let count = 0; count < mostItems; count++) {
    const line = lineAt(text, at);
    const [, ownKey, number] = item.exec(line) ?? [];
    const own = numbersOnly.test(line) ? (line.match(/\d+/g) ?? []) : number !== undefined && !ownKey ? [number] : [];
    if (own.length === 0 && !betweenItems.test(line)) {
      return at > lineStart ? numbers : [];
    }
    numbers.push(...own);
    const end = text.indexOf('\n', at);
    if (end < 0) {
      break;
    }
    at = end + 1;
  }
  return at >= lineStart ? numbers : [];
}

function startOfLine(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + longestLine));
}
