/** Looks at single bytes of a text in UTF-8 or in units of one byte. Beyond its ends stand line ends. */

export const newline = 10;

/** Which bytes are digits, letters, and so on: flags. */
const isDigitFlag = 1;
const isLetterFlag = 2;
const isWordFlag = 4;
const isBlankFlag = 8;

const flags = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  const isOfWord = byte >= 128 || /\w/.test(character);
  return (
    (/\d/.test(character) ? isDigitFlag : 0) |
    (/[A-Za-z]/.test(character) ? isLetterFlag : 0) |
    (isOfWord ? isWordFlag : 0) |
    (/[ \t\r]/.test(character) ? isBlankFlag : 0)
  );
});

export function at(bytes: Uint8Array, offset: number): number {
  return offset >= 0 && offset < bytes.length ? (bytes[offset] ?? newline) : newline;
}

export function isDigit(byte: number): boolean {
  return ((flags[byte] ?? 0) & isDigitFlag) !== 0;
}

export function isLetter(byte: number): boolean {
  return ((flags[byte] ?? 0) & isLetterFlag) !== 0;
}

/** A letter, a digit or `_`; what is not ASCII counts as a letter. */
export function isOfWord(byte: number): boolean {
  return ((flags[byte] ?? 0) & isWordFlag) !== 0;
}

/** A space or tab, or the first part of a line end. */
export function isBlank(byte: number): boolean {
  return ((flags[byte] ?? 0) & isBlankFlag) !== 0;
}

const encoder = new TextEncoder();
/** Texts are made bytes here: memory of its own for each would be outside of the heap, and dear to give back. */
let memory = new Uint8Array(64 * 1_024);

/**
 * A byte for each unit of a part of a text, so that offsets stay. What is not ASCII becomes 255, and a typeset quote `"`.
 * @returns memory that the next call writes over
 */
export function unitsOf(text: string, from: number, to: number): Uint8Array {
  if (memory.length < to - from) {
    memory = new Uint8Array(to - from);
  }
  const bytes = memory.subarray(0, to - from);
  if (encoder.encodeInto(text.slice(from, to), bytes).read === to - from) {
    return bytes;
  }
  for (let offset = from; offset < to; offset++) {
    const unit = text.charCodeAt(offset);
    bytes[offset - from] = unit < 128 ? unit : isTypesetQuote(unit) ? quote : 255;
  }
  return bytes;
}

const quote = 0x22;

/** Quotes and opening brackets. */
export function isOpening(byte: number): boolean {
  return (
    byte === quote || byte === 0x27 || byte === 0x60 || byte === 0x28 || byte === 0x5b || byte === 0x3c || byte === 0x7b
  );
}

/** Quotes and closing brackets. */
export function isClosing(byte: number): boolean {
  return (
    byte === quote || byte === 0x27 || byte === 0x60 || byte === 0x29 || byte === 0x5d || byte === 0x3e || byte === 0x7d
  );
}

/** The double quotes that word processors and forums set. */
function isTypesetQuote(unit: number): boolean {
  return unit >= 0x201c && unit <= 0x201f;
}

/** The same in UTF-8, for a byte of one. */
function isOfTypesetQuote(bytes: Uint8Array, offset: number): boolean {
  for (let start = offset; start > offset - 3; start--) {
    if (at(bytes, start) === 0xe2) {
      return at(bytes, start + 1) === 0x80 && at(bytes, start + 2) >= 0x9c && at(bytes, start + 2) <= 0x9f;
    }
  }
  return false;
}

/** Whether a byte is of a word, see {@link isOfWord}; of such a quote it is not. */
export function isOfWordAt(bytes: Uint8Array, offset: number): boolean {
  const byte = at(bytes, offset);
  return isOfWord(byte) && (byte < 128 || !isOfTypesetQuote(bytes, offset));
}

/** Whether the bytes at an offset are those of a text in ASCII, in lower case unless `isExact`. */
export function startsWith(bytes: Uint8Array, offset: number, text: string, isExact: boolean): boolean {
  for (let index = 0; index < text.length; index++) {
    const byte = at(bytes, offset + index);
    const unit = text.charCodeAt(index);
    if (byte !== unit && (isExact || (byte | 32) !== unit || !isLetter(byte))) {
      return false;
    }
  }
  return true;
}

/** The number of at most four digits that begins at an offset; -1 for a longer one. */
export function numberAt(bytes: Uint8Array, offset: number): number {
  let value = 0;
  for (let count = 0; count < 5; count++) {
    const byte = at(bytes, offset + count);
    if (!isDigit(byte)) {
      return count === 0 ? -1 : value;
    }
    value = value * 10 + byte - 48;
  }
  return -1;
}

/** The number of at most four digits that ends before an offset; -1 for a longer one, or without one. */
export function numberBefore(bytes: Uint8Array, end: number): number {
  let start = end;
  while (end - start < 5 && isDigit(at(bytes, start - 1))) {
    start--;
  }
  return numberAt(bytes, start);
}

/**
 * Where the first number between two offsets begins, -1 without one. The numbers of colours, as terminals have them,
 * do not count.
 */
export function firstNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let offset = from; offset < to; offset++) {
    if (isDigit(at(bytes, offset))) {
      const before = at(bytes, offset - 1);
      let end = offset + 1;
      while (isDigit(at(bytes, end)) && end - offset < 20) {
        end++;
      }
      const after = at(bytes, end);
      if ((before === 0x5b || before === 0x3b) && (after === 0x6d || after === 0x3b)) {
        offset = end;
        continue;
      }
      return offset;
    }
  }
  return -1;
}

/** The offset in UTF-8 that lies so many UTF-16 units before another, or the beginning. */
export function unitsBefore(bytes: Uint8Array, offset: number, units: number): number {
  let at = offset;
  for (let left = units; left > 0 && at > 0;) {
    const byte = bytes[--at] ?? 0;
    left -= isContinuation(byte) ? 0 : unitsFrom(byte);
  }
  return at;
}

/** The offset in UTF-8 that lies so many UTF-16 units behind another, or the end. */
export function unitsAfter(bytes: Uint8Array, offset: number, units: number): number {
  let at = offset;
  for (let left = units; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!isContinuation(byte)) {
      if (left <= 0) {
        break;
      }
      left -= unitsFrom(byte);
    }
  }
  return at;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** How many UTF-16 units a character has that begins with a byte. */
function unitsFrom(byte: number): number {
  return byte >= 0xf0 ? 2 : 1;
}

/** Longer words speak of nothing. */
export const longestWord = 20;

/** The last word that ends at an offset, in small letters. Where a name goes on with a capital its last word begins. */
export function wordBefore(bytes: Uint8Array, end: number): string {
  let start = end;
  while (end - start < longestWord && isLetter(at(bytes, start - 1))) {
    // `responseStatus`
    start--;
    if (at(bytes, start) < 0x61 && at(bytes, start - 1) >= 0x61) {
      break;
    }
  }
  return wordOf(bytes, start, end);
}

/** The letters between two offsets, small. */
export function wordOf(bytes: Uint8Array, start: number, end: number): string {
  let word = '';
  for (let offset = start; offset < end; offset++) {
    word += String.fromCharCode(at(bytes, offset) | 32);
  }
  return word;
}

/** Whether a byte joins what is said: `,`, `.`, `:`, `;`, `-`, `|`. */
export function isPunctuation(byte: number): boolean {
  return byte === 0x2c || byte === 0x2e || byte === 0x3a || byte === 0x3b || byte === 0x2d || byte === 0x7c;
}
