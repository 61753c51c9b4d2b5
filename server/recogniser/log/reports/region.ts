import type { Knowledge } from '../../knowledge';
import { uncoloured } from '../colours';
import { wellKnownStatuses } from '../../wellKnownStatuses';
import { kindOf } from './lineKinds';

/**
 * What stands around a line in the report of a test tool, and what it says of the numbers in it: such reports print a status in a
 * title, in quoted lines of the test and among what differs, and tell only in some of these that it is one.
 */

/** How much above and below a line is its region: UTF-16 units, and lines. */
const most = { units: 3_500, lines: 45 } as const;

/** What only the reports of test tools have. */
const signOfReport = new RegExp(
  [
    String.raw`^\s{0,40}(?:[✓✔√✕✗✘×✖⨯] {1,3}\S|● \S[^\n]{0,200} › |not ok \d|ok \d{1,5} - |# Subtest: |--- (?:FAIL|PASS|SKIP): |=== RUN |_{3,} \S{1,200} _{3,}|={3,} (?:FAILURES|test session starts|short test summary info|ERRORS) ={3,})`,
    String.raw`^(?:FAILED|PASSED|ERROR) \S{1,200}::\S|^[^\s:]{1,200}::\S{1,200} (?:PASSED|FAILED|ERROR)|^(?:FAIL|ERROR): test\w{0,100} \(|^test\w{1,100} \([\w.]{1,200}\)(?: \.\.\. |$)|^Ran \d{1,6} tests? in `,
    String.raw`^\s{0,4}\d{1,4}\) \S[^\n]{1,200}\n {3,8}(?:Failure/Error|AssertionError|Error|[\w.]{1,60}Error)\b|^Failures:$|^\s{0,4}rspec \.?\/?\S{1,200}:\d|\(FAILED - \d{1,4}\)$|^\d{1,6} (?:examples?|tests?|runs?), \d`,
    String.raw`\bAssertionError\b|\bAssertionFailedError\b|\bFailed asserting that\b|\bexpect\(received\)|\bpanicked at\b|^\s{0,8}Error Trace:|^test (?:\S{1,200}) \.\.\. (?:ok|FAILED)|^\s{0,4}(?:Tests?|Test Files|Test Suites|Tests run):? {1,6}\d{1,6}\b`,
    String.raw`^# (?:tests|pass|fail) \d|^\s{0,4}\d{1,6} (?:passing|failing|passed|failed)\b|^#\s{1,4}Failed test |^\s{0,4}(?:FAIL|PASS) {1,3}\S{1,200}[./]\S|[├└]─ .{1,200} [✔✘]|^(?:FAIL|PASS|OK|NOK|FAILED|PASSED):? {1,3}(?:GET|POST|PUT|PATCH|DELETE|HEAD) `,
  ].join('|'),
  'm',
);

/** What a tool prints of itself. */
const head = /^(?:={3,} .* ={3,}|platform .*|rootdir: .*|plugins: .*|cachedir: .*|configfile: .*|collected .*)$/gm;

const glue = String.raw`["'\])}>\s:=!<,.([{\x60|-]{0,12}`;
/** A number right behind what says that it is a status. */
const told = new RegExp(
  String.raw`(?:(?<![a-z])status(?:es|[_ -]?codes?)?|(?<=[a-z])Status(?:Code)?|\bHTTP(?:\/\d(?:\.\d)?)?|\bResponse|\.[cC]ode\b)${glue}(?:\b(?:is|was|of|to|be|eq|eql|equals?|not|expected|code|for|with|in|assert|toBe|toEqual|isEqualTo|int|deep|strictly)\b${glue}){0,5}([45]\d\d)(?![\w.]\d|\w)`,
  'gi',
);
/** The same before it, and its phrase, for which the knowledge is asked. */
const before =
  /(?<![\w.:/-])([45]\d\d)["')\]]{0,2}(?:[,:]? ?["'(-]{0,2} ?)([A-Z][A-Za-z'-]{2,20}(?: [A-Z][A-Za-z-]{1,20}){0,4})/g;
const compared =
  /(?<![\w.:/-])([45]\d\d),? ?(?:[!=]==?|[<>]=?|,) ?(?:\$?\w{1,20}(?:->|\.|::)){0,3}\(?(?:int\) ?)?\w{0,20}[sS]tatus/g;

/** Words of the web by what they are about. */
export const topics: readonly RegExp[] = [
  /\bhttps?\b|https?:\/\//i,
  /(?<![a-z])api(?![a-z])/i,
  /request|requisi|petici[oó]n|requête|anfrage|запрос|запит|richiest|verzoek|forespørgsel|förfrågan|żądani|permintaan|istek|请求|リクエスト|요청/i,
  /response|respon[ds]|respuesta|resposta|réponse|antwo[or]|ответ|відповід|rispost|odpowied|odpověd|\bsvar|jawaban|yanıt|响应|レスポンス|응답/i,
  /endpoint|\broutes?\b|\brouter\b|controller|middleware/i,
  /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD) ["'`]?(?:\/|https?:)|\.(?:get|post|put|patch|delete)\(\s?f?["'`]\//,
  /status_?code|\bstatus\b|Status/,
  /retr(?:y|ies|ied)|backoff/i,
  /\bfetch\b|axios|supertest|requests\.|httptest|Net::HTTP|HttpClient|httpx|aiohttp|\bgot\(|reqwest|MockMvc|WebClient|RestTemplate|test_client|TestClient|guzzle|urllib/,
  /webhook|\btoken\b|\bauth|unauthori[sz]ed|forbidden|rate.?limit|throttl/i,
  /not found|too many requests|bad request|internal server error|service unavailable|bad gateway|conflict\b|unprocessable/i,
  /server|gateway|proxy|upstream|servidor|serveur|serwer|sunucu|сервер|服务器|サーバ|서버/i,
  /client|\burls?\b|redirect|cookie|\bcors\b|log-?in\b|sign-?in\b/i,
];
/** So many make a region one of the web where no number is told as a status, and where one is. */
const fewest = { untold: 3, told: 1, several: 2, wellKnown: 3 } as const;

const wellKnown = new RegExp(`(?<![\\w.:/-])${wellKnownStatuses}(?![\\w.:/-])`, 'g');

/** What a region says. */
export interface Region {
  /** Statuses that it tells, as they are written. */
  readonly told: ReadonlySet<string>;
  /** Whether it is about the web. */
  readonly isOfWeb: boolean;
}

/** What is around a line of a report; undefined where none is. */
export function regionAround(text: string, from: number, to: number, knowledge: Knowledge): Region | undefined {
  const region = uncoloured(partAround(text, from, to)).line.replace(head, '');
  if (!signOfReport.test(region) || !isReport(text, from, to)) {
    return undefined;
  }
  const statuses = new Set<string>();
  for (const pattern of [told, compared]) {
    for (const [, status = ''] of region.matchAll(pattern)) {
      statuses.add(status);
    }
  }
  for (const [, status = '', phrase = ''] of region.matchAll(before)) {
    if (knowledge.isReasonPhrase(status, phrase)) {
      statuses.add(status);
    }
  }
  const count = topics.filter((topic) => topic.test(region)).length;
  const several = new Set(region.match(wellKnown)).size >= fewest.wellKnown;
  return {
    told: statuses,
    isOfWeb: count >= (statuses.size > 0 ? fewest.told : several ? fewest.several : fewest.untold),
  };
}

/** How many lines above and below are asked whether they are of a report, and how many of them have to be. */
const near = 10;
const fewestNear = 3;
/** Lines that part others. */
const parting = /^[-=_*~ ]{5,}$|^\s/;

/** Whether a line stands among others of a report, and not only beside one. */
export function isReport(text: string, from: number, to: number): boolean {
  const lines = uncoloured(partAround(text, from, to, near))
    .line.split('\n')
    .filter((line) => line.trim() !== '');
  const kinds = lines.map((line) => (line.length > longestLine ? undefined : kindOf(line)));
  const own = kinds.filter((kind) => kind !== undefined && kind !== 'other').length;
  const others = lines.filter((line, at) => (kinds[at] === undefined || kinds[at] === 'other') && !parting.test(line));
  return (
    own >= fewestNear &&
    3 * own >= others.length &&
    kinds.some((kind) => kind === 'title' || kind === 'passed' || kind === 'compared')
  );
}

const longestLine = 400;

/** A line and the lines around it. */
function partAround(text: string, from: number, to: number, mostLines: number = most.lines): string {
  let start = from;
  for (let lines = 0; lines < mostLines && start > 0 && from - start < most.units; lines++) {
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  let end = to;
  for (let lines = 0; lines < mostLines && end < text.length && end - to < most.units; lines++) {
    const next = text.indexOf('\n', end + 1);
    end = next < 0 ? text.length : next;
  }
  return text.slice(Math.max(start, from - 2 * most.units), Math.min(end, to + 2 * most.units));
}
