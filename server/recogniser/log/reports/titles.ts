import type { OffsetRange } from '../../../../shared/finding';
import { isStatusOfTitle } from '../../titleWords';
import { isWellKnown, wellKnownStatuses } from '../../wellKnownStatuses';
import { isMeasured } from './freeNumbers';

/**
 * Finds statuses in the titles and names of tests, as the tools that run them list them: `✕ answers 404 without a pier`,
 * `--- FAIL: TestPier/returns_404`, `test_status[503] PASSED`. The title of one that passed must say more plainly that
 * the number is a status: of most others it is the only thing that is printed.
 */

/** What stands before the title of a test that failed. */
const mark = new RegExp(
  [
    String.raw`^\s{0,40}(?:`,
    String.raw`[✕✗✘×✖⨯●❯] {1,3}(?:\d{1,4} {1,2})?|X (?=\S{1,200} \[)`,
    String.raw`|not ok \d{1,6}(?: -)? |--- FAIL: {1,3}|FAIL(?:ED)?:? {1,3}|ERROR: |Failed |test (?=\S{1,200} \.\.\. FAILED)`,
    String.raw`|---- (?=\S{1,200} stdout)|_{3,} |\d{1,4}[).] {1,3}|rspec \S{1,200} # |\[ERROR\] {1,3}(?=\S{1,200}(?: --|:\d))`,
    String.raw`|\[xUnit\.net [\d:.]{1,12}\] {1,8}|Test Case '(?=[^']{1,200}' failed)|\S{1,300}: error: (?=-\[)`,
    String.raw`)`,
  ].join(''),
);
/** What ends a line that lists one. */
const result =
  /(?: (?:FAILED|ERROR)(?<=(?: > [^\n]{1,200}|::\S{1,200}) \w{5,6})(?: {1,80}\[ {0,2}\d{1,3}%\])?|\) \.\.\. (?:FAIL|ERROR)|\| FAIL \||\[FAIL\]| \(FAILED - \d{1,4}\)|_{3})\s{0,4}$/;
/** The same of a test that passed, or that begins. */
const markOfPassed =
  /^\s{0,40}(?:[✓✔√] {1,3}(?:\d{1,4} {1,2}(?=\[|\S{1,80} ›))?|ok \d{1,6}(?: -)? |--- PASS: {1,3}|=== (?:RUN|CONT|NAME) {1,3}|PASS(?:ED)?:? {1,3}|# Subtest: |test (?=\S{1,200} \.\.\. ok\b))/;
const resultOfPassed =
  /(?: PASSED(?<=(?: > [^\n]{1,200}|::\S{1,200}) PASSED)(?: {1,80}\[ {0,2}\d{1,3}%\])?|\) \.\.\. ok|\| PASS \||\[PASS\])\s{0,4}$/;
/** How long it took, and the like. */
const measured =
  /\s{1,80}(?:\([\d.,]{1,9} ?m?s\)|\[(?:< )?[\d.,]{1,9} ?m?s\]|[\d.,]{1,9} ?m?s|[─-]{3,}[^\n]{0,20})\s{0,4}$/;
/** A call in a quoted line of a program that gives a test its title. */
const call = /^[^\n"'`]{0,60}\b(?:it|test|describe|context|scenario|specify)(?:\.\w{1,10}){0,2}\s?[( ]\s?(["'`])/;
const numbers = /(?<![\w.:/#-])[45]\d\d(?![\w/]|\.\d| page\b| of\b| (?:errors?|requests), \d)/g;
/** What stands before the title of the test itself: a file, the group of the test. */
const above = /^.*(?: [›>»] |::)\s{0,4}/;
/** What is done to numbers. */
const calculating = /\b(?:converts?|translates?|turns?|parses?|formats?|rounds?|counts?)(?: an?| the)? $/i;
/** What the title of a test that passed says right before a status. */
const told =
  /\b(?:(?:returns?|gives?|answers?|responds?|repl(?:y|ies)|yields?|throws?|raises?|rejects?|fails?|serves?|sends?)(?: (?:back|with|on|for|HTTP|an?|the|status|code))*|status(?: code)?(?: (?:is|of|to be))?|HTTP|(?:retr(?:y|ies)|throws?|rejects?|refus\w*|fails?|errors?|answers?|responds?|returns?|handles?|renders?|redirects?)\b.{0,60} (?:on|for|when|with|as)(?: an?| the)?) $|^(?!.*\b(?:ports?|devices?|listens?|binds?|sockets?|units?|buses|bus|channels?)\b).*\w on (?:an? |the )?$/i;
/** A status before what it is called. */
const called =
  '(?=(?:400[_ ]bad|401[_ ]unauth|403[_ ]forbid|404[_ ]not[_ ]?found|405[_ ]method|409[_ ]conflict|410[_ ]gone|413[_ ](?:payload|content|request|too)|415[_ ]unsupported|422[_ ]unproc|429[_ ](?:too|rate)|500[_ ](?:internal|server)|501[_ ]not|502[_ ]bad|503[_ ](?:service|unavail)|504[_ ](?:gateway|time)))';
const isCalled = new RegExp(`^${called}`, 'i');
/** A longer line is no title. */
const longestTitle = 400;

/** Words before a status in the name of a test, and those that other numbers have before them, too. */
const saying =
  '(?:[Rr]eturn(?:s|ed|ing)?|[Gg]ives?|[Aa]nswers?(?:_?[Ww]ith)?|[Rr]espon(?:ds?|se)(?:_?[Ww]ith)?|[Rr]etr(?:y|ies)(?:_?[Oo]n)?|[Tt]hrows?(?:_?[Oo]n)?|[Rr]aises?(?:_?[Oo]n)?|[Rr]ejects?(?:_?[Ww]ith)?|[Ff]ails?_?(?:[Ww]ith|[Oo]n)|[Ss]tatus(?:_?[Cc]ode)?|[Hh]ttp|HTTP|[Ee]rror(?:_?[Cc]ode)?)';
const joining =
  '(?:[Oo]n|[Ii]s|[Bb]ecomes?|[Yy]ields?|[Ss]erves?|[Hh]andles?|[Mm]aps?|(?<=(?:[Rr]eject|[Ff]ail|[Aa]nswer|[Rr]espond|[Rr]etr|[Tt]hrow|[Rr]aise|[Ee]rror|[Rr]eturn)\\w{0,40})(?:[Ww]ith|[Ff]or|[Ww]hen))';
const name = new RegExp(
  [
    String.raw`(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?:(?<sure>${saying})|${joining})(?:_|=|:_?|(?=\d))(?:an?_|http_?|HTTP_?|status_|code_)?(?<status>[45]\d\d)(?![\da-z])(?!_(?!errors|responses|answers)[a-z]{2,20}s(?![a-z]))`,
    String.raw`(?<=[/_])${called}(?<named>[45]\d\d)(?=_)`,
    String.raw`(?<=(?:^|::|\.)test_)(?<coded>${wellKnownStatuses})(?=[\s([]|$)`,
  ].join('|'),
  'dg',
);
/**
 * A test with the values that it is run with, of which it says in the one way or the other that they are statuses: of
 * answers, and neither of programs nor those that people post.
 */
const ofValues = /::\S{1,200}\[|^_{3,} |\b(?:Failed|Passed|PASSED|FAILED)\b|\[(?:FAIL|PASS)\]/;
const value =
  /\b(?!\w{0,40}(?:exit|posts?_status|(?:update|create|delete)_?status|tweet))(?=\w{0,60}(?:status|http|response|error_?code))\w{1,100}\[(?:[^\]\n]{0,80}-)?(?:HTTPStatus\.)?(?<status>[45]\d\d)(?=[\]-])|(?<=\[\/[\w/.{}?=&%-]{0,100}-)(?<pathed>(?:40[1-9]|41[0-8]|42[2-9]|451|50[1-4]))(?=\])|\((?:[^()\n]{0,80}, )?(?:(?:http|expected|response|wanted)_?)?[sS]tatus_?(?:[cC]ode)?\w{0,8}: (?<named>[45]\d\d)(?=[,)])|(?<=(?:Status|Http|Response)\w{0,40}\()code: (?<coded>[45]\d\d)(?=[,)])/dgi;

/** The statuses of the title that a line lists, in offsets of the line. @param line without its colours */
export function titledStatuses(line: string): OffsetRange[] {
  return statusesOf(line, () => true);
}

/** Whether a title says what answers and errors do, and no calculation: `returns 404`, and not `maps 404 to CDIV`. */
export function isTitleOfAnswer(line: string, linesAbove: () => readonly string[]): boolean {
  return (
    statusesOf(line, (before) => answering.test(before)).length > 0 ||
    titledStatusesBelow(line, linesAbove).some(({ start }) => answering.test(line.slice(0, start)))
  );
}

/** The statuses of which the title in a line says what they do. */
export function answeredStatuses(line: string): readonly string[] {
  return statusesOf(line, (before) => answering.test(before)).map(({ start, end }) => line.slice(start, end));
}

const answering =
  /\b(?:retr(?:y|ies)|throws?|rejects?|fails?|errors?|respon(?:d|se)s?|repl(?:y|ies)|answers?|returns?|gives?|renders?|den(?:y|ies)|refuses?|forbids?|blocks?|hides?|times out|handles?|surfaces?|status|HTTP)\b.{0,40}$/i;

function statusesOf(line: string, isMeant: (before: string) => boolean): OffsetRange[] {
  if (line.length > longestTitle || !/[45]\d\d/.test(line)) {
    return [];
  }
  const title = titleOf(line);
  const isSaid =
    title?.isPassed === true
      ? (before: string) => told.test(before)
      : title?.isSure === true
        ? isMeant
        : (before: string) => before === '' || answering.test(before);
  const values = ofValues.test(line) ? [...line.matchAll(value)].flatMap(placeOf) : [];
  return [...values, ...(title ? statusesIn(line, title, isSaid) : [])];
}

/** The same of a line below one that numbers a failure: its title goes on there. */
export function titledStatusesBelow(line: string, linesAbove: () => readonly string[]): OffsetRange[] {
  if (!mayGoOn(line)) {
    return [];
  }
  const lines = linesAbove();
  const first = lines.findLastIndex((other) => numbered.test(other));
  return first >= 0 && lines.slice(first + 1).every((other) => partOfTitle.test(other))
    ? statusesIn(line, { start: line.search(/\S/), end: line.lastIndexOf(':') }, () => true)
    : [];
}

/** Whether the title of a test may go on in a line, below the name of its group. */
export function mayGoOn(line: string): boolean {
  return line.length < longestTitle && lastOfTitle.test(line);
}

const lastOfTitle = /^\s{5,40}(?=[^\n]{0,200}[45]\d\d)\S[^\n]{1,300}:\s{0,2}$/;
const partOfTitle = /^\s{5,40}\S[^\n:]{0,200}$/;
const numbered = /^\s{1,4}\d{1,4}\) \S/;

/** The title in a line: what is between its mark, or the quote before it, and its result. Some marks are those of lists, too. */
function titleOf(line: string): Title | undefined {
  const quoted = call.exec(line);
  if (quoted) {
    const end = line.indexOf(quoted[1] ?? '', quoted[0].length);
    return { start: quoted[0].length, end: end < 0 ? line.length : end, isSure: true, isPassed: false };
  }
  // What TAP says of a test behind its title: `# skip no pier`.
  const directive = line.search(/ # (?:skip|todo|time)\b/i);
  for (const isPassed of [false, true]) {
    const start = (isPassed ? markOfPassed : mark).exec(line)?.[0].length ?? 0;
    const end = (isPassed ? resultOfPassed : result).exec(line)?.index ?? (directive > 0 ? directive : line.length);
    if (start > 0 || end < line.length) {
      const last = measured.exec(line.slice(0, end))?.index ?? end;
      return { start, end: last, isSure: /^\s*(?:[^\s\w[]|not ok )/.test(line), isPassed };
    }
  }
  return undefined;
}

interface Title extends OffsetRange {
  /** Whether its mark is of nothing but tests. */
  readonly isSure: boolean;
  readonly isPassed: boolean;
}

function statusesIn(line: string, { start, end }: OffsetRange, isMeant: (before: string) => boolean): OffsetRange[] {
  const title = line.slice(start, end);
  const spoken = [...title.matchAll(numbers)].filter(({ 0: digits, index }) => {
    const before = title.slice(0, index).replace(above, '');
    const behind = title.slice(index + digits.length);
    return (
      !calculating.test(before) &&
      !isMeasured(behind) &&
      ((isMeant(before) && isStatusOfTitle(before, behind, digits)) || isCalled.test(digits + behind))
    );
  });
  const named = [...title.matchAll(name)].flatMap((match) => {
    const { sure, status } = match.groups ?? {};
    return sure !== undefined || status === undefined || isWellKnown(status) ? placeOf(match) : [];
  });
  const all = [...spoken.map(({ 0: digits, index }) => ({ start: index, end: index + digits.length })), ...named];
  return all.map((place) => ({ start: start + place.start, end: start + place.end }));
}

function placeOf({ indices }: RegExpExecArray): OffsetRange[] {
  const { status, named, coded, pathed } = indices?.groups ?? {};
  const place = status ?? named ?? coded ?? pathed;
  return place ? [{ start: place[0], end: place[1] }] : [];
}
