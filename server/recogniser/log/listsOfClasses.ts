import { at, isBlank, isDigit, newline } from './bytes';

/** How far before a number its list begins, and how far before that the class of its statuses is named, in bytes. */
const longestList = 60;
const longestWords = 60;
const [comma, opening] = [0x2c, 0x28];

/** Whether a number is one of a list in parentheses behind a class of statuses: `three 5xx in a row (502, 503)`. */
export function isListedBehindClass(bytes: Uint8Array, start: number): boolean {
  let first = start - 1;
  while (start - first < longestList && isOfList(at(bytes, first))) {
    first--;
  }
  if (at(bytes, first) !== opening) {
    return false;
  }
  for (let offset = first - 1; first - offset < longestWords && at(bytes, offset) !== newline; offset--) {
    if (isX(at(bytes, offset)) && isX(at(bytes, offset - 1)) && (at(bytes, offset - 2) | 1) === 0x35) {
      return true;
    }
  }
  return false;
}

function isOfList(byte: number): boolean {
  return isDigit(byte) || byte === comma || isBlank(byte);
}

function isX(byte: number): boolean {
  return (byte | 32) === 0x78;
}
