import type { Candidate } from '../candidate';
import { isMeantBy } from './agreement';
import { isBroken } from './fragments';
import { isRegistered } from './maps';
import type { Meaning } from './place';
import type { Reading } from './reading';

/**
 * Numbers that stand at the same place of lines one below the other: rows of cases, `["gone", 410, left],`, whether or not the
 * text shows what takes them, and in a piece of a program the lines of a list and the ways of a choice.
 */

const first = String.raw`(?:"[^"\n]{0,40}"|'[^'\n]{0,40}'|[A-Za-z_][\w.]{0,40})[ \t]*,[ \t]*`;
/** A row, and the number that it begins with, or that follows one word. */
const row = new RegExp(String.raw`^[ \t]*[{[(]{1,2}(${first})?(\d{1,5})[ \t]*,[ \t]*(?=\S)`);
/** A way of a choice that goes over several lines: `? 401`, `: 500;`. */
const choice = /^[ \t]*()[?:][ \t]+(\d{3})[;,)]{0,2}[ \t]*$/;
/** A line that is nothing but statuses. */
const onlyNumbers = /^[ \t]*\d{3}(?:,[ \t]?\d{3}){2,12},?[ \t]*$/;
/** Lines on each side of a number that are read, and between two ways of a choice. */
const mostLines = 20;
const mostBetween = 2;

/** What is said of a number by those above and below it. */
export function alignedIn(reading: Reading, range: Candidate['range']): Meaning | undefined {
  const { file } = reading;
  const { speaksHttp, speaksGrpc, isAboutWeb } = file.subject;
  if (!isAboutWeb || speaksGrpc) {
    return undefined;
  }
  const lines = linesAround(file.text, range.start);
  const own = lines.own;
  const isOfRows = row.test(own.text) && isAmongRows(lines, own.at, speaksHttp ? 1 : 2);
  const isInPiece =
    speaksHttp && !isOfRows && (choice.test(own.text) || onlyNumbers.test(own.text)) && isBroken(file, range);
  return isOfRows || (isInPiece && (isAmongChoices(lines, own.at) || isListOfErrors(own.text)))
    ? { what: 'status', weight: 0.65, evidence: 'among statuses above and below', name: 'status' }
    : undefined;
}

interface Lines {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly own: { readonly text: string; readonly at: number };
}

/** The lines around an offset, nearest first. */
function linesAround(text: string, offset: number): Lines {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const behind = end < 0 ? '' : text.slice(end + 1, end + 1 + reach);
  return {
    above: text
      .slice(Math.max(0, start - reach), Math.max(0, start - 1))
      .split('\n')
      .slice(-mostLines)
      .reverse(),
    below: behind.split('\n', mostLines),
    own: { text: text.slice(start, end < 0 ? undefined : end).slice(0, longestLine), at: offset - start },
  };
}

const reach = 2_000;
const longestLine = 300;

/** Whether a number is where the rows around it have statuses, and the words of so many say so. */
function isAmongRows({ above, below, own }: Lines, at: number, fewest: number): boolean {
  const [whole = '', word, number = ''] = row.exec(own.text) ?? [];
  const isLike = (line: string) => {
    const [, other, status] = row.exec(line) ?? [];
    return status !== undefined && (other === undefined) === (word === undefined);
  };
  const isOwn = at < whole.length && own.text.startsWith(number, at);
  const rows = [own.text, ...whileLike(above, isLike), ...whileLike(below, isLike)];
  const numbers = rows.map((line) => row.exec(line)?.[2] ?? '');
  const said = new Set(numbers.filter((status, index) => isMeantBy(status, rows[index] ?? '')));
  return isOwn && new Set(numbers).size > 1 && areStatuses(numbers) && said.size >= fewest;
}

function whileLike(lines: readonly string[], isLike: (line: string) => boolean): readonly string[] {
  const end = lines.findIndex((line) => !isLike(line));
  return end < 0 ? lines : lines.slice(0, end);
}

function isAmongChoices({ above, below, own }: Lines, at: number): boolean {
  const near = [above, below].flatMap((lines) => {
    const found = lines.slice(0, mostBetween + 1).find((line) => choice.test(line));
    return found === undefined ? [] : [found];
  });
  const numbers = [own.text, ...near].map((line) => choice.exec(line)?.[2] ?? '');
  return numbers.length > 1 && own.text.startsWith(numbers[0] ?? '', at) && areStatuses(numbers);
}

function isListOfErrors(line: string): boolean {
  const numbers = line.match(/\d+/g) ?? [];
  return onlyNumbers.test(line) && areStatuses(numbers) && numbers.every((number) => Number(number) >= 400);
}

/** Whether numbers are all statuses, and one of an error that is not round. */
function areStatuses(numbers: readonly string[]): boolean {
  return (
    numbers.every((number) => isRegistered(Number(number))) &&
    numbers.some((number) => Number(number) > 400 && Number(number) % 100 > 0)
  );
}
