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

/** `':status', '502'` */
function isKeyOfStatus(bytes: Uint8Array, _start: number, end: number, numbers: KnownNumbers): boolean {
  const found = firstNumber(bytes, end, end + 8);
  return found >= 0 && numbers.isErrorAt(bytes, found);
}

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

function context(text: string, isWorth: Context['isWorth'], isExact = false): Context {
  return { text, isExact, isWorth };
}

/** What stands beside codes, and beside the statuses that no word speaks of. A number is never looked for alone. */
export const contexts: readonly Context[] = [
  context('HTTP/', isResponse, true),
  context('code', isKeyOfCode),
  context('twitter', isKeyOfCode),
  context('Twitter Description', () => true, true),
  context(':status', isKeyOfStatus, true),
  context('type', isType),
  ...['TCP_', 'UDP_', 'NONE_'].map((text) => context(text, isSquid, true)),
  context('[code:count]', isCountByStatus, true),
  context('problems', isInAddress),
  context('about:blank', () => true),
];
