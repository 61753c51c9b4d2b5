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

/** Whether three capital letters at least stand at an offset. */
function isMethod(bytes: Uint8Array, start: number): boolean {
  return [0, 1, 2].every((index) => isLetter(at(bytes, start + index)) && at(bytes, start + index) < 0x61);
}

/** Whether a line ends behind a number. */
export function isBlankTo(bytes: Uint8Array, end: number): boolean {
  return at(bytes, at(bytes, end) === 0x0d ? end + 1 : end) === newline;
}
