/**
 * Parts of a line that say nothing of an error, whatever catalogs know: ids, addresses, times, durations, the values of
 * names that say so, and what a client sent. Offsets are of the line, in UTF-16 units.
 */

/** How far a name before a number is followed. */
const longestName = 40;
/** Letters and digits that say nothing, as of a trace: so many at least. */
const shortestId = 16;
/** The parts of a UUID end here. */
const uuid = { hyphens: [8, 13, 18, 23], length: 36 } as const;
/** How far behind the status of a request a number is looked for. */
const longestColumns = 60;
/** A longer path, and a longer name of a client, stays as it is. */
const longestSent = 500;

export const kinds = { digit: 1, word: 2, hex: 4, space: 8, letter: 16, ofPath: 32, capital: 64 } as const;
const kindOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  return (
    (/\d/.test(unit) ? kinds.digit : 0) |
    (/\w/.test(unit) ? kinds.word : 0) |
    (/[0-9a-f]/.test(unit) ? kinds.hex : 0) |
    (/\s/.test(unit) ? kinds.space : 0) |
    (/[A-Za-z]/.test(unit) ? kinds.letter : 0) |
    (/[\w/.~%=&?+@-]/.test(unit) ? kinds.ofPath : 0) |
    (/[A-Z]/.test(unit) ? kinds.capital : 0)
  );
});
export const [quote, ampersand, comma, dot, slash, equals, question] = [0x22, 0x26, 0x2c, 0x2e, 0x2f, 0x3d, 0x3f];
export const [space, hyphen, colon, closeBrace, zero, nine] = [0x20, 0x2d, 0x3a, 0x7d, 0x30, 0x39];
const openingBracket = 0x5b;

/** What a unit is: flags of {@link kinds}. What is not ASCII is nothing of all this. */
export function kindAt(line: string, at: number): number {
  return kindOf[line.charCodeAt(at)] ?? 0;
}

/** Whether a word that ends at an offset is not a part of a longer one. */
function isEndOfWord(line: string, end: number): boolean {
  return end >= line.length || (line.charCodeAt(end) < 128 && (kindAt(line, end) & kinds.word) === 0);
}

/** Where the id that begins at an offset ends; the offset itself where none does. */
export function endOfId(line: string, start: number): number {
  let end = start;
  let has = 0;
  while (end < line.length && (kindAt(line, end) & kinds.hex) !== 0) {
    has |= kindAt(line, end) & (kinds.digit | kinds.letter);
    end++;
  }
  const isLong = end - start >= shortestId && has === (kinds.digit | kinds.letter);
  const last = !isLong && isUuid(line, start, end) ? start + uuid.length : end;
  return (isLong || last > end) && isEndOfWord(line, last) ? last : start;
}

function isUuid(line: string, start: number, firstEnd: number): boolean {
  if (firstEnd - start !== uuid.hyphens[0] || start + uuid.length > line.length) {
    return false;
  }
  for (let at = firstEnd; at < start + uuid.length; at++) {
    const isHyphen = line.charCodeAt(at) === hyphen;
    if (uuid.hyphens.some((place) => start + place === at) ? !isHyphen : (kindAt(line, at) & kinds.hex) === 0) {
      return false;
    }
  }
  return true;
}

/** Where the address of a machine that begins at an offset ends, `192.0.2.7`; the offset itself where none does. */
export function endOfAddress(line: string, start: number): number {
  const before = start > 0 ? line.charCodeAt(start - 1) : 0;
  if (before === dot || (start > 0 && (kindAt(line, start - 1) & kinds.word) !== 0)) {
    return start;
  }
  let at = start;
  for (let part = 0; part < 4; part++) {
    const first = line.charCodeAt(at);
    let digits = 0;
    while (digits < 4 && (kindAt(line, at + digits) & kinds.digit) !== 0) {
      digits++;
    }
    if (digits === 0 || digits > 3 || (digits === 3 && first > 0x32)) {
      return start;
    }
    at += digits;
    if (part < 3 && line.charCodeAt(at++) !== dot) {
      return start;
    }
  }
  return line.charCodeAt(at) !== dot && isEndOfWord(line, at) ? at : start;
}

const time = /(?<![^\W_T]|\.)\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:.,])/y;
const date = /(?<![\w.])\d{4}-\d\d-\d\d(?![\d-])|(?<![\w./])\d\d\/[A-Z][a-z]{2}\/\d{4}(?!\d)/y;
const day = /(?<=(?:^|\W)[A-Z][a-z]{2} {1,2})\d{1,2}(?= \d\d:\d\d:\d\d)/y;

/** Where the time of day that begins at an offset ends, `08:12:44.404`; the offset itself where none does. */
export function endOfTime(line: string, start: number): number {
  return line.charCodeAt(start + 2) === colon ? endOf(time, line, start) : start;
}

/** The same for a date: `2026-11-21`, `21/Nov/2026`, and the `21` of `Nov 21 08:12:44`. */
export function endOfDate(line: string, start: number): number {
  return line.charCodeAt(start + 4) === hyphen || line.charCodeAt(start + 2) === slash
    ? endOf(date, line, start)
    : line.charCodeAt(start + 4) === colon || line.charCodeAt(start + 5) === colon
      ? endOf(day, line, start)
      : start;
}

function endOf(pattern: RegExp, line: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(line) ? pattern.lastIndex : start;
}

/**
 * Whether a number between two offsets is the value of a name that says that it is no error, or a size behind a
 * status: `took=404ms`, `"pid":404,`, `?page=404`, `" 503 404 "`.
 * @param isTelling whether the value of a name may be a code or a status
 */
export function isAside(line: string, start: number, end: number, isTelling: (name: string) => boolean): boolean {
  const before = line.charCodeAt(start - 1);
  if ((before !== space && before !== equals && before !== colon) || !isEndOfValue(line, end)) {
    return false;
  }
  if (before === space) {
    return isBehindStatus(line, start);
  }
  const last = before === equals ? start - 1 : start - 2;
  let name = last;
  while (name > 0 && start - name < longestName && (kindAt(line, name - 1) & kinds.word) !== 0) {
    name--;
  }
  const opening = name > 0 ? line.charCodeAt(name - 1) : 0;
  const isNamed =
    name < last &&
    (kindAt(line, name) & kinds.letter) !== 0 &&
    (before === colon
      ? opening === quote && line.charCodeAt(last) === quote
      : opening === question || opening === ampersand || (name > 0 && (kindAt(line, name - 1) & kinds.space) !== 0));
  return isNamed && !isTelling(line.slice(name, last));
}

/** Whether a value ends at an offset, perhaps behind a unit of one or two letters. */
function isEndOfValue(line: string, end: number): boolean {
  const next = line.charCodeAt(end);
  if (end >= line.length || (kindAt(line, end) & kinds.space) !== 0) {
    return true;
  }
  if (next === comma || next === closeBrace || next === ampersand || next === quote) {
    return true;
  }
  let last = end;
  while (last < end + 2 && (kindAt(line, last) & kinds.letter) !== 0) {
    last++;
  }
  return last > end && isEndOfWord(line, last);
}

/** Whether only columns stand between an offset and a status behind a quote: `" 503 `, `" 503 UF 0 `. */
function isBehindStatus(line: string, start: number): boolean {
  let at = start - 1;
  while (start - at < longestColumns && isOfColumn(line, at)) {
    at--;
  }
  return (
    at + 6 <= start &&
    line.charCodeAt(at) === quote &&
    line.charCodeAt(at + 1) === space &&
    [2, 3, 4].every((ahead) => (kindAt(line, at + ahead) & kinds.digit) !== 0) &&
    line.charCodeAt(at + 5) === space
  );
}

function isOfColumn(line: string, at: number): boolean {
  const unit = line.charCodeAt(at);
  return unit === space || unit === hyphen || unit === dot || (kindAt(line, at) & (kinds.digit | kinds.capital)) !== 0;
}

/** Whether a number between two offsets is a duration: `after 404 ms`, and not `code 404 ms`. */
export function isDuration(line: string, start: number, end: number, isTelling: (name: string) => boolean): boolean {
  const unit = line.charCodeAt(end) === space ? end + 1 : end;
  if (line.charCodeAt(unit) !== 0x6d || line.charCodeAt(unit + 1) !== 0x73 || !isEndOfWord(line, unit + 2)) {
    return false;
  }
  const last = line.charCodeAt(start - 1) === space ? start - 1 : start;
  let word = last;
  while (word > 0 && last - word < longestName && (kindAt(line, word - 1) & kinds.word) !== 0) {
    word--;
  }
  return word < last && last < start && !isTelling(line.slice(word, last));
}

/** Where the path of the address begins whose `//` stands at an offset; -1 without one. */
export function pathOfAddress(line: string, start: number): number {
  let at = start + 2;
  while (at < line.length && (kindAt(line, at) & kinds.ofPath) !== 0 && line.charCodeAt(at) !== slash) {
    at += 1;
    if (line.charCodeAt(at) === colon) {
      at += 1;
    }
  }
  return line.charCodeAt(at) === slash && at > start + 2 ? at : -1;
}

const method = /(?<=(?<![\w-])(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) )(?=\/)/y;

/** Whether the path of a request begins at an offset: `GET /`. */
export function isPathOfRequest(line: string, start: number): boolean {
  method.lastIndex = start;
  return line.charCodeAt(start - 1) === space && method.test(line);
}

/** Where a path that begins at an offset ends, without the punctuation behind it. */
export function endOfPath(line: string, start: number): number {
  let end = start;
  while (end - start < longestSent && (kindAt(line, end) & kinds.ofPath) !== 0) {
    end++;
  }
  // `?page[size]=500`: what goes on is the value of a parameter.
  if (end - start === longestSent || line.charCodeAt(end) === openingBracket) {
    return start;
  }
  while (end > start && (line.charCodeAt(end - 1) === dot || line.charCodeAt(end - 1) === question)) {
    end--;
  }
  return end;
}

const product = /[A-Za-z][\w.-]{1,30}(?<!^HTTP|"HTTP)\/\d[^"\n\\]{0,400}(?=")/y;

/** Where the name and version of a client that begins behind a quote ends; the offset itself without one. */
export function endOfClient(line: string, start: number): number {
  return (kindAt(line, start) & kinds.letter) === 0 ? start : endOf(product, line, start);
}
