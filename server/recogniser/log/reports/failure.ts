import { uncoloured } from '../colours';
import { linesAbove, linesBelow, nearest } from '../linesAround';
import { assertionFormats, ofDifference } from './assertions';
import { numbersIn } from './freeNumbers';
import { kindOf, type LineKind } from './lineKinds';
import { topics } from './region';
import { isTitleOfAnswer } from './titles';

/** What a failure in the report of a test tool is about, by what the report prints of it. */

/** Words that speak of HTTP, also as parts of names: `res.status`, `tests/api/`, `OrdersControllerTest`. */
const ofHttp =
  /(?<![a-z])(?:https?(?!s?:)|api|requests?|responses?|status|routes?|routing|endpoints?|webhooks?|controllers?|graphql|[45]xx)(?![a-z])|(?:H(?:ttp|TTP)|A(?:pi|PI)|Request|Response|Status|Route|Endpoint|Webhook|Controller)s?(?:[A-Z]{0,1}(?![a-z])|(?=[A-Z]))|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) ["']?(?:\/|https?:)|\.(?:get|post|put|patch|delete)\(["'`]\/|https?:\/\/(?:localhost|127\.0\.0\.1)|(?:^|\s)\/[a-z][\w\/.{}-]{0,80}[:,]? (?:expected|should|must|returns?|wants?)\b/;
/** Words of what is counted or measured. */
const ofAmounts =
  /(?<![a-z])(?:len|(?:length|count|size|total|sum|amount|price|balance|duration|byte|width|height|row|page|item)s?)(?![a-z])|HaveLength|(?:Length|Count|Size|Total|Sum|Amount|Price|Balance)s?(?![a-z])/;
/** What a test is about that says what something is numbered or called: `gives the id`, and not `fails without an id`. */
const ofNumbering =
  /\b(?:gives?|returns?|has|keeps?|assigns?|sets?|makes?|reads?|yields?|counts?|tells?|stores?)(?: back)? (?:(?:the|its|an?|new|next|own|same|right) ){1,2}(?:ids?|numbers?|keys?|index|positions?|versions?|size)[:\s]*(?:\(|$)/m;
/** How a report says that a test failed. */
const ofTest = /status["']?\s{0,3}[:=]\s?["']?(?=[A-Za-z])/gi;
/** What leaves no doubt beside these. */
const ofStatus = /status(?:[ _-]?code)?|Status|response\.code|HTTP/;

/** Whether a text of a report speaks of HTTP, and whether of amounts. */
function topicOf(report: string): { readonly isOfHttp: boolean; readonly isOfAmounts: boolean } {
  const said = report.replace(ofTest, '');
  return { isOfHttp: ofHttp.test(said), isOfAmounts: ofAmounts.test(said) };
}

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
  const lines = [...above, line, ...failureBelow(text, to)];
  const failure = lines.join('\n');
  const { isOfHttp, isOfAmounts } = topicOf(failure);
  if (countsIn(lines[0] ?? '', own) || (ofNumbering.test(failure) && !ofStatus.test(failure.replace(ofTest, '')))) {
    return 'other';
  }
  if (
    lines.some((_, index) => isTitled(lines, index)) ||
    (isOfHttp && (!isOfAmounts || ofStatus.test(failure.replace(ofTest, '')))) ||
    (!isOfAmounts && isCalled(failure))
  ) {
    return 'http';
  }
  return beginning.test(lines[0] ?? '') ? 'other' : 'unknown';
}

/** Whether the title of a test has one of some numbers as that of things: `charges 429 cents`. */
function countsIn(title: string, numbers: readonly string[]): boolean {
  const { all, free } = numbersIn(title);
  return (
    beginning.test(title) &&
    all.some(([digits]) => numbers.includes(digits) && free.every(([other]) => other !== digits))
  );
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

/** How many lines above and below a line its failure is looked for, and how many units of each line. */
const most = { above: { lines: 30 }, below: { lines: 12 }, blank: 2, others: 5, units: 300 } as const;

/**
 * Whether the failure that a line of a report belongs to is about the web: beside such failures a report has others, with other
 * numbers. Its words say so, or its title has one of the line's numbers.
 */
export function isOfWeb(text: string, from: number, to: number, kind: LineKind): boolean {
  const line = uncoloured(text.slice(from, to)).line;
  if (kind === 'title' || kind === 'document') {
    const { isOfHttp, isOfAmounts } = topicOf(line.replace(group, ''));
    return isOfHttp || !isOfAmounts;
  }
  const above = reportAbove(text, from);
  const [title = ''] = above;
  // What tests are grouped by says nothing of one of them.
  const said = [title.replace(group, ''), ...above.slice(1), line, ...reportBelow(text, to)].join('\n');
  const { isOfHttp, isOfAmounts } = topicOf(said);
  const inTitle = new Set(numbersIn(title).free.map(([digits]) => digits));
  return (
    kindOf(title) === 'title' &&
    !(ofList.test(title) && /^\S/.test(line)) &&
    !ofNumbering.test(said) &&
    (isOfHttp ||
      (!isOfAmounts &&
        (topics.some((topic) => topic.test(said)) ||
          [line, ...above.slice(1)].some(
            (other) =>
              (other === line || isCompared(other)) && numbersIn(other).free.some(([digits]) => inTitle.has(digits)),
          ))))
  );
}

/** A title among others, below which a tool indents what it says of the test. */
const ofList = /^\s{0,40}[✕✗✘×✖⨯↳]/;
/** The file and the groups of a test before its name. */
const group = /^.*(?: [›»>] |::)/;

function isCompared(line: string): boolean {
  const kind = kindOf(line);
  return kind === 'compared' || kind === 'code';
}

/** The lines above, from the title on. */
function reportAbove(text: string, from: number): string[] {
  const result: string[] = [];
  let others = 0;
  for (const printed of nearest(linesAbove(text, from), most.above)) {
    if (others === most.others) {
      break;
    }
    const { line } = uncoloured(printed.slice(0, most.units));
    const kind = kindOf(line);
    // A test that passed has no failure.
    if (kind === 'passed' || (kind === undefined && /^\S/.test(line))) {
      break;
    }
    others += (kind === undefined || kind === 'other') && /^\S/.test(line) ? 1 : 0;
    result.unshift(line);
    if (kind === 'title') {
      break;
    }
  }
  return result;
}

function reportBelow(text: string, to: number): string[] {
  const result: string[] = [];
  let blank = 0;
  for (const printed of nearest(linesBelow(text, to), most.below)) {
    const { line } = uncoloured(printed.slice(0, most.units));
    const kind = kindOf(line);
    const isOther = kind === undefined && /^\S/.test(line);
    if (blank === most.blank || kind === 'title' || kind === 'passed' || isOther || /^(?:FAIL|ok|PASS)\b/.test(line)) {
      break;
    }
    result.push(line);
    blank += line.trim() === '' ? 1 : 0;
  }
  return result;
}
