import type { Node } from '@vscode/tree-sitter-wasm';
import { candidate, type Candidate } from '../candidate';
import { isArmsOfStatuses } from './arms';
import { isConversion } from './callNames';
import { codeOfError, weights } from './holding';
import { ofNumber } from './numberMeanings';
import { hasOwnStatus, isOther, whatIsNamed } from './names';
import type { Meaning } from './place';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/**
 * Numbers in what the parser could not read: a piece that was pasted without its beginning, or is being written. There the
 * words beside a number tell what it is, as they stand.
 */

/** A name, with the one before it, and an operator that compares it with what follows. */
const comparedBefore =
  /(?:([A-Za-z_]\w*)(?:\(\))?[?!]*(?:\.|->|::))?([A-Za-z_]\w*)(?:\(\))?[?!)\]"']{0,4}\s?(?:[!=]==?|[<>]=?)\s?(?:\(\w+\)\s?)?$/;
const castBefore = /\(HttpStatus(?:Code)?\)\s?$/;
/** How much before a number is read, in UTF-16 units. */
const longestBefore = 100;

/** A text that a number stands before: `32: "Could not authenticate you",`. */
const messageBehind = /^["']?\s?(?::|,|=>?|->|to)\s?["']([^"'\n]{4,})/;
const longestMessage = 200;

/** A number that no node of the syntax tree says anything about. */
export function inFragment(reading: Reading, range: Candidate['range'], number: string): Candidate[] {
  const { file } = reading;
  if (!isBroken(file, range)) {
    return [];
  }
  const message = messageBehind.exec(file.text.slice(range.end, range.end + longestMessage))?.[1] ?? '';
  const [said] = message === '' ? [] : reading.knowledge.messages.find(message);
  const codes =
    said?.range.start === 0 ? reading.knowledge.code(number).filter((code) => said.entries.includes(code)) : [];
  if (codes.length > 0) {
    return candidate(range, 'code', codes, 0.8, 'beside its message');
  }
  const meaning = comparedIn(file, range.start) ?? armIn(file, range.start);
  const isRanged = isBound(file, range);
  return meaning ? ofNumber(range, { ...meaning, isRanged }, number, reading, false) : [];
}

function isBound({ text }: SourceFile, { start, end }: Candidate['range']): boolean {
  return /(?:[<>]=?|\.\.[.=<]?)\s?$/.test(text.slice(start - 5, start)) || /^\s?\.\./.test(text.slice(end, end + 3));
}

/** Levels around a number in which the parser may have given up. */
const mostLevels = 3;

/** Whether the parser gave up at a range. */
export function isBroken(file: SourceFile, { start, end }: Candidate['range']): boolean {
  if (!file.root.hasError) {
    return false;
  }
  let node: Node | null = file.root.descendantForIndex(start, end - 1);
  for (let level = 0; node && level < mostLevels; level++) {
    if ([node, node.previousSibling, node.nextSibling].some((one) => one?.type === 'ERROR')) {
      return true;
    }
    node = node.parent;
  }
  return false;
}

function comparedIn(file: SourceFile, at: number): Meaning | undefined {
  const line = file.text.lastIndexOf('\n', at - 1) + 1;
  const before = file.text.slice(Math.max(line, at - longestBefore), at);
  const [, owner = '', last = ''] = comparedBefore.exec(before) ?? [];
  const name = isConversion(last) && owner !== '' ? owner : last;
  if (castBefore.test(before)) {
    return { what: 'status', weight: weights.status, evidence: 'cast to status', name: 'status' };
  }
  const what = whatIsNamed(name);
  if ((what !== 'status' && what !== 'code') || hasOwnStatus(owner) || isOther(`${owner}_${name}`)) {
    return undefined;
  }
  const isOfError = name === 'code' && /^(?:e|ex|exc)$|(?:err|error|exception)$/i.test(owner);
  return {
    what,
    weight: weights[what] - 0.1,
    evidence: `compared with ${name}`,
    name: isOfError ? codeOfError : name,
  };
}

/** A line that begins with numbers and what follows a pattern: `case 401:`, `404, 410 -> null`, `>= 500 => throw …`. */
const arm =
  /^[ \t]*(?:(?:case|in|when|is)[ \t]+|\|[ \t]*)?((?:[<>]=?[ \t]*|\(\w+\)[ \t]*)?\d{1,5}(?:[ \t]*(?:,|\||or|and|\.\.[.=<]?|[<>]=?|[ \t]|case)[ \t]*(?:[<>]=?[ \t]*)?\d{1,5}){0,8})[ \t]*(?:->|=>|:(?![:=])|then\b)/;
/** The beginning of a switch that has no end, and how far back it is looked for, in UTF-16 units. */
const switchHead = /\b(?:when|switch|match)\b[ \t]*([^{}\n]{1,80})\{[ \t]*$/gm;
const farthestHead = 1_500;
/** Lines of a fragment that are read. */
const mostLines = 400;

/** An arm of a switch whose beginning is missing: all of them tell what it is about. */
function armIn(file: SourceFile, at: number): Meaning | undefined {
  const start = file.text.lastIndexOf('\n', at - 1) + 1;
  const end = file.text.indexOf('\n', at);
  const own = arm.exec(file.text.slice(start, end < 0 ? undefined : end));
  if (own === null || at >= start + own[0].length) {
    return undefined;
  }
  const [, subject] = [...file.text.slice(Math.max(0, start - farthestHead), start).matchAll(switchHead)].at(-1) ?? [];
  const name = subject?.match(/[A-Za-z_]\w*/g)?.findLast((word) => !isConversion(word)) ?? '';
  if (whatIsNamed(name) === 'status' || (whatIsNamed(name) === 'code' && file.subject.speaksHttp)) {
    return { what: 'status', weight: 0.8, evidence: `switched on ${name}`, name };
  }
  const isOfStatuses =
    !isOther(name) &&
    file.once('isArmsOfStatuses', file.root, () => {
      const lines = file.text.split('\n', mostLines);
      const first = lines.findIndex((line) => arm.test(line));
      const numbers = lines.flatMap((line) => arm.exec(line)?.[1]?.match(/\d+/g) ?? []);
      return isArmsOfStatuses(numbers.map(Number), lines.slice(first).join('\n'), file.subject.speaksHttp);
    });
  return isOfStatuses
    ? { what: 'status', weight: 0.75, evidence: 'among arms of statuses', name: 'status' }
    : undefined;
}
