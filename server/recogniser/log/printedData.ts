import type { OffsetRange } from '../../../shared/finding';

/** A longer line is read in parts, around the places worth a look. UTF-16 units. */
export const longestLine = 8_000;
/** Data that is printed over several lines is followed for at most this many lines and UTF-16 units. */
export const longestDump = { lines: 120, units: 16_000 };

/** What a program puts before each line that another prints: `0|notify   | `, `web_1  | `, `>  `, `[worker] `. */
const linePrefix = /^(?:[\w.@/-]{1,40}(?:\|[\w.@/-]{1,40})? {0,24}\| |>{1,3} {1,2}|\[[\w.:@/-]{1,40}\] )/;

/** What stands before the lines of printed data, if it stands before both of two lines. */
function prefixOf(text: string, first: number, second: number): string {
  const [prefix = ''] = linePrefix.exec(text.slice(first, first + longestPrefix)) ?? [];
  return text.startsWith(prefix, second) ? prefix : '';
}

/**
 * Printed data that a line lies in: from the line that opens it to the one that closes it, see {@link endOfDump}.
 * It is the same whichever of its lines is asked for.
 * @param floor where reading may begin at the earliest
 */
export function dumpAround(text: string, lines: Lines, lineStart: number, lineEnd: number, floor: number): OffsetRange {
  const start = startOfDump(text, lines, lineStart, floor);
  if (start < lineStart) {
    const end = endOfDump(text, lines, start, endOfLine(text, start));
    if (end >= lineEnd) {
      return { start, end };
    }
  }
  return { start: lineStart, end: endOfDump(text, lines, lineStart, lineEnd) };
}

/**
 * The start of the line that opens the data around a line: the bracket that is not closed before it. The line itself
 * when it lies in no printed data, or when the data begins too far above.
 */
function startOfDump(text: string, lines: Lines, lineStart: number, floor: number): number {
  const above = text.lastIndexOf('\n', lineStart - 2) + 1;
  const prefix = lineStart > floor ? prefixOf(text, lineStart, above) : '';
  const limit = Math.max(floor, lineStart - longestDump.units / 2);
  let depth = 0;
  let found = lineStart;
  let isAtMargin = lines.at(lineStart, prefix).indent === 0;
  for (let end = lineStart - 1, count = 0; end > limit && count < longestDump.lines / 2; count++) {
    const start = Math.max(limit, text.lastIndexOf('\n', end - 1) + 1);
    // Nothing that is printed goes on over the first line of a record.
    if (text.slice(start, end).trim() === '' || lines.at(end + 1, prefix).isRecord || !text.startsWith(prefix, start)) {
      break;
    }
    const { balance: opened, indent } = lines.at(start, prefix);
    depth += opened;
    if (depth > 0) {
      // What stands at the margin is no part of it: a line of source above a trace never closes its bracket.
      if (indent > 0 && isAtMargin) {
        break;
      }
      found = start;
      depth = 0;
    }
    isAtMargin ||= indent === 0;
    end = start - 1;
  }
  return found;
}

/**
 * The end of the data that is open at the end of a line, or the line's own end. Data that is cut off ends with the last
 * line that looks like a part of it.
 */
function endOfDump(text: string, lines: Lines, start: number, lineEnd: number): number {
  const prefix = prefixOf(text, start, lineEnd + 1);
  const opens = /[{[(]\s*$/.test(text.slice(start, Math.min(lineEnd, endOfLine(text, start))));
  const indent = lines.at(start, prefix).indent;
  let isIndented = false;
  let depth = balance(text, start, lineEnd);
  let end = lineEnd;
  for (
    let count = 0;
    depth > 0 && count < longestDump.lines && end < text.length && end - start < longestDump.units;
    count++
  ) {
    const next = lines.at(end + 1, prefix);
    // A record in between, or a text: what seemed to be open was only a bracket, which closes below other lines or never.
    if (next.isRecord || !next.isData || !text.startsWith(prefix, end + 1)) {
      return opens || next.isRecord ? end : lineEnd;
    }
    // Data that is printed indented ends where the indentation does, whether its bracket closes or not.
    if (opens && isIndented && next.indent <= indent && !next.isClosing) {
      return end;
    }
    isIndented ||= next.indent > indent;
    if (next.end - end > longestLine) {
      return opens ? end : lineEnd;
    }
    end = next.end;
    depth += next.balance;
  }
  return depth > 0 && !opens ? lineEnd : end;
}

/** Whether a line may be a part of printed data: indented, bracketed, quoted, or a name with a value. */
function looksLikeData(line: string): boolean {
  return /^(?:\s|[\]})"'[{]|[\w.$-]+\s*(?:[:=]|=>))/.test(line);
}

interface Line {
  /** What stands before it is no part of it. */
  readonly prefix: string;
  readonly end: number;
  /** How many more brackets it opens than it closes. */
  readonly balance: number;
  /** Whether it begins a record of its own, with a time or a level. */
  readonly isRecord: boolean;
  /** Whether it may be a part of printed data. */
  readonly isData: boolean;
  /** How many spaces or tabs it begins with. */
  readonly indent: number;
  /** Whether it begins with a closing bracket. */
  readonly isClosing: boolean;
}

/** What is known of the lines around a place. The ways along printed data pass over the same lines many times. */
export class Lines {
  readonly #known = new Map<number, Line>();

  constructor(private readonly text: string) {}

  /**
   * The line, or the rest of a line, that begins at an offset.
   * @param prefix what stands before the lines of the data it may be a part of
   */
  at(start: number, prefix: string): Line {
    let line = this.#known.get(start);
    if (!line || line.prefix !== prefix) {
      const end = endOfLine(this.text, start);
      const known = end - start > longestLine ? start + longestLine : end;
      const whole = this.text.slice(start, Math.min(end, start + longestRecordStart));
      const head = whole.startsWith(prefix) ? whole.slice(prefix.length) : whole;
      line = {
        prefix,
        end,
        balance: balance(this.text, start, known),
        isRecord: beginsRecord(whole) || (head !== whole && beginsRecord(head)),
        isData: looksLikeData(head),
        indent: /^[ \t]*/.exec(head)?.[0].length ?? 0,
        isClosing: /^[ \t]*[\]})]/.test(head),
      };
      // Lines that were passed are not asked for again.
      if (this.#known.size > 4 * longestDump.lines) {
        this.#known.clear();
      }
      this.#known.set(start, line);
    }
    return line;
  }
}

const longestPrefix = 120;
/** How much of a line is read to see what begins with it, in UTF-16 units. */
export const longestRecordStart = 200;

const recordStart =
  /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d|\[?\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:|[A-Z], \[|(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b|(?:level|time|ts|timestamp)=|\{"(?:level|time|ts|timestamp|@timestamp|log)")/;

export function beginsRecord(line: string): boolean {
  return recordStart.test(line);
}

/**
 * The end of what must be looked at to see all printed data that begins before an offset: data is found from any of its
 * lines, see {@link startOfDump}.
 */
export function endOfDumpsFrom(text: string, offset: number): number {
  const most = Math.min(text.length, offset + longestDump.units / 2 + longestLine);
  let at = offset;
  while (at < most) {
    at = endOfLine(text, at) + 1;
    const head = text.slice(at, at + longestRecordStart);
    if (beginsRecord(head) || /^[^\S\n]*\n/.test(head)) {
      break;
    }
  }
  return Math.min(at, most);
}

/**
 * The start of the record that an offset lies in. No error goes on from one record into the next, so reading can begin
 * there. Without one the first line start after the limit, or the limit itself when it lies in the same line.
 */
export function startOfRecord(text: string, offset: number, limit: number): number {
  const least = Math.max(0, limit);
  let at = offset;
  for (let start = startOfLine(text, at); start >= least; start = startOfLine(text, at - 1)) {
    at = start;
    if (at === 0 || beginsRecord(text.slice(at, at + longestRecordStart))) {
      return at;
    }
  }
  return at === offset ? least : at;
}

function balance(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const unit = text[at];
    depth += unit === '{' || unit === '[' || unit === '(' ? 1 : unit === '}' || unit === ']' || unit === ')' ? -1 : 0;
  }
  return depth;
}

function startOfLine(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
