import { isAloneBesideWords, isAnswerOfShell, isBehindPage, isBelowName, isTraced } from './answersOfShells';
import { isBeforeLastCode, isBeforeLastColumns, isBlankTo, isColumnBeforeRequest, isKeyOfCount } from './columns';
import {
  at, isBlank, isClosing, isDigit, isPunctuation, isLetter, isOfWord, isOpening, longestWord, newline, startsWith, wordBefore, wordOf,
} from './bytes'; // prettier-ignore
import { isListedBehindClass, isListedWithOthers } from './listsOfClasses';
import { isBeforeItsName, isDifference, isInName, isInTitle, isLastValue, isListed } from './reports/spokenOfTests';
import { isSpokenOfTry } from './spokenOfTries';
import { isCapitalised, isSpokenOfAfter } from './spokenBehind';
import { answering, before, services, units } from './spokenWords';

/**
 * Whether anything beside a number of three digits may speak of it as a status, so that it is worth weighing
 * (`weighing.ts`): most numbers of a log are the values of other names and the ends of sentences. It lets pass what it
 * is not sure of.
 */
export function isSpokenOf(bytes: Uint8Array, start: number): boolean {
  if (isPlural(bytes, start + 3)) {
    return isBlank(at(bytes, isQuoting(at(bytes, start - 1)) ? start - 2 : start - 1));
  }
  return (
    startsWith(bytes, start - 6, 'count/', false) ||
    startsWith(bytes, start - 5, 'http', false) ||
    isBeforeItsName(bytes, start) ||
    isDifference(bytes, start) ||
    isLastValue(bytes, start) ||
    (!isOfName(at(bytes, start - 1)) &&
      !isOfWhole(bytes, start + 3) &&
      !isInQuery(bytes, start) &&
      !isDuration(bytes, start) &&
      (isSpokenOfBefore(bytes, start) ||
        isSpokenOfAfter(bytes, start + 3) ||
        isAnswerOfShell(bytes, start) ||
        isTraced(bytes, start) ||
        isAloneBesideWords(bytes, start) ||
        isBelowName(bytes, start) ||
        isBehindPage(bytes, start) ||
        isListedBehindClass(bytes, start) ||
        isListedWithOthers(bytes, start) ||
        isSpokenOfTry(bytes, start) ||
        isKeyOfCount(bytes, start) ||
        isInName(bytes, start) ||
        isInTitle(bytes, start)))
  );
}

/** Whether a number that ends at an offset is one of several: `429s`, `503's`. */
export function isPlural(bytes: Uint8Array, end: number): boolean {
  const last = isQuoting(at(bytes, end)) ? end + 1 : end;
  return (at(bytes, last) | 32) === 0x73 && !isOfWord(at(bytes, last + 1));
}

function isQuoting(byte: number): boolean {
  return byte === 0x27 || byte === 0x60;
}

/** `404/500`: a part of a whole, or of a path. */
function isOfWhole(bytes: Uint8Array, end: number): boolean {
  return at(bytes, end) === slash && isOfWord(at(bytes, end + 1)) && !isCapitalised(bytes, end + 1);
}

/** `?page=404`: the value of a parameter of an address. */
function isInQuery(bytes: Uint8Array, start: number): boolean {
  let offset = start - 1;
  if (at(bytes, offset) !== equals) {
    return false;
  }
  do {
    offset--;
  } while (isOfParameter(at(bytes, offset)) && start - offset < longestToken);
  return at(bytes, offset) === 0x26 || at(bytes, offset) === 0x3f;
}

/** `pagination[pageSize]` */
function isOfParameter(byte: number): boolean {
  return isOfWord(byte) || byte === 0x5b || byte === 0x5d;
}

const wordsOfTime = new Set(['in', 'after', 'within', 'took', 'for', 'every']);

/** `in 421 ms`: how long something took. */
function isDuration(bytes: Uint8Array, start: number): boolean {
  const end = start + 3;
  const unit = at(bytes, end) === 0x20 ? end + 1 : end;
  return (
    startsWith(bytes, unit, 'ms', true) &&
    !isOfWord(at(bytes, unit + 2)) &&
    at(bytes, start - 1) === 0x20 &&
    wordsOfTime.has(wordBefore(bytes, start - 1))
  );
}

/** What languages print around a value that may be none: `Optional(404)`. */
const wrapping = new Set(['optional', 'some', 'just']);
/** What tests call with the status that they expect, by the last word: `toBe(404)`, `assertEqual(404, …`. */
const asserting = new Set(['be', 'eq', 'eql', 'equal', 'equals', 'expect', 'once', 'to', 'set', 'is']);
/** How far back what a number is a part of is looked for, in bytes. */
const longestToken = 60;

/** Whether a word, or the last part of a name that is written as one, speaks of a status: `statuscode`. */
function speaks(word: string): boolean {
  return before.has(word) || endsOfNames.some((end) => word.endsWith(end));
}

/** `error_code=http_response_404` */
const partsOfNames = ['http_response', 'http_status', 'http_error', 'http_code'];
const endsOfNames = ['code', 'status', 'error', 'exception', 'response'];

function isSpokenOfBefore(bytes: Uint8Array, start: number): boolean {
  let offset = start - 1;
  for (let count = 0; count < 3 && isOpening(at(bytes, offset)); count++) {
    offset--;
  }
  const adjacent = at(bytes, offset);
  if (isLetter(adjacent) && offset < start - 1) {
    const word = wordBefore(bytes, offset + 1);
    return speaks(word) || wrapping.has(word) || asserting.has(word);
  }
  if (isLetter(adjacent) && isColour(bytes, offset)) {
    return true;
  }
  if (isLetter(adjacent) || adjacent === underscore) {
    return (
      startsWith(bytes, offset - 4, 'http', false) ||
      startsWith(bytes, offset - 3, 'http', false) ||
      (adjacent === underscore && partsOfNames.some((name) => startsWith(bytes, offset - name.length, name, false)))
    );
  }
  const isApart = isBlank(adjacent);
  // `quota exceeded (429)`
  const isFirst = adjacent === newline && at(bytes, start + 4) === newline;
  if (at(bytes, start - 1) === 0x28 && isApart && isBehindNames(bytes, offset)) {
    return true;
  }
  if ((isApart || isFirst) && offset < start - 1 && isClosing(at(bytes, start + 3)) && at(bytes, start - 1) !== quote) {
    return true;
  }
  for (let count = 0; count < 8 && isBlank(at(bytes, offset)); count++) {
    offset--;
  }
  let last = at(bytes, offset);
  if (last === colon || last === equals) {
    offset--;
    offset = beforeEntity(bytes, offset);
    const beside = offset;
    // Of data within data the quotes are escaped, once or several times: `\\"statusCode\\":503`.
    for (let count = 0; count < 9 && isBehindName(at(bytes, offset)); count++) {
      offset--;
    }
    const word = wordBefore(bytes, offset + 1);
    // Without a blank it is a host, or a place in a file.
    return (
      speaks(word) ||
      // `"statusCode":{"codeValue":"503"}`
      (word === 'value' && speaks(wordBefore(bytes, offset + 1 - word.length))) ||
      at(bytes, beside) >= 128 ||
      // `is not 200: 403`
      (isApart && (isSuccess(bytes, beside) || isSuccess(bytes, offset))) ||
      (last === equals && isApart && isAfterPath(bytes, offset)) ||
      (last === colon &&
        isApart &&
        (answering.has(word) ||
          services.has(word) ||
          !isOfWord(at(bytes, offset)) ||
          isTry(bytes, offset) ||
          // `0x801901f7 : 503`
          startsWith(bytes, (isBlank(at(bytes, offset)) ? offset - 1 : offset) - 9, '0x8019', true) ||
          isAfterPath(bytes, offset) ||
          (isLetter(at(bytes, isBlank(at(bytes, beside)) ? offset : beside)) && isSetOff(bytes, start + 3))))
    );
  }
  if (last === newline) {
    return false;
  }
  if (last === comma) {
    offset--;
    last = at(bytes, offset);
    const word = wordBefore(bytes, offset + 1);
    // `(invalid_input, 422)`
    const isAfterName = at(bytes, start + 3) === 0x29 && at(bytes, offset - word.length) === underscore;
    return (
      !isOfWord(last) ||
      // `refused by the pier, 409`
      ((isLetter(last) || last >= 128) && isOver(bytes, start + 3)) ||
      isAfterPath(bytes, offset) ||
      speaks(word) ||
      // `require.Equal(t, 404, …`, `json_response(conn, 404)`
      word === 't' ||
      word === 'conn' ||
      isAfterName ||
      isFirstValue(bytes, offset) ||
      isOther(bytes, offset) ||
      isListed(bytes, offset, start)
    );
  }
  if (isLetter(last)) {
    const word = wordBefore(bytes, offset + 1);
    return (
      isApart &&
      (isColour(bytes, offset) ||
        services.has(word) ||
        isOfOtherAlphabet(bytes, offset, word.length) ||
        (speaks(word) && (word !== 'of' || speaks(wordBefore(bytes, offset - 2)))) ||
        (word === 'to' && wordBefore(bytes, offset - 2) === 'due') ||
        // `ERR_BAD_REQUEST 403`
        (word === 'request' && at(bytes, offset - word.length) === underscore) ||
        isAfterPath(bytes, offset) ||
        isBeforeLastColumns(bytes, start + 3) ||
        isBeforeLastCode(bytes, start + 3) ||
        (isBlankTo(bytes, start + 3) && isOfErrorClass(bytes, offset)))
    );
  }
  return isDigit(last)
    ? isAfterPath(bytes, offset) || isColumnBeforeRequest(bytes, start + 3) || isListedByBlanks(bytes, start, offset)
    : last === dot
      ? at(bytes, offset - 1) === dot || (isApart && isBlankTo(bytes, start + 3))
      : last !== semicolon;
}

/** Whether a number stands behind the status of no error in a list that blanks part: `200 200 404 200`. */
function isListedByBlanks(bytes: Uint8Array, start: number, last: number): boolean {
  const next = at(bytes, start + 3);
  return isOther(bytes, last) && (next === newline || (next === 0x20 && isDigit(at(bytes, start + 4))));
}

/** Whether the number that ends at an offset is a status of no error, as lists of answers have: `304`. */
function isOther(bytes: Uint8Array, last: number): boolean {
  const first = at(bytes, last - 2);
  return (first === 0x32 || first === 0x33) && at(bytes, last - 1) === 0x30 && !isDigit(at(bytes, last - 3));
}

/** Whether nothing follows that a number may count. */
function isOver(bytes: Uint8Array, end: number): boolean {
  const next = at(bytes, end);
  return (
    next === newline ||
    next === 0x0d ||
    next === backslash ||
    isClosing(next) ||
    (isPunctuation(next) && !isDigit(at(bytes, end + 1)))
  );
}

/** Whether names in parentheses end shortly before an offset: `(status, body) of (402, "no")`. */
function isBehindNames(bytes: Uint8Array, from: number): boolean {
  let offset = from;
  while (from - offset < longestJoint && isBetweenPairs(at(bytes, offset))) {
    offset--;
  }
  return at(bytes, offset) === 0x29 && isLetter(at(bytes, offset - 1));
}

const longestJoint = 10;

function isBetweenPairs(byte: number): boolean {
  return isLetter(byte) || isBlank(byte) || byte === colon || byte === equals;
}

/** What is before a quote as HTML writes it: `&quot;status&quot;:503`. */
function beforeEntity(bytes: Uint8Array, last: number): number {
  if (at(bytes, last) !== semicolon) {
    return last;
  }
  let offset = last - 1;
  while (last - offset < longestEntity && at(bytes, offset) !== ampersand) {
    offset--;
  }
  return at(bytes, offset) === ampersand ? offset - 1 : last;
}

const longestEntity = 6;
const ampersand = 0x26;

const tries = new Set(['try', 'attempt', 'retry', 'probe']);

/** Whether what ends at an offset counts tries: `attempt 2/5: 503`. */
function isTry(bytes: Uint8Array, last: number): boolean {
  let offset = last;
  while (
    last - offset < 8 &&
    (isDigit(at(bytes, offset)) || at(bytes, offset) === slash || at(bytes, offset) === 0x23)
  ) {
    offset--;
  }
  return offset < last && at(bytes, offset) === 0x20 && tries.has(wordBefore(bytes, offset));
}

/** Whether a digit is the first value behind a name in capitals: `+HTTPACTION: 0,404`. */
function isFirstValue(bytes: Uint8Array, last: number): boolean {
  const name = at(bytes, last - 1) === 0x20 ? last - 2 : last - 1;
  const before = at(bytes, name - 1);
  return isDigit(at(bytes, last)) && at(bytes, name) === colon && isLetter(before) && before < 0x61;
}

/** Whether what ends at an offset is the status of a success: `200`. */
function isSuccess(bytes: Uint8Array, last: number): boolean {
  return isDigit(at(bytes, last)) && at(bytes, last - 2) === 0x32 && at(bytes, last - 3) === 0x20;
}

/** What stands between a name and a colon or an equals sign, such as another one. */
function isBehindName(byte: number): boolean {
  return isBlank(byte) || isClosing(byte) || byte === backslash || byte === equals || byte === 0x21;
}

/** Whether the word that ends at an offset goes on before its ASCII letters: `réponse`. */
function isOfOtherAlphabet(bytes: Uint8Array, last: number, letters: number): boolean {
  return at(bytes, last - letters) >= 128;
}

/**
 * Whether no other word follows at once, or one that counts nothing: `Failed to read metadata: 503`,
 * `updating bucket: 403: no permission`, `could not create: 409 exists`.
 */
function isSetOff(bytes: Uint8Array, end: number): boolean {
  const offset = isBlank(at(bytes, end)) ? end + 1 : end;
  const next = at(bytes, offset);
  if (isLetter(next) && offset > end) {
    let wordEnd = offset;
    while (isLetter(at(bytes, wordEnd)) && wordEnd < offset + longestWord) {
      wordEnd++;
    }
    const word = wordOf(bytes, offset, wordEnd);
    return word.length > 1 && !word.endsWith('s') && !units.has(word);
  }
  // What a logger adds stands behind several blanks, and a line end of a text in data behind a backslash.
  return (
    next === newline ||
    isClosing(next) ||
    isPunctuation(next) ||
    isOpening(next) ||
    next === backslash ||
    (offset > end && isBlank(next))
  );
}

/** Whether a letter ends what sets a colour in a terminal: `[31m`. */
function isColour(bytes: Uint8Array, letter: number): boolean {
  let offset = letter - 1;
  while (letter - offset < 12 && (isDigit(at(bytes, offset)) || at(bytes, offset) === semicolon)) {
    offset--;
  }
  return at(bytes, letter) === 0x6d && at(bytes, offset) === 0x5b;
}

/** How far before a number the class of its error is looked for, in bytes. */
const longestText = 200;

/** Whether a line names the class of an error before an offset: `HttpError: no access 403`. */
function isOfErrorClass(bytes: Uint8Array, last: number): boolean {
  for (let offset = last; last - offset < longestText && at(bytes, offset) !== newline; offset--) {
    if (
      at(bytes, offset) === colon &&
      (startsWith(bytes, offset - 5, 'Error', true) || startsWith(bytes, offset - 9, 'Exception', true))
    ) {
      return true;
    }
  }
  return false;
}

/** Whether what ends at an offset is a path, an address or `HTTP/1.1`. */
function isAfterPath(bytes: Uint8Array, last: number): boolean {
  for (let offset = last; offset > last - longestToken; offset--) {
    const byte = at(bytes, offset);
    if (isBlank(byte) || byte === newline) {
      return false;
    }
    if (byte === slash) {
      return true;
    }
  }
  return true;
}

const [quote, comma, dot, slash, colon, semicolon, equals] = [0x22, 0x2c, 0x2e, 0x2f, 0x3a, 0x3b, 0x3d];
const backslash = 0x5c;
const underscore = 0x5f;

/** `-5`, `#5`, `/5`, `5.5`: parts of names, times and amounts. */
function isOfName(byte: number): boolean {
  return byte === 0x2d || byte === slash || byte === dot || (byte >= 0x23 && byte <= 0x26) || byte === 0x2b ||
    byte === 0x40 || byte === 0x5c || byte === 0x5e || byte === 0x7e; // prettier-ignore
}
