import { uncoloured } from '../colours';
import type { Knowledge } from '../../knowledge';
import { wellKnownStatuses } from '../../wellKnownStatuses';
import { kindOf, type LineKind } from './lineKinds';
import { answeredStatuses } from './titles';
import { topicOf, topicsOf } from './topics';

/**
 * What a line says by itself of the report of a test tool that it stands in. Every line of a report is asked for each number
 * near it: what was found is kept.
 */
export interface FactsOfLine {
  /** Without its colours, and not farther than anybody looks. */
  readonly line: string;
  /** What it is in a report; of a longer line that is not asked. */
  readonly kind: LineKind | undefined;
  /** Whether only the reports of test tools have such a line. */
  readonly isSign: boolean;
  /** The numbers of which it tells that they are statuses. */
  readonly told: readonly string[];
  /** The topics of the web that it speaks of, see {@link topicsOf}. */
  readonly topics: number;
  /** Whether it speaks of HTTP, and whether of amounts. */
  readonly isOfHttp: boolean;
  readonly isOfAmounts: boolean;
  /** The statuses in it that everybody knows. */
  readonly wellKnown: readonly string[];
}

/** How much of a line is looked at, in UTF-16 units. */
const longest = 2_000;
/** A longer line is none of a report. */
const longestKind = 400;
/** How many lines are kept. */
const most = 4_096;

const kept = new WeakMap<Knowledge, Map<string, FactsOfLine>>();

/** @param printed the line, with its colours */
export function factsOf(printed: string, knowledge: Knowledge): FactsOfLine {
  let facts = kept.get(knowledge);
  if (!facts || facts.size >= most) {
    facts = new Map();
    kept.set(knowledge, facts);
  }
  const part = printed.length > longest ? printed.slice(0, longest) : printed;
  let found = facts.get(part);
  if (!found) {
    found = read(part, knowledge);
    facts.set(part, found);
  }
  return found;
}

function read(printed: string, knowledge: Knowledge): FactsOfLine {
  const { line } = uncoloured(printed);
  const kind = line.length > longestKind ? undefined : kindOf(line);
  const isHead = head.test(line);
  const hasNumber = /[45]\d\d/.test(line);
  return {
    line,
    kind,
    isSign: sign.test(line),
    told: hasNumber && !isHead ? [...toldBy(line, knowledge), ...(kind === 'title' ? answeredStatuses(line) : [])] : [],
    topics: isHead ? 0 : topicsOf(line),
    ...topicOf(line),
    wellKnown: hasNumber && !isHead ? (line.match(wellKnown) ?? []) : [],
  };
}

const wellKnown = new RegExp(`(?<![\\w.:/-])${wellKnownStatuses}(?![\\w.:/-])`, 'g');

/** What only the reports of test tools have. */
const sign = new RegExp(
  [
    String.raw`^\s{0,40}(?:[✓✔√✕✗✘×✖⨯] {1,3}\S|● \S[^\n]{0,200} › |not ok \d|ok \d{1,5} - |# Subtest: |--- (?:FAIL|PASS|SKIP): |=== RUN |_{3,} \S{1,200} _{3,}|={3,} (?:FAILURES|test session starts|short test summary info|ERRORS) ={3,})`,
    String.raw`^(?:FAILED|PASSED|ERROR) \S{1,200}::\S|^[^\s:]{1,200}::\S{1,200} (?:PASSED|FAILED|ERROR)|^(?:FAIL|ERROR): test\w{0,100} \(|^test\w{1,100} \([\w.]{1,200}\)(?: \.\.\. |$)|^Ran \d{1,6} tests? in `,
    String.raw`^ {3,8}Failure/Error\b|^\s{0,4}\d{1,4}\) (?:Failure|Error):$|^Failures:$|^\s{0,4}rspec \.?\/?\S{1,200}:\d|\(FAILED - \d{1,4}\)$|^\d{1,6} (?:examples?|tests?|runs?), \d`,
    String.raw`\bAssertionError\b|\bAssertionFailedError\b|\bFailed asserting that\b|\bexpect\(received\)|\bpanicked at\b|^\s{0,8}Error Trace:|^test (?:\S{1,200}) \.\.\. (?:ok|FAILED)|^\s{0,4}(?:Tests?|Test Files|Test Suites|Tests run):? {1,6}\d{1,6}\b`,
    String.raw`^# (?:tests|pass|fail) \d|^\s{0,4}\d{1,6} (?:passing|failing|passed|failed)\b|^#\s{1,4}Failed test |^\s{0,4}(?:FAIL|PASS) {1,3}\S{1,200}[./]\S|^\s{2,4}FAIL {2,3}[^\n"]{0,100}"[^\n"]{1,200}"$|[├└]─ .{1,200} [✔✘]|^(?:FAIL|PASS|OK|NOK|FAILED|PASSED):? {1,3}(?:GET|POST|PUT|PATCH|DELETE|HEAD) `,
  ].join('|'),
);

/** What a tool prints of itself. */
const head = /^(?:={3,} .* ={3,}|platform .*|rootdir: .*|plugins: .*|cachedir: .*|configfile: .*|collected .*)$/;

const glue = String.raw`["'\])}>\s\u00b7:=!<,.([{\x60|-]{0,12}`;
/** A number right behind what says that it is a status. */
const told = new RegExp(
  String.raw`(?:(?<![a-z])status(?:es|[_ -]?codes?)?|(?<=[a-z])Status(?:Code)?|\bHTTP(?:\/\d(?:\.\d)?)?|\bResponse|\.[cC]ode\b|(?<=[{,+-] {0,4})Code(?=: ?(?:\(int\) ?)?\d)|(?<=[{,+-] {0,40}["'$]?)(?:kode?|durum|estado|statut|stato|c[oó]digo|codice|состояние|статус|код|状态码?|状态|ステータス|상태)(?=["']?(?::|\s?=))|(?<=\$\.)(?:durum|estado|statut|stato|kode?))${glue}(?:\b(?:is|was|of|to|be|eq|eql|equals?|not|expected|code|for|with|in|assert|toBe|toEqual|isEqualTo|int|deep|strictly)\b${glue}){0,5}([45]\d\d)(?![\w.]\d|\w)`,
  'gi',
);
/** The same before it, and its phrase, for which the knowledge is asked. */
const before =
  /(?<![\w.:/-])([45]\d\d)["')\]]{0,2}(?:[,:]? ?["'(-]{0,2} ?)([A-Z][A-Za-z'-]{2,20}(?: [A-Z][A-Za-z-]{1,20}){0,4})/g;
/** The phrase in the name of a test, right before it: `isForbidden403`, `sunk_is_bad_gateway_502`. */
const called =
  /(?:bad_?request|unauthori[sz]ed|forbidden|not_?found|conflict|gone|too_?many_?requests|server_?error|bad_?gateway|service_?unavailable|gateway_?timeout|unprocessable(?:_?entity)?)_?([45]\d\d)(?![\w.])/gi;
/** What a title says that something becomes: `a sunk boat → 410`. */
const arrow = /[^\d\s]["')]?,? (?:\u2192|[-=]>) ([45]\d\d)(?=[:"']{0,2}\s*$| [([✔✘])/g;
/** A constant and its number: `<HTTPStatus.CONFLICT: 409>`. */
const named = /\.([A-Z]{3,20}(?:_[A-Z]{2,20}){0,5}): ([45]\d\d)>/g;
const compared =
  /(?<![\w.:/-])([45]\d\d),? ?(?:[!=]==?|[<>]=?|,) ?(?:\$?\w{1,20}(?:->|\.|::)){0,3}\(?(?:int\) ?)?\w{0,20}[sS]tatus/g;

function toldBy(line: string, knowledge: Knowledge): string[] {
  const isPhrase = ([, status = '', phrase = '']: readonly string[]) => knowledge.isReasonPhrase(status, phrase);
  return [
    ...[told, compared, called, arrow].flatMap((pattern) => [...line.matchAll(pattern)]),
    ...[...line.matchAll(before)].filter(isPhrase),
    ...[...line.matchAll(named)].map(([whole, phrase = '', status = '']) => [whole, status, phrase]).filter(isPhrase),
  ].map(([, status = '']) => status);
}
