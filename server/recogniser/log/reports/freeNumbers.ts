import { isCount, thingBefore } from '../../spokenNumbers';
import { isBeforeStatus } from '../../titleWords';
import { before as sayings } from '../spokenWords';

/** Finds the numbers in a line of a test tool's report that may be statuses: by themselves, and of nothing. */

/** A number by itself, or one that is joined to a name. */
const number = new RegExp(
  [
    // `« 404 »`, and no part of a path, of a time, of a place in a file
    String.raw`(?<![\p{L}\d_.:/#$€£@-]|\w\[|\.\. ?)[45]\d\d(?![\w/]|[.,:]\d|\.\p{L}|-[\d.]|%)`,
    // `-404`, in what differs
    String.raw`(?<=^\s{0,20}-)[45]\d\d(?=[,\s]*$)`,
    // `returns_404`, `returns_404_when_missing`, `gone=410`
    String.raw`(?<=\p{L}{2}(?:_an?)?[_=])[45]\d\d(?=_\p{L}{2}|(?![\w.]))`,
    // `testGoneIs410`, `forbidden403(PierTest)`
    String.raw`(?<=(?<!\w)(?:test_?)?(?=\w{0,60}[A-Z])[A-Za-z]{3,60}[a-z])[45]\d\d(?=\((?!\w{1,80}\.\w{1,10}:\d)|\s|$)`,
    // `500..504`, `Error{Code:522`
    String.raw`(?<=[45]\d\d\.\.\.?)[45]\d\d(?![\w.])`,
    // `JUnit Jupiter:PierTest:404 ends it`
    String.raw`(?<=^\s{0,4}JUnit [^\n]{1,200}[\w)]:)[45]\d\d(?= )`,
    String.raw`(?<=[{,] ?(?:Code|Status(?:Code)?):)[45]\d\d(?=[,}])`,
    // `test_status[404]`
    String.raw`(?<=(?:status|http|retr|error|code|respon|fail)\w{0,40}\[)(?<!(?:exit|posts?_status|tweets?)\w{0,40}\[)[45]\d\d(?=\])`,
    // `test_status[404-gone]`, `test_status[GET /pier->404]`, `test_status[gone-404]`
    String.raw`(?<=\[)[45]\d\d(?=-(?!\d+\]))`,
    String.raw`(?<=[^\d]->?|\[[A-Za-z]\w{0,30}-)[45]\d\d(?=\])`,
  ].join('|'),
  'gu',
);

/** What is called with a number that is no status. */
const callBefore =
  /\b(?:sleep|setTimeout|timeout|wait\w*|delay\w*|advance\w*|pad\w*|repeat|slice|resize|skip|take|limit|nth|at|Duration\w*|fromMillis|millis\w*|seconds?|sum|max|min|pow|len|range|id|size|width|height|[pP]age)\((?:\d{1,6}, ?)?$/;
/** The name of a value right before it. */
const nameBefore =
  /(?:^|[^\w.])["'`]?([\w.-]{1,60}|[^"'`\n]{1,80}["'`])["'`]?[\]})]{0,2}\s{0,40}(?:=>|:|={1,3}|!={1,2}|->)\s{0,40}(?:\(int\) )?["'`(]?$/;
/** The name that a call is given before the number. */
const argumentBefore = /\(["']([\w.-]{1,40})["'], ?["']?$/;
/** Names that a status may have in a report. */
const nameOfStatus =
  /stat(?:us|ut|o)|estado|durum|codice|c[oó]digo|kod|код|статус|状态|상태|ステータス|code|http|err(?:or)?$|exception|want|expect(?:ed)?$|actual|received|^got$|^value$|^left$|^right$|^but\b|have|^response$|^\$?output["']?$|^res$|^resp$|result|answer|^reply$|[45]xx$|^messages?$|diff$|^\d{1,3}$|^[EF]$|fail(?:ed)?$|^reason$|\b(?:GET|POST|PUT|PATCH|DELETE) |\//i;
/** What there may be so many of in a name, and what has a number in other languages. */
const ofThings =
  /(?:batch|pool|list|set|group|table|rows?|pair|stack|series|total|sum|number|out|half)_of_$|(?:房间|订单|编号|第|端口|用户|部屋|注文|番号|ポート|주문|번호|포트) ?$/;
/** What else may stand before a status as before other numbers: `is no 500`, `'status' of 401`, `less than 400`. */
const exempt =
  /\b(?:is|are|was|were|never) no $|[sS]tatus(?: ?[cC]ode)?['"]? of $|(?:less|greater) than (?:or equal to )?$(?<=\b(?:that|expected) [45]\d\d .{1,40})/;
/** Whether a number ends a sentence of several words, and has no name: `album out of print: 410`. */
function isSentence(before: string, behind: string): boolean {
  return /(?:\p{Ll}{2,20} ){2}\p{Ll}{2,20}(?<!s): $/u.test(before) && /^['"]?\s*$/.test(behind);
}
/** What JUnit prints before the title of a test. */
const ofJUnit = /^\s{0,4}JUnit \S[^\n]{0,200}:$/;
/** The class of an error that a language prints: `#<Pier::Closed: 503 from`. */
const ofClass = /#<[\w:]{1,80}: $/;
/** What is measured. */
const measured =
  /\b(?:p\d\d|avg|med|min|max|mean|rate|count|load|time|latency)\s?[<>=]{1,2}\s?$|\b(?:len|length|index|size|count|total|width|height|depth|weight|sum|amount|price|age) (?:is|was|of) $|\b(?:sums?|adds?|counts?) (?:up )?to $|[✓✔✗✘×✖] $(?<=\d \/ [✓✔✗✘×✖] )/;
/** What a status does: `a 401 signs the user out`. */
const verbBehind =
  /^ (?:einen?|eine[mnrs]?|der|die|das|den|un[ea]?|les?|la|las|los|el|il|lo|een|het|ett?|en) |^ (?:unsubscribes|retries|clears|raises|throws|means|opens|closes|triggers|removes|deletes|redirects|refreshes|disables|skips|aborts|expires|invalidates)\b|^ [a-z]+s (?:the|an?|to|its?|no|all|every|each|any|into|null|undefined|true|false|[A-Z]\w*)\b|^ (?:matches|equals|is|was) /;
/** Units and things behind a number. */
const unitBehind =
  /^ ?(?:[mμ]?s|px|k?b|[kmg]i?b|[kmcμ]?g|[kmc]?m|[mc]?l|k?Hz|°?C|lbs?|oz|min|hPa|bytes?|rows?|seconds?|minutes?|units?|points?|hours?|items?|cents?|euros?|dollars?|eur|usd|kr|zł|lira|руб|passing|failing|total|pending|skipped|filtered|measured|ignored|assertions?|examples?|tests?|specs?)\b|^ ?[€$%°]|^ [/+*x×-] \S{0,2}\d/i;
/** What a report counts: `404 passed`, and not the result of a test, `returns_404 PASSED`. */
const resultBehind = /^ (?:passed|failed)\b/;

/** Whether a number is one of units or of things by what follows it: `429 g`. */
export function isMeasured(behind: string): boolean {
  return unitBehind.test(behind);
}

/** What an amount has, and a calculation. */
const amountBefore = /(?:[$€£¥]|\b(?:EUR|USD|CHF|SEK|GBP)|\d [+*/x×-]) ?$/;
/** The numbers of tests, and of lines that are quoted. */
const numbering =
  /^[\s│┊]{0,40}(?:(?:not )?ok \d{1,6}|\d{1,6}[).]|[>➜]?\s{0,4}\d{1,6} {0,3}[|▕│]|\d{1,6}:|[✓✔✗✘×✖↳] {0,3}\d[\d.,]{0,12}(?=\s{0,3}(?:$|\/)))/;

/** @param line without its colours; @returns all such numbers of a line, and those that are of nothing */
export function numbersIn(line: string): {
  readonly all: readonly RegExpExecArray[];
  readonly free: readonly RegExpExecArray[];
} {
  const start = numbering.exec(line)?.[0].length ?? 0;
  const all = [...line.matchAll(number)].filter(({ index }) => index >= start);
  return { all, free: all.filter(({ 0: digits, index }) => isFree(line, index, digits)) };
}

/** Whether a number is by itself, and none of something. */
function isFree(line: string, index: number, digits: string): boolean {
  const before = line.slice(Math.max(0, index - 100), index);
  const behind = line.slice(index + digits.length).replace(/_/g, ' ');
  const name = nameBefore.exec(before)?.[1] ?? argumentBefore.exec(before)?.[1];
  return (
    (exempt.test(before) ||
      !thingBefore.test(
        before.replace(/(?<!(?<![a-z])(?:tests?|of|by|after|than|all|only|every|first|last|next))_/gi, ' '),
      )) &&
    (!isCount(behind) || verbBehind.test(behind)) &&
    !unitBehind.test(behind) &&
    !resultBehind.test(behind) &&
    !callBefore.test(before) &&
    !ofThings.test(before) &&
    !amountBefore.test(before) &&
    !measured.test(before) &&
    !(/\s{2}$|\t$/.test(before) && /^(?: {2}|\t)\s*\S/.test(behind)) &&
    (name === undefined ||
      nameOfStatus.test(name) ||
      ofClass.test(before) ||
      isSentence(before, behind) ||
      ofJUnit.test(line.slice(0, index)))
  );
}

/** Whether a word before a number may be what it is the number of: `ward 403`, `KL 403`, and not `returns 403`. */
export function isNamed(printed: string): boolean {
  const before = withSpaces(printed);
  const [, word = ''] = /(?<![\p{L}\d])(\p{L}\p{Ll}{2,20}|[A-Z]{2}) $/u.exec(before) ?? [];
  return (
    word !== '' &&
    !sayings.has(word.toLowerCase()) &&
    !ofError.test(word) &&
    !isBeforeStatus(before) &&
    !firstVerb.test(before) &&
    !givesAbroad.test(before) &&
    !saysOfNumber.test(before)
  );
}

/** What is called so has a status: `Serverfehler 500`, `Error 404`. */
const ofError = /(?:fehler|error|exception|status|code|response|antwort|fejl|fel|fout|kod|hata|erreur|erro)$/i;

/** A text up to a number in the name of a test as if it were a sentence: `returns_404`, `isGone404`. */
function withSpaces(before: string): string {
  const name = /(?<!\w)\w{1,100}$/.exec(before)?.[0] ?? '';
  const words = name
    .replace(/^(?:tests?|it|should)(?![a-z])_?/i, '')
    .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .replace(/[a-z]$/, '$& ');
  return before.slice(0, before.length - name.length) + (name.endsWith(' ') ? name : words.toLowerCase());
}

/**
 * The numbers of a title that are those of things, or may be: `lifts 429 tons`, `moves seat 404`; and not `handles 503 errors`.
 * @param line the title, without its colours
 */
export function thingsOf(line: string): ReadonlySet<string> {
  const { all, free } = numbersIn(line);
  const isSaid = ({ 0: digits, index }: RegExpExecArray) =>
    (free.some((other) => other.index === index) && !isNamed(line.slice(0, index))) ||
    /(?:\u2192|[-=]>) $/.test(line.slice(0, index)) ||
    ofAnswers.test(line.slice(index + digits.length));
  const said = new Set(all.filter(isSaid).map(([digits]) => digits));
  return new Set(all.map(([digits]) => digits).filter((digits) => !said.has(digits)));
}

const ofAnswers = /^[ _](?:errors?|responses?|answers?|repl(?:y|ies)|status(?:es)?)\b/i;

/** What tests do with statuses, and how often these come. */
const saysOfNumber =
  /\b(?:contain|include|mistake|explain|know|treat|ignore|swallow|handle|map|become|behind|times|twice|then|until|from|of|are|were|not|no|nicht|ikke|inte|niet|non|pas|nie|ei|não|nao)s? $/;
/** What a title begins with: `knows 429`. */
const firstVerb = /(?:[^\w\s]|\d[.)-]?) {0,4}[a-z]{2,20}s $/;
/** What gives a status in titles of other languages. */
const givesAbroad = new RegExp(
  `(?<!\\p{L})(?:${[
    'kommt|kommen|ergibt|ergeben|wird|werden|folgt|heißt|erhält|bekommt|drei|zwei|nach|vo[nm]|bei|beim|zu|zum|durch|ohne|keine?n?', // German
    'forventede|giver|bliver|ger|gir|blir|får|svarer|svarar|returnerer|returnerar|kaster|kastar|ved|vid|uten|utan', // Nordic
    'antaa|palauttaa|tulee|on', // Finnish
    'geeft|wordt|krijgt|volgt|is|bij|na', // Dutch
    'dá|vrací|vrátí|hlásí|je|není|při|po|na|zwraca|daje|rzuca|jest|przy|bez', // Czech, Polish
    'devolve|retorna|gera|resulta|responde|produce|recibe|lanza|devuelve|vira|provoca|tras|ante|sin', // Portuguese, Spanish
    'donne|renvoie|devient|reçoit|rend|lève|sur|sans|après|est', // French
    'restituisce|risponde|diventa|dà|lancia|dopo|per|con|senza', // Italian
    'возвращает|вернёт|даёт|при|на|с|после|без|получает|отдаёт|кидает|бросает', // Russian
    'mengembalikan|memberi|menjadi|saat|menghasilkan|tanpa', // Indonesian
  ].join('|')}) $`,
  'iu',
);

/**
 * Whether the title of a test says a number plainly as a status: at its end, `no user gives 400`, `a pot (418)`, or as what
 * something happens on, `401 without a token`, `a 404 does not …`.
 */
export function isPlainlySaid(line: string, { 0: digits, index }: RegExpExecArray): boolean {
  const before = line.slice(0, index).replace(/_/g, ' ');
  const behind = line.slice(index + digits.length).replace(/_/g, ' ');
  if (isFirst.test(before)) {
    return isSubject.test(behind);
  }
  const isSaid = isBeforeStatus(before) || givesAbroad.test(before) || particle.test(behind);
  // The name of a test is short: `adds_404` and `ward_404` say nothing of a status.
  return (
    (isSaid || (!isNamed(before) && !/_$/.test(line.slice(0, index)))) &&
    ((isLast.test(behind) && beforeLast.test(before)) ||
      // Of 400 and 500 there may be so many.
      (!digits.endsWith('00') && (isSaid || firstVerb.test(before))))
  );
}

/** What some languages put right behind a word that is no count. */
const particle = /^ ?(?:[を은는을를が이가] ?|で|に|は|の?とき)/;
/** What stands before the first word of a title. */
const isFirst = /^[\s│┊|├└─]{0,60}(?:[✓✔√] {1,3}|ok \d{1,5}(?: -)? )?$|(?:[›»>:]|#test \d{4} ) {0,3}$/;
/** What happens on a status that is said first. */
const isSubject = /^(?: (?:\p{Ll}{2,20}(?:'t)?\b|→|->|=>)|[:,] | ?[は을를이의でをが])/u;
/** What stands behind the last word of a title. */
const isLast = /^[)\]"'»]{0,2}\.?(?:\s*$|\s{1,40}(?:\([\d.]|\(\[|\[|[✔✘]|PASSED|= \d|\.\.\.|[\d.]{1,9} ?m?s\b))/;
const beforeLast = /(?:\p{L} |[→:=] ?|[-=]> |\p{L} \()$/u;
