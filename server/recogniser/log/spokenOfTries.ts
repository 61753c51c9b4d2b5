import { at, isBlank, isClosing, isLetter, isOfWord, newline } from './bytes';

/** Whether a number may be what somebody's own words say that a try came to, see `signsOfTries.ts`. */
export function isSpokenOfTry(bytes: Uint8Array, start: number): boolean {
  return (
    isBehindName(bytes, start) ||
    isFirstOfMessage(bytes, start) ||
    isInBrackets(bytes, start) ||
    isBeforeCode(bytes, start)
  );
}

/** How long the words between a colon and a number may be, in bytes. */
const longestNames = 48;
const [colon, comma, quote, hyphen, closeBrace] = [0x3a, 0x2c, 0x22, 0x2d, 0x7d];

/** `gave up: harbour 503`, `attempt 2 failed: harbour 503, retry after 4s` */
function isBehindName(bytes: Uint8Array, start: number): boolean {
  if (!isBlank(at(bytes, start - 1)) || !isOver(bytes, start + 3)) {
    return false;
  }
  let blanks = 0;
  for (let offset = start - 2; start - offset < longestNames && blanks < 3; offset--) {
    const byte = at(bytes, offset);
    if (byte === colon) {
      return blanks > 0;
    }
    if (!isBlank(byte) && !isOfWord(byte) && byte < 128 && byte !== hyphen) {
      return false;
    }
    blanks += isBlank(byte) ? 1 : 0;
  }
  return false;
}

/** Whether what is said ends at an offset, or goes on behind a comma. */
function isOver(bytes: Uint8Array, end: number): boolean {
  const next = at(bytes, end);
  return (
    next === newline ||
    next === 0x0d ||
    next === quote ||
    next === closeBrace ||
    isClosing(next) ||
    (next === comma && isBlank(at(bytes, end + 1)) && isLetter(at(bytes, end + 2)))
  );
}

/** `503, next try in 2s` */
function isFirstOfMessage(bytes: Uint8Array, start: number): boolean {
  const previous = at(bytes, start - 1);
  const earlier = at(bytes, start - 2);
  const isFirst =
    previous === newline ||
    previous === quote ||
    (isBlank(previous) && (isClosing(earlier) || earlier === colon || earlier === hyphen || !isLetter(earlier)));
  return isFirst && at(bytes, start + 3) === comma && isBlank(at(bytes, start + 4)) && isLetter(at(bytes, start + 5));
}

/** `[503] pier unavailable` */
function isInBrackets(bytes: Uint8Array, start: number): boolean {
  const end = start + 3;
  return (
    at(bytes, start - 1) === 0x5b &&
    at(bytes, end) === 0x5d &&
    isBlank(at(bytes, end + 1)) &&
    isLetter(at(bytes, end + 2))
  );
}

/** `-> 402 berth_declined` */
function isBeforeCode(bytes: Uint8Array, start: number): boolean {
  let end = start + 4;
  if (!isBlank(at(bytes, start - 1)) || at(bytes, start - 2) !== 0x3e || !isBlank(at(bytes, start + 3))) {
    return false;
  }
  while (isLetter(at(bytes, end)) && end - start < longestNames) {
    end++;
  }
  return at(bytes, end) === 0x5f;
}
