import { at, isBlank, isClosing, isDigit, isLetter, isOpening, newline, startsWith } from './bytes';

/** Finds the numbers that a shell of a language prints as its answer. */

/** How far from the start of its line the answer of a shell ends: `res12: Int = 404`. */
const longestAnswer = 20;

/**
 * Whether a number is the last of a short line, below one that asks for a status or opens what holds it: `=> 401`,
 * `Out[4]: 401`, `429,` below `Client(`.
 */
export function isAnswerOfShell(bytes: Uint8Array, start: number): boolean {
  const behind = at(bytes, start + 3);
  const end = isClosing(behind) || behind === 0x2c ? start + 4 : start + 3;
  const next = at(bytes, end);
  if (next !== newline && next !== 0x0d) {
    // `404 0.0045`: what else curl was told to write
    return at(bytes, start - 1) === newline && isBesideMore(bytes, start + 3) && isToldToWrite(bytes, start - 1);
  }
  let offset = start - 1;
  while (start - offset < longestAnswer && at(bytes, offset) !== newline) {
    offset--;
  }
  const isHeld = at(bytes, offset - 1) === 0x28 && isLetter(at(bytes, offset - 2));
  return at(bytes, offset) === newline && (isHeld || isAskedAbove(bytes, offset));
}

/** The last words of what a page says, behind which its status may be written without anything between. */
const endsOfPages = [
  'error', 'found', 'request', 'orized', 'orised', 'bidden', 'allowed', 'timeout', 'time-out', 'gateway', 'available', 'requests',
  'flict', 'gone', 'large', 'entity', 'content', 'required', 'denied', 'failed', 'implemented', 'type', 'wrong',
]; // prettier-ignore

/** Whether a number stands right behind the end of a page: `Not Found404`. */
export function isBehindPage(bytes: Uint8Array, start: number): boolean {
  const next = at(bytes, start + 3);
  return (
    isLetter(at(bytes, start - 1)) &&
    (next === newline || isBlank(next)) &&
    endsOfPages.some((text) => startsWith(bytes, start - text.length, text, false))
  );
}

/** How far from the start of its line a number of a traced command is: `++ [[ 200 == 404 ]]`. */
const longestTraced = 24;

/** Whether a number stands near the beginning of a line in which a shell prints a command that it runs. */
export function isTraced(bytes: Uint8Array, start: number): boolean {
  let offset = start - 1;
  while (start - offset < longestTraced && at(bytes, offset) !== newline) {
    offset--;
  }
  return at(bytes, offset) === newline && at(bytes, offset + 1) === 0x2b;
}

/** Whether a number begins a line below one that ends with the name of a status, or says that something answered. */
export function isBelowName(bytes: Uint8Array, start: number): boolean {
  let first = start - 1;
  while (start - first < longestAnswer && (isOpening(at(bytes, first)) || isOfFrame(at(bytes, first)))) {
    first--;
  }
  if (at(bytes, first) !== newline) {
    return false;
  }
  let last = first - 1;
  while (first - last < longestAnswer && (isOfFrame(at(bytes, last)) || at(bytes, last) === 0x3a)) {
    last--;
  }
  return endsOfSentences.some((end) => startsWith(bytes, last - end.length + 1, end, false));
}

/** Blanks and what draws a frame around a text. */
function isOfFrame(byte: number): boolean {
  return isBlank(byte) || byte === 0x7c || byte >= 128;
}

const endsOfSentences = ['code', 'status', 'error', 'http'];

/** How much a line may say before and behind a number that is all it tells, in bytes, without the blanks before it. */
const longestBefore = 16;
const longestBehind = 20;
/** How far what another line begins with is looked for. */
const longestBlank = 40;

/** Whether a number stands on a short line, beside a line with words: `404` below `Not Found`. */
export function isAloneBesideWords(bytes: Uint8Array, start: number): boolean {
  let first = start;
  while (start - first < longestBefore && at(bytes, first - 1) !== newline) {
    first--;
  }
  if (at(bytes, first - 1) !== newline) {
    for (let count = 0; count < longestBlank && isBlank(at(bytes, first - 1)); count++) {
      first--;
    }
  }
  let end = start + 3;
  while (isClosing(at(bytes, end))) {
    end++;
  }
  const said = isBlank(at(bytes, end)) ? end + 1 : end;
  const isLast = at(bytes, end) === newline || at(bytes, said) === newline || goesOn(at(bytes, said));
  while (end - start < longestBehind && at(bytes, end) !== newline) {
    end++;
  }
  return (
    isLast &&
    at(bytes, first - 1) === newline &&
    at(bytes, end) === newline &&
    (hasWord(bytes, first - 2, -1) || hasWord(bytes, end + 1, 1))
  );
}

/** Punctuation, and the first letter of `None`, `null`, `nil` and `undefined`. */
function goesOn(byte: number): boolean {
  return (byte | 32) === 0x6e || byte === 0x75 || byte === 0x2c || byte === 0x3a || byte === 0x2d || byte === 0x7b;
}

/** How far from its beginning or its end a line must have a word, in bytes. */
const nearestWord = 60;

/** Whether a line has three letters in a row near an end of it. @param step the direction in which it is read */
function hasWord(bytes: Uint8Array, from: number, step: 1 | -1): boolean {
  let letters = 0;
  for (let offset = from, count = 0; count < nearestWord; offset += step, count++) {
    const byte = at(bytes, offset);
    if (byte === newline) {
      return false;
    }
    letters = isLetter(byte) ? letters + 1 : 0;
    if (letters === 3) {
      return true;
    }
  }
  return false;
}

/** Whether a line ends with what asks for a status: `>>> r.status_code`. */
function isAskedAbove(bytes: Uint8Array, lineEnd: number): boolean {
  let offset = lineEnd - 1;
  while (
    lineEnd - offset < 8 &&
    (isClosing(at(bytes, offset)) || isOpening(at(bytes, offset)) || isBlank(at(bytes, offset)))
  ) {
    offset--;
  }
  return (
    endsOfQuestions.some((end) => startsWith(bytes, offset - end.length + 1, end, true)) ||
    isToldToWrite(bytes, lineEnd)
  );
}

/** How many lines above an answer a command may stand, with what was piped and an empty line between. */
const mostLines = 3;

/** Whether one of a few lines tells curl to write the status. */
function isToldToWrite(bytes: Uint8Array, lineEnd: number): boolean {
  let end = lineEnd;
  for (let count = 0; count < mostLines && end > 0; count++) {
    if (writesStatus(bytes, end)) {
      return true;
    }
    const from = end;
    do {
      end--;
    } while (from - end < longestCommand && at(bytes, end) !== newline);
  }
  return false;
}

/** Whether a number or an address follows behind what parts them. */
function isBesideMore(bytes: Uint8Array, end: number): boolean {
  const byte = at(bytes, end);
  const next = at(bytes, end + 1);
  return (isBlank(byte) || byte === 0x2c || byte === 0x3b || byte === 0x7c) && (isDigit(next) || next === 0x68);
}

/** How long a command is that asks for a status, in bytes. */
const longestCommand = 400;

/** Whether a line tells curl to write the status: `-w "%{http_code}"`. */
function writesStatus(bytes: Uint8Array, lineEnd: number): boolean {
  for (let offset = lineEnd - 1; lineEnd - offset < longestCommand && at(bytes, offset) !== newline; offset--) {
    if (
      at(bytes, offset) === percent &&
      (startsWith(bytes, offset + 2, 'http_code', true) || startsWith(bytes, offset + 2, 'response_code', true))
    ) {
      return true;
    }
  }
  return false;
}

const percent = 0x25;

const endsOfQuestions = ['.status', 'status_code', 'tatusCode', 'esponse.code', 'resp.code', 'res.code'];
