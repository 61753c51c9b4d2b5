import { at, firstNumber, isBlank, isDigit, isLetter, isOfWord, newline, startsWith } from './bytes';
import type { KnownNumbers } from './numbers';
import type { Anchor } from './shiftTable';

/** A fixed part of what programs print beside a code, or a status, and whether a place with it is worth a look. */
export interface Context extends Anchor {
  /** @param start where the anchor begins, @param end where it ends */
  readonly isWorth: (bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers) => boolean;
}

const slash = 0x2f;
/** How far behind its name a code is looked for, in bytes. */
const near = 28;

/** The number after a name is a vendor's code. A status is found by what speaks of it, see `spokenOf.ts`. */
function isKeyOfCode(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  if (startsWith(bytes, start - 6, 'status', false) || startsWith(bytes, start - 7, 'status', false)) {
    return false;
  }
  const found = firstNumber(bytes, end, end + near);
  return found >= 0 && numbers.isCodeAt(bytes, found);
}

/** `StatusCode: TooManyRequests`: a status by its name alone. */
function isKeyOfName(bytes: Uint8Array, start: number, end: number): boolean {
  if (!startsWith(bytes, start - 6, 'status', false) && !startsWith(bytes, start - 7, 'status ', false)) {
    return false;
  }
  const verb = at(bytes, end) === 0x20 ? verbs.find((text) => startsWith(bytes, end + 1, text, true)) : undefined;
  let offset = end + (verb?.length ?? 0);
  while (offset < end + 7 && !isOfWord(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset++;
  }
  return isLetter(at(bytes, offset)) && at(bytes, offset) < 0x61;
}

/** What may stand between the name of a status and its value. */
const verbs = ['is ', 'was ', 'of '];

/** `error 326: locked`: the number right behind. */
function isBeforeCode(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const found = firstNumber(bytes, end, end + 3);
  return found > end && numbers.isCodeAt(bytes, found);
}

/** `':status', '502'` */
function isKeyOfStatus(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const found = firstNumber(bytes, end, end + 8);
  return found >= 0 && numbers.isErrorAt(bytes, found);
}

/** `"key":"http.status_code","value":{"intValue":"503"}`: a number after a colon, shortly behind. */
function isNameOfPair(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  for (let offset = end; offset < end + longestPair && at(bytes, offset) !== newline; offset++) {
    const number = at(bytes, offset + 1) === 0x22 ? offset + 2 : offset + 1;
    if (at(bytes, offset) === 0x3a && numbers.isErrorAt(bytes, number)) {
      return true;
    }
  }
  return false;
}

/** How far behind the name of a pair its value ends, in bytes. */
const longestPair = 60;

/** A problem type may be any address. */
function isType(bytes: Uint8Array, _start: number, end: number): boolean {
  let offset = end;
  while (offset - end < 12 && !isOfWord(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset++;
  }
  return startsWith(bytes, offset, 'http', false);
}

/** The first line of a response, of any status: what the headers below it mean depends on it. */
function isResponse(bytes: Uint8Array, start: number, end: number): boolean {
  for (let offset = start - 1; offset >= start - 5 && isDigit(at(bytes, end)); offset--) {
    const byte = at(bytes, offset);
    if (byte === newline) {
      return true;
    }
    if (!isBlank(byte) && byte !== 0x3c) {
      return false;
    }
  }
  return false;
}

/** A problem type's address, also with its slashes escaped. */
function isInAddress(bytes: Uint8Array, start: number, end: number): boolean {
  const after = at(bytes, end);
  return at(bytes, start - 1) === slash && (after === slash || after === 0x5c);
}

/** Squid: `TCP_MISS/503`. */
function isSquid(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  while (offset < end + near && (isLetter(at(bytes, offset)) || at(bytes, offset) === 0x5f)) {
    offset++;
  }
  return at(bytes, offset) === slash && numbers.isErrorAt(bytes, offset + 1);
}

/** `[code:count]  200:500  429:12`: one of the numbers before a colon. */
function isCountByStatus(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  for (let offset = end; offset < end + 300 && at(bytes, offset) !== newline; offset++) {
    if (at(bytes, offset) === 0x3a && numbers.isErrorBefore(bytes, offset)) {
      return true;
    }
  }
  return false;
}

/** `"errorCodes": {` and below it `"503": 516`: one of the keys of what is opened right behind. */
function isMapOfStatuses(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  while (offset < end + near && at(bytes, offset) !== openBrace && at(bytes, offset) !== newline) {
    offset++;
  }
  if (at(bytes, offset) !== openBrace) {
    return false;
  }
  const last = offset + longestMap;
  for (; offset < last && offset < bytes.length && at(bytes, offset) !== 0x7d; offset++) {
    const behind = at(bytes, offset) === 0x22 || at(bytes, offset) === 0x27 || at(bytes, offset) === 0x3a;
    if (behind && numbers.isErrorBefore(bytes, offset)) {
      return true;
    }
  }
  return false;
}

const openBrace = 0x7b;
/** How far behind its start a key of a map is looked for, in bytes. */
const longestMap = 400;

/** `Reason: Conflict` below a line that ends in `(409)`. */
function isBelowStatus(bytes: Uint8Array, start: number, _end: number, numbers: KnownNumbers): boolean {
  let offset = start - 1;
  while (offset > start - longestPrefix && at(bytes, offset) !== newline) {
    offset--;
  }
  offset -= at(bytes, offset - 1) === 0x0d ? 2 : 1;
  return at(bytes, offset) === 0x29 && numbers.isErrorBefore(bytes, offset);
}

/** How long what a log puts before a line of a message may be, in bytes. */
const longestPrefix = 120;

/** `Request finished in 31.18ms 404`: a status behind how long it took. */
function isBeforeStatus(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  while (offset < end + near && (isDigit(at(bytes, offset)) || at(bytes, offset) === 0x2e)) {
    offset++;
  }
  offset += startsWith(bytes, offset, ' ms ', true) ? 4 : startsWith(bytes, offset, 'ms ', true) ? 3 : 0;
  return at(bytes, offset - 1) === 0x20 && numbers.isErrorAt(bytes, offset);
}

/** `RATE_LIMIT_EXCEEDED`, `Rate limit is exceeded`, `RateLimited`: a rate limit that is reached. */
function isRateLimit(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    [4, 5].some((length) => startsWith(bytes, start - length, 'rate', false)) &&
    reached.some((text) => [0, 1].some((gap) => startsWith(bytes, end + gap, text, false)))
  );
}

/** What stands behind such a limit: the word that says it, or the verb before that. */
const reached = ['ed', 'exceeded', 'reached', 'is', 'has', 'was'];

/** `HTTPStatus.NOT_FOUND`, `Net::HTTPConflict`: a name goes on behind. */
function isConstant(bytes: Uint8Array, _start: number, end: number): boolean {
  let offset = end;
  while (offset < end + longestClass && !isCapital(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset++;
  }
  return isCapital(at(bytes, offset)) && isLetter(at(bytes, offset + 1));
}

/** How much of the name of a class may stand before that of a constant in it: `Codes::`, `404_`. */
const longestClass = 8;

function isCapital(byte: number): boolean {
  return isLetter(byte) && byte < 0x61;
}

function context(text: string, isWorth: Context['isWorth'], isExact = false): Context {
  return { text, isExact, isWorth };
}

/** What stands beside codes, and beside the statuses that no word speaks of. A number is never looked for alone. */
export const contexts: readonly Context[] = [
  context('HTTP/', isResponse, true),
  context(
    'code',
    (bytes, start, end, numbers) =>
      isKeyOfCode(bytes, start, end, numbers) ||
      isKeyOfName(bytes, start, end) ||
      isMapOfStatuses(bytes, start, end, numbers),
  ),
  ...['twitter', 'tweepy', 'twikit', 'twarc'].map((text) => context(text, isKeyOfCode)),
  // `código de erro do Twitter 187`, `codice errore X 88`
  ...['codice', 'digo de', 'digo do', 'hata kodu'].map((text) => context(text, isKeyOfCode)),
  context('twscrape', () => true),
  context('error', isBeforeCode),
  context('limit', isRateLimit),
  // `Too Many Attempts`
  context('attempts', (bytes, start) => startsWith(bytes, start - 5, 'many', false)),
  // `Error from server (InternalError)`
  context('server (', (bytes, start) => startsWith(bytes, start - 5, 'from ', false), true),
  context('Twitter Description', () => true, true),
  context(':status', isKeyOfStatus, true),
  ...['error_id', 'errorId'].map((text) => context(text, isKeyOfStatus)),
  context('StatusCode.', isKeyOfStatus, true),
  context('status_code"', isNameOfPair, true),
  context('status_count/', isKeyOfStatus, true),
  context('Reason: ', isBelowStatus, true),
  context('Request finished in ', isBeforeStatus, true),
  context('type', isType),
  ...['http_errors', 'status_counts', 'statusCounts', 'by_status', 'byStatus'].map((text) =>
    context(text, isMapOfStatuses),
  ),
  ...['TCP_', 'UDP_', 'NONE_', 'ERR_'].map((text) => context(text, isSquid, true)),
  context('[code:count]', isCountByStatus, true),
  context('problems', isInAddress),
  context('about:blank', () => true),
  ...[
    'HTTPStatus.',
    'HttpStatus',
    'StatusCode',
    'http.Status',
    'Net::HTTP',
    'Response::HTTP_',
    'status.HTTP_',
    'raise HTTP',
    'except HTTP',
  ].map((text) => context(text, isConstant, true)),
];
