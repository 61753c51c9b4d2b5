import type { Finding } from '../../../shared/finding';
import { mergeGroups, recogniseStructure } from '../body';
import type { Candidate, ErrorGroup } from '../candidate';
import { buildStructure, type Structure } from '../dump';
import type { Knowledge } from '../knowledge';
import { Neighbourhoods } from '../neighbourhood';
import { resolve } from '../resolve';
import { timeOfLine } from '../wait';
import { dumpTokens } from './dumpTokens';
import { readLine } from './lines';
import { Scanner } from './scanner';

/** Data that is printed over several lines is followed for at most this many lines and UTF-16 units. */
const longestDump = { lines: 120, units: 16_000 };
/** A longer line is read in parts, around the places worth a look. UTF-16 units. */
const longestLine = 8_000;
/** What a long line is cut into: so much before a place worth a look, and so much after it. */
const around = { before: 1_000, after: 3_000 };
/** How far the neighbourhood reaches in which a host or a client's name counts as near, in UTF-16 units. */
const neighbourhood = 1_500;
/** Longest end of a line that is a reason phrase, in UTF-16 units. */
const longestPhrase = 300;
/** Most findings of one document. What is beyond is said once, not silently dropped. */
const mostFindings = 20_000;

export interface Recognition {
  readonly findings: readonly Finding[];
  /** Whether something was left out, because the document holds too much. */
  readonly truncated: boolean;
}

/** The errors of one stretch of lines that belong together, before they are resolved. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  groups: ErrorGroup[];
  /** Only a status, as the last thing of its line: the next line may say more about it. */
  readonly opens: boolean;
  /** Whether the line begins a record of its own, with a time or a level. */
  readonly isRecord: boolean;
}

/** Recognises errors in logs and any other text that is read by lines. */
export class LogRecogniser {
  readonly #scanner: Scanner;

  constructor(private readonly knowledge: Knowledge) {
    this.#scanner = new Scanner(knowledge.catalogs.entries);
  }

  /** The findings of a text, in steps. */
  *recognise(text: string): Generator<void, Recognition> {
    const { systems } = this.knowledge;
    const neighbourhoods = new Neighbourhoods(text, systems, systems.find(text.slice(0, 4_000)));
    const findings: Finding[] = [];
    let number = 0;
    let truncated = false;
    let previous: Stretch | undefined;
    const finish = (stretch: Stretch | undefined): void => {
      if (!stretch || stretch.groups.length === 0) {
        return;
      }
      const around = neighbourhoods.between(stretch.start - neighbourhood, stretch.end + neighbourhood / 3);
      for (const group of stretch.groups) {
        if (findings.length < mostFindings) {
          findings.push(...resolve(text, timed(text, group, stretch), around, number++));
        } else {
          truncated = true;
        }
      }
    };
    for (const range of this.#stretches(text)) {
      const stretch = this.#read(text, range.start, range.end, range.isPart);
      if (previous && continues(previous, stretch, text)) {
        stretch.groups = joinLines(previous.groups, stretch.groups);
      } else {
        finish(previous);
      }
      previous = stretch;
      if (findings.length >= mostFindings) {
        truncated = true;
        break;
      }
      yield;
    }
    finish(previous);
    return { findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end), truncated };
  }

  /** The parts of a text that are read as one: a line, a line with the data printed below it, or a part of a long line. */
  *#stretches(text: string): Generator<{ start: number; end: number; isPart: boolean }> {
    const lines = new Lines(text);
    let at = 0;
    let line = { start: 0, end: -1 };
    for (const hit of this.#scanner.scan(text)) {
      if (hit < at) {
        continue;
      }
      if (hit > line.end) {
        line = { start: text.lastIndexOf('\n', hit - 1) + 1, end: endOfLine(text, hit) };
      }
      const lineStart = Math.max(at, line.start);
      const lineEnd = line.end;
      if (lineEnd - lineStart > longestLine) {
        const start = Math.max(lineStart, hit - around.before);
        at = Math.min(lineEnd, hit + around.after);
        yield { start, end: at, isPart: true };
      } else {
        const start = startOfDump(text, lines, lineStart, at);
        at = endOfDump(text, lines, start, lineEnd);
        yield { start, end: at, isPart: false };
      }
    }
  }

  #read(text: string, start: number, end: number, isPart: boolean): Stretch {
    const root = buildStructure(dumpTokens(text, start, end), start, end);
    const inData = recogniseStructure(text, root, this.knowledge, 'line');
    const inText = readLine(text, start, end, this.knowledge);
    const taken = inData.flatMap((group) => group.candidates);
    const rest = inText.candidates.filter((c) => !taken.some((other) => isWithin(c, other)));
    const groups = assemble(root, rest, inData, inText.wait);
    const line = text.slice(start, end);
    const last = lastWordAt(line);
    const onlyStatus = groups.length === 1 && groups[0]?.candidates.every((c) => c.role === 'status') === true;
    const opens =
      !isPart && onlyStatus && line.length - last < 60 && isLastThing(line, start, groups[0]?.candidates ?? []);
    return { start, end, groups, opens, isRecord: beginsRecord(line.slice(0, longestRecordStart)) };
  }
}

/** Where the last unit of a line stands that is neither space nor punctuation; -1 without one. */
function lastWordAt(line: string): number {
  for (let at = line.length - 1; at >= 0; at--) {
    if (!/[\s"'`:,]/.test(line[at] ?? '')) {
      return at;
    }
  }
  return -1;
}

function isWithin(c: Candidate, other: Candidate): boolean {
  const isInside = c.range.start >= other.range.start && c.range.end <= other.range.end;
  return c.role === other.role && isInside && c.weight <= other.weight;
}

/**
 * What the words of a line say belongs to the error in the data that it prints: to the one that contains the words,
 * else to the one that follows.
 */
function assemble(
  root: Structure,
  words: readonly Candidate[],
  data: readonly ErrorGroup[],
  wait: ErrorGroup['wait'],
): ErrorGroup[] {
  const own: ErrorGroup = { candidates: words, ...(wait && { wait }) };
  if (data.length === 0) {
    return words.length > 0 ? [own] : [];
  }
  if (data.length === 1 && data[0]) {
    return [mergeGroups(data[0], own)];
  }
  const groups = data.map((group) => ({ candidates: [...group.candidates], ...(group.wait && { wait: group.wait }) }));
  for (const word of words) {
    const distances = groups.map((group) =>
      Math.min(...group.candidates.map((c) => distance(c, word)), root.range.end),
    );
    groups[distances.indexOf(Math.min(...distances))]?.candidates.push(word);
  }
  return groups;
}

function distance(a: Candidate, b: Candidate): number {
  return a.range.start > b.range.end ? a.range.start - b.range.end : Math.max(0, b.range.start - a.range.end);
}

/** A status alone on the line before, as tweepy 4 and many scripts print it, belongs to the code below it. */
function continues(previous: Stretch, next: Stretch, text: string): boolean {
  const adjacent = next.start === previous.end + 1 || text.slice(previous.end, next.start).trim() === '';
  return adjacent && previous.opens && !next.isRecord && saysMore(previous, next);
}

/** A line that says nothing but a status, or another status, is an error of its own. */
function saysMore(previous: Stretch, next: Stretch): boolean {
  const candidates = next.groups[0]?.candidates ?? [];
  const before = new Set(previous.groups[0]?.candidates.flatMap((c) => c.entries));
  const statuses = candidates.filter((c) => c.role === 'status');
  return candidates.length > statuses.length && statuses.every((c) => c.entries.some((entry) => before.has(entry)));
}

function joinLines(previous: readonly ErrorGroup[], next: readonly ErrorGroup[]): ErrorGroup[] {
  const [first, ...rest] = next;
  const [before] = previous;
  return before && first ? [mergeGroups(before, first), ...rest] : [...previous, ...next];
}

/** Whether nothing but a reason phrase follows the last candidate of the line. */
function isLastThing(line: string, start: number, candidates: readonly Candidate[]): boolean {
  const rest = line.slice(Math.max(...candidates.map((c) => c.range.end)) - start);
  // A word must end where its letters do: one that could end at any of them makes a long word take forever.
  return (
    rest.length <= longestPhrase &&
    /^[\s:)"'`.,-]*(?:[A-Z][A-Za-z'-]*(?: |(?![A-Za-z'-]))){0,6}[\s:)"'`.,-]*(?:response)?[\s:]*$/.test(rest)
  );
}

/**
 * The start of the line that opens the data around a line: the bracket that is not closed before it. The line itself
 * when it lies in no printed data, or when the data begins too far above.
 */
function startOfDump(text: string, lines: Lines, lineStart: number, floor: number): number {
  const limit = Math.max(floor, lineStart - longestDump.units / 2);
  let depth = 0;
  let found = lineStart;
  for (let end = lineStart - 1, count = 0; end > limit && count < longestDump.lines / 2; count++) {
    const start = Math.max(limit, text.lastIndexOf('\n', end - 1) + 1);
    if (text.slice(start, end).trim() === '' || lines.at(found).isRecord) {
      break;
    }
    depth += lines.at(start).balance;
    if (depth > 0) {
      found = start;
      depth = 0;
    }
    end = start - 1;
  }
  return found;
}

/**
 * The end of the data that is open at the end of a line, or the line's own end. Data that is cut off ends with the last
 * line that looks like a part of it.
 */
function endOfDump(text: string, lines: Lines, start: number, lineEnd: number): number {
  const opens = /[{[(]\s*$/.test(text.slice(start, lineEnd));
  let depth = balance(text, start, lineEnd);
  let end = lineEnd;
  for (
    let count = 0;
    depth > 0 && count < longestDump.lines && end < text.length && end - start < longestDump.units;
    count++
  ) {
    const next = lines.at(end + 1);
    // A record in between: what seemed to be open was only a bracket in a text.
    if (next.isRecord || (opens && !next.isData)) {
      return end;
    }
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
  readonly end: number;
  /** How many more brackets it opens than it closes. */
  readonly balance: number;
  /** Whether it begins a record of its own, with a time or a level. */
  readonly isRecord: boolean;
  /** Whether it may be a part of printed data. */
  readonly isData: boolean;
}

/** What is known of the lines around a place. The ways along printed data pass over the same lines many times. */
class Lines {
  readonly #known = new Map<number, Line>();

  constructor(private readonly text: string) {}

  /** The line, or the rest of a line, that begins at an offset. */
  at(start: number): Line {
    let line = this.#known.get(start);
    if (!line) {
      const end = endOfLine(this.text, start);
      const known = end - start > longestLine ? start + longestLine : end;
      const head = this.text.slice(start, Math.min(end, start + longestRecordStart));
      line = {
        end,
        balance: balance(this.text, start, known),
        isRecord: beginsRecord(head),
        isData: looksLikeData(head),
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

/** How much of a line is read to see what begins with it, in UTF-16 units. */
const longestRecordStart = 200;

const recordStart =
  /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d|\[?\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:|[A-Z], \[|(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b|(?:level|time|ts|timestamp)=|\{"(?:level|time|ts|timestamp|@timestamp|log)")/;

function beginsRecord(line: string): boolean {
  return recordStart.test(line);
}

function balance(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const unit = text[at];
    depth += unit === '{' || unit === '[' || unit === '(' ? 1 : unit === '}' || unit === ']' || unit === ')' ? -1 : 0;
  }
  return depth;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Adds to a stated wait the time at which the line was written. */
function timed(text: string, group: ErrorGroup, stretch: Stretch): ErrorGroup {
  const loggedAt = group.wait && timeOfLine(text.slice(stretch.start, Math.min(stretch.end, stretch.start + 300)));
  return group.wait && loggedAt !== undefined ? { ...group, wait: { ...group.wait, loggedAt } } : group;
}
