import { at, isDigit, isLetter, newline, startsWith } from './bytes';

/** What stands behind a number up to the end of its line, or up to the request of a proxy's log: other columns, or nothing. */

const [quote, dot] = [0x22, 0x2e];
const longestNumber = 20;

/** How far behind a column of its own the request of a proxy's log is, in bytes. */
const longestColumns = 80;

/** Whether only numbers stand between an offset and a request in quotes: `502 502 404 1403 "POST`. */
export function isColumnBeforeRequest(bytes: Uint8Array, from: number): boolean {
  for (let offset = from; offset < from + longestColumns; offset++) {
    const byte = at(bytes, offset);
    if (byte === quote) {
      return startsWith(bytes, offset, '"- http', false) || isMethod(bytes, offset + 1);
    }
    if (!isDigit(byte) && byte !== 0x20 && byte !== 0x2d && byte !== dot) {
      return false;
    }
  }
  return false;
}

/** Whether a line ends with three numbers or more from an offset on: `shop.example 502 3 12030 404 503`. */
export function isBeforeLastColumns(bytes: Uint8Array, from: number): boolean {
  let columns = 0;
  for (let offset = from; offset < from + longestColumns; offset++) {
    const byte = at(bytes, offset);
    if (byte === newline || byte === 0x0d) {
      return columns > 2;
    }
    if (byte === 0x20) {
      columns++;
    } else if (!isDigit(byte)) {
      return false;
    }
  }
  return false;
}

/** Whether a line ends with one more number of four digits and more: `Unknown Channel 404 10003`. */
export function isBeforeLastCode(bytes: Uint8Array, from: number): boolean {
  let end = from + 1;
  while (isDigit(at(bytes, end)) && end - from < longestNumber) {
    end++;
  }
  return at(bytes, from) === 0x20 && end - from > 4 && isBlankTo(bytes, end);
}

/** Whether a number is the key of a count in printed data: `{'404': 12, 503: 4}`, `{404=>12}`. */
export function isKeyOfCount(bytes: Uint8Array, start: number): boolean {
  const isQuoted = isQuote(at(bytes, start - 1)) && isQuote(at(bytes, start + 3));
  const end = isQuoted ? start + 4 : start + 3;
  const isArrow = startsWith(bytes, end, '=>', true);
  if (at(bytes, end) !== colon && !isArrow) {
    return false;
  }
  const value = isArrow ? end + 2 : end + 1;
  let before = isQuoted ? start - 2 : start - 1;
  for (let count = 0; count < longestIndent && at(bytes, before) === 0x20; count++) {
    before--;
  }
  const opening = at(bytes, before);
  return (
    (opening === 0x7b || opening === 0x2c || opening === newline) &&
    isDigit(at(bytes, at(bytes, value) === 0x20 ? value + 1 : value))
  );
}

const colon = 0x3a;
const longestIndent = 12;

function isQuote(byte: number): boolean {
  return byte === quote || byte === 0x27;
}

/** Whether three capital letters at least stand at an offset. */
function isMethod(bytes: Uint8Array, start: number): boolean {
  return [0, 1, 2].every((index) => isLetter(at(bytes, start + index)) && at(bytes, start + index) < 0x61);
}

/** Whether a line ends behind a number. */
export function isBlankTo(bytes: Uint8Array, end: number): boolean {
  return at(bytes, at(bytes, end) === 0x0d ? end + 1 : end) === newline;
}
