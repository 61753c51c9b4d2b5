import type { OffsetRange } from '../../../shared/finding';
import { isSaidBy } from './agreement';
import { isRegistered } from './maps';
import type { Meaning } from './place';
import type { Reading } from './reading';

/**
 * Rows of a list or of an enumeration whose beginning is missing. One of them says little, all of them together tell what
 * their numbers are.
 */

/** `401, // log in`: a number alone with what a comment says of it. */
const withComment = String.raw`["']?(\d{3})["']?[ \t]*,?[ \t]*(?:\/\/|#|\/\*|--)`;
/** `TOKEN_EXPIRED(401, "A1")`: a constant with its number. */
const ofConstant = String.raw`[A-Z][A-Z\d_]*\([ \t]*(\d{3})[ \t]*[,)]`;
/** `401 => 'Log in'`, `401 to "Log in"`, `{ 401, "Log in" }`: a number and what it is a key of. */
const withValue = String.raw`[{[("' \t]*(\d{3})["'\]]*[ \t]*(?:=>|=|:|,|->|\bto\b)[ \t]*["'$@\w[(]`;
/** `"Payment Required": 402`, `GONE: 410`: a name and its number. */
const withName = String.raw`["']?[A-Za-z][\w ()',-]{2,60}["']?\]?[ \t]*(?:=>|:|=)[ \t]*(\d{3})[ \t]*[,;]?[ \t]*(?:\r?$|\/\/|#|\/\*)`;
const row = new RegExp(`^[ \\t]*(?:${withComment}|${ofConstant}|${withName}|${withValue})`);
const betweenRows = /^[ \t]*(?:$|\/\/|#|\*|\/\*)/;
/** Rows in each direction that are looked at. */
const mostRows = 40;
/** So many numbers whose words say what they mean as statuses make the others statuses, too. */
const fewestSaid = 2;

/** What a number is in its row. */
export function inRow({ file, knowledge }: Reading, { start, end }: OffsetRange): Meaning | undefined {
  const own = file.text.lastIndexOf('\n', start - 1) + 1;
  const [written = ''] = row.exec(lineAt(file.text, own)) ?? [];
  if (own + written.length < end || !file.subject.isAboutWeb) {
    return undefined;
  }
  const rows = [...rowsFrom(file.text, own, -1), ...rowsFrom(file.text, own, 1)];
  const numbers = rows.map((line) => numberOf(line));
  const said = rows.filter((line, index) =>
    knowledge.status(numbers[index] ?? '').some((entry) => isSaidBy(entry, line)),
  );
  const isOfStatuses =
    numbers.every((number) => isRegistered(Number(number)) || knowledge.status(number).length > 0) &&
    new Set(said.map(numberOf)).size >= fewestSaid;
  return isOfStatuses
    ? { what: 'status', weight: 0.75, evidence: 'among rows of statuses', name: 'status' }
    : undefined;
}

function numberOf(line: string): string {
  return (
    row
      .exec(line)
      ?.slice(1)
      .find((number) => number) ?? ''
  );
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

/** The rows from a line on, or with a negative step up to it, as far as nothing else is between them. */
function rowsFrom(text: string, from: number, step: 1 | -1): string[] {
  const rows: string[] = [];
  let start = from;
  for (let count = 0; count < mostRows; count++) {
    const line = lineAt(text, start);
    if (row.test(line)) {
      rows.push(line);
    } else if (!betweenRows.test(line)) {
      break;
    }
    const next = step > 0 ? start + line.length + 1 : text.lastIndexOf('\n', start - 2) + 1;
    if (next > text.length || next === start) {
      break;
    }
    start = next;
  }
  return rows;
}
