import { linesAbove, nearest } from './linesAround';

/**
 * The names that the head of a table gives the numbers below it: `| path | got | ms |`, `time,status,path`. What a table
 * counts and measures looks like its statuses, and only the head tells them apart.
 */

/** How far above a row its head is looked for: in UTF-16 units, and in lines. */
const most = { lines: 60, units: 4_000 } as const;
/** What parts the cells of a row, the surest first. */
const separators = [/[|\u2502]/, /\t/, /[,;]/, / {2,}/] as const;
/** Fewer cells are no row. */
const leastCells = 3;

const nameOfStatus =
  /^(?:http[ _-]?)?(?:status|code|response|resp|rc)(?:[ _-]?(?:code|status))?$|^(?:sc-status|http|statuscode|estado|statut|stato|durum|статус|код ответа|状[态態]码?|ステータス(?:コード)?|상태(?: ?코드)?)$/i;
const nameOfGot = /^(?:got|actual|received|was|result)$/i;
const nameOfExpected = /^(?:expected|expect|want|wanted|should be)$/i;
const nameOfRequest = /^(?:urls?|uri|paths?|methods?|verb|endpoints?|route|host|check|request|site|link|page|cs-\S+)$/i;
const lone = /^["']?[45]\d\d["']?$/;

/** A number that the head of its table names a status, in offsets of the row. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Whether a line may be the row of a table with a status: what is above it matters then. */
export function isRow(line: string): boolean {
  return /(?:[|\u2502\t,;]| {2}) {0,40}["']?[45]\d\d["']? {0,40}(?:[|\u2502\t,;]| {2}|\s{0,3}$)/.test(line);
}

/**
 * The statuses of a row.
 * @param text what is around the row
 * @param from where the row begins in the text
 */
export function statusesOfRow(text: string, line: string, from: number): Named[] {
  if (!isRow(line)) {
    return [];
  }
  for (const separator of separators) {
    const cells = cellsOf(line, separator);
    if (cells.length < leastCells) {
      continue;
    }
    const names = headOf(text, from, separator, cells.length);
    if (names) {
      return cells.flatMap((cell, index) => {
        const name = names[index] ?? '';
        return lone.test(cell.text) && isStatus(name, names, cells) ? [{ ...digitsOf(cell), name }] : [];
      });
    }
  }
  return [];
}

interface Cell {
  readonly text: string;
  readonly start: number;
}

function cellsOf(line: string, separator: RegExp): Cell[] {
  let start = 0;
  return line.split(new RegExp(`(${separator.source})`)).flatMap((part, index) => {
    const text = part.trim();
    const cell = { text, start: start + part.indexOf(text) };
    start += part.length;
    return index % 2 === 0 ? [cell] : [];
  });
}

function digitsOf({ text, start }: Cell): { start: number; end: number } {
  const at = start + text.search(/\d/);
  return { start: at, end: at + 3 };
}

/** The names of the head above a row: a line with as many cells, none of them a number, and the name of a status. */
function headOf(text: string, from: number, separator: RegExp, count: number): string[] | undefined {
  for (const line of nearest(linesAbove(text, from), most)) {
    const names = cellsOf(line, separator).map((cell) => cell.text);
    if (names.length === count && names.some((name) => nameOfStatus.test(name) || nameOfGot.test(name))) {
      return names.some((name) => /^\d/.test(name)) ? undefined : names;
    }
    const isRule = /^[-+=|:\s\u2500-\u253c]{3,}$/.test(line);
    if (names.length !== count && !isRule) {
      return undefined;
    }
  }
  return undefined;
}

function isStatus(name: string, names: readonly string[], cells: readonly Cell[]): boolean {
  if (nameOfGot.test(name)) {
    const expected = names.findIndex((other) => nameOfExpected.test(other));
    return /^["']?2\d\d/.test(cells[expected]?.text ?? '');
  }
  // Testers of load count answers so: `│ Code │ Count │`.
  return (
    nameOfStatus.test(name) &&
    (!/^(?:code|rc)$/i.test(name) ||
      names.some((other) => nameOfRequest.test(other)) ||
      names.filter(Boolean).join() === 'Code,Count')
  );
}
