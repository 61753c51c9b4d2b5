import type { Entry } from '../../../shared/catalog/catalog';
import type { OffsetRange } from '../../../shared/finding';
import { mergeGroups } from '../structures';
import type { Candidate, ErrorGroup } from '../candidate';
import { dateOfHead, timeOfLine } from '../wait';
import { beginsRecord } from './printedData';

/** Longest end of a line that is a reason phrase, in UTF-16 units. */
const longestPhrase = 300;

/** The errors of one stretch of lines that belong together, before they are resolved. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  groups: ErrorGroup[];
  /** Only a status, as the last thing of its line: the next line may say more about it. */
  readonly opens: boolean;
  /** The first line of a response, or a header below it: more of the response follows. */
  isHead: boolean;
  /** Whether the line begins a record of its own, with a time or a level. */
  readonly isRecord: boolean;
}

/** A status alone on the line before, as tweepy 4 and many scripts print it, belongs to the code below it. */
export function continues(previous: Stretch, next: Stretch, text: string): boolean {
  // What begins a record is an error of its own, and so is what comes after a record.
  if (next.isRecord || !mayContinue(previous, next.start)) {
    return false;
  }
  const between = text.slice(previous.end, next.start);
  if (previous.isHead && between.split('\n').every((line) => responseLine.test(line) && !beginsRecord(line))) {
    return isHeadersOrBody(next, text) && saysMore(previous, next);
  }
  return previous.opens && between.trim() === '' && saysMore(previous, next) && mayAgree(previous, next);
}

/** Whether an error may go on at an offset behind it. */
export function mayContinue({ opens, isHead, end }: Stretch, at: number): boolean {
  return (opens || isHead) && at - end < longestResponseHead;
}

/** The first line of a response, as curl and wget print it. */
export const responseHead = /^[<\s]{0,4}HTTP\/\d(?:\.\d)? \d{3}/;
/** A line of one response: a header, or the blank line before the body. */
const responseLine = /^[<\s]{0,4}(?:[\w-]{1,80}:.*)?$/;
/** A response's head is followed for at most this many UTF-16 units. */
const longestResponseHead = 4_000;

export function isHeaders({ groups }: Stretch): boolean {
  return groups.every((group) => group.candidates.some((c) => c.role === 'header'));
}

function isHeadersOrBody(next: Stretch, text: string): boolean {
  const isBody = /^[<\s]{0,4}[{[]/.test(text.slice(next.start, next.start + 8));
  return isBody || next.groups.every((group) => group.candidates.every((c) => c.role === 'header'));
}

/** A line that says nothing but a status, or another status, is an error of its own. */
function saysMore(previous: Stretch, next: Stretch): boolean {
  const candidates = next.groups[0]?.candidates ?? [];
  const before = new Set(previous.groups[0]?.candidates.flatMap((c) => c.entries));
  const statuses = candidates.filter((c) => c.role === 'status');
  return candidates.length > statuses.length && statuses.every((c) => c.entries.some((entry) => before.has(entry)));
}

/** Whether something on the next line may come with the status: an error that never does is another one. */
function mayAgree(previous: Stretch, next: Stretch): boolean {
  const statuses = new Set(previous.groups[0]?.candidates.flatMap((c) => c.entries.map(({ value }) => value)));
  const agrees = ({ kind, value, http, alsoHttp = [] }: Entry) =>
    kind === 'status'
      ? statuses.has(value)
      : http === undefined || [http, ...alsoHttp].some((status) => statuses.has(String(status)));
  return next.groups[0]?.candidates.some((c) => c.entries.some(agrees)) === true;
}

export function joinLines(previous: readonly ErrorGroup[], next: readonly ErrorGroup[]): ErrorGroup[] {
  const [first, ...rest] = next;
  const [before] = previous;
  return before && first ? [mergeGroups(before, first), ...rest] : [...previous, ...next];
}

/** Whether nothing but a reason phrase follows the last candidate of the line. */
export function isLastThing(line: string, start: number, candidates: readonly Candidate[]): boolean {
  const rest = line.slice(Math.max(...candidates.map((c) => c.range.end)) - start);
  // A word must end where its letters do: one that could end at any of them makes a long word take forever.
  return (
    rest.length <= longestPhrase &&
    /^[\s:)"'`.,-]*(?:[A-Z][A-Za-z'-]*(?: |(?![A-Za-z'-]))){0,6}[\s:)"'`.,-]*(?:response)?[\s:]*$/.test(rest)
  );
}

/** Where the last unit of a line stands that is neither space nor punctuation; -1 without one. */
export function lastWordAt(line: string): number {
  for (let at = line.length - 1; at >= 0; at--) {
    if (!/[\s"'`:,]/.test(line[at] ?? '')) {
      return at;
    }
  }
  return -1;
}

/** Adds to a stated wait the time at which the line was written, or that the head of the response says. */
export function timed(text: string, group: ErrorGroup, { start, end }: OffsetRange): ErrorGroup {
  const loggedAt = group.wait && (timeOfLine(text.slice(start, Math.min(end, start + 300))) ?? dateOfHead(text, end));
  return group.wait && loggedAt !== undefined ? { ...group, wait: { ...group.wait, loggedAt } } : group;
}
