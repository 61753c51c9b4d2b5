import type { Entry } from '../../../shared/catalog/catalog';
import { at, isBlank, isDigit, isLetter, isOfWord, isOfWordAt, newline, startsWith } from './bytes';
import type { KnownNumbers } from './numbers';
import { pairLevel } from './pairFrequency';
import type { Anchor } from './shiftTable';

/** What a word of a catalog is, and what must stand beside it to be worth a look. */
export interface Word extends Anchor {
  /** Vendor's codes in their spellings. */
  readonly codes: Set<string>;
  /** Part of a header's name, or all of it. */
  isHeader: boolean;
  /** The words before and after it in the values of fields that decide. */
  readonly fields: Set<number>;
  /** The words of messages before and after it, as {@link both}. */
  readonly neighbours: Set<number>;
  /** The words of reason phrases before and after it. */
  readonly phrases: Set<number>;
  /** Part of a message that is so short that it must stand where values do. */
  isShortMessage: boolean;
}

/** How much may stand between two words of a message, and between a phrase and its status, in bytes. */
const longestGap = 24;
const longestPhrase = 60;

/** The words by which the codes, headers, messages and phrases of catalogs are found. */
export class Words {
  readonly #words = new Map<string, Word>();

  constructor(
    entries: readonly Entry[],
    private readonly numbers: KnownNumbers,
  ) {
    for (const entry of entries) {
      this.#add(entry);
    }
  }

  get all(): readonly Word[] {
    return [...this.#words.values()];
  }

  /**
   * Whether a word that stands between two offsets is worth a look. A name with hyphens is one word and its parts are
   * others.
   */
  isWorth(word: Word, bytes: Uint8Array, start: number, end: number): boolean {
    const hasHyphen = word.text.includes('-');
    const isPart = (offset: number) => isOfWordAt(bytes, offset) || (hasHyphen && at(bytes, offset) === hyphen);
    if (word.phrases.size > 0 && isClassOfError(bytes, start, end)) {
      return true;
    }
    if (isPart(end) || (isPart(start - 1) && !isEscape(bytes, start - 1))) {
      return false;
    }
    return (
      word.isHeader ||
      (word.codes.size > 0 && isCode(word, bytes, start, end)) ||
      (word.neighbours.size > 0 && isMessage(word, bytes, start, end)) ||
      (word.phrases.size > 0 &&
        isAmong(word.phrases, wordBefore(bytes, start).hash, wordAfter(bytes, end).hash) &&
        this.#isPhrase(bytes, start, end)) ||
      (word.fields.size > 0 && isField(word, bytes, start, end))
    );
  }

  /** A status beside the phrase, a path after it, or the phrase alone on its line or between quotes. */
  #isPhrase(bytes: Uint8Array, start: number, end: number): boolean {
    if (isTitled(bytes, start, end)) {
      return true;
    }
    let before = start;
    while (start - before < longestPhrase && isOfPhrase(at(bytes, before - 1))) {
      before--;
    }
    let after = end;
    while (after - end < longestPhrase && isOfPhrase(at(bytes, after))) {
      after++;
    }
    let number = before;
    while (before - number < 6 && isBeforePhrase(at(bytes, number - 1))) {
      number--;
    }
    if (this.numbers.isErrorBefore(bytes, number)) {
      return true;
    }
    const next = at(bytes, after);
    if (next === 0x28 && isQualifiedName(bytes, after + 1)) {
      return true;
    }
    if (next === 0x28 || isDigit(next)) {
      return this.numbers.isErrorAt(bytes, next === 0x28 ? after + 1 : after);
    }
    if (next === 0x3a && at(bytes, after + 1) === 0x20 && at(bytes, after + 2) === slash) {
      return true;
    }
    // `Conflict https://a.example/b`
    if (next === 0x3a && at(bytes, after + 1) === slash && at(bytes, after + 2) === slash) {
      return true;
    }
    const previous = at(bytes, before - 1);
    if (isEdge(previous) && isEnd(next)) {
      return true;
    }
    // `Error from server (NotFound)`, `an invalid status 'Too Many Requests'`
    if (next === 0x29 && at(bytes, before - 1) === 0x28 && startsWith(bytes, before - 8, 'server ', false)) {
      return true;
    }
    if (at(bytes, start - 1) === 0x27 && isQuoteOfStatus(bytes, start - 1)) {
      return true;
    }
    // The whole value of a field: `"error": "Unauthorized"`.
    if (previous === quote && (next === quote || next === 0x5c)) {
      return true;
    }
    if (
      (previous === 0x3a && startsWith(bytes, before - 6, 'error', false)) ||
      (previous === 0x3a && startsWith(bytes, before - 10, 'exception', false)) ||
      (previous === 0x3a && startsWith(bytes, before - 4, 'err', false)) ||
      (previous === 0x3a && isBehindAddress(bytes, before - 1)) ||
      (previous === 0x3a && isReason(bytes, before - 1)) ||
      (previous === 0x5d && startsWith(bytes, before - 5, 'http', false))
    ) {
      return true;
    }
    const isLast = next === newline || next === 0x0d;
    return isLast && (previous === newline || isAfterQualifiedName(bytes, before - 1));
  }

  #add(entry: Entry): void {
    const { kind, value, aliases = [], titles = [], messages = [], fields = {} } = entry;
    if (kind === 'code') {
      for (const code of [value, ...aliases].filter((text) => /^[A-Za-z_][\w-]*$/.test(text))) {
        this.#word(code).codes.add(code);
      }
    }
    if (kind === 'header' && /^[\w-]+$/.test(value)) {
      this.#word(value).isHeader = true;
    }
    if (kind === 'status') {
      // What a success is called says nothing.
      const phrases = Number(value) < 400 ? [] : [...titles, ...aliases];
      for (const phrase of phrases.filter((text) => /^[A-Za-z][A-Za-z' -]+$/.test(text))) {
        this.#addText(phrase, (word, neighbours) => word.phrases.add(neighbours));
        for (const between of ['', '-', '_']) {
          this.#word(phrase.replace(/[^A-Za-z]+/g, between)).phrases.add(both(0, 0));
        }
      }
    } else if (kind !== 'header') {
      titles.forEach((title) => this.#addMessage(title));
    }
    messages.forEach((message) => this.#addMessage(message));
    if (kind === 'message') {
      [value, ...aliases].forEach((message) => this.#addMessage(message));
    }
    for (const text of Object.values(fields).flat()) {
      this.#addText(text, (word, neighbours) => word.fields.add(neighbours));
    }
  }

  #addMessage(text: string): void {
    this.#addText(text, (word, neighbours, count) => {
      word.neighbours.add(neighbours);
      word.isShortMessage ||= count < 3;
    });
  }

  #addText(text: string, add: (word: Word, neighbours: number, count: number) => void): void {
    const words: readonly string[] = text.match(/<[\p{L}\p{N}_ -]+>|[\p{L}\p{N}_]+/gu) ?? [];
    const anchor = rarest(text);
    const place = anchor === undefined ? -1 : words.indexOf(anchor);
    if (anchor !== undefined && place >= 0) {
      const neighbours = both(hashOfNeighbour(words[place - 1]), hashOfNeighbour(words[place + 1]));
      add(this.#word(anchor), neighbours, words.filter((word) => !word.startsWith('<')).length);
    }
  }

  #word(spelled: string): Word {
    const text = spelled.toLowerCase();
    let word = this.#words.get(text);
    if (!word) {
      word = {
        text,
        isExact: false,
        codes: new Set(),
        isHeader: false,
        fields: new Set(),
        neighbours: new Set(),
        phrases: new Set(),
        isShortMessage: false,
      };
      this.#words.set(text, word);
    }
    return word;
  }
}

/** Whether a word begins with a capital letter, as the word before or after it does: `Bad Gateway`. */
function isTitled(bytes: Uint8Array, start: number, end: number): boolean {
  const before = wordBefore(bytes, start).start;
  const isCapitalAt = (offset: number) => isLetter(at(bytes, offset)) && at(bytes, offset) < 0x61;
  return isCapitalAt(start) && (isCapitalAt(end + 1) || (before >= 0 && isCapitalAt(before)));
}

/** Whether a value may begin behind a byte. */
function isEdge(byte: number): boolean {
  return byte === 0x3a || byte === 0x3d || byte === quote || byte === 0x28 || byte === 0x5b || byte === newline;
}

/** Whether a value may end before a byte. */
function isEnd(byte: number): boolean {
  return (
    byte === newline || byte === 0x0d || byte === quote || byte === 0x29 || byte === 0x5d || byte === 0x3d ||
    byte === 0x2c || byte === 0x2e || byte === 0x21 || byte === 0x3b || byte === 0x3a
  ); // prettier-ignore
}

/** `Reason: ServiceUnavailable`, `ReasonPhrase: NotFound` */
function isReason(bytes: Uint8Array, colon: number): boolean {
  return ['reason', 'phrase'].some((name) => startsWith(bytes, colon - name.length, name, false));
}

/**
 * Whether a name is the last of a qualified one, such as classes of errors have, and all that is said: `a.error.Forbidden`,
 * `A\\Errors\\ForbiddenException: no`.
 */
function isClassOfError(bytes: Uint8Array, start: number, end: number): boolean {
  let after = end;
  for (const suffix of ['Error', 'Exception']) {
    after += after === end && startsWith(bytes, end, suffix, true) ? suffix.length : 0;
  }
  const before = start - (startsWith(bytes, start - 4, 'http', false) ? 4 : 0);
  const joint = at(bytes, before - 1);
  const isJoined = joint === 0x2e || joint === 0x5c || (joint === 0x3a && at(bytes, before - 2) === 0x3a);
  const next = at(bytes, after);
  const isLast = next === newline || next === 0x0d || next === 0x3a || next === 0x3c || next === quote;
  const isCapital = at(bytes, start) < 0x61;
  const isAlone = isLast || next === 0x60 || next === 0x27 || next === 0x2a || next === 0x29 || next === 0x5d;
  return isCapital && isJoined && (isAlone || next === 0x20) && isOfWord(at(bytes, before - (joint === 0x3a ? 3 : 2)));
}

/** Whether a quote stands right behind what a status was: `invalid status '`, `'OK' but got '`. */
function isQuoteOfStatus(bytes: Uint8Array, at: number): boolean {
  return ['status ', 'status code ', 'but got '].some((text) => startsWith(bytes, at - text.length, text, false));
}

/** Whether the colon at an offset ends an address: `https://a.example/b: Not Found`. */
function isBehindAddress(bytes: Uint8Array, colon: number): boolean {
  let offset = colon - 1;
  while (colon - offset < longestAddress && !isBlank(at(bytes, offset)) && at(bytes, offset) !== newline) {
    offset--;
  }
  return [0, 1, 2].some((length) => startsWith(bytes, offset + 1 + length, 'http', false));
}

const longestAddress = 510;
const slash = 0x2f;
const hyphen = 0x2d;
const quote = 0x22;

/** The word of a text that says the most. */
function rarest(text: string): string | undefined {
  const words = text.replace(/<[^>]*>/g, ' ').match(/(?<![\p{L}\p{N}_])[A-Za-z0-9_]+(?![\p{L}\p{N}_])/gu) ?? [];
  const content = (word: string) => {
    let bits = 0;
    for (let index = 1; index < word.length; index++) {
      bits += 20 - pairLevel(word.charCodeAt(index - 1), word.charCodeAt(index));
    }
    return bits;
  };
  return words.filter((word) => word.length > 1).sort((a, b) => content(b) - content(a))[0];
}

/** Whether a colon follows a name with another one before it: `X::ServiceUnavailable: `. */
function isAfterQualifiedName(bytes: Uint8Array, colon: number): boolean {
  let offset = colon - 1;
  while (colon - offset < longestPhrase && isLetter(at(bytes, offset))) {
    offset--;
  }
  return at(bytes, colon) === 0x3a && at(bytes, offset) === 0x3a && at(bytes, offset - 1) === 0x3a;
}

/** Whether a name with another one before it begins at an offset: `X::Unauthorized`. */
function isQualifiedName(bytes: Uint8Array, start: number): boolean {
  let offset = start;
  while (isOfWord(at(bytes, offset)) && offset - start < longestPhrase) {
    offset++;
  }
  return offset > start && at(bytes, offset) === 0x3a && at(bytes, offset + 1) === 0x3a;
}

function isOfPhrase(byte: number): boolean {
  return isLetter(byte) || isBlank(byte) || byte === hyphen || byte === 0x27;
}

function isBeforePhrase(byte: number): boolean {
  return isOfPhrase(byte) || byte === 0x3a || byte === 0x22 || byte === 0x27 || byte === 0x28 || byte === 0x2c;
}

/** Whether a word begins with the letter of an escaped line end or tab: `\nfound`. */
function isEscape(bytes: Uint8Array, start: number): boolean {
  const first = at(bytes, start);
  return at(bytes, start - 1) === 0x5c && (first === 0x6e || first === 0x72 || first === 0x74);
}

/** An ordinary word is a code only where a value stands. */
function isCode({ text, codes }: Word, bytes: Uint8Array, start: number, end: number): boolean {
  return (/[_-]/.test(text) || isValue(bytes, start)) && codes.has(String.fromCharCode(...bytes.subarray(start, end)));
}

/** Whether what begins at an offset may be a value: after a quote, `=`, a line end, or a word such as `error`. */
function isValue(bytes: Uint8Array, start: number): boolean {
  let offset = start - 1;
  while (start - offset < 12 && isBlank(at(bytes, offset))) {
    offset--;
  }
  const before = at(bytes, offset);
  return (!isOfWord(before) && !isJoint(before)) || (offset < start - 1 && isEndOfName(before));
}

/** `-`, `.` and `/` join words to longer names. */
function isJoint(byte: number): boolean {
  return byte >= 0x2d && byte <= 0x2f;
}

/** The last letters of `error`, `code` and `reason`. */
function isEndOfName(byte: number): boolean {
  return byte === 0x72 || byte === 0x65 || byte === 0x6e;
}

function isField({ fields }: Word, bytes: Uint8Array, start: number, end: number): boolean {
  const isWhole = fields.has(both(0, 0)) && isValue(bytes, start);
  return isWhole || isAmong(fields, wordBefore(bytes, start).hash, wordAfter(bytes, end).hash, false);
}

function isMessage(word: Word, bytes: Uint8Array, start: number, end: number): boolean {
  const before = wordBefore(bytes, start);
  const after = wordAfter(bytes, end);
  if (!isAmong(word.neighbours, before.hash, after.hash)) {
    return false;
  }
  return (
    !word.isShortMessage ||
    isLetterCaseMixed(bytes, start, end) ||
    isValue(bytes, start) ||
    (before.start >= 0 && isValue(bytes, before.start)) ||
    word.neighbours.size > 1
  );
}

/** Whether the words around a word are those of a text; a text may begin or end with it, or be it alone. */
function isAmong(known: ReadonlySet<number>, before: number, after: number, isAlone = true): boolean {
  return (
    (known.has(both(before, after)) && (before !== 0 || after !== 0)) ||
    (known.has(both(before, 0)) && before !== 0) ||
    (known.has(both(0, after)) && after !== 0) ||
    (isAlone && known.has(both(0, 0)))
  );
}

/** `usageCap`: a name that somebody made up. */
function isLetterCaseMixed(bytes: Uint8Array, start: number, end: number): boolean {
  for (let offset = start + 1; offset < end; offset++) {
    const byte = at(bytes, offset);
    if (byte < 91 && isLetter(byte) && !(at(bytes, offset - 1) < 91)) {
      return true;
    }
  }
  return false;
}

function wordBefore(bytes: Uint8Array, from: number): { hash: number; start: number } {
  let end = from - (isEscape(bytes, from - 1) ? 2 : 0);
  while (from - end < longestGap && end > 0 && !isOfWordAt(bytes, end - 1)) {
    end--;
  }
  let start = end;
  while (end - start < longestGap && isOfWordAt(bytes, start - 1)) {
    start--;
  }
  start += isEscape(bytes, start) ? 1 : 0;
  return { hash: start < end ? hashOf(bytes, start, end) : 0, start };
}

function wordAfter(bytes: Uint8Array, from: number): { hash: number } {
  let start = from;
  while (start - from < longestGap && start < bytes.length && !isOfWordAt(bytes, start)) {
    start++;
  }
  start += isEscape(bytes, start) ? 1 : 0;
  while (start - from < longestGap && start < bytes.length && !isOfWordAt(bytes, start)) {
    start++;
  }
  let end = start;
  while (end - start < longestGap && isOfWordAt(bytes, end)) {
    end++;
  }
  return { hash: start < end ? hashOf(bytes, start, end) : 0 };
}

/** Zero for a word that varies, is not there, or has letters beyond ASCII. */
function hashOfNeighbour(word: string | undefined): number {
  return word === undefined || !/^\w{1,24}$/.test(word) ? 0 : hashOfText(word.toLowerCase());
}

function both(before: number, after: number): number {
  return (Math.imul(before, 31) + after) | 0;
}

function hashOfText(text: string): number {
  let hash = 1;
  for (let index = 0; index < text.length; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The hash of bytes in lower case. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 1;
  for (let offset = start; offset < end; offset++) {
    const byte = at(bytes, offset);
    hash = (Math.imul(hash, 31) + (byte > 64 && byte < 91 ? byte + 32 : byte)) | 0;
  }
  return hash;
}
