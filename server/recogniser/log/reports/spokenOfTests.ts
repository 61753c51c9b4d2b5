import { at, isBlank, isClosing, isDigit, isLetter, isOfWord, isOpening, newline, startsWith } from '../bytes';

/** Finds the numbers that the titles and names of tests may speak of as statuses, for `spokenOf.ts`. */

/** How long what stands before a number in a title may be, in bytes. */
const longestTitle = 200;
/** How lines begin that list a test, in letters. */
const marks = [
  'not ok ', '--- FAIL', 'FAIL', 'ERROR', 'Failed ', 'test', '---- ', '___', 'rspec', '[xUnit', 'Test Case',
  'it(', 'it.', 'describe', 'scenario', 'context', 'specify', 'ok ', '--- PASS', 'PASS', '=== ', '# Subtest',
]; // prettier-ignore
/** What joins the words of a quoted line of a program, before its title. */
const calls = ['it(', 'test(', 'describe(', 'it ', 'test ', 'context '];

/**
 * Whether a number behind a word stands in the title of a test: in a line that begins as those do in which tests are
 * listed, or that quotes a call with a title. The last words of a title are most often those before the status.
 */
export function isInTitle(bytes: Uint8Array, start: number): boolean {
  const before = at(bytes, start - 1) === quote ? start - 2 : start - 1;
  if (!isBlank(at(bytes, before)) || !isOfTitle(bytes, before)) {
    return false;
  }
  let first = before;
  while (start - first < longestTitle && at(bytes, first - 1) !== newline) {
    first--;
  }
  if (at(bytes, first - 1) !== newline) {
    return false;
  }
  while (isBlank(at(bytes, first))) {
    first++;
  }
  return first < start && (isMark(bytes, first) || hasCall(bytes, first, start));
}

const quote = 0x27;

/** Words before a status in a title that other text has before other numbers, too. */
const ofTitles = new Set(
  (
    'retry retries map maps handle handles treat treats turn turns convert converts translate translates non surface surfaces ignore ' +
    'ignores swallow swallows report reports propagate propagates throw catch catches as on for when be render renders yield yields ' +
    'respond replies reply give raise raises fail answer answers yield serve serves send sends reject two three four five'
  ).split(' '),
);

/** Whether the last word of a title before a status ends at an offset, or what parts the title from what is before it. */
function isOfTitle(bytes: Uint8Array, end: number): boolean {
  if (!isLetter(at(bytes, end - 1))) {
    return !isOfWord(at(bytes, end - 1)) || at(bytes, end - 1) >= 128;
  }
  return ofTitles.has(wordBefore(bytes, end));
}

function wordBefore(bytes: Uint8Array, end: number): string {
  let word = '';
  for (let first = end - 1; end - first <= longestWord && isLetter(at(bytes, first)); first--) {
    word = String.fromCharCode(at(bytes, first) | 32) + word;
  }
  return word;
}

/** Whether a line begins as those that list a test: `✓ `, `1) `, `not ok 3`. What is not ASCII may be any sign. */
function isMark(bytes: Uint8Array, first: number): boolean {
  const byte = at(bytes, first);
  if (byte >= 128) {
    return true;
  }
  let end = first;
  while (end < first + 4 && isDigit(at(bytes, end))) {
    end++;
  }
  if (end > first) {
    return (at(bytes, end) === 0x29 || at(bytes, end) === 0x2e) && isBlank(at(bytes, end + 1));
  }
  return marks.some((mark) => startsWith(bytes, first, mark, true));
}

/** Whether a quoted line of a program names a test between two offsets. */
function hasCall(bytes: Uint8Array, first: number, end: number): boolean {
  for (let offset = first; offset < end; offset++) {
    const byte = at(bytes, offset);
    if (byte === 0x28 || byte === 0x22 || byte === quote) {
      const word = byte === 0x28 ? offset + 1 : offset;
      if (
        calls.some(
          (call) => startsWith(bytes, word - call.length, call, true) && !isOfWord(at(bytes, word - call.length - 1)),
        )
      ) {
        return true;
      }
    }
  }
  return false;
}

/** Words before a status in the name of a test, `returns_404`, `Returns404`, in lower case. */
const ofNames = new Set(
  (
    'return returns returned returning give gives answer answers with respond responds response retry retries on throw throws raise ' +
    'raises reject rejects fail fails status code error for when is get gets handle handles map maps http test'
  ).split(' '),
);
const longestWord = 12;
/** Two or three letters before a number are a part of an id as often. */
const shortestWord = 4;

/** Whether the name of a test says before a number, with or without `_`, that it is a status. */
export function isInName(bytes: Uint8Array, start: number): boolean {
  const end = at(bytes, start - 1) === 0x5f || at(bytes, start - 1) === 0x3d ? start - 1 : start;
  let first = end;
  let word = '';
  while (end - first < longestWord && isLetter(at(bytes, first - 1))) {
    first--;
    word = String.fromCharCode(at(bytes, first) | 32) + word;
    if (at(bytes, first) < 0x61 && at(bytes, first - 1) >= 0x61) {
      break;
    }
  }
  const isWhole = at(bytes, first) < 0x61 || word.length >= shortestWord || end < start;
  return isWhole && ofNames.has(word);
}

/** Whether a number is the last of the values in the name of a test: `test_status[/pier/1-409]`. */
export function isLastValue(bytes: Uint8Array, start: number): boolean {
  return at(bytes, start - 1) === 0x2d && at(bytes, start + 3) === 0x5d;
}

/** Whether a number is all that stands in a line of what differs: `-409`, `+ 503`. */
export function isDifference(bytes: Uint8Array, start: number): boolean {
  let first = at(bytes, start - 1) === 0x20 ? start - 2 : start - 1;
  if (at(bytes, first) !== 0x2d && at(bytes, first) !== 0x2b) {
    return false;
  }
  do {
    first--;
  } while (isBlank(at(bytes, first)) && start - first < longestIndent);
  return at(bytes, first) === newline && (at(bytes, start + 3) === newline || at(bytes, start + 3) === 0x0d);
}

const longestIndent = 24;

/** Whether a number begins a name, or a part of one, with what a status is called: `TestPier/404_not_found`. */
export function isBeforeItsName(bytes: Uint8Array, start: number): boolean {
  const before = at(bytes, start - 1);
  return (
    (before === 0x2f || before === 0x5f) &&
    at(bytes, start + 3) === 0x5f &&
    beginningsOfNames.some((text) => startsWith(bytes, start + 4, text, false))
  );
}

const beginningsOfNames = [
  'bad', 'unauth', 'forbid', 'not', 'method', 'conflict', 'gone', 'payload', 'content', 'request', 'too', 'unsupported',
  'unproc', 'rate', 'internal', 'server', 'service', 'unavail', 'gateway', 'time',
]; // prettier-ignore

/**
 * Whether a number is listed as statuses are, by the last digit of the number before its comma: `502, 503`, and the last
 * one of `[200, 404]`.
 */
export function isListed(bytes: Uint8Array, last: number, start: number): boolean {
  let first = last;
  while (last - first < longestList && isOfList(at(bytes, first))) {
    first--;
  }
  const isRetried = at(bytes, start) === 0x35 && at(bytes, start + 1) === 0x30;
  return (
    isOpening(at(bytes, first)) &&
    at(bytes, first) !== 0x22 &&
    (isRetried || (at(bytes, last - 2) === 0x32 && last - first === 3 && isClosing(at(bytes, start + 3))))
  );
}

/** How far before a number its list begins, in bytes. */
const longestList = 40;

function isOfList(byte: number): boolean {
  return isDigit(byte) || byte === 0x2c || byte === 0x20;
}
