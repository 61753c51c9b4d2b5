import type { Entry } from '../../../shared/catalog/catalog';
import { isDistinctive } from '../texts';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import type { Systems } from '../systems';
import { matches, rangeOf } from './matching';

const wordPattern = /(?<![\w./-])[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*(?![\w/-]|\.\w)/g;
/** What stands before a word that is a value and not part of a sentence; nothing before it is as good. */
const valuePosition = /(?:[:=(]\s*|\]\s+|["'`]|\b(?:error|code|reason) |\bstring <|^\s*)$/;
/** What stands before a name that only codes have, beside the positions of values: what answered or failed with it. */
const spokenPosition =
  /(?:[-=]> |\u2192 |\b(?:fail\w*|reject\w*|refused|denied|errored|stopped), |\b(?:answers?|answered|repl(?:y|ies|ied)|responds?|responded|returned|returns|said|says|got|gets|gave|gives|hit|fail(?:s|ed)|rejected|refused)(?: now| back)?(?: with| by| on)?(?: an?)? )$/i;
/** The state of something is no error: `status=frozen`. */
const statePosition = /\b(?:status|state|stage|phase|level)(?: code)?["'`]?\s?[:=]\s?["'`]?$/i;

/** A number that a line calls a code: `error code 88`, `code - 385`. Not: `exit code 88`, `code 88 lines`, `Os { code: 22`. */
const namedCode =
  /(?<![\w-])(?<!(?:exit|exited|exited with|exited:|left with|ended with|finished with|died with|killed with|terminated with|return|status|response|http|zip|area|country|source|qr|product|close|reason|postal|promo|dial|colou?r|bar|time)[ _-]{0,2})(?<!\bOs \{ )(?:error_?)?code["']?(?: ?[:=#-] ?| )["'(]?(?<code>(?!20[0-6]\b)\d{2,3})(?![\w%/-]|[.,:]\d| (?!(?:is|was|this|has)\b)[a-z]{2,20}s\b| of \d)/dgi;
/** A number that a line calls an error of Twitter: `twitter error 272`, `twitter: 226 this looks automated`. */
const codeOfTwitter =
  /\b(?:\w{0,20}twitter\w{0,20}|tweepy|twscrape|twikit|twarc)(?: api)?(?: v?\d[\d.]{0,8})?(?:\.errors?\.\w{3,40}(?=: )| error|:| says:?|\](?= \d{2,3}: ))[: ]{1,2}#?(?<code>\d{2,3})(?![\w%/-]|[.,:]\d| (?!(?:is|was|this|has)\b)[a-z]{2,20}s\b| of \d)/dgi;
/** What the code of an error is called in other languages, and the same without a word for an error. */
const errorCodes = String.raw`(?:fehler|fout|fel|fejl|feil|virhe)[ -]?(?:code|kode?|koodi|nummer)|hata kodu|\u9519\u8bef(?:\u4ee3)?\u7801|\u932f\u8aa4(?:\u4ee3)?\u78bc|\u30a8\u30e9\u30fc ?\u30b3\u30fc\u30c9|(?:\uc624\ub958|\uc5d0\ub7ec) ?\ucf54\ub4dc`;
const codesOfErrors = String.raw`(?:code d['\u2019]erreur|c[o\u00f3]digo d[eo] erro(?:r)?|codice (?:di |d['\u2019])?errore|kod b\u0142\u0119du|\u043a\u043e\u0434 \u043e\u0448\u0438\u0431\u043a\u0438|kode (?:galat|kesalahan|error)|m\u00e3 l\u1ed7i)`;
const anyCode = String.raw`(?:code|c[o\u00f3]digo|codice|kode?|\u043a\u043e\u0434|m\u00e3|kodu|\u4ee3\u7801|\u78bc|\u30b3\u30fc\u30c9|\ucf54\ub4dc)`;
const namesOfTwitter =
  '(?:twitter|\u63a8\u7279|\u30c4\u30a4\u30c3\u30bf\u30fc|\ud2b8\uc704\ud130|\u0442\u0432\u0438\u0442\u0442\u0435\u0440\u0430?)';
const ofWhom = String.raw`(?: (?:de l['\u2019]|de la|de|del|do|da|di|van|von|od|c\u1ee7a))?`;
const aCode = String.raw`(?: ?[:=#\uff1a] ?| |\uff1a)(?<code>\d{2,3})(?![\w%/-]|[.,:]\d| of \d)`;
/** The same in other languages, before or behind the name: `Twitter-Code 187`, `code d'erreur de Twitter 88`, `X-Fehlercode 88`. */
const codeOfTwitterAbroad = new RegExp(
  String.raw`(?<![\w-])(?:${namesOfTwitter}(?:[- ]?api)?[- ]?(?:${errorCodes}|${anyCode})|(?:${codesOfErrors}|${anyCode})${ofWhom} ?${namesOfTwitter}|X(?:-API)?[- ](?:${errorCodes})|${codesOfErrors}${ofWhom} X)${aCode}`,
  'dgi',
);
/** A number that is the code of an error where the line names the system: `error 326: locked`. Not: `curl error 22`. */
const codeOfSystem =
  /(?<![\w-])(?<!\b(?:(?:lib)?curl|os|system|socket) )error[ :#]{1,2}(?<code>\d{2,3})(?=[^\w\n]{1,4}[a-z]|[)\]]?\s{0,4}$)(?!%|[.,:/-]\d| of )/dgi;
/** twscrape: `API unknown error: 200 - 139/150 - bot17 - (131) Dependency: Internal error.` */
const codeOfTwscrape = /\btwscrape\b[^\n]{0,400} - \((?<code>\d{2,3})\) (?=[A-Z])/dg;
export const codePatterns = [namedCode, codeOfTwitter, codeOfTwitterAbroad, codeOfSystem, codeOfTwscrape] as const;

/** Codes that a line only calls so: the system nearby decides. */
export function namedCodeCandidates(
  line: string,
  from: number,
  knowledge: Knowledge,
  patterns: readonly RegExp[],
): Candidate[] {
  return patterns.flatMap((pattern) => {
    const found = [...matches(pattern, line)];
    if (found.length === 0 || (pattern === codeOfSystem && knowledge.systems.find(line).size === 0)) {
      return [];
    }
    const weight =
      pattern === codeOfTwscrape ? 0.95 : pattern === codeOfTwitter || pattern === codeOfTwitterAbroad ? 0.6 : 0.3;
    return found.flatMap((match) => {
      const code = match.groups?.['code'] ?? '';
      // Programs have numbers of their own for what fails: `errorCode=22` of aria2.
      const isOfProgram = /^errorcode=/i.test(match[0]);
      const entries = knowledge.code(code).filter((entry) => !isOfProgram || !entry.common);
      return candidate(rangeOf(match, 'code', from), 'code', entries, weight, `code ${code}`);
    });
  });
}

/** Vendor codes that are words: `x_daily_limit`, `LINE_ITEM_NOT_FOUND`; an ordinary word only where a value stands. */
export function slugCandidates(line: string, from: number, knowledge: Knowledge): Candidate[] {
  const result: Candidate[] = [];
  let systems: Systems | undefined;
  for (const match of matches(wordPattern, line)) {
    const [word] = match;
    const entries = knowledge.code(word);
    if (entries.length === 0) {
      continue;
    }
    const isOrdinary = !/[_-]/.test(word);
    const after = line.slice(match.index + word.length, match.index + word.length + 6);
    const isKey = /^["'`]?\s*[:=](?!=)/.test(after);
    // An ordinary word with others after it is part of a sentence: `row 4: duplicate sku`.
    const isOfSentence =
      isOrdinary &&
      /^["'`]? [A-Za-z]{2}/.test(after) &&
      !/\b(?:error|code|reason)["'`:= ]{0,4}$/.test(line.slice(0, match.index));
    if (
      !(isKey && (isOrdinary || /^["'`]?\s*[:=]\s*\d/.test(after))) &&
      !isOfSentence &&
      (entries.some((entry) => !entry.common) ||
        isValueWord(line, match.index, isOrdinary ? '' : after) ||
        (isDistinctive(word) && spokenPosition.test(line.slice(Math.max(0, match.index - 24), match.index))) ||
        isAfterOtherStatus(line, match, knowledge) ||
        (!isOrdinary && isAfterStatus(line, match) && isOfSystem(entries, (systems ??= knowledge.systems.find(line)))))
    ) {
      const range = { start: from + match.index, end: from + match.index + word.length };
      const distinctive = entries.some((entry) => !entry.common);
      result.push(...candidate(range, 'code', entries, distinctive ? 0.9 : isOrdinary ? 0.3 : 0.4, `code ${word}`));
    }
  }
  return result;
}

/** Whether a word that anybody may use stands where a value does, or before the text that explains it. */
function isValueWord(line: string, at: number, after: string): boolean {
  const before = line.slice(Math.max(0, at - 24), at);
  const isColumn = /\| *$/.test(before) && /^ *\|/.test(after);
  return !statePosition.test(before) && (valuePosition.test(before) || isColumn || /^(?:: | \()[A-Z]/.test(after));
}

/** Whether a word stands right after a status: `429 TOO_MANY_REQUESTS` where an API has a code of that name. */
function isAfterStatus(line: string, { index }: RegExpExecArray): boolean {
  return /(?<!\w)[45]\d\d(?=\)?:? $)/.test(line.slice(Math.max(0, index - 6), index));
}

function isOfSystem(entries: readonly Entry[], systems: Systems): boolean {
  return entries.some(({ catalog }) => systems.has(catalog.id));
}

/** Whether a word stands right after a status that it is not the name of: `429 rate_limit_exceeded`, not `404 NOT_FOUND`. */
function isAfterOtherStatus(line: string, { index, 0: word }: RegExpExecArray, knowledge: Knowledge): boolean {
  const status = /(?<!\w)[45]\d\d(?=:? $)/.exec(line.slice(Math.max(0, index - 6), index))?.[0];
  return status !== undefined && !knowledge.isReasonPhrase(status, word);
}
