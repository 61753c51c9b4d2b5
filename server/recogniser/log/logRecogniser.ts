import type { Finding } from '../../../shared/finding';
import { mergeGroups, recogniseStructure } from '../body';
import type { Candidate, ErrorGroup } from '../candidate';
import { buildStructure, type Structure } from '../dump';
import type { Knowledge } from '../knowledge';
import { resolve, type Surroundings } from '../resolve';
import type { Systems } from '../systems';
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

  recognise(text: string): Recognition {
    const far = this.knowledge.systems.find(text.slice(0, 4_000));
    const findings: Finding[] = [];
    let number = 0;
    let truncated = false;
    let previous: Stretch | undefined;
    const finish = (stretch: Stretch | undefined): void => {
      for (const group of stretch?.groups ?? []) {
        if (stretch && findings.length < mostFindings) {
          findings.push(
            ...resolve(text, timed(text, group, stretch), this.#surroundings(text, stretch, far), number++),
          );
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
    }
    finish(previous);
    return { findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end), truncated };
  }

  /** The parts of a text that are read as one: a line, a line with the data printed below it, or a part of a long line. */
  *#stretches(text: string): Generator<{ start: number; end: number; isPart: boolean }> {
    let at = 0;
    for (const hit of this.#scanner.scan(text)) {
      if (hit < at) {
        continue;
      }
      const lineStart = Math.max(at, text.lastIndexOf('\n', hit - 1) + 1);
      const lineEnd = endOfLine(text, hit);
      if (lineEnd - lineStart > longestLine) {
        const start = Math.max(lineStart, hit - around.before);
        at = Math.min(lineEnd, hit + around.after);
        yield { start, end: at, isPart: true };
      } else {
        const start = startOfDump(text, lineStart, at);
        at = endOfDump(text, start, lineEnd);
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
    const last = line.search(/[^\s"'`:,]\s*["'`:,\s]*$/);
    const onlyStatus = groups.length === 1 && groups[0]?.candidates.every((c) => c.role === 'status') === true;
    const opens =
      !isPart && onlyStatus && line.length - last < 60 && isLastThing(line, start, groups[0]?.candidates ?? []);
    return { start, end, groups, opens, isRecord: beginsRecord(line) };
  }

  #surroundings(text: string, stretch: Stretch, far: Systems): Surroundings {
    const from = Math.max(0, stretch.start - neighbourhood);
    const part = text.slice(from, Math.min(text.length, stretch.end + neighbourhood / 3));
    return { near: this.knowledge.systems.find(part), far, text: part };
  }
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
  const end = Math.max(...candidates.map((c) => c.range.end)) - start;
  return /^[\s:)"'`.,-]*(?:[A-Z][A-Za-z'-]*[ ]?){0,6}[\s:)"'`.,-]*(?:response)?[\s:]*$/.test(line.slice(end));
}

/**
 * The start of the line that opens the data around a line: the bracket that is not closed before it. The line itself
 * when it lies in no printed data, or when the data begins too far above.
 */
function startOfDump(text: string, lineStart: number, floor: number): number {
  const limit = Math.max(floor, lineStart - longestDump.units / 2);
  let depth = 0;
  let found = lineStart;
  for (let end = lineStart - 1, lines = 0; end > limit && lines < longestDump.lines / 2; lines++) {
    const start = Math.max(limit, text.lastIndexOf('\n', end - 1) + 1);
    const line = text.slice(start, end);
    if (line.trim() === '' || beginsRecord(text.slice(found, found + 100))) {
      break;
    }
    depth += balance(line);
    if (depth > 0) {
      found = start;
      depth = 0;
    }
    end = start - 1;
  }
  return found;
}

/** The end of the data that is open at the end of a line, or the line's own end. */
function endOfDump(text: string, start: number, lineEnd: number): number {
  let depth = balance(text.slice(start, lineEnd));
  let end = lineEnd;
  for (
    let lines = 0;
    depth > 0 && lines < longestDump.lines && end < text.length && end - start < longestDump.units;
    lines++
  ) {
    const nextEnd = endOfLine(text, end + 1);
    const next = text.slice(end + 1, nextEnd);
    if (beginsRecord(next)) {
      // A record in between: what seemed to be open was only a bracket in a text.
      return end;
    }
    end = nextEnd;
    depth += balance(next);
  }
  return depth > 0 ? lineEnd : end;
}

const recordStart =
  /^\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d|\[?\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:|(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b|(?:level|time|ts|timestamp)=|\{"(?:level|time|ts|timestamp|@timestamp|log)")/;

function beginsRecord(line: string): boolean {
  return recordStart.test(line);
}

function balance(line: string): number {
  let depth = 0;
  for (const unit of line) {
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
