import type { Knowledge } from '../../knowledge';
import { linesAbove, linesBelow, nearest } from '../linesAround';
import { assertionFormats, ofDifference } from './assertions';
import { isNamed, numbersIn, thingsOf } from './freeNumbers';
import { factsOf, type FactsOfLine } from './factsOfLines';
import { isTitleOfAnswer } from './titles';
import { namesStatus, topicOf, topicsOf } from './topics';

/** What a failure in the report of a test tool is about, by what the report prints of it. */

/** What a test is about that says what something is numbered or called: `gives the id`, and not `fails without an id`. */
const ofNumbering =
  /\b(?:gives?|returns?|has|keeps?|assigns?|sets?|makes?|reads?|yields?|counts?|tells?|stores?)(?: back)? (?:(?:the|its|an?|new|next|own|same|right) ){1,2}(?:ids?|numbers?|keys?|index|positions?|versions?|size)[:\s]*(?:\(|$)|_(?:first|last|next|new|own)_(?:id|number|version|count)(?![a-z])|(?:\[["']|\.)(?:\w{1,20}_)?(?:id|number|count|version|points|total)["'\]]{0,2}\)? ?(?:[!=]==?|\)?\.(?:to|not)\w|\)?\.to |\) to )/m;
/** Most lines, and UTF-16 units, of a failure that are looked at above and below numbers that were compared. */
const near = { above: { lines: 16, units: 1_200 }, below: { lines: 8, units: 400 } } as const;

/** The line with which test tools begin what they say of one failure. */
const beginning =
  /^[\s\u001b[\d;m]{0,20}(?:\d{1,4}\) |[●•✕✗✘×✖⨯] |--- (?:FAIL|PASS)|=== RUN|---- \S{1,200} stdout|_{5,}|={5,}|FAIL(?:ED|URE)?:?\s|ERROR:? |PASS(?:ED)?\s|Failed \S[^\n]{0,200} \[|\S{1,300}:\d{1,6}: error: |\[ERROR\] {1,3}\S{1,200}(?: --|:\d)|not ok \d|ok \d|test \S{1,200} \.\.\. |Test Case |[^\n]{1,300} (?:FAILED|\| FAIL \||\[FAIL\])\s{0,4}$)/;

/** What is printed of a failure below its numbers: an empty line, a place in a file, a line of source, more of the same. */
const ofFailure =
  /^(?:[\s|]{0,40}(?:$|at |in |# |> ?\d|\d{1,6} ?[|:]|File |\^|\(|E {2,}|<int>|to |Test:|Messages?:|[Cc]ode:|[Ee]xpected|[Ww]ant|[Rr]eceived|[Aa]ctual|[Gg]ot|[Bb]ut|[Ll]eft|[Rr]ight|[Dd]ocumented|[+-] ?\d)|[ \t]{0,20}(?:package:|[\w@./\\-]{1,200}[.:]\w{1,10}:\d))/;

/** What the numbers of a failure are. */
export type Subject = 'http' | 'other' | 'unknown';

/**
 * What a failure is about, by all that is printed of it around its numbers: the name of the test, its path, the lines that it quotes.
 * Unknown where the test's name is not among it and nothing else tells.
 * @param from where the line of the numbers begins, @param to where it ends
 * @param numbers those of them that may be statuses of errors
 * @param isCalled whether a text has what one of them is called
 */
export function subjectOfFailure(
  text: string,
  from: number,
  to: number,
  numbers: readonly string[],
  isCalled: (failure: string) => boolean,
): Subject {
  const line = text.slice(from, to);
  // Printed data has other numbers, too.
  const own = line.includes('\n') ? numbers : numbersOf(line);
  const above = beginning.test(line) ? [] : failureAbove(text, from, ofClass.test(line) ? undefined : own);
  const below = failureBelow(text, to);
  const lines = [...above, line, ...below];
  // The other one of two numbers may stand in the line above, or below.
  const beside = [above.at(-1) ?? '', below[0] ?? ''].filter((other) => !beginning.test(other)).flatMap(numbersOf);
  const failure = lines.join('\n');
  const { isOfHttp, isOfAmounts } = topicOf(failure);
  if (countsIn(lines[0] ?? '', [...own, ...beside]) || (ofNumbering.test(failure) && !namesStatus(failure))) {
    return 'other';
  }
  if (
    lines.some((_, index) => isTitled(lines, index)) ||
    (isOfHttp && (!isOfAmounts || namesStatus(failure))) ||
    (!isOfAmounts && isCalled(failure))
  ) {
    return 'http';
  }
  return beginning.test(lines[0] ?? '') ? 'other' : 'unknown';
}

/** Whether the title of a test has one of some numbers as that of things: `charges 429 cents`. */
function countsIn(title: string, numbers: readonly string[]): boolean {
  const things = beginning.test(title) ? thingsOf(title.replace(group, '')) : undefined;
  return things !== undefined && numbers.some((digits) => things.has(digits));
}

/** Whether the title of a test in a line speaks of a status. */
function isTitled(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  return isTitleOfAnswer(line, () => lines.slice(0, index));
}

/** The lines above, from the one with which the failure begins. */
function failureAbove(text: string, from: number, numbers: readonly string[] | undefined): string[] {
  const result: string[] = [];
  let next: string | undefined;
  for (const line of nearest(linesAbove(text, from), near.above)) {
    if (beginning.test(line)) {
      result.unshift(line);
      break;
    }
    if (isOther(line, next, numbers)) {
      break;
    }
    result.unshift(line);
    next = line;
  }
  return result;
}

function failureBelow(text: string, to: number): string[] {
  const lines = nearest(linesBelow(text, to), near.below);
  const next = lines.findIndex((line) => !ofFailure.test(line) || beginning.test(line));
  return next < 0 ? lines : lines.slice(0, next);
}

/** The class of an error, with which a report of its own begins. */
const ofClass = /(?:Error|Exception)\b[^\n:]{0,40}:/;

/**
 * Whether a line has the numbers of another failure. The last one above may be the upper of two lines.
 * @param numbers those of the failure, where more than one line may print them
 */
function isOther(line: string, next: string | undefined, numbers: readonly string[] | undefined): boolean {
  const own = numbersOf(line);
  return (
    numbers?.every((number) => own.includes(number)) !== true &&
    !ofDifference.test(line) &&
    assertionFormats.some(
      ({ pattern, needs }) => line.search(pattern) >= 0 || (next !== undefined && needs?.test(line)),
    )
  );
}

function numbersOf(line: string): string[] {
  return line.match(/(?<![\w.])\d{3}(?![\w.]\d)/g) ?? [];
}

/** How many lines above and below a line its failure is looked for. */
const most = { above: { lines: 30 }, below: { lines: 12 }, blank: 2, others: 5 } as const;

/**
 * What the failure is about that a line of a report belongs to: beside failures about the web a report has others, with other
 * numbers. Its words say so, or its title has one of the line's numbers.
 */
export function subjectIn(text: string, from: number, to: number, knowledge: Knowledge): Subject {
  const own = factsOf(text.slice(from, to), knowledge);
  const { line, kind } = own;
  if (kind === 'title' || kind === 'passed' || kind === 'document') {
    const { isOfHttp, isOfAmounts } = topicOf(line.replace(group, ''));
    return !ofNumbering.test(line) && (isOfHttp || !isOfAmounts) ? 'http' : 'other';
  }
  if (kind === 'compared' && own.told.length > 0 && comparing.test(line)) {
    return 'http';
  }
  const above = reportAbove(text, from, knowledge);
  const title = above[0]?.line ?? '';
  if (above[0]?.kind !== 'title' && !begun.test(title)) {
    return kind === 'code' ? 'unknown' : 'other';
  }
  if (ofList.test(title) && /^\S/.test(line)) {
    return 'other';
  }
  const rest = [...above.slice(1), own, ...reportBelow(text, to, knowledge)];
  if ([title, ...rest.map((facts) => facts.line)].some((other) => ofNumbering.test(other))) {
    return 'other';
  }
  // What tests are grouped by says nothing of one of them.
  const name = title.replace(group, '');
  const ofName = topicOf(name);
  const things = thingsOf(name);
  const isOfThing = rest.some(
    (facts) =>
      (facts === own || facts.kind === 'compared') && numbersIn(facts.line).all.some(([digits]) => things.has(digits)),
  );
  if (isOfThing && !namesStatus(name) && !rest.some((facts) => facts.told.length > 0 || namesStatus(facts.line))) {
    return 'other';
  }
  // A quoted line may begin another test than that which failed.
  const quoted = topicOf(beginsTest.exec(own.line)?.[1] ?? '');
  if ([ofName, quoted].some(({ isOfHttp, isOfAmounts }) => isOfAmounts && !isOfHttp)) {
    return 'other';
  }
  if (ofName.isOfHttp || rest.some(({ isOfHttp }) => isOfHttp)) {
    return 'http';
  }
  if (rest.some(({ isOfAmounts }) => isOfAmounts)) {
    return 'other';
  }
  const inTitle = new Set(
    numbersIn(title)
      .free.filter(({ index }) => !isNamed(title.slice(0, index)))
      .map(([digits]) => digits),
  );
  const hasNumberOfTitle = (facts: FactsOfLine) => numbersIn(facts.line).free.some(([digits]) => inTitle.has(digits));
  const isOfWeb =
    topicsOf(name) > 0 ||
    rest.some(({ topics }) => topics > 0) ||
    rest.some(
      (facts) => (facts === own || facts.kind === 'compared' || facts.kind === 'code') && hasNumberOfTitle(facts),
    );
  return isOfWeb ? 'http' : 'unknown';
}

const comparing =
  /^\s*(?:E\s{2,12})?[-+] {1,16}["']?[\w-]{1,30}["']?\s?(?::|=)|\bassert|\b[Ee]xpected\b|[!=]==? | (?:is|in) </;
/** What Go prints when a test begins: what it logs stands below. */
const begun = /^=== (?:RUN|NAME|CONT) /;
/** A title among others, below which a tool indents what it says of the test. */
const ofList = /^\s{0,40}[✕✗✘×✖⨯↳]/;
/** The file and the groups of a test before its name. */
const group = /^.*(?: [›»>] |::)/;

/** The lines above, from the title on. */
function reportAbove(text: string, from: number, knowledge: Knowledge): FactsOfLine[] {
  const result: FactsOfLine[] = [];
  let others = 0;
  for (const printed of nearest(linesAbove(text, from), most.above)) {
    if (others === most.others) {
      break;
    }
    const facts = factsOf(printed, knowledge);
    const isAtStart = /^\S/.test(facts.line);
    if (begun.test(facts.line)) {
      result.unshift(facts);
      break;
    }
    // A test that passed has no failure.
    if (facts.kind === 'passed' || (facts.kind === undefined && isAtStart)) {
      break;
    }
    others += (facts.kind === undefined || facts.kind === 'other') && isAtStart ? 1 : 0;
    result.unshift(facts);
    if (facts.kind === 'title') {
      break;
    }
  }
  return result;
}

function reportBelow(text: string, to: number, knowledge: Knowledge): FactsOfLine[] {
  const result: FactsOfLine[] = [];
  let blank = 0;
  for (const printed of nearest(linesBelow(text, to), most.below)) {
    const facts = factsOf(printed, knowledge);
    const { line, kind } = facts;
    const isOther = kind === undefined && /^\S/.test(line);
    if (blank === most.blank || kind === 'title' || kind === 'passed' || isOther || /^(?:FAIL|ok|PASS)\b/.test(line)) {
      break;
    }
    result.push(facts);
    blank += line.trim() === '' ? 1 : 0;
  }
  return result;
}

/** A quoted line that begins a test, with its title. */
const beginsTest =
  /\b(?:it|test|describe|context|specify|scenario)(?:\.\w{1,10})?\s?[( ]\s?["'`]([^"'`\n]{1,120})["'`]/;
