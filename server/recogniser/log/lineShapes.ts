import type { Entry } from '../../../shared/catalog/catalog';

/** A longer line hardly comes twice. UTF-16 units. */
export const longestShape = 1_000;
/** How far a name before a number is followed, in UTF-16 units. */
const longestName = 40;
/** Names whose value may be a code or a status, by their ends, and names that a message's code may stand beside. */
const telling =
  /(?:code|status|error|err|http|response|resp|reason|result|number|errno|no|(?<!^p)id|type|data|body|errors)$/i;
/** Letters and digits that say nothing, as of a trace: so many at least. */
const shortestId = 16;
/** The parts of a UUID end here. */
const uuid = { hyphens: [8, 13, 18, 23], length: 36 } as const;
/** Most names of which it is remembered whether they tell anything. */
const mostNames = 10_000;

const kinds = { digit: 1, word: 2, hex: 4, space: 8, letter: 16 } as const;
const kindOf = Uint8Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code);
  return (
    (/\d/.test(unit) ? kinds.digit : 0) |
    (/\w/.test(unit) ? kinds.word : 0) |
    (/[0-9a-f]/.test(unit) ? kinds.hex : 0) |
    (/\s/.test(unit) ? kinds.space : 0) |
    (/[A-Za-z]/.test(unit) ? kinds.letter : 0)
  );
});
const [quote, ampersand, comma, dot, equals, question, closeBrace] = [0x22, 0x26, 0x2c, 0x2e, 0x3d, 0x3f, 0x7d];
const [space, hyphen, colon, zero, nine] = [0x20, 0x2d, 0x3a, 0x30, 0x39];
const decoder = new TextDecoder();
/** Stands for each letter and digit of an id. */
const ofId = 0x66;
/** Stands for each digit of an address and of a time. */
const ofAddress = 0x31;

/**
 * The shapes of lines: what is left of a line when numbers and ids that mean nothing to any catalog are replaced by
 * others of the same length that mean nothing. What is read in a line is read in every line of its shape.
 */
export class LineShapes {
  readonly #known = new Set<string>();
  readonly #standIns = new Map<string, string>();
  readonly #telling = new Map<string, boolean>();
  readonly #units = new Uint16Array(longestShape);
  readonly #bytes = new Uint8Array(longestShape);

  constructor(entries: readonly Entry[]) {
    for (const { value, aliases = [], titles = [], messages = [], fields = {} } of entries) {
      const texts = [
        value,
        ...aliases,
        ...titles,
        ...messages,
        ...Object.keys(fields),
        ...Object.values(fields).flat(),
      ];
      for (const [number] of texts.join(' ').matchAll(/\d+/g)) {
        this.#known.add(plain(number));
      }
    }
  }

  /** The shape of a text of at most {@link longestShape} units. */
  of(line: string): string {
    const units = this.#units;
    const { length } = line;
    let all = 0;
    for (let at = 0; at < length;) {
      const unit = line.charCodeAt(at);
      all |= unit;
      const before = at > 0 ? kindAt(line, at - 1) : 0;
      if ((kindAt(line, at) & kinds.hex) !== 0 && (before & kinds.word) === 0) {
        const end = endOfId(line, at);
        if (end > at) {
          for (; at < end; at++) {
            units[at] = line.charCodeAt(at) === hyphen ? hyphen : ofId;
          }
          continue;
        }
      }
      if (unit >= zero && unit <= nine) {
        at = this.#number(line, at);
      } else {
        units[at++] = unit;
      }
    }
    const used = units.subarray(0, length);
    if (all > 127) {
      return String.fromCharCode(...used);
    }
    this.#bytes.set(used);
    return decoder.decode(this.#bytes.subarray(0, length));
  }

  /** Whether a text holds no number that a shape leaves out. */
  isPlain(line: string): boolean {
    return line.length <= longestShape && this.of(line) === line;
  }

  /** Writes what stands for the number, or the address, at an offset. @returns where it ends */
  #number(line: string, start: number): number {
    const units = this.#units;
    const whole = Math.max(endOfAddress(line, start), endOfTime(line, start));
    if (whole > start) {
      for (let at = start; at < whole; at++) {
        units[at] = (kindAt(line, at) & kinds.digit) === 0 ? line.charCodeAt(at) : ofAddress;
      }
      return whole;
    }
    let end = start + 1;
    while (end < line.length && (kindAt(line, end) & kinds.digit) !== 0) {
      end++;
    }
    if (this.#isDuration(line, start, end) || this.#isAside(line, start, end)) {
      units.fill(nine, start, end);
      return end;
    }
    // Single digits stay: they are versions and parts of names.
    const number = line.slice(start, end);
    const standIn = end - start === 1 ? number : this.#standIn(number);
    for (let at = start; at < end; at++) {
      units[at] = standIn.charCodeAt(at - start);
    }
    return end;
  }

  #standIn(number: string): string {
    if (number.length > 4) {
      return this.#known.has(plain(number)) ? number : this.#unknown(number.length, '9');
    }
    let found = this.#standIns.get(number);
    if (found === undefined) {
      found = this.#known.has(plain(number)) ? number : this.#unknown(number.length, firstOfLike(number));
      this.#standIns.set(number, found);
    }
    return found;
  }

  /** The largest number of a length and a first digit that is not known; the same for all of them. */
  #unknown(length: number, first: string): string {
    const rest = '9'.repeat(length - 1);
    for (let last = Number(rest.slice(-3)); last >= 0; last--) {
      const number = first + rest.slice(3) + String(last).padStart(Math.min(3, rest.length), '0');
      if (!this.#known.has(plain(number))) {
        return number;
      }
    }
    return first + rest;
  }

  /**
   * Whether a number between two offsets is the value of a name that says that it is no error, or a size behind a
   * status: `took=404ms`, `"pid":404,`, `?page=404`, `" 503 404 "`. It means nothing, whatever catalogs know.
   */
  #isAside(line: string, start: number, end: number): boolean {
    const before = line.charCodeAt(start - 1);
    if ((before !== space && before !== equals && before !== colon) || !isEndOfValue(line, end)) {
      return false;
    }
    if (before === space) {
      return isAfterStatus(line, start);
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
    return isNamed && !this.#isTelling(line.slice(name, last));
  }

  /** `after 404 ms`, and not `code 404 ms`. */
  #isDuration(line: string, start: number, end: number): boolean {
    if (!isMilliseconds(line, end)) {
      return false;
    }
    const last = line.charCodeAt(start - 1) === space ? start - 1 : start;
    let word = last;
    while (word > 0 && last - word < longestName && (kindAt(line, word - 1) & kinds.word) !== 0) {
      word--;
    }
    return word < last && last < start && !this.#isTelling(line.slice(word, last));
  }

  #isTelling(name: string): boolean {
    let is = this.#telling.get(name);
    if (is === undefined) {
      if (this.#telling.size >= mostNames) {
        this.#telling.clear();
      }
      is = telling.test(name);
      this.#telling.set(copied(name), is);
    }
    return is;
  }
}

/** Whether a word that ends at an offset is not a part of a longer one. */
function isEndOfWord(line: string, end: number): boolean {
  return end >= line.length || (line.charCodeAt(end) < 128 && (kindAt(line, end) & kinds.word) === 0);
}

/** What is not ASCII is nothing of all this. */
function kindAt(line: string, at: number): number {
  return kindOf[line.charCodeAt(at)] ?? 0;
}

/** Where the id that begins at an offset ends; the offset itself where none does. */
function endOfId(line: string, start: number): number {
  let end = start;
  let hasDigit = 0;
  while (end < line.length && (kindAt(line, end) & kinds.hex) !== 0) {
    hasDigit |= kindAt(line, end) & kinds.digit;
    end++;
  }
  const isLong = end - start >= shortestId && hasDigit !== 0;
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
function endOfAddress(line: string, start: number): number {
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

/** Where the time of day that begins at an offset ends, `08:12:44.404`; the offset itself where none does. */
function endOfTime(line: string, start: number): number {
  time.lastIndex = start;
  return line.charCodeAt(start + 2) === colon && time.test(line) ? time.lastIndex : start;
}

const time = /(?<![^\W_T]|\.)\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?![\d:.,])/y;

function isMilliseconds(line: string, end: number): boolean {
  const unit = line.charCodeAt(end) === space ? end + 1 : end;
  return line.charCodeAt(unit) === 0x6d && line.charCodeAt(unit + 1) === 0x73 && isEndOfWord(line, unit + 2);
}

/** Whether a value ends at an offset, perhaps behind a unit of one or two letters. */
function isEndOfValue(line: string, end: number): boolean {
  const next = end < line.length ? line.charCodeAt(end) : space;
  if (next === comma || next === closeBrace || next === ampersand || next === quote) {
    return true;
  }
  if (next < 128 && (kindOf[next] ?? 0) & kinds.space) {
    return true;
  }
  let last = end;
  while (last < end + 2 && (kindAt(line, last) & kinds.letter) !== 0) {
    last++;
  }
  return last > end && isEndOfWord(line, last);
}

/** Whether a quote, a number of three digits and spaces between them end at an offset. */
function isAfterStatus(line: string, end: number): boolean {
  return (
    end >= 6 &&
    line.charCodeAt(end - 6) === quote &&
    line.charCodeAt(end - 5) === space &&
    [4, 3, 2].every((back) => (kindAt(line, end - back) & kinds.digit) !== 0)
  );
}

/** Three digits may be a status: what 1, 2 or 3 begins is a success, what 4 or 5 begins an error. */
function firstOfLike(number: string): string {
  const first = number[0] ?? '';
  return number.length !== 3 || first > '5' ? '9' : first === '0' ? '0' : first > '3' ? '5' : '1';
}

function plain(number: string): string {
  return number.replace(/^0+/, '');
}

/** A text of its own: a part of a text keeps the whole of it in memory. */
function copied(part: string): string {
  return ` ${part}`.slice(1);
}
