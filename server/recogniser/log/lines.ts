import type { Knowledge } from '../knowledge';
import { candidate, type Candidate } from '../candidate';
import { messageWeight } from '../texts';
import { codePatterns, namedCodeCandidates, slugCandidates } from './codesOfLines';
import { weighPrinted, withoutColours } from './colours';
import { assertionFormats } from './reports/assertions';
import { subjectOfFailure } from './reports/failure';
import { echoedStatus, mayEcho } from './echoes';
import { formatsOfLines, printFormats } from './formats';
import { matches } from './matching';
import { messagesOfLine } from './messageOfLine';
import { isAmong, PatternIndex, placesIn, setOf } from './patternIndex';
import { phraseCandidates, phrasePatterns } from './phrases';
import type { PrintFormat } from './printFormat';
import { waitOfField } from '../wait';
import { otherServices } from './sign';
import { surest, weigh, weightOf, type Weighed } from './weighing';
import { isRow, statusesOfRow } from './table';
import { mayBeOfReport, statusesOfReport } from './reports/numbersInReports';
import { mayGoOn, titledStatuses, titledStatusesBelow } from './reports/titles';
import { formatsWithLineBelow, twoLineFormats } from './twoLineFormats';
import type { Entry } from '../../../shared/catalog/catalog';
import type { OffsetRange, ServerWait } from '../../../shared/finding';

/** What a part of a text says outside of any printed data. */
export interface LineReading {
  readonly candidates: readonly Candidate[];
  readonly wait?: ServerWait;
}

let index: PatternIndex | undefined;
const everyFormat = setOf([...printFormats.keys()], printFormats.length);

function patternIndex(): PatternIndex {
  return (index ??= new PatternIndex([
    ...printFormats.map(({ pattern }) => pattern),
    ...phrasePatterns,
    ...codePatterns,
  ]));
}

/** Makes what the first line needs. */
export function prepareLines(): void {
  patternIndex().make();
}

/** Reads a part of a text, a line as a rule, by the formats in which programs print errors. */
export function readLine(text: string, from: number, to: number, knowledge: Knowledge): LineReading {
  // Colours are as good as spaces, also where a viewer has eaten the escape character.
  const printed = text.slice(from, to);
  const line = withoutColours(printed);
  const found = patternIndex().patternsOf(line);
  const formats = placesIn(found, everyFormat).flatMap((place) => printFormats[place] ?? []);
  const ofLine = formatCandidates(line, from, formats, knowledge);
  const ofFormats =
    ofLine.length > 0
      ? ofLine
      : numberedMessages(line).flatMap(({ start, end }) =>
          formatCandidates(line.slice(start, end), from + start, formats, knowledge),
        );
  const asserted = assertedCandidates(text, line, from, to, knowledge);
  const statuses = [
    ...ofFormats,
    ...twoLineCandidates(text, line, from, to, knowledge),
    ...asserted.statuses,
    ...weighedCandidates(printed, from, knowledge, ofFormats, line !== printed),
    ...rowCandidates(text, line, from, knowledge),
    ...echoCandidates(text, line, from, knowledge),
    ...titleCandidates(text, line, from, knowledge),
  ];
  const candidates: Candidate[] = [
    ...statuses.filter(({ range }) => !asserted.others.some(({ start }) => start === range.start)),
    ...reportCandidates(text, from, to, knowledge),
    ...namedCodeCandidates(
      line,
      from,
      knowledge,
      codePatterns.filter((_, place) => isAmong(found, printFormats.length + phrasePatterns.length + place)),
    ),
    ...phraseCandidates(
      line,
      from,
      knowledge,
      phrasePatterns.filter((_, place) => isAmong(found, printFormats.length + place)),
    ),
    ...ofNoOtherService(line, knowledge, [
      ...messageCandidates(text, from, to, knowledge),
      ...slugCandidates(line, from, knowledge),
    ]),
  ];
  for (const { start, end, entries } of knowledge.problemTypes(text, from, to)) {
    candidates.push(...candidate({ start, end }, 'problem-type', entries, 0.97, 'problem type'));
  }
  const headers = headerCandidates(line, from, knowledge);
  candidates.push(...headers.candidates);
  return { candidates, ...(headers.wait && { wait: headers.wait }) };
}

/** The name of a service that prints the same short texts, such as "Rate limit exceeded". */
const otherService = new RegExp(`(?<![\\w/-])(?:${otherServices})\\b`, 'i');
/** From this weight on what is printed is an API's own. */
const distinctive = 0.9;

/** What a line says that names another service is not the word of a system that it does not name. */
function ofNoOtherService(line: string, knowledge: Knowledge, candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.every(({ weight }) => weight >= distinctive) || !otherService.test(line)) {
    return candidates;
  }
  const named = knowledge.systems.find(line);
  return named.size > 0 ? candidates : candidates.filter(({ weight }) => weight >= distinctive);
}

/** A number that is all that a line says, where a line near it tells the same as a status. */
function echoCandidates(text: string, line: string, from: number, knowledge: Knowledge): readonly Candidate[] {
  const echo = echoedStatus(text, line, from, knowledge, (other, digits) => weightInLine(other, digits, knowledge));
  if (!echo) {
    return [];
  }
  const { start, digits, weight } = echo;
  const range = { start: from + start, end: from + start + digits.length };
  return candidate(range, 'status', knowledge.status(digits), weight, 'status that a line near it tells');
}

/** How sure a line makes it that a number is a status, by a format or by what stands around it; 0 if it does not. */
function weightInLine(printed: string, digits: string, knowledge: Knowledge): number {
  const line = withoutColours(printed);
  const formats = placesIn(patternIndex().patternsOf(line), everyFormat).flatMap((place) => printFormats[place] ?? []);
  const told = [
    ...formatCandidates(line, 0, formats, knowledge)
      .filter(({ role, range }) => role === 'status' && text(line, range) === digits)
      .map(({ weight }) => weight),
    ...weigh(line, knowledge)
      .filter(({ range }) => text(line, range) === digits)
      .map(weightOf),
  ];
  return Math.min(surest, Math.max(0, ...told));
}

/** Statuses that the title of a test speaks of. It tells what was tried, and not that it happened: hovers show it. */
function titleCandidates(text: string, line: string, from: number, knowledge: Knowledge): Candidate[] {
  const above = () =>
    text
      .slice(Math.max(0, from - longestTitleAbove), Math.max(0, from - 1))
      .split('\n')
      .slice(-mostTitles);
  return [...titledStatuses(line), ...titledStatusesBelow(line, above)].flatMap(({ start, end }) =>
    candidate(
      { start: from + start, end: from + end },
      'status',
      knowledge.status(line.slice(start, end)),
      weightOfTitle,
      'in the title of a test',
    ),
  );
}

/** Numbers that the report of a test tool around a line makes statuses. */
function reportCandidates(text: string, from: number, to: number, knowledge: Knowledge): Candidate[] {
  return statusesOfReport(text, from, to, knowledge).flatMap((range) =>
    candidate(
      range,
      'status',
      knowledge.status(text.slice(range.start, range.end)),
      weightOfTitle,
      'in a report of tests about statuses',
    ),
  );
}

const weightOfTitle = 0.6;
/** How much above a title its beginning is looked for: UTF-16 units, and lines. */
const longestTitleAbove = 400;
const mostTitles = 5;

/** Formats of which the line above or below is a part. */
function twoLineCandidates(text: string, line: string, from: number, to: number, knowledge: Knowledge): Candidate[] {
  const result: Candidate[] = [];
  if (formatsWithLineBelow.some(({ needs }) => needs?.test(line))) {
    const below = text.slice(to, to + longestLineBeside);
    const lines = line + below.slice(0, endOfSecondLine(below));
    const found = formatCandidates(lines, from, formatsWithLineBelow, knowledge, line);
    result.push(...found.filter(({ range }) => range.start < to));
  }
  if (twoLineFormats.some(({ needs }) => needs?.test(line))) {
    const above = text.slice(Math.max(0, from - longestLineBeside), Math.max(0, from - 1));
    const start = from - 1 - above.length + above.lastIndexOf('\n') + 1;
    const lines = text.slice(start, from) + line;
    const found = formatCandidates(lines, start, twoLineFormats, knowledge);
    result.push(...found.filter(({ range }) => range.start >= from));
  }
  return result;
}

/** What a test found instead of the number that it expected. Where that is no status, nothing else makes it one. */
function assertedCandidates(text: string, line: string, from: number, to: number, knowledge: Knowledge): Asserted {
  if (!assertionFormats.some(({ needs }) => needs?.test(line))) {
    return nothingAsserted;
  }
  const above = text.slice(Math.max(0, from - longestLineBeside), from);
  const below = text.slice(to, to + longestLineBeside);
  const start = from - above.length;
  const found = comparedCandidates(withoutColours(above + line + below), start, line, knowledge).filter(
    ({ range }) => range.start >= from && range.start < to,
  );
  const numbers = [...new Set(found.map(({ range }) => text.slice(range.start, range.end)))];
  const isCalled = (failure: string) => {
    const letters = failure.replace(/[^a-z]/gi, '').toLowerCase();
    return numbers.some((digits) =>
      knowledge.reasonPhrases(digits).some((phrase) => phrase.length >= shortestPhrase && letters.includes(phrase)),
    );
  };
  const subject = found.length > 0 ? subjectOfFailure(text, from, to, numbers, isCalled) : 'unknown';
  return {
    statuses: subject === 'http' ? found : [],
    others: subject === 'other' ? found.map(({ range }) => range) : [],
  };
}

/** What test tools print that they compared: what came, and what was expected, which happened to nobody. */
function comparedCandidates(text: string, from: number, line: string, knowledge: Knowledge): Candidate[] {
  return assertionFormats
    .filter(({ needs }) => needs?.test(line))
    .flatMap(({ pattern, name, weight }) =>
      [...matches(pattern, text)].flatMap(({ 0: printed, index, indices }) =>
        [...printed.matchAll(comparedNumber)].flatMap(({ 0: digits, index: offset }) => {
          const start = index + offset;
          const range = { start: from + start, end: from + start + digits.length };
          const came = indices?.groups?.['status']?.[0] === start;
          return candidate(range, 'status', knowledge.status(digits), came ? weight : weightOfTitle, `format: ${name}`);
        }),
      ),
    );
}

/** A shorter reason phrase may be a part of another word. */
const shortestPhrase = 8;

const comparedNumber = /(?<![\w.:]|\S-)[45]\d\d(?![\w.:-]\w)/g;

/** What a test found: statuses, and the places of other numbers. */
interface Asserted {
  readonly statuses: readonly Candidate[];
  readonly others: readonly OffsetRange[];
}

const nothingAsserted: Asserted = { statuses: [], others: [] };

/** The end of the line that begins behind the first line end of a text. */
function endOfSecondLine(text: string): number {
  const end = text.indexOf('\n', text.indexOf('\n') + 1);
  return end < 0 ? text.length : end;
}

/** Numbers that the head of a table names a status. */
function rowCandidates(text: string, line: string, from: number, knowledge: Knowledge): Candidate[] {
  return statusesOfRow(text, line, from).flatMap(({ start, end, name }) =>
    candidate(
      { start: from + start, end: from + end },
      'status',
      knowledge.status(line.slice(start, end)),
      0.8,
      `in the column ${name}`,
    ),
  );
}

/** How much of the line above or below is read with a line, in UTF-16 units. */
const longestLineBeside = 200;

/** @param asked what must hold what a format needs */
function formatCandidates(
  line: string,
  from: number,
  formats: readonly PrintFormat[],
  knowledge: Knowledge,
  asked = line,
): Candidate[] {
  const result: Candidate[] = [];
  for (const { pattern, name, weight, needs, unless } of formats) {
    if ((needs && !needs.test(asked)) || unless?.test(asked)) {
      continue;
    }
    for (const match of matches(pattern, line)) {
      for (const role of ['status', 'code'] as const) {
        const text = match.groups?.[role];
        const indices = match.indices?.groups?.[role];
        if (text && indices) {
          const range = { start: from + indices[0], end: from + indices[1] };
          const entries = role === 'status' ? knowledge.status(text) : knowledge.code(text);
          result.push(...candidate(range, role, entries, weight, `format: ${name}`));
        }
      }
    }
  }
  return result;
}

/**
 * Numbers that what stands around them makes a status, in no format that is known by itself.
 * @param known what is in such a format: where that is as sure as any weighing, the number need not be weighed
 */
function weighedCandidates(
  printed: string,
  from: number,
  knowledge: Knowledge,
  known: readonly Candidate[],
  isColoured: boolean,
): Candidate[] {
  const sure = known.filter(({ role, weight }) => role === 'status' && weight >= surest);
  const isKnown = (start: number) => sure.some(({ range }) => range.start === from + start);
  const ofLine = isColoured ? weighPrinted(printed, knowledge, { isKnown }) : weigh(printed, knowledge, { isKnown });
  const all = ofLine.every((weighed) => weightOf(weighed) === 0)
    ? [...ofLine, ...weighMessages(printed, knowledge)]
    : ofLine;
  return all.flatMap((weighed) => {
    const range = { start: from + weighed.range.start, end: from + weighed.range.end };
    const entries = weightOf(weighed) > 0 ? knowledge.status(text(printed, weighed.range)) : [];
    return candidate(range, 'status', entries, weightOf(weighed), weighed.for.map(({ name }) => name).join(', '));
  });
}

/** What a logger was given, where it has a number that may be a status. */
function numberedMessages(line: string): OffsetRange[] {
  return /[45]\d\d/.test(line) && !line.includes('\n') ? messagesOfLine(line) : [];
}

/** Weighs the numbers of what a logger was given, without what it wrote around that. Ranges in offsets of the line. */
function weighMessages(printed: string, knowledge: Knowledge): Weighed[] {
  return numberedMessages(printed).flatMap((message) =>
    weigh(text(printed, message), knowledge, { whole: printed }).map(({ range: { start, end }, ...weighed }) => ({
      ...weighed,
      range: { start: message.start + start, end: message.start + end },
    })),
  );
}

function text(line: string, { start, end }: OffsetRange): string {
  return line.slice(start, end);
}

/** Texts that an API prints, and the code beside them: `187 - text`, `[187] text`, `text (187)`, `code - 187`. */
function messageCandidates(text: string, from: number, to: number, knowledge: Knowledge): Candidate[] {
  const result: Candidate[] = [];
  for (const match of knowledge.messages.find(text, from, to)) {
    if (match.words < 3 && !isValue(text, match.range)) {
      continue;
    }
    const role = match.isTitle ? 'title' : 'message';
    result.push(
      ...candidate(
        match.range,
        role,
        match.entries,
        messageWeight(text.slice(match.range.start, match.range.end), match.words, match.isTitle),
        `its ${role}`,
      ),
    );
    if (match.isTitle) {
      continue;
    }
    for (const code of numericCodes(match.entries)) {
      const place = besides(text, match.range, from, code);
      if (place !== undefined) {
        const range = { start: place, end: place + code.length };
        result.push(...candidate(range, 'code', knowledge.code(code), 0.6, 'code beside its message'));
      }
    }
  }
  return result;
}

/** A text of one or two words may be part of any sentence: it counts where it stands alone, or as one made-up word. */
function isValue(text: string, { start, end }: OffsetRange): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 4);
  const isQuoted = /["'`]$/.test(before) && /^["'`]/.test(after);
  const isAlone =
    /(?:^|[\n"'`:=([-])[ \t]*$/.test(before) &&
    /^[.!]?["'`)\],;]*(?:\s*$|\s*[\n(|{,]|:\s| (?:rea|exc|hit))/.test(after);
  return isQuoted || isAlone || /[a-z][A-Z]/.test(text.slice(start, end));
}

/** How far from its message a code is looked for, in UTF-16 units. */
const besideDistance = 40;
/** What may stand between a code and the message after it: punctuation, and the name of the message's field. */
const codeToMessage =
  /^[\s\]):,"'`}>\\–—-]*(?:<\w+>)?(?:(?:u?["'])?(?:message|msg|text)["'\]]*\s*(?:[:=]>?|-)\s*\\*u?["'`]?)?$/i;
/** What may stand between a message and the code after it: punctuation, and the name of the code's field. */
const messageToCode =
  /^[\s"'`.,;:()[\]{}\\|–—-]*(?:["'[]*(?:(?:twitter|error|api)?[ _-]?code)["'\]]*\s*(?:[:=]>?|-)?\s*)?[("'[]*$/i;

/** Where a code stands as a number of its own shortly before or after a message; after it, also on the next line. */
function besides(text: string, range: OffsetRange, from: number, code: string): number | undefined {
  const before = text.slice(Math.max(from, range.start - besideDistance), range.start);
  const after = text.slice(range.end, range.end + besideDistance);
  const pattern = patternOfCode(code);
  const last = [...matches(pattern, before)].at(-1);
  if (last && codeToMessage.test(before.slice(last.index + code.length))) {
    return range.start - before.length + last.index;
  }
  pattern.lastIndex = 0;
  const next = pattern.exec(after);
  return next && messageToCode.test(after.slice(0, next.index)) ? range.end + next.index : undefined;
}

const patternsOfCodes = new Map<string, RegExp>();

/** Finds a code that is a number, and no part of another word or number. */
function patternOfCode(code: string): RegExp {
  let pattern = patternsOfCodes.get(code);
  if (!pattern) {
    pattern = new RegExp(`(?:(?<=\\\\[nrt])|(?<![\\w.:/-]))${code}(?![\\w/]|[.:]\\d)`, 'g');
    patternsOfCodes.set(code, pattern);
  }
  return pattern;
}

/** How the rest of a line goes on after a message when the message's code may be on the next line. */
const untilCode = /^(?:[\s"'`.,;:()[\]{}\\|=>_–—-]|twitter|error|api|code)*$/i;

/** The codes of entries that are numbers. */
function numericCodes(entries: readonly Entry[]): Set<string> {
  return new Set(entries.filter((e) => e.kind === 'code' && /^\d+$/.test(e.value)).map((e) => e.value));
}

/**
 * Whether the lines around a line say nothing about what is read in it: {@link besides} may look at the next one, and
 * some formats at the one above.
 */
export function isOfLineAlone(text: string, from: number, to: number, knowledge: Knowledge): boolean {
  const printed = text.slice(from, to);
  const line = withoutColours(printed);
  if (
    isRow(line) ||
    mayEcho(line) ||
    mayGoOn(line) ||
    mayBeOfReport(printed) ||
    formatsOfLines.some(({ needs }) => needs?.test(line))
  ) {
    return false;
  }
  return knowledge.messages
    .find(text, from, to)
    .every(
      ({ range, isTitle, entries }) =>
        isTitle ||
        to - range.end >= besideDistance ||
        !untilCode.test(text.slice(range.end, to)) ||
        [...numericCodes(entries)].every((code) => besides(text.slice(0, to), range, from, code) !== undefined),
    );
}

function headerCandidates(line: string, from: number, knowledge: Knowledge): LineReading {
  const candidates: Candidate[] = [];
  let wait: ServerWait | undefined;
  for (const match of knowledge.headerPattern ? matches(knowledge.headerPattern, line) : []) {
    const end = match.index + match[0].length;
    const [toValue, value] = headerValue.exec(line.slice(end, end + 80)) ?? [];
    // A name without a hyphen may be a variable's or a class's.
    if (value === undefined || (!match[0].includes('-') && !/^(?:\d|limit=|")/.test(value))) {
      continue;
    }
    // `retry-after: 985.86µs`: a time that a program measured is no header's.
    if (ofClock.test(value)) {
      continue;
    }
    const number = /^\d+/.exec(value)?.[0];
    const own = waitOfField(match[0], number ?? value);
    // People point at the name or at the digits; a longer value may hold more than the header.
    const length = number === undefined ? 0 : (toValue?.indexOf(value) ?? 0) + number.length;
    const range = { start: from + match.index, end: from + end + length };
    const found = candidate(range, 'header', knowledge.header(match[0]), 0.5, `header ${match[0]}`);
    candidates.push(...found.map((c) => ({ ...c, ...(own && { wait: own }) })));
    wait ??= own;
  }
  return { candidates, ...(wait && { wait }) };
}

const ofClock = /^\d+(?:\.\d+)?\s?(?:ns|[µμu]s|ms)\b/;
/** What follows a header's name up to its value, and the value. */
const headerValue = /^["']?\s*(?:[:=]>?|\s)\s*(?:\[\s*)?["']?([^"'\n\]]{1,64})/;
