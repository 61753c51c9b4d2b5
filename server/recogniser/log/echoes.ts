import type { Knowledge } from '../knowledge';
import { wellKnownStatuses } from '../wellKnownStatuses';
import { linesAbove, linesBelow, nearest } from './linesAround';
import { wordingOf } from './meanings';

/**
 * Reads lines that say no more than a number, beside a line that tells that number as the status of an error, or the
 * error in words: `404` below `Not Found`, `code: 404` below `HTTP Error 404: Not Found`, `int(404)`.
 */

/** How many lines above and below are asked, and how much of each is read, in UTF-16 units. */
const most = { lines: 3 } as const;
const longestLine = 300;

/** What a logger writes before what is said: a time, who said it, and how bad it is. */
const written =
  '(?:\\[?\\d[\\dT:.,+Z/ -]{7,35}\\]? )?(?:[\\w.-]{1,40} [\\w.-]{1,40}\\[\\d{1,8}\\]: )?(?:\\[?(?:ERROR|WARN(?:ING)?|INFO|DEBUG|FATAL|CRITICAL)\\b\\]?[ |:]{1,8}(?:[\\w.$:]{1,60}(?: - |: | \\| ))?)?';
/** Names that a status may have, and what programs print beside one. */
const names =
  '(?:(?:http_?|response_?|error_?|err_?|res_?|resp_?)?(?:status|code|status_?code)|s|st|sc|rc|res|resp|response|result|err|error|errno|fail(?:ed|ure)|got|received|returned|false|true|none|null|nil|undefined|nan|args)';
const nothing = '(?:None|null|nil|undefined|NaN)\\b';
/** A number and at most a name of it, and a number before what it came with. */
const alone = new RegExp(
  `^${written}\\s{0,20}(?:["'({[ ]{0,3}${names}["']?(?:\\s?(?:[:=]>?|[=-]>) ?| {1,2}))?(?:int\\(|string\\(3\\) |(?:Optional|Some)\\(|["'([{<]{0,3})["']?(?<status>[45]\\d\\d)["')\\]}> ]{0,4}[,;.]?\\s{0,4}$`,
  'di',
);
const first = new RegExp(
  `^\\s{0,8}(?:args ?[:=] ?)?["'([]{0,2} ?(?<status>[45]\\d\\d)(?:, ?(?:b?["']|${nothing}|[{[])| ${nothing}| ?[-:] (?:b?["'{<]|$)| [{["'])`,
  'd',
);
/** A number, and words that the other line must have, too. */
const beforeWords = /^\s{0,8}(?<status>[45]\d\d):? (?<words>[A-Za-z][^\n]{4,200})$/d;

/** A number, and what else curl was told to write. */
const measured = /^(?<status>[45]\d\d)[ ,;|\t]{1,3}(?=\d|https?:)/d;

/** A number that a line says, and what the line beside it has to have. */
interface Echo {
  readonly digits: string;
  readonly start: number;
  readonly words?: string;
  /** Whether it is a status only where a command asks for one. */
  readonly isMeasured?: boolean;
}

/** Whether lines around a line may say that a number in it is a status. */
export function mayEcho(line: string): boolean {
  return echoIn(line) !== undefined;
}

function echoIn(line: string): Echo | undefined {
  const end = line.indexOf('\n');
  const said = (end < 0 ? line : line.slice(0, end)).trimEnd();
  if (said.length > longestLine) {
    return undefined;
  }
  const told = alone.exec(said) ?? first.exec(said) ?? beforeWords.exec(said);
  const match = told ?? measured.exec(said);
  const digits = match?.groups?.['status'];
  const place = match?.indices?.groups?.['status'];
  const words = match?.groups?.['words'];
  return digits !== undefined && place
    ? { digits, start: place[0], ...(words !== undefined && { words }), ...(!told && { isMeasured: true }) }
    : undefined;
}

/** A number that is told as a status elsewhere, and how surely. */
export interface EchoedStatus {
  readonly start: number;
  readonly digits: string;
  readonly weight: number;
}

/**
 * The number of a line that a line near it tells as a status, with its offset in the line.
 * @param line the text that begins at an offset, without its colours
 * @param weightIn how sure a line makes it that a number is the status of an error; 0 if it does not
 */
export function echoedStatus(
  text: string,
  line: string,
  from: number,
  knowledge: Knowledge,
  weightIn: (line: string, digits: string) => number,
): EchoedStatus | undefined {
  const echo = echoIn(line);
  if (!echo || !knowledge.isStatus(echo.digits)) {
    return undefined;
  }
  const { digits, words, start, isMeasured = false } = echo;
  const above = nearest(linesAbove(text, from), most).map((other) => other.slice(-longestLine));
  if ((isMeasured || isAlone.test(line)) && isAskedFor(above)) {
    return { start, digits, weight: weightOfWords };
  }
  if (isMeasured) {
    return undefined;
  }
  const below = nearest(linesBelow(text, from), most).map((other) => other.slice(0, longestLine));
  const isBare = bare.test(line);
  const weights = [...above, ...below].map((other) => {
    if (words !== undefined && (other.length <= line.length || !other.includes(words))) {
      return 0;
    }
    return Math.max(
      other.includes(digits) ? weightIn(other, digits) : 0,
      words === undefined && isInWords(other, digits, knowledge) ? weightOfWords : 0,
      isBare && (other === above[0] || other === below[0]) && isMeant(other, digits) ? weightOfMeaning : 0,
    );
  });
  const weight = Math.max(...weights, 0);
  return weight > 0 ? { start, digits, weight } : undefined;
}

/** How sure the words of an error beside a number make it: its reason phrase, and what it means in other words. */
const weightOfWords = 0.92;
const weightOfMeaning = 0.85;
/** A number that everybody knows, and nothing else. */
const bare = new RegExp(`^\\s{0,8}${wellKnownStatuses}\\s{0,4}$`);
const longestSentence = 120;

/** Whether a line says in a sentence what a status means: `The key does not exist.` above `404`. */
function isMeant(line: string, digits: string): boolean {
  return line.length < longestSentence && / \S+ /.test(line) && wordingOf(digits)?.anywhere.test(line) === true;
}

const isAlone = /^[45]\d\d\s{0,4}$/;
/** A command that writes a status: curl with a format that begins with it, or the second word of the first line of an answer. */
const asksForStatus =
  /\bcurl\b[^\n]{0,250}%\{(?:http|response)_code\}(?![^\n]*\|\s?wc\b)|\b(?:curl|wget|https?|xh)\b[^\n]{0,200}\|[^\n]{0,60}(?:\bprint \$2\b|\bcut -d ?["']? ?["']? -f ?2\b)/;
const asksForOtherFirst = /%\{(?!(?:http|response)_code\})\w+\}[^\n]{0,80}%\{(?:http|response)_code\}/;
/** What may stand between a command and its answer: nothing, what was piped, an answer before it, and a body. */
const piped = /^\s*$|^\+{1,3} (?:tail|head|sed|cut|awk|tr|grep|cat|tee)\b|^[1-5]\d\d\s{0,4}$/;
const body = /^[{[<]/;

/** Whether the nearest line that says something asks for a status. */
function isAskedFor(above: readonly string[]): boolean {
  const index = above.findIndex((line) => !piped.test(line) && !body.test(line));
  const asking = above[index] ?? '';
  // A body is written to where the status is, and ends with no line end of its own.
  const isBehindBody = above.slice(0, Math.max(0, index)).some((line) => body.test(line));
  return asksForStatus.test(asking) && !asksForOtherFirst.test(asking) && (!isBehindBody || /["']\\n%\{/.test(asking));
}

/** What stands around the words of an error that end a line: `urllib.error.HTTPError: Not Found`. */
const lastWords =
  /(?:^|[:=>|\]"'-] {0,2}|\b(?:ERROR|WARN(?:ING)?|INFO) {1,4})["'([]?([A-Z][A-Za-z'-]{2,30}(?: [A-Za-z'-]{2,30}){0,4})["')\]]{0,2}[.!]?\s{0,4}$/;
/** Names of classes, such as `NotFoundError`. */
const classNames = /\b(?:[A-Za-z]\w{0,40}(?:::|\.|\$))*([A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,5})\b/g;
const shortestPhrase = 8;

/** Whether a line ends with what a status is called, or has it as the name of a class. */
function isInWords(line: string, digits: string, knowledge: Knowledge): boolean {
  const last = lastWords.exec(line)?.[1];
  if (last !== undefined && knowledge.isReasonPhrase(digits, last)) {
    return true;
  }
  const phrases = knowledge.reasonPhrases(digits).filter((phrase) => phrase.length >= shortestPhrase);
  return [...line.matchAll(classNames)].some(([, name = '']) => {
    const letters = name.toLowerCase();
    return /Error|Exception|Http|HTTP/.test(line) && phrases.some((phrase) => letters.includes(phrase));
  });
}
