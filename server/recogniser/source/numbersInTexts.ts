import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { isCount } from '../spokenNumbers';
import { withoutOthers } from '../titleWords';
import { isWellKnown } from '../wellKnownStatuses';
import { isMeantBy } from './agreement';
import { ofCsvCell } from './cases';
import { ofFieldTag } from './fieldTags';
import { endOfText, startOfText } from './literalNodes';
import { weigh, weightOf } from '../log/weighing';
import { isTestOfThrown } from './calls/callNames';
import { isRegistered } from './maps';
import { isErrorMaker, isStatusOption, whatIsNamed } from './names';
import { ofNumber } from './numberMeanings';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';
import { comparesStatus, isBeforeRequest, saysStatus } from './statusWords';
import { holdingOf } from './values';

/** The key that a number in printed JSON belongs to. */
const keyBefore = /(?:[{,]|^[@$rRbB]{0,2}["'`]{1,3})\s*\\?["']([A-Za-z_]\w{0,40})\\?["']\s*:\s*\\?["']?$/;
/** Statuses that an option of a command takes: `--retry-on-http-error=429,503`; or the list alone. */
const statusOption = /^(?:--?([A-Za-z][\w-]{2,40})=)?(\d{3}(?:(?:,\s?|[ |])\d{3}){0,20})$/;
const flagBefore = /(?:^|[\s{['"`])--([A-Za-z][\w-]{2,20})=$/;
const statusAndText = /^[45]\d\d [A-Za-z%{$][^\n]{1,80}$/;
const statusAndWords = /^[45]\d\d [A-Z][A-Za-z' -]{1,60}$/;
const statusLine = /^(?:HTTP\/\d(?:\.\d)?|Status:)\s*([45]\d\d)\b/;
/** Words after a status that may be its phrase: two or more anywhere, one at the end of the text. */
const phraseAfter =
  /^\)?(?: [-\u2013|:])? ["'(]?(?:[A-Za-z][A-Za-z-]+(?: [A-Za-z-]+){1,4}|[A-Z][a-z]+(?=\W*$|[|,;:]| [–—-] ))/;

/** The phrase as a name: `428: PreconditionRequired`. */
const nameAfter = /^:? ([A-Z][a-z]+(?:[A-Z][A-Za-z]+)+)\b/;

/** The class of a status behind it. */
const printedKind = /^ (Client|Server) Error\b/;

/** Words before a status that may be its phrase: `Bad Request (400)`. */
const phraseBefore = /((?:[A-Za-z][A-Za-z-]+ ){0,4}[A-Za-z][A-Za-z-]+)(?: ?[([]| - |: | )$/;

/** Evidence of a text that is tested, and not given. */
const isTest = /^(?:compared with|switched on)/;
/** A text that is nothing but a pattern with numbers in it: `\b(429|503)\b`. */
const patternOnly = /^@?(?:\(\?[a-z]{1,3}\))?(?:\\{1,2}[bsdDWS(){}[\]]|[\d^$()|?:.*+[\]{}<!=-])+$/;

/** A number inside of a longer string: a status line, a printed body, a pattern that finds it. */
export function inText(
  reading: Reading,
  node: Node,
  content: string,
  range: Candidate['range'],
  number: string,
): Candidate[] {
  const { file, contexts, knowledge, systems } = reading;
  const codes = knowledge.code(number);
  const statuses = Number(number) >= 400 ? knowledge.status(number) : [];
  const cell = ofCsvCell(file, node, range.start, number.length);
  if (cell && 'meaning' in cell) {
    return ofNumber(range, cell.meaning, number, reading, false);
  }
  if (statuses.length > 0 && statusLine.exec(content)?.[1] === number) {
    return candidate(range, 'status', statuses, 0.92, 'status line');
  }
  // `'404 Not Found'`, `'not found (404)'`
  // `404 page not found`: what Go's server answers.
  const words =
    phraseAfter
      .exec(file.text.slice(range.end, Math.min(endOfText(node), range.end + 60)))?.[0]
      .replace(/^ page(?= not found\b)/, '')
      .trim()
      .split(' ') ?? [];
  const name = nameAfter.exec(file.text.slice(range.end, Math.min(endOfText(node), range.end + 60)))?.[1];
  const said = phraseBefore.exec(file.text.slice(Math.max(node.startIndex, range.start - 60), range.start))?.[1];
  const wordsBefore = statuses.length > 0 ? (said?.split(' ') ?? []) : [];
  if (
    statuses.length > 0 &&
    ((name !== undefined && knowledge.isReasonPhrase(number, name)) ||
      words.some((_, at) => knowledge.isReasonPhrase(number, words.slice(0, at + 1).join(' '))) ||
      wordsBefore.some((_, at) => knowledge.isReasonPhrase(number, wordsBefore.slice(at).join(' '))))
  ) {
    return candidate(range, 'status', statuses, 0.8, 'status and its phrase');
  }
  if (statuses.length > 0 && isSaidByText(reading, node, range, number)) {
    return candidate(range, 'status', statuses, 0.6, 'said by the words beside it');
  }
  const tagged = ofFieldTag(reading, node, range);
  if (tagged.length > 0) {
    return tagged;
  }
  if (statuses.length > 0 && isRouteOfErrors(file, node, content)) {
    return candidate(range, 'status', statuses, 0.6, 'route of an error');
  }
  // `HTTPError('429 Client Error: …')` of Python's requests, and of those that print like it
  const kind = printedKind.exec(file.text.slice(range.end, range.end + 15))?.[1];
  if (statuses.length > 0 && kind === (Number(number) < 500 ? 'Client' : 'Server')) {
    return candidate(range, 'status', statuses, 0.8, 'status and its class');
  }
  // `'32: Could not authenticate you'`
  const named = codes.length > 0 ? ofMessage(reading, node, range, codes) : [];
  if (named.length > 0) {
    return named;
  }
  // `expected_status = '400 Not so good'`
  if (statuses.length > 0 && statusAndText.test(content) && content.startsWith(number)) {
    const meaning = contexts.meaningOf(node);
    if (meaning?.what === 'status') {
      return candidate(range, 'status', statuses, Math.min(meaning.weight, 0.8), meaning.evidence);
    }
    // `"404 Crate not here" in result.stderr`
    const isLookedFor = meaning?.what === 'text' && isTest.test(meaning.evidence);
    if (isLookedFor && statusAndWords.test(content) && file.subject.speaksHttp) {
      return candidate(range, 'status', statuses, 0.6, meaning.evidence);
    }
  }
  const before = file.text.slice(Math.max(node.startIndex + 1, range.start - 24), range.start);
  if (statuses.length > 0 && isAmongAlternatives(content, number) && file.subject.speaksHttp) {
    return candidate(range, 'status', statuses, 0.6, 'an alternative of a pattern');
  }
  const isPattern = node.type === 'regex' || (patternOnly.test(content) && !statusOption.test(content));
  if (isPattern && new RegExp(`(?:\\\\[bBDWs]|(?<![\\w.]))${number}(?!\\w|\\.(?!\\*))`).test(content)) {
    const meaning = contexts.meaningOf(node);
    // In a text, `/voucher 503/` is about a voucher.
    const isOther = meaning?.what === 'text' && /[A-Za-z]{3}\W{0,3}$/.test(before) && !printedStatus.test(before);
    if (!meaning && isOfStatusesOnly(content) && file.subject.speaksHttp) {
      return candidate(range, 'status', statuses, 0.6, 'alternatives of a pattern');
    }
    return meaning && !isOther
      ? ofNumber(range, { ...meaning, weight: Math.min(meaning.weight, 0.7) }, number, reading, true)
      : [];
  }
  const [, option, list = ''] = statusOption.exec(content) ?? [];
  if (list !== '') {
    const isOption = option !== undefined && isStatusOption(option);
    const meaning = option === undefined ? contexts.meaningOf(node) : undefined;
    const isLookedFor = meaning?.what === 'text' && isTest.test(meaning.evidence);
    return isOption || meaning?.what === 'status' || (isLookedFor && file.subject.speaksHttp)
      ? candidate(range, 'status', statuses, 0.9, `option ${option ?? meaning?.name ?? ''}`)
      : [];
  }
  // `serve {--status=503 : what to answer with}`: an option in a text about a command
  const flag = flagBefore.exec(before)?.[1];
  if (flag !== undefined && isStatusOption(flag) && file.subject.isAboutWeb) {
    return candidate(range, 'status', statuses, 0.7, `option ${flag}`);
  }
  if (statuses.length > 0 && namedHttp.test(before) && !counted.test(file.text.slice(range.end, range.end + 20))) {
    return candidate(range, 'status', statuses, 0.6, 'HTTP before it');
  }
  // `error.message === 'Request failed with status code 404'`
  if (statuses.length > 0 && file.subject.speaksHttp) {
    const isPrinted = printedStatus.test(before);
    const meaning = isPrinted ? contexts.meaningOf(node) : undefined;
    if (isPrinted && isSearchedFor(file, node)) {
      return candidate(range, 'status', statuses, 0.7, 'looked for in what was printed');
    }
    const isText = meaning?.what === 'text' || meaning?.what === 'word';
    if (isText && isTest.test(meaning.evidence)) {
      return candidate(range, 'status', statuses, 0.7, meaning.evidence);
    }
    // `wantErr: "HTTP 404 (https://…)"`: the text of an error that a test expects.
    if (isText && /^(?:want|expect)/i.test(meaning.name)) {
      return candidate(range, 'status', statuses, 0.6, meaning.evidence);
    }
  }
  // `jq -e '.errors[0].code == 187'`, `$.errors[?(@.code == 187)]`
  const filtered = filterBefore.exec(file.text.slice(Math.max(node.startIndex, range.start - 80), range.start))?.[1];
  if (filtered !== undefined) {
    return ofFilter(reading, filtered, content, range, number, statuses);
  }
  const key = /^\s*(?:[[{]|\\?["'][\w.-]{1,40}\\?["']\s*:)/.test(content)
    ? keyBefore.exec(file.text.slice(Math.max(node.startIndex, range.start - 80), range.start))?.[1]
    : undefined;
  const what = key === undefined ? undefined : whatIsNamed(key);
  if (what === 'status') {
    return candidate(range, 'status', statuses, 0.7, `key ${key ?? ''} in a printed body`);
  }
  const known = codes.filter((entry) => systems.has(entry.catalog.id));
  if (what === 'code' && /errors?\b/.test(content)) {
    return candidate(range, 'code', known, 0.45, 'code in a printed body');
  }
  return statuses.length > 0 && isSaidByLine(reading, node, range)
    ? candidate(range, 'status', statuses, 0.6, 'said like in a line of a log')
    : [];
}

/** Whether a text would say that of a number if it were a line of a log, where it will be printed. */
function isSaidByLine({ file, knowledge }: Reading, node: Node, { start }: Candidate['range']): boolean {
  const text = file.textOf(node, longestLine);
  if (!file.subject.speaksHttp || !text.includes(' ')) {
    return false;
  }
  const at = start - node.startIndex;
  // What stands behind a number may be about the whole text: `Lot 404 (https://a.example)`.
  return weigh(text, knowledge).some(
    (weighed) =>
      weighed.range.start === at &&
      weightOf(weighed) > 0 &&
      weighed.for.some(({ group }) => group === 'before' || group === 'phrase'),
  );
}

/** Whether a number is an alternative of a pattern, as others are that everybody knows: `timeout|gateway|429|502|503`. */
function isAmongAlternatives(pattern: string, number: string): boolean {
  const alternatives = pattern.includes('|') ? pattern.split(/\||\((?:\?:)?|\)/) : [];
  return alternatives.includes(number) && alternatives.filter(isWellKnown).length >= 3;
}

/** Whether a pattern is of nothing but statuses, three of which everybody knows: `\b(429|502|503)\b`. */
function isOfStatusesOnly(pattern: string): boolean {
  const numbers = new Set(pattern.replace(/\[[^\]]*\]/g, '').match(/\d+/g));
  return (
    [...numbers].every((one) => isRegistered(Number(one))) &&
    [...numbers].filter(isWellKnown).length >= 3 &&
    pattern.includes('|')
  );
}

/** How much of a text is read like a line of a log, in UTF-16 units. */
const longestLine = 300;

/** How a text sets a status apart from its words: `rate limited (429)`, `[503] overloaded`, `401: log in`, `conflict - 409`. */
const apartBefore = /^$|[([|/]$|(?:HTTP|:|=| [-–—]|->) ?$/;
const apartAfter = /^(?:[)\]|:/【（「：]|,? [-–—]|$)/;
/** How much of a text around a status is read for the words, in UTF-16 units. */
const reach = 40;
/** A text that begins with a status, and an error that is made of it: `errors.New("404/no-such-page")`. */
const beginsWithStatus = /^(?:\[\d{3}\]|E?\d{3}(?:[:/_]|-(?=[A-Za-z])| [-–—]))\s?[A-Za-z%{#$]/;
/** Whether a text calls an error or an answer by its status: `a 500 error`, `401 responses`, `Should have returned 404!` */
function isCalledBy(before: string, number: string, behind: string): boolean {
  const isOne =
    (/(?:^|\W)[Aa]n? $/.test(before) && /^ (?:[Ee]rror|[Rr]esponse)\b(?! (?:times?|codes?|bytes|ms)\b)/.test(behind)) ||
    // `402 error: pay first`
    (/^(?:\s*|.*\b(?:resulting in|ends in|ended in|with) )$/.test(before) &&
      /^ (?:[Ee]rror(?::|,| code\b)|error$)/.test(behind));
  const isKind =
    /(?:^|[^\w.,$-]) ?$/.test(before) &&
    /^ (?:[Ee]rror|[Rr]esponse)s?(?! (?:times?|messages|lines|rows|entries|records)\b)\b/.test(behind);
  const isGiven =
    /(?:(?:\S |^(?=returns ))(?:return(?:s|ed)?|receive[sd]?|answers?|answered|(?:answer|respond|repl[iy])(?:e[ds]|s)? with)|\bAPI|\bignoring) (?:an? )?$/i.test(
      before,
    ) && /^(?:$|[!,;:)]|\.(?!\d)| (?:for|from|with|when|if|unless|because|since|on|in case) )/.test(behind);
  // `should error 404 if the id is made up`
  const isError =
    /(?:^|\W)[Ee]rror $/.test(before) &&
    /^(?:$|[!,;)]|\.(?!\d)| (?:if|when|on|for|from|because|unless)\b)/.test(behind);
  // `404 means that the route is gone`
  const isExplained = /(?:^|[^\w.,$-]) ?$/.test(before) && /^ (?:means|indicates|signals)\b/.test(behind);
  // `410 response MUST name the pier`: as standards speak
  const isOfStandard =
    /(?:^|[^\w.,$-]) ?$/.test(before) && /^ responses? (?:MUST|SHOULD|MAY|must|should)\b/.test(behind);
  return isOne || isOfStandard || (isWellKnown(number) && (isKind || isGiven || isError || isExplained));
}

/** Whether the words of a text around a status speak of it. */
function isSaidByText({ file }: Reading, node: Node, { start, end }: Candidate['range'], number: string): boolean {
  if (!file.subject.isAboutWeb) {
    return false;
  }
  const opening = startOfText(file, node);
  const before = file.text.slice(Math.max(opening, start - reach), start);
  const behind = file.text.slice(end, Math.min(endOfText(node), end + reach));
  const isApart = apartBefore.test(before) || apartAfter.test(behind);
  if (isApart && isMeantBy(number, `${before} ; ${behind}`) && !isCount(behind)) {
    return true;
  }
  const said = withoutOthers(before);
  if (file.subject.speaksHttp && (saysStatus(said, behind) || isCalledBy(said, number, behind))) {
    return true;
  }
  if (file.subject.speaksHttp && isBeforeRequest(file.text.slice(opening, start), behind)) {
    return true;
  }
  // WSGI: `start_response('500 Oops', headers)`
  const isStarted = /\bstart_response\(\s*$/.test(
    file.text.slice(Math.max(0, node.startIndex - reach), node.startIndex),
  );
  if (isStarted && start - opening === 0 && /^ [A-Za-z]/.test(behind)) {
    return true;
  }
  if (file.subject.speaksHttp && comparesStatus(before, behind, () => isPrintedWithStatus(file, node))) {
    return true;
  }
  const isFirst = start - opening <= 1 && beginsWithStatus.test(before + number + behind);
  const call = isFirst ? file.around(node, ['call'], 3) : undefined;
  const { name, object } = call ? file.callee(call) : { name: '', object: null };
  // Go: `w.Write([]byte("503 - away"))`
  if (
    isFirst &&
    file.subject.speaksHttp &&
    answersWith.test(file.text.slice(Math.max(0, node.startIndex - reach), node.startIndex))
  ) {
    return true;
  }
  // Ruby: `raise Fault, "503 - #{reason}"`
  return name === 'raise' || isErrorMaker(name, object ? file.lastName(object) : '');
}

/** Whether a text is printed with a status: `t.Fatalf("expected 404, received %d", res.StatusCode)`. */
function isPrintedWithStatus(file: SourceFile, text: Node): boolean {
  const call = file.around(text, ['call'], 3);
  const args = call ? file.args(call) : [];
  // PowerShell: `"… (expect 404)" -f $answer.status`
  const behind = file.grammar.hyphens ? file.text.slice(text.endIndex, text.endIndex + reach) : '';
  return (
    formatted.test(behind) ||
    args.some(
      (other) =>
        other.id !== text.id &&
        (holdingOf(file, other)?.what === 'status' || codeOfRecorder.test(file.textOf(other, longestRecorder))),
    )
  );
}

const formatted = /^ -f [^\n]{0,30}\$\w{1,20}\.status(?:code)?\b/i;
/** Go: what a server answered that a test called. */
const codeOfRecorder = /^(?:w|rr|rw|rec|recorder|resp|response|res)\.Code$/;
const longestRecorder = 20;

/** What answers with the text behind it. */
const answersWith = /\b(?:res|resp|response|rw|w|writer)\.(?:write|end|send|writeString)\((?:\[\]byte\()?$/i;

/** What is written between a code and its message: `32: …`, `"code": 32, "message": "…`. */
const beforeMessage = /^["'\])]{0,2}\s?(?:[:;,.|=–—-]|->|=>)?\s?\\?["']?(?:message\\?["']?\s?:\s?\\?["'])?(?=[A-Za-z])/;
/** What is written between a message and its code: `… (32)`, `…", "code": 32`. */
const afterMessage = /^[.!]?\\?["']?,?\s?[([]?\\?["']?(?:(?:error )?code)?\\?["']?\s?[:=]?\s?$/i;
const longestMessage = 200;

/** A code of a vendor before or behind the message that it comes with. */
function ofMessage(
  { file, knowledge }: Reading,
  node: Node,
  { start, end }: Candidate['range'],
  codes: readonly Entry[],
): Candidate[] {
  const rest = file.text.slice(end, Math.min(endOfText(node), end + longestMessage));
  const between = beforeMessage.exec(rest)?.[0];
  const [message] = between === undefined ? [] : knowledge.messages.find(rest.slice(between.length));
  const before = file.text.slice(Math.max(node.startIndex, start - longestMessage), start);
  const said = knowledge.messages.find(before).at(-1);
  const entries = [
    ...(message?.range.start === 0 ? message.entries : []),
    ...(said && afterMessage.test(before.slice(said.range.end)) ? said.entries : []),
  ];
  const own = codes.filter((entry) => entries.includes(entry));
  return candidate({ start, end }, 'code', own, 0.8, 'beside its message');
}

/** Rails: `match '/404', to: 'errors#not_found'`, `get '/500' => 'errors#show'` */
function isRouteOfErrors(file: SourceFile, node: Node, content: string): boolean {
  const call = /^\/[45]\d\d$/.test(content) ? file.around(node, ['call'], 4) : undefined;
  return (
    call !== undefined &&
    /^(?:match|get)$/.test(file.callee(call).name) &&
    /(?:=>|\bto:) ?['"]\/?(?:\w+\/)*(?:errors?|exceptions?)#/.test(file.textOf(call, longestLine))
  );
}

/** `credits depleted (HTTP 402)`: a text that names it. */
const namedHttp = /(?<![\w.-])(?:HTTP(?:(?: (?:status|error))?(?: code)?:? )?|API (?:status|error)(?: code)?:? )$/;
/** Words after a number that is how many there are of something. */
const counted = /^ (?:\w+ )?(?:calls|requests|times|bytes|hits|ms|tests)\b/i;

/** The words with which clients print a status: `Request failed with status code 404`. */
const printedStatus =
  /\b(?:HTTP(?:\/\d(?:\.\d)?\\?["']?)?|status(?:[ _]?code)?["']?|(?:response|error)(?: code| occurred)?|code|returned(?: an?)?|responded(?: with)?|received|failed with)(?:\\s[*+]?|[ :=]){1,3}["']?(?:\\?\()?$/i;

/** `grep -q 'error: 404' output`, `toThrow('… status code 401')`: a text that a command or a test looks for. */
function isSearchedFor(file: SourceFile, node: Node): boolean {
  const call = file.around(node, ['call'], 3);
  if (call && isTestOfThrown(file.callee(call).name)) {
    return true;
  }
  const command = file.around(node, ['command'], 2);
  return (
    command !== undefined &&
    /^(?:e?grep|rg|sed|awk|findstr|Select-String|(?:assert|refute)_(?:output|line|stderr))\b/.test(
      file.textOf(command, 20),
    )
  );
}

/** A filter in a string compares a field with the number. */
const filterBefore = /[.@"'\]]([A-Za-z_]\w{0,40})["'\]]?\s?(?:===?|!==?|=|>=)\s?\\?["']?$/;

function ofFilter(
  { file, knowledge, systems }: Reading,
  field: string,
  content: string,
  range: Candidate['range'],
  number: string,
  statuses: readonly Entry[],
): Candidate[] {
  const what = whatIsNamed(field);
  const codes = knowledge.code(number).filter((entry) => systems.has(entry.catalog.id));
  const evidence = `compared with ${field} in a filter`;
  if (what === 'status') {
    return candidate(range, 'status', file.subject.speaksHttp ? statuses : [], 0.8, evidence);
  }
  return what === 'code' && /errors?\b/.test(content) ? candidate(range, 'code', codes, 0.6, evidence) : [];
}
