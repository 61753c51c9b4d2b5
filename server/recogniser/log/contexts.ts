import type { Anchor } from './shiftTable';
import { at, firstNumber, isBlank, isDigit, isLetter, isOfWord, newline, numberAt, startsWith } from './bytes';
import { isBesideAddress, isBesideError, isBesideName, isBesideRequest, hasErrorAfter } from './besideStatus';
import type { KnownNumbers } from './numbers';

/** A fixed part of what programs print beside a status or a code, and whether a place with it is worth a look. */
export interface Context extends Anchor {
  /** @param start where the anchor begins, @param end where it ends */
  readonly isWorth: (bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers) => boolean;
}

const [space, quote, slash, dash, openBrace, comma, tab] = [0x20, 0x22, 0x2f, 0x2d, 0x7b, 0x2c, 0x09];
/** How far before and after its name a number is looked for, in bytes. */
const near = 28;
/** The same where words stand between. */
const wordsFar = 60;
/** How far a request line is followed, in bytes. */
const longestRequest = 2_000;

/** The number after a name decides: a status of an error. `string(3) "404"` of PHP has another before it. */
function hasError(bytes: Uint8Array, from: number, far: number, numbers: KnownNumbers): boolean {
  const found = firstNumber(bytes, from, from + far);
  if (found < 0) {
    return false;
  }
  return numbers.isErrorAt(bytes, found) || (isTyped(bytes, found) && numbers.isErrorAt(bytes, found + 4));
}

function isTyped(bytes: Uint8Array, length: number): boolean {
  return startsWith(bytes, length, '3) "', true);
}

/** `403 {"errors": ...`: the name begins the body after a status. */
function beginsBody(bytes: Uint8Array, start: number, numbers: KnownNumbers): boolean {
  let offset = start - 1;
  const passes = (test: (byte: number) => boolean, most: number) => {
    for (let count = 0; count < most && test(at(bytes, offset)); count++) {
      offset--;
    }
  };
  passes((byte) => byte === quote || byte === 0x27 || byte === 0x5c, 21);
  passes((byte) => isBlank(byte) || byte === newline, 80);
  if (at(bytes, offset) !== openBrace) {
    return false;
  }
  offset--;
  passes((byte) => isBlank(byte) || byte === dash || byte === 0x3a || byte === 0x29, 44);
  return numbers.isErrorBefore(bytes, offset + 1);
}

function isKeyOfStatus(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  return (
    isBesideError(bytes, start, end, numbers) ||
    hasError(bytes, end, near, numbers) ||
    (startsWith(bytes, start - 8, 'unknown ', false) && numbers.isErrorBefore(bytes, start - 9)) ||
    beginsBody(bytes, start, numbers)
  );
}

function isKeyOfCode(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  if (startsWith(bytes, start - 6, 'status', false) || startsWith(bytes, start - 7, 'status', false)) {
    return isKeyOfStatus(bytes, start, end, numbers);
  }
  const found = firstNumber(bytes, end, end + near);
  return (
    (found >= 0 && numbers.isCodeAt(bytes, found)) ||
    isBesideError(bytes, start, end, numbers) ||
    beginsBody(bytes, start, numbers)
  );
}

/** `Error 404:`, `Error code: 403`, `HttpServerErrorException$ServiceUnavailable: 503`, `403 Client Error`, `{"error"`. */
function isError(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  const isBeforeName = (name: string) => startsWith(bytes, start - name.length, name, false);
  if (
    (isBeforeName(' client ') || isBeforeName(' server ')) &&
    numbers.isErrorBefore(bytes, start - ' client '.length)
  ) {
    return true;
  }
  let offset = end;
  for (let count = 0; count < 200 && (isOfWord(at(bytes, offset)) || isDotOrDollar(at(bytes, offset))); count++) {
    offset++;
  }
  offset = passOver(bytes, offset, mayStandAfterError);
  for (const word of ['code', 'occurred']) {
    if (startsWith(bytes, offset, word, false)) {
      offset = passOver(bytes, offset + word.length, mayStandAfterError);
    }
  }
  return (
    hasError(bytes, offset, 8, numbers) || isBesideName(bytes, start, end, numbers) || beginsBody(bytes, start, numbers)
  );
}

function mayStandAfterError(byte: number): boolean {
  return isBlank(byte) || byte === 0x3a || byte === 0x23 || byte === 0x28 || byte === 0x1b;
}

function isDotOrDollar(byte: number): boolean {
  return byte === 0x2e || byte === 0x24;
}

function isKeyOfBody(bytes: Uint8Array, start: number, _end: number, numbers: KnownNumbers): boolean {
  return beginsBody(bytes, start, numbers);
}

/** A problem type may be any address. */
function isType(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  while (offset - end < 12 && !isOfWord(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset++;
  }
  return startsWith(bytes, offset, 'http', false) || beginsBody(bytes, start, numbers);
}

/** `HTTP/1.1 404`, `HTTP/1.1" 404`, `HTTP Error 404`, `<403 http://...`. */
function isHttp(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  const after = at(bytes, end);
  const before = at(bytes, start - 1);
  if (before === slash || (isOfWord(before) && after !== slash)) {
    return false;
  }
  if (after === slash) {
    return isVersion(bytes, start, end, numbers);
  }
  if (after === 0x3a || startsWith(bytes, end, 's:', true)) {
    const isAddress = startsWith(bytes, after === 0x3a ? end + 1 : end + 2, '//', true);
    if (isAddress) {
      return isBesideAddress(bytes, start, end, numbers);
    }
  }
  let offset = end;
  while (offset - end < wordsFar && mayStandInStatus(at(bytes, offset))) {
    offset++;
  }
  return isBesideError(bytes, start, end, numbers);
}

function mayStandInStatus(byte: number): boolean {
  return isLetter(byte) || isBlank(byte) || (byte !== newline && !isOfWord(byte) && byte !== slash);
}

/** How much may stand between the end of a request and its status, in bytes. */
const requestToStatus = 200;

function isVersion(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end + 1;
  while (offset - end < 5 && (isDigit(at(bytes, offset)) || at(bytes, offset) === 0x2e)) {
    offset++;
  }
  const version = offset;
  while (offset - version < 24 && isBeforeStatus(at(bytes, offset))) {
    offset++;
  }
  const found = offset > version ? firstNumber(bytes, version, offset + 8) : -1;
  return (
    hasErrorAfter(bytes, version, requestToStatus, numbers) ||
    (found >= 0 && (numbers.isErrorAt(bytes, found) || (numberAt(bytes, found) > 99 && isHead(bytes, start))))
  );
}

function isBeforeStatus(byte: number): boolean {
  return isBlank(byte) || byte === quote || byte === 0x27 || byte === comma || byte === 0x1b;
}

/** The first line of a response, of any status: what the headers below it mean depends on it. */
function isHead(bytes: Uint8Array, start: number): boolean {
  for (let offset = start - 1; offset >= start - 5; offset--) {
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

/** `GET /path 404 12 ms`, `"GET /path" 404`, and the statuses of proxies before `"GET`. */
function isMethod(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  if (at(bytes, start - 1) === quote) {
    return isQuotedRequest(bytes, start - 1, end, numbers);
  }
  if (isOfWord(at(bytes, start - 1))) {
    return false;
  }
  if (isBesideRequest(bytes, start, end, numbers)) {
    return true;
  }
  let offset = passOver(bytes, end, isBlank);
  if (numbers.isErrorAt(bytes, offset)) {
    return true;
  }
  offset = passOver(bytes, endOfToken(bytes, offset), isBlank);
  if (startsWith(bytes, offset, 'http/', false)) {
    offset = passOver(bytes, offset + 5, (byte) => isDigit(byte) || byte === 0x2e);
  }
  offset = passOver(bytes, offset, (byte) => !isDigit(byte) && !isLetter(byte) && byte !== newline);
  const found = firstNumber(bytes, offset, offset + 8);
  return (found >= 0 && numbers.isErrorAt(bytes, found)) || isW3c(bytes, end, numbers);
}

function passOver(bytes: Uint8Array, from: number, test: (byte: number) => boolean): number {
  let offset = from;
  while (offset - from < near && test(at(bytes, offset))) {
    offset++;
  }
  return offset;
}

function endOfToken(bytes: Uint8Array, from: number): number {
  let offset = passOver(bytes, from, isBlank);
  for (const limit = offset + longestRequest; offset < limit; offset++) {
    const byte = at(bytes, offset);
    if (isBlank(byte) || byte === newline) {
      break;
    }
  }
  return offset;
}

/** The log of IIS: the third part after the method is a port, and the status is the fourth number from the end. */
function isW3c(bytes: Uint8Array, from: number, numbers: KnownNumbers): boolean {
  let offset = endOfToken(bytes, endOfToken(bytes, from));
  if (at(bytes, offset) !== space || !isDigit(at(bytes, offset + 1))) {
    return false;
  }
  const limit = offset + 4 * longestRequest;
  while (offset < limit && at(bytes, offset) !== newline) {
    offset++;
  }
  while (isBlank(at(bytes, offset - 1))) {
    offset--;
  }
  for (let count = 0; count < 3; count++) {
    const end = offset;
    while (isDigit(at(bytes, offset - 1))) {
      offset--;
    }
    if (offset === end || at(bytes, offset - 1) !== space) {
      return false;
    }
    offset--;
  }
  return numbers.isErrorBefore(bytes, offset);
}

/** The status after a request in quotes, or, as proxies have it, some numbers before it. */
function isQuotedRequest(bytes: Uint8Array, opening: number, from: number, numbers: KnownNumbers): boolean {
  let offset = from;
  for (const limit = from + longestRequest; offset < limit; offset++) {
    const byte = at(bytes, offset);
    if (byte === quote || byte === newline) {
      break;
    }
  }
  if (at(bytes, offset) === quote) {
    offset++;
    while (at(bytes, offset) === space || at(bytes, offset) === comma) {
      offset++;
    }
    const found = firstNumber(bytes, offset, offset + 8);
    if (found >= 0 && numbers.isErrorAt(bytes, found)) {
      return true;
    }
  }
  return isAfterNumbers(bytes, opening, numbers);
}

/** How far before a request the status of a proxy's log is, in bytes. */
const longestNumbers = 300;

function isAfterNumbers(bytes: Uint8Array, opening: number, numbers: KnownNumbers): boolean {
  const before = at(bytes, opening - 2);
  if (at(bytes, opening - 1) !== space || !(isDigit(before) || before === 0x7d)) {
    return false;
  }
  for (let offset = opening - 1; offset > opening - longestNumbers; offset--) {
    const byte = at(bytes, offset);
    if (byte === newline) {
      return false;
    }
    if (byte === space && at(bytes, offset - 4) === space && numbers.isErrorBefore(bytes, offset)) {
      return true;
    }
  }
  return false;
}

function hasErrorBefore(bytes: Uint8Array, start: number, _end: number, numbers: KnownNumbers): boolean {
  return numbers.isErrorBefore(bytes, start);
}

function hasErrorNext(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const found = firstNumber(bytes, end, end + 12);
  return found >= 0 && numbers.isErrorAt(bytes, found);
}

/** `[GIN] ... | 404 |` */
function isGin(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  for (let offset = end; offset < end + 200 && at(bytes, offset) !== newline; offset++) {
    if (at(bytes, offset) === 0x7c) {
      return hasError(bytes, offset, near, numbers);
    }
  }
  return false;
}

/** `Request finished HTTP/1.1 GET http://... - 404 ...` */
function isFinished(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  for (let offset = end; offset < end + longestRequest && at(bytes, offset) !== newline; offset++) {
    if (at(bytes, offset) === dash && at(bytes, offset + 1) === space && numbers.isErrorAt(bytes, offset + 2)) {
      return true;
    }
  }
  return false;
}

/** HAProxy: `503 217 - - SC--`. */
function isHaproxy(bytes: Uint8Array, start: number, _end: number, numbers: KnownNumbers): boolean {
  let offset = start;
  while (isDigit(at(bytes, offset - 1)) && start - offset < 20) {
    offset--;
  }
  offset -= at(bytes, offset - 1) === 0x2b ? 1 : 0;
  return offset < start && at(bytes, offset - 1) === space && numbers.isErrorBefore(bytes, offset - 1);
}

/** A problem type's address, also with its slashes escaped. */
function isInAddress(bytes: Uint8Array, start: number, end: number): boolean {
  const after = at(bytes, end);
  return at(bytes, start - 1) === slash && (after === slash || after === 0x5c);
}

/** The last digit of what is looked for begins a status: in a colour (`[31m404`), after an arrow. */
function endsWithStatus(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  return numbers.isErrorAt(bytes, end - 1);
}

/** The log of CloudFront: the host and the path stand between the method and the status, each after a tab. */
function isAfterTabs(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  for (let tabs = 0; tabs < 2 && offset < end + longestRequest; offset++) {
    const byte = at(bytes, offset);
    if (byte === newline) {
      return false;
    }
    tabs += byte === tab ? 1 : 0;
  }
  return numbers.isErrorAt(bytes, offset);
}

/** `[429]   404 responses`: how often a load test got a status. */
function isCount(bytes: Uint8Array, start: number, _end: number, numbers: KnownNumbers): boolean {
  let offset = start;
  const passes = (test: (byte: number) => boolean, most: number) => {
    for (let count = 0; count < most && test(at(bytes, offset - 1)); count++) {
      offset--;
    }
  };
  passes(isDigit, 12);
  passes(isBlank, 20);
  return at(bytes, offset - 1) === 0x5d && numbers.isErrorBefore(bytes, offset - 1);
}

/** Squid: `TCP_MISS/503`. */
function isSquid(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const afterName = passOver(bytes, end, (byte) => isLetter(byte) || byte === 0x5f);
  return at(bytes, afterName) === slash && numbers.isErrorAt(bytes, afterName + 1);
}

/** `expected 200, got 503`, `expected 503 to equal 200`: the first number or the second. */
function isExpectation(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const first = firstNumber(bytes, end, end + wordsFar);
  return first >= 0 && (numbers.isErrorAt(bytes, first) || hasError(bytes, first + 3, wordsFar, numbers));
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

function context(text: string, isWorth: Context['isWorth'], isExact = false): Context {
  return { text, isExact, isWorth };
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE', 'PROPFIND'];
/** Words that speak of the status beside them; those of signs.ts that are rare enough to look for. */
const besideStatus = [
  ...['fail', 'respon', 'return', 'answer', 'repl', 'reject', 'refus', 'denied', 'block', 'receiv', 'errored', 'got '],
  ...['gave ', 'said', 'sent ', 'sending', 'wrote ', 'threw', 'throttl', 'unexpected', 'reason', 'limited', 'assert'],
  ...['fault', 'actual'],
];
/** What answered, before a status and a colon, and words after a status. */
const namesBesideStatus = [
  ...['server', 'upstream', 'backend', 'endpoint', 'gateway', 'proxy', 'webhook', 'service', 'origin', 'api'].map(
    (name) => `${name}:`,
  ),
  ...['retry', 'ratelimit', 'rate limit', 'forbidden', 'unavailable', 'overloaded'],
];
/** Ends of the colours that terminals know. */
const colours = [30, 40, 90, 100].flatMap((first) => Array.from({ length: 8 }, (_, index) => `${first + index}m`));

/** What stands beside the statuses and codes that `formats.ts` and `body.ts` read. A number is never looked for alone. */
export const contexts: readonly Context[] = [
  context('HTTP', isHttp, true),
  context('http', isHttp, true),
  context('Http', isHttp, true),
  context('status', isKeyOfStatus),
  context('code', isKeyOfCode),
  context('error', isError),
  context('exception', isError),
  ...besideStatus.map((text) => context(text, isBesideError)),
  ...namesBesideStatus.map((text) => context(text, isBesideName)),
  context('type', isType),
  ...['title', 'detail', 'message', 'account_id', 'client_id'].map((text) => context(text, isKeyOfBody)),
  ...methods.map((method) => context(`${method} `, isMethod, true)),
  ...methods.flatMap((method) => ['"', ']', '|'].map((end) => context(`${method}${end}`, isBesideRequest, true))),
  ...['"WebSocket ', '00] "', '30] "', '45] "'].map((text) =>
    context(text, (bytes, _start, end, numbers) => isQuotedRequest(bytes, end, end, numbers), true),
  ),
  context('"- http', (bytes, start, _end, numbers) => isAfterNumbers(bytes, start, numbers)),
  context(", message='", hasErrorBefore, true),
  context('<-- ', hasErrorNext, true),
  context('ms - ', hasErrorNext, true),
  context('too many ', hasErrorNext, true),
  context('Crawled (', hasErrorNext, true),
  context('Request finished ', isFinished, true),
  context('[GIN]', isGin, true),
  context("Result: '", hasErrorNext, true),
  context('Sent ', hasErrorNext, true),
  context('resp=', hasErrorNext, true),
  ...['TCP_', 'UDP_', 'NONE_'].map((text) => context(text, isSquid, true)),
  ...['expected', 'want'].map((text) => context(text, isExpectation)),
  context('[code:count]', isCountByStatus, true),
  context(' responses', isCount),
  ...methods.map((method) => context(`\t${method}\t`, isAfterTabs, true)),
  ...methods.map((method) => context(`]: ${method} `, hasErrorBefore, true)),
  context(' - - ', isHaproxy, true),
  ...[...colours, '[0m', '[1m', '-> ', '=> '].flatMap((end) =>
    ['4', '5'].map((digit) => context(`${end}${digit}`, endsWithStatus, true)),
  ),
  context('problems', isInAddress),
  context('about:blank', () => true),
];
