import { at, isBlank, isDigit, isOfWord, newline } from './bytes';
import type { KnownNumbers } from './numbers';
import { isSpokenOf } from './spokenOf';

/** How far from a word a status is looked for, in bytes. */
const far = { before: 28, after: 60 };
/** How far an address is followed, and how much may stand between it and a status, in bytes. */
const longestAddress = 500;
const addressGap = 10;

/**
 * A status of its own beside a word that speaks of one: `returned an error: 403`, `a 502 response`. The word may go on
 * after what is looked for, but not become part of a longer name: `responseTime`.
 */
export function isBesideError(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  // `python-requests/2.32` is the name of a program.
  if (isJoint(at(bytes, start - 1))) {
    return false;
  }
  let offset = end;
  while (isSmallLetter(at(bytes, offset)) && offset < end + far.before) {
    offset++;
  }
  const isWord = !isOfWord(at(bytes, offset)) || isFirstDigit(at(bytes, offset)) || offset === end;
  return (
    (isWord && hasErrorAfter(bytes, offset, far.after, numbers)) || hasErrorBefore(bytes, start, far.before, numbers)
  );
}

/** `429 from upstream`, `API: 429`: a status before what answered it, or after its name and a colon. */
export function isBesideName(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  if (isJoint(at(bytes, start - 1))) {
    return false;
  }
  const after = at(bytes, end - 1) === 0x3a ? end : at(bytes, end) === 0x3a ? end + 1 : -1;
  return (
    (after >= 0 && hasErrorAfter(bytes, after, addressGap, numbers)) ||
    hasErrorBefore(bytes, start, far.before, numbers)
  );
}

/** Whether the first number of three digits after an offset, on the same line, is the status of an error. */
export function hasErrorAfter(bytes: Uint8Array, from: number, most: number, numbers: KnownNumbers): boolean {
  for (let offset = from; offset < from + most; offset++) {
    const byte = at(bytes, offset);
    if (byte === newline) {
      return false;
    }
    if (isDigit(byte) && isOfThreeDigits(bytes, offset) && isSpokenOf(bytes, offset)) {
      return numbers.isErrorAt(bytes, offset) && !isValueOfOther(bytes, from, offset);
    }
  }
  return false;
}

/** Whether the last number of three digits before an offset, on the same line, is the status of an error. */
export function hasErrorBefore(bytes: Uint8Array, to: number, most: number, numbers: KnownNumbers): boolean {
  for (let offset = to - 3; offset >= to - most; offset--) {
    const byte = at(bytes, offset + 2);
    if (byte === newline || byte === 0x22) {
      return false;
    }
    if (isDigit(byte) && isOfThreeDigits(bytes, offset)) {
      return !isValue(at(bytes, offset - 1)) && numbers.isErrorAt(bytes, offset) && isSpokenOf(bytes, offset);
    }
  }
  return false;
}

/** `https://a.example/b: 404`, `(404) https://a.example/b`: a status right beside an address. */
export function isBesideAddress(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  let offset = end;
  while (offset < end + longestAddress && isOfAddress(at(bytes, offset))) {
    offset++;
  }
  return hasErrorAfter(bytes, offset - 1, addressGap, numbers) || hasErrorBefore(bytes, start, addressGap, numbers);
}

/** `GET /a {} 404 (12ms)`, `404 GET /a`, `| 404 | 12ms | 10.0.0.4 | GET |`: a status in a column near a request. */
export function isBesideRequest(bytes: Uint8Array, start: number, end: number, numbers: KnownNumbers): boolean {
  if (isOfWord(at(bytes, start - 1))) {
    return false;
  }
  let offset = end;
  while (isSeparator(at(bytes, offset)) && offset < end + addressGap) {
    offset++;
  }
  while (offset < end + longestAddress && !isSeparator(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset++;
  }
  return (
    hasErrorAfter(bytes, offset, addressGap, numbers) ||
    numbers.isErrorBefore(bytes, endOfNumberBefore(bytes, start)) ||
    hasErrorInColumn(bytes, start, numbers)
  );
}

/** How far before a request the column of its status begins, in bytes. */
const longestColumns = 80;

/** Where the number ends that stands right before a request; the start of the request without one. */
function endOfNumberBefore(bytes: Uint8Array, start: number): number {
  let offset = start;
  while (isSeparator(at(bytes, offset - 1)) && start - offset < addressGap) {
    offset--;
  }
  return offset;
}

function hasErrorInColumn(bytes: Uint8Array, to: number, numbers: KnownNumbers): boolean {
  for (let offset = to - 5; offset > to - longestColumns && at(bytes, offset) !== newline; offset--) {
    if (at(bytes, offset) === 0x7c && at(bytes, offset + 1) === 0x20 && numbers.isErrorAt(bytes, offset + 2)) {
      return true;
    }
  }
  return false;
}

function isFirstDigit(byte: number): boolean {
  return byte === 0x34 || byte === 0x35;
}

/** Whether a number of three digits begins at an offset, which is not part of a longer name, time, address or amount. */
function isOfThreeDigits(bytes: Uint8Array, offset: number): boolean {
  const before = at(bytes, offset - 1);
  const after = at(bytes, offset + 3);
  return (
    isDigit(at(bytes, offset)) &&
    isDigit(at(bytes, offset + 1)) &&
    isDigit(at(bytes, offset + 2)) &&
    !isOfWord(after) &&
    !(isJoint(after) && (after !== 0x2e || isDigit(at(bytes, offset + 4)))) &&
    !isDigit(before) &&
    !isJoint(before) &&
    !((before === 0x3a || before === 0x2c) && isDigit(at(bytes, offset - 2)))
  );
}

/** Whether a number is the value of a name that begins after an offset: `return send(limit=404)`. */
function isValueOfOther(bytes: Uint8Array, from: number, number: number): boolean {
  if (!isValue(at(bytes, number - 1)) || isBlank(at(bytes, number - 1))) {
    return false;
  }
  for (let offset = from; offset < number - 1; offset++) {
    if (isBlank(at(bytes, offset))) {
      return true;
    }
  }
  return false;
}

/** Whether what comes before a number makes it the value of a name, so that the words after it do not speak of it. */
function isValue(before: number): boolean {
  return before === 0x3a || before === 0x3d;
}

/** `-`, `.` and `/` join numbers to names, amounts and addresses; a full stop may follow one. */
function isJoint(byte: number): boolean {
  return byte === 0x2d || byte === 0x2e || byte === 0x2f;
}

function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isSeparator(byte: number): boolean {
  return isBlank(byte) || byte === 0x7c || byte === 0x22 || byte === 0x5d || byte === 0x2c;
}

function isOfAddress(byte: number): boolean {
  return !isBlank(byte) && byte !== newline && byte !== 0x22 && byte !== 0x27 && byte !== 0x3e;
}
