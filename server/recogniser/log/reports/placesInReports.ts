import { at, isDigit, isLetter, newline } from '../bytes';

/**
 * Finds the numbers that may be statuses by what the report of a test tool around them says, for `statuses.ts`: those of lines that no
 * logger writes, near a sign of such a report.
 */

/** Longest line of a report before a number in it, in bytes. */
const longestLine = 1_200;
/** Signs are looked for in blocks of this many bytes, each once. */
const block = 4_096;
/** How many blocks before and behind that of a number may hold the sign. */
const near = 3;

/** What only reports have, in bytes; more than `region.ts` takes for a sign. */
const sign = new RegExp(
  [
    // The mark of a test
    String.raw`^[\s\x1b[\d;m]{0,20}[^\x00-\x7f]{1,3}[\x1b[\d;m]{0,20} {1,3}\S`,
    String.raw`^\s{0,40}(?:(?:not )?ok \d|# Subtest|---|===|___)|^[\s\x1b[\d;m]{0,20}(?:FAIL|PASS|ERROR|OK|NOK)|^test|\) \.\.\. |::|\d\) \S`,
    String.raw`[Aa]ssert|expect\(|Failure|FAILED|panicked|Error Trace|^\s{0,4}(?:Tests?\b|rspec |Ran )|(?:examples?|tests?|runs?), |^#\s|passing|failing|passed|failed|JUnit`,
  ].join('|'),
  'm',
);

/** Of the bytes that were asked last: of each block whether it has a sign, 0 where nobody asked. */
let asked: { readonly bytes: Uint8Array; readonly blocks: Uint8Array } | undefined;
const unasked = 0;
const without = 1;
const withSign = 2;

/** Whether a number is one that a report around it may make a status. */
export function isInReport(bytes: Uint8Array, start: number): boolean {
  const isFree =
    !isOfOther(at(bytes, start - 1)) ||
    isInCamelCase(bytes, start) ||
    isEndOfRange(bytes, start) ||
    isTitleBehindColon(bytes, start);
  return isFree && isUnlogged(bytes, start) && isNearSign(bytes, start);
}

/** `testGoneIs410`, `forbidden403(PierTest)`: a name of several words, with nothing behind its number. */
function isInCamelCase(bytes: Uint8Array, start: number): boolean {
  const next = at(bytes, start + 3);
  if (at(bytes, start - 1) < 0x61 || !isLetter(at(bytes, start - 1)) || !(next === 0x28 || next <= 0x20)) {
    return false;
  }
  let first = start - 1;
  let hasCapital = false;
  while (start - first < longestName && isLetter(at(bytes, first))) {
    hasCapital ||= at(bytes, first) < 0x61;
    first--;
  }
  return hasCapital;
}

const longestName = 60;

/** `PierTest:404 ends it` */
function isTitleBehindColon(bytes: Uint8Array, start: number): boolean {
  const before = at(bytes, start - 2);
  return at(bytes, start - 1) === 0x3a && (isLetter(before) || before === 0x29) && at(bytes, start + 3) === 0x20;
}

/** `500..504` */
function isEndOfRange(bytes: Uint8Array, start: number): boolean {
  return at(bytes, start - 1) === 0x2e && at(bytes, start - 2) === 0x2e && isDigit(at(bytes, start - 3));
}

/** Whether a number goes on what is before it: a decimal, a path, a time, a name. */
function isOfOther(before: number): boolean {
  return (
    isLetter(before) || before === 0x2e || before === 0x3a || before === 0x2f || before === 0x23 || before === 0x24
  );
}

/** Whether the line of a number begins as no logger's does. */
function isUnlogged(bytes: Uint8Array, start: number): boolean {
  let first = start;
  while (at(bytes, first - 1) !== newline) {
    if (start - first > longestLine) {
      return false;
    }
    first--;
  }
  const [byte, second] = [at(bytes, first), at(bytes, first + 1)];
  const isOfTime = isDigit(byte) && isDigit(second) && isDigit(at(bytes, first + 2)) && isDigit(at(bytes, first + 3));
  return !isOfTime && byte !== 0x7b && (byte !== 0x5b || isDigit(second));
}

function isNearSign(bytes: Uint8Array, start: number): boolean {
  if (asked?.bytes !== bytes) {
    asked = { bytes, blocks: new Uint8Array(Math.ceil(bytes.length / block)) };
  }
  const own = Math.floor(start / block);
  for (let index = Math.max(0, own - near); index <= own + near && index * block < bytes.length; index++) {
    if (asked.blocks[index] === unasked) {
      asked.blocks[index] = hasSign(bytes, index * block) ? withSign : without;
    }
    if (asked.blocks[index] === withSign) {
      return true;
    }
  }
  return false;
}

function hasSign(bytes: Uint8Array, from: number): boolean {
  return sign.test(String.fromCharCode(...bytes.subarray(from, from + block)));
}
