import type { Entry } from '../../../shared/catalog/catalog';
import type { OffsetRange } from '../../../shared/finding';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import { matches, rangeOf } from './matching';
import { phrasesWithoutNumber } from './phrasesOfErrors';

/** Reads a status by its name, or a reason phrase, where a line prints one without a number. */

/** A phrase where an error of HTTP says what it is: `HTTP error: Service Unavailable`, `[HTTP] Bad Gateway in`. */
const phraseOfHttp =
  /\bHTTP(?: [Ee]rror:|\]) (?<phrase>[A-Z][A-Za-z'-]{1,30}(?: [A-Z][A-Za-z'-]{1,30}){0,4})(?=$|[\s.,;])/dg;
/** A status by its name alone: `status code Forbidden`, `StatusCode: NotFound`. */
const namedStatus = /\b[Ss]tatus ?[Cc]ode(?: (?:is|was|of))?[:=]? ?["']?(?<phrase>[A-Z][A-Za-z_]{2,40})(?![\w(.])/dg;
/** An exception named after a status, with nothing but its phrase: `X::TooManyRequests: Too Many Requests`. */
const namedException = /::(?<name>[A-Z][A-Za-z]{2,40}): (?<phrase>[A-Z][A-Za-z' -]{2,40})$/d;
/** The same with a text of its own, where the module is that of a client: `X::Forbidden: You may not`. */
const exceptionOfClient =
  /(?<![\w:])(?:X|Twitter|Tweetkit|RestClient|Faraday|HTTParty|Excon|Octokit|Gitlab|Mastodon|Slack|OAuth2?|Stripe|Koala|Aws|Google|Net)(?:::[A-Z]\w{0,40}){0,4}::(?<phrase>(?<name>[A-Z][A-Za-z]{2,40}?)(?:Error|Exception)?: (?!"?[45]\d\d\b)\S[^\n]{2,200})/dg;
/** What Ruby prints of an exception of a client: `Too Many Requests (X::TooManyRequests)`. */
const exceptionInParentheses =
  /(?<phrase>[A-Z][A-Za-z' -]{2,40}) \((?:[A-Z]\w{0,40}::){1,4}(?<name>[A-Z][A-Za-z]{2,40}?)(?:Error)?\)\s{0,4}$/d;
/** Django and others print the phrase and the path: `Not Found: /a`. */
const phraseAndPath =
  /(?:^(?:[A-Z]{4,8}:[\w.]{1,60}:)?|[\]:]\s{1,20}|\s)(?<phrase>[A-Z][a-z]{1,30}(?: [A-Z][a-z]{1,30}){0,3}): (?=\/[\w/.-]{0,2000}\s{0,200}$)/dg;
/** NuGet and others print the name, the address and how long it took: `Conflict https://a.example/b 449ms`. */
const phraseAndAddress =
  /^[ \t]{0,12}(?:(?:\w{1,20}: |\[\w{1,20}\] ))?(?<phrase>[A-Z][A-Za-z]{2,40}(?: [A-Z][a-z]{1,30}){0,3}) https?:\/\/[^\s"'<>]{1,1000} \d{1,9}(?:\.\d{1,6})? ?m?s\s{0,4}$/dg;
/** The reason of an error by its name alone, on its own line: `Reason: ServiceUnavailable`. */
const reason =
  /^[ \t]{0,12}[Rr]eason(?:[ -]?[Pp]hrase)?: {1,4}(?<phrase>Unauthorized|Forbidden|[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,4})\s{0,4}$/dg;
/** What kubectl prints: `Error from server (Forbidden): pods is forbidden`. */
const inParentheses = /\b(?:Error from|to the) server \((?<phrase>[A-Z][A-Za-z]{2,40})\)/dg;
/** Clients made by AutoRest and tests of Postman: `an invalid status 'Too Many Requests'`. */
const quoted =
  /\b(?:(?:invalid|unexpected|bad) status(?: code)?|status (?:reason|text) ["'][^"'\n]{1,40}["'] but got) ["'](?<phrase>[A-Z][A-Za-z]{1,30}(?:[ _-][A-Z][A-Za-z]{1,30}){0,4})["']/dg;
/** Behind an address, at the end of what is said: `Error GETing https://a.example/b: Not Found at a.pl line 4.` */
const behindAddress =
  /\bhttps?:\/\/[^\s"'<>]{1,500}["'>]?: (?<phrase>[A-Z][A-Za-z'-]{1,30}(?: [A-Z][A-Za-z'-]{1,30}){0,4})(?=[.!]?["')]?\s{0,4}$| at \S{1,200} line \d| \()/dg;
/** An error that says no more than the phrase: `JSONHTTPError: Unprocessable Entity`, `Error: Too Many Requests`. */
const textOfError =
  /(?<![\w.:\\])(?:[A-Za-z]{0,40}(?:Error|Exception)|error|ERROR|err): (?<phrase>[A-Z][A-Za-z'-]{1,30}(?: [A-Z][A-Za-z'-]{1,30}){0,4})(?=[.!]?["'\x60)]{0,2}\s{0,4}$)/dg;
/** The class of an exception alone, by its qualified name: `Type: A\Errors\Forbidden`, `twitter_ads.error.Forbidden`. */
const classOfError =
  /(?:^\s{0,12}|(?<!:)[:=](?:\s{1,3}["'\x60*]{0,2}|["'\x60])|[>*\x60"(|]|\b(?:[Ee]xception|[Uu]ncaught|raised|threw|throws|[Tt]ype|of class) {1,2}["'\x60]?\\?)(?<qualifier>[A-Za-z_]\w{0,60}(?:(?:\.|::|\\{1,2})[A-Za-z_]\w{0,60}){0,6})(?:\.|::|\\{1,2})(?:HTTP|Http)?(?<phrase>[A-Z][A-Za-z]{2,40}?)(?:Error|Exception)?(?=["'\x60*<)\]]{0,3}(?:<\/\w{1,8}>)?\s{0,4}$|: (?!"?[45]\d\d\b)|['"\x60]? (?:with|in) |['"\x60]: )/dg;
/**
 * The constant of a library, in a quoted line of a program or as a language prints it: `HTTPStatus.NOT_FOUND`,
 * `Net::HTTPConflict`. It says what a program asks for.
 */
const constant =
  /(?<![A-Za-z])(?:HTTPStatus\.|HttpStatus(?:Code)?(?:\.|::)|(?:http::)?StatusCodes?(?:\.|::)|http\.Status|Net::HTTP|Response::HTTP_|status\.HTTP_\d{3}_|(?<=\b(?:raise|except) (?:\w{1,30}\.){0,3})HTTP)(?<phrase>[A-Z][A-Za-z_]{2,40})(?![\w(])/dg;
/** What is in the name of what holds the errors of an API's client. */
const holdsErrors = /(?:(?<=\W)errors?|exceptions?|\w_?errors?|https?)(?:$|[.:\\])|twitter|tweepy/i;
/** Statuses whose names programs have for failures of their own. */
const ofPrograms = /^(?:not ?implemented|request ?timeout|locked|gone|conflict)$/i;
/** A number that may be the status itself, not the line of a file. */
const numberOfStatus = /(?<![\w.-])(?<!\.\w{1,5}[:(]|\b[Ll]ine )[45]\d\d(?![\w.-])/;
const loneStatus = /^[ \t]*(?<number>[45]\d\d)[ \t]*\r?$/d;
/** The patterns that find phrases. */
export const phrasePatterns = [
  namedStatus,
  phraseOfHttp,
  namedException,
  exceptionOfClient,
  phraseAndPath,
  exceptionInParentheses,
  phraseAndAddress,
  reason,
  inParentheses,
  quoted,
  behindAddress,
  textOfError,
  classOfError,
  constant,
] as const;

/**
 * What the phrases of a line say.
 * @param from where the line begins, which the ranges count from
 * @param patterns those of {@link phrasePatterns} that may match in the line
 */
export function phraseCandidates(
  line: string,
  from: number,
  knowledge: Knowledge,
  patterns: readonly RegExp[],
): Candidate[] {
  const result: Candidate[] = [];
  const isTried = (pattern: RegExp) => patterns.includes(pattern);
  const add = (place: OffsetRange, entries: readonly Entry[], evidence: string) =>
    result.push(...candidate(place, 'status', entries, 0.85, evidence));
  // Beside a number the name says nothing new.
  const isAlone = !numberOfStatus.test(line);
  const ofNoNumber = isAlone ? [inParentheses, quoted, behindAddress] : [];
  const named = [namedStatus, phraseOfHttp, phraseAndAddress, reason, ...ofNoNumber].filter(isTried);
  for (const pattern of named) {
    for (const match of matches(pattern, line)) {
      const phrase = match.groups?.['phrase'] ?? '';
      const name = pattern === inParentheses ? (namesOfKubernetes.get(phrase) ?? phrase) : phrase;
      add(rangeOf(match, 'phrase', from), errorsNamed(name, knowledge), 'status by its name');
    }
  }
  const exception = [namedException, exceptionInParentheses]
    .filter(isTried)
    .map((pattern) => pattern.exec(line.trimEnd()))
    .find((match) =>
      errorsNamed(match?.groups?.['name'], knowledge).some(({ value }) =>
        knowledge.isReasonPhrase(value, match?.groups?.['phrase'] ?? ''),
      ),
    );
  if (exception) {
    const entries = errorsNamed(exception.groups?.['name'], knowledge);
    add(rangeOf(exception, 'phrase', from), entries, 'exception named after a status');
  }
  const isOfClient = !exception && isTried(exceptionOfClient);
  for (const match of isOfClient ? matches(exceptionOfClient, line) : []) {
    const entries = errorsNamed(match.groups?.['name'], knowledge);
    const range = rangeOf(match, 'phrase', from);
    result.push(...candidate(range, 'title', entries, 0.7, 'exception of a client named after a status'));
  }
  for (const match of isAlone && isTried(textOfError) ? matches(textOfError, line) : []) {
    const phrase = match.groups?.['phrase'] ?? '';
    const isOfHttp = /[ -]/.test(phrase) || /^(?:Unauthorized|Forbidden)$/.test(phrase);
    const entries = isOfHttp && !ofPrograms.test(phrase) ? errorsNamed(phrase, knowledge) : [];
    add(rangeOf(match, 'phrase', from), entries, 'all that an error says');
  }
  for (const match of isAlone && isTried(classOfError) && result.every(({ role }) => role !== 'title')
    ? matches(classOfError, line)
    : []) {
    const { phrase = '', qualifier = '' } = match.groups ?? {};
    const entries = holdsErrors.test(qualifier) && !ofPrograms.test(phrase) ? errorsNamed(phrase, knowledge) : [];
    result.push(...candidate(rangeOf(match, 'phrase', from), 'title', entries, 0.7, 'class of an error'));
  }
  for (const match of isTried(constant) ? matches(constant, line) : []) {
    const isNumbered =
      / [45]\d\d => $/.test(` ${line.slice(0, match.index)}`) ||
      /^ [45]\d\d\b/.test(line.slice(match.index + match[0].length));
    const entries = isNumbered ? [] : errorsNamed(match.groups?.['phrase'], knowledge);
    result.push(...candidate(rangeOf(match, 'phrase', from), 'status', entries, 0.6, 'constant of a library'));
  }
  for (const match of isTried(phraseAndPath) ? matches(phraseAndPath, line) : []) {
    add(
      rangeOf(match, 'phrase', from),
      errorsNamed(match.groups?.['phrase'], knowledge),
      'reason phrase before a path',
    );
  }
  result.push(
    ...phrasesWithoutNumber(line, from, knowledge).filter(({ range }) =>
      result.every((other) => other.range.end <= range.start || other.range.start >= range.end),
    ),
  );
  const phrase = line.trim();
  const start = from + line.indexOf(phrase);
  // What a client prints below the status: nothing by itself, the rest of the error above.
  result.push(
    ...candidate(
      { start, end: start + phrase.length },
      'title',
      knowledge.statusConstant(phrase),
      0.2,
      'reason phrase',
    ),
  );
  const lone = loneStatus.exec(line);
  const number = lone?.groups?.['number'];
  const indices = lone?.indices?.groups?.['number'];
  if (number && indices) {
    const range = { start: from + indices[0], end: from + indices[1] };
    result.push(...candidate(range, 'status', knowledge.status(number), 0.2, 'a number alone on its line'));
  }
  return result;
}

/** What Kubernetes calls statuses otherwise than HTTP does. */
const namesOfKubernetes: ReadonlyMap<string, string> = new Map([
  ['InternalError', 'Internal Server Error'],
  ['AlreadyExists', 'Conflict'],
  ['Invalid', 'Unprocessable Entity'],
  ['Expired', 'Gone'],
  ['Timeout', 'Gateway Timeout'],
]);

function errorsNamed(name: string | undefined, knowledge: Knowledge): readonly Entry[] {
  return knowledge
    .statusConstant((name ?? '').replace(/^HTTP(?=[A-Z][a-z])/, ''))
    .filter(({ value }) => Number(value) >= 400);
}
