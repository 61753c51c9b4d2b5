import { at, isBlank, isDigit, newline } from './bytes';

/** How far before a number its list begins, and how far before that the class of its statuses is named, in bytes. */
const longestList = 60;
const longestWords = 60;
const [comma, opening, closing] = [0x2c, 0x28, 0x29];

/** Whether a number is one of a list in parentheses behind a class of statuses: `three 5xx in a row (502, 503)`. */
export function isListedBehindClass(bytes: Uint8Array, start: number): boolean {
  const first = openingBefore(bytes, start);
  if (first < 0) {
    return false;
  }
  for (let offset = first - 1; first - offset < longestWords && at(bytes, offset) !== newline; offset--) {
    if (isX(at(bytes, offset)) && isX(at(bytes, offset - 1)) && (at(bytes, offset - 2) | 1) === 0x35) {
      return true;
    }
  }
  return false;
}

/** Where the parenthesis stands that a number of a list follows; -1 where none does. */
function openingBefore(bytes: Uint8Array, start: number): number {
  let first = start - 1;
  while (start - first < longestList && isOfList(at(bytes, first))) {
    first--;
  }
  return at(bytes, first) === opening ? first : -1;
}

function isOfList(byte: number): boolean {
  return isDigit(byte) || byte === comma || isBlank(byte);
}

function isX(byte: number): boolean {
  return (byte | 32) === 0x78;
}

/** So many statuses in parentheses are a list of errors where a line speaks of several. */
const fewestListed = 3;

/** Whether a number is one of nothing but statuses in parentheses: `nach vier Fehlern (402, 451, 428, 415)`. */
export function isListedWithOthers(bytes: Uint8Array, start: number): boolean {
  const first = openingBefore(bytes, start);
  if (first < 0) {
    return false;
  }
  let count = 0;
  let offset = first + 1;
  for (; isErrorOfThree(bytes, offset) && offset - first < 2 * longestList; count++) {
    offset += at(bytes, offset + 3) === comma ? (isBlank(at(bytes, offset + 4)) ? 5 : 4) : 3;
  }
  return count >= fewestListed && at(bytes, offset) === closing;
}

function isErrorOfThree(bytes: Uint8Array, start: number): boolean {
  return (
    (at(bytes, start) === 0x34 || at(bytes, start) === 0x35) &&
    isDigit(at(bytes, start + 1)) &&
    isDigit(at(bytes, start + 2)) &&
    !isDigit(at(bytes, start + 3))
  );
}
