import { createScanner } from 'jsonc-parser';
import type { Finding, OffsetRange } from '../../../shared/finding';
import type { ReadWords } from '../texts';
import type { Candidate, ErrorGroup } from '../candidate';
import { buildSteps, type Structure, type Token } from '../dump';
import type { Knowledge } from '../knowledge';
import { dumpTokens, holdsData, nestedTokens } from '../log/dumpTokens';
import { readLine } from '../log/lines';
import type { Recognition } from '../log/logRecogniser';
import { Neighbourhoods } from '../neighbourhood';
import { inOrder } from '../inOrder';
import { resolve } from '../resolve';
import { groupsAt, structureSteps } from '../structures';
import type { Systems } from '../systems';
import { neighbourhood } from './neighbourhood';
import { linesOutside } from './outside';

/** Longer strings are not read for errors, in UTF-16 units: they are content, not messages. */
const longestString = 20_000;
/** Most findings of one document. */
const mostFindings = 20_000;
/** What the beginning of a document says of systems counts everywhere in it. UTF-16 units. */
export const longestJsonHead = 20_000;

/**
 * Recognises errors in JSON: one value, several one after another, JSON Lines, with comments, broken or cut off.
 * Reads tokens, so neither a broken text nor a deep one is a problem.
 */
export class JsonRecogniser {
  constructor(private readonly knowledge: Knowledge) {}

  /**
   * The findings of a document, in steps.
   * @param ofProject the systems that the project's manifest speaks for
   */
  *recognise(text: string, ofProject: Systems): Generator<void, Recognition> {
    const root = yield* buildSteps(jsonTokens(text), 0, text.length);
    const readWords = this.#wordReader(text);
    const groups = yield* structureSteps(text, root, this.knowledge, 'object', readWords);
    const outside = groupsOutside(text, root, groups, readWords);
    return yield* this.#resolve(text, text.slice(0, longestJsonHead), [...groups, ...outside], ofProject);
  }

  /**
   * The findings at a place of a document, as far as a part of the document tells them, in steps.
   * @param part what is around the place
   * @param head the first `longestJsonHead` units of the document
   * @param asked the place in the part
   * @param ofProject the systems that the project's manifest speaks for
   */
  *recogniseAt(part: string, head: string, asked: OffsetRange, ofProject: Systems): Generator<void, Recognition> {
    const root = yield* buildSteps(jsonTokens(part), 0, part.length, true);
    const readWords = this.#wordReader(part);
    const groups = yield* groupsAt(part, root, this.knowledge, asked, readWords);
    const outside = groupsOutside(part, root, groups, readWords);
    return yield* this.#resolve(part, head, [...groups, ...outside], ofProject);
  }

  #wordReader(text: string): ReadWords {
    let printed: string | undefined;
    return (from, to) => {
      const lines = (printed ??= withLines(text));
      return linesBetween(lines, from, Math.min(to, from + longestString)).flatMap(({ start, end }) => [
        ...readLine(lines, start, end, this.knowledge).candidates,
      ]);
    };
  }

  *#resolve(text: string, head: string, groups: readonly ErrorGroup[], project: Systems): Generator<void, Recognition> {
    const { systems } = this.knowledge;
    const neighbourhoods = new Neighbourhoods(text, systems, withAnswering(systems.find(head), groups));
    const ofProject = systems.withKin(project);
    const findings: Finding[] = [];
    for (const [number, group] of groups.entries()) {
      if (findings.length >= mostFindings) {
        return { findings: inOrder(findings), truncated: true };
      }
      const { start, end } = extent(group);
      const around = { ...neighbourhoods.between(start - neighbourhood, end + neighbourhood), ofProject };
      findings.push(...resolve(text, group, around, number));
      yield;
    }
    return { findings: inOrder(findings), truncated: false };
  }
}

/** What is not JSON in a text is read as a line of a log is, where it is part of no error of the JSON. */
function groupsOutside(
  text: string,
  root: Structure,
  groups: readonly ErrorGroup[],
  readWords: ReadWords,
): readonly ErrorGroup[] {
  const known = groups.flatMap(({ candidates }) => candidates.map(({ range }) => range));
  const isKnown = ({ range }: Candidate) => known.some(({ start, end }) => range.start < end && range.end > start);
  return linesOutside(text, root)
    .map(({ start, end }) => ({ candidates: readWords(start, end).filter((c) => !isKnown(c)) }))
    .filter(({ candidates }) => candidates.length > 0);
}

/** From this weight on a code is nobody else's. */
const distinctive = 0.9;

/** The systems that a document names, and those whose own codes are among its errors: its other errors may be theirs, too. */
function withAnswering(named: Systems, groups: readonly ErrorGroup[]): Systems {
  const found = new Map(named);
  for (const { role, weight, entries, evidence } of groups.flatMap(({ candidates }) => candidates)) {
    const [first] = entries;
    const isOwn = role === 'code' && weight >= distinctive && entries.every(({ common }) => !common);
    if (isOwn && first && entries.every(({ catalog }) => catalog === first.catalog) && !found.has(first.catalog.id)) {
      found.set(first.catalog.id, evidence);
    }
  }
  return found;
}

/**
 * A text whose escaped line ends are line ends, whose escaped quotes are quotes, and whose escape characters, which begin
 * a colour, are spaces, of the same length.
 */
function withLines(text: string): string {
  return text.replace(/(?<!\\)\\(?:["nrt]|u001[bB])/g, (escape) => escapes[escape.charAt(1)] ?? escape);
}

const escapes: Readonly<Record<string, string>> = { '"': ' "', n: ' \n', r: ' \n', t: '  ', u: ' '.repeat(6) };

/** The lines of a part of a text. What is behind the part is not looked at: it may be a document of one line. */
function linesBetween(text: string, from: number, to: number): OffsetRange[] {
  let start = from;
  return text
    .slice(from, to)
    .split('\n')
    .map(({ length }) => {
      const line = { start, end: start + length };
      start = line.end + 1;
      return line;
    });
}

function extent(group: ErrorGroup): OffsetRange {
  const ranges = group.candidates.map((c) => c.range);
  return { start: Math.min(...ranges.map((r) => r.start)), end: Math.max(...ranges.map((r) => r.end)) };
}

/** How much of a text is looked at for how it is written, in UTF-16 units. */
const longestBeginning = 4_000;
/** The first key of a text with its quotes, and what parts it from its value. */
const firstKey =
  /(?:^|[{,[(\n])\s{0,40}(?<key>"[^"\n]{0,60}"|[ub]?'[^'\n]{0,60}'|[$:]?[A-Za-z_$][\w$-]{0,60}|\[["']?\w{1,60}["']?\])\s{0,8}(?<is>:(?!:)|=>?(?![=>]))/;
/** A key or a value between single quotes or backquotes. */
const singleQuoted = /['`]\s{0,40}:|[:[{,]\s{0,40}[ub]?['`]/;

/** Data that was taken out of a text with its escapes, or out of a page. */
const escapedFirst = /^\s{0,40}[{[]\s{0,40}(?:\\{1,8}"|&(?:quot|#34);)/;

/**
 * Whether a text is an object as a program has or prints it, not JSON: its keys are bare or between single quotes, and
 * its texts between these, or it has other signs than a colon.
 */
function isPrinted(beginning: string): boolean {
  if (escapedFirst.test(beginning)) {
    return true;
  }
  const { key = '"', is } = firstKey.exec(beginning)?.groups ?? {};
  return is === ':' ? !key.startsWith('"') && singleQuoted.test(beginning) : is !== undefined;
}

/** A key between quotes that a word processor or a forum has set anew: JSON knows none of these. */
const typesetKey = /[{,]\s{0,40}[\u201c-\u201f]/;

/** The tokens of a JSON text. A string that holds printed data gives the tokens of that data. */
function* jsonTokens(written: string): Generator<Token> {
  const beginning = written.slice(0, longestBeginning);
  if (isPrinted(beginning)) {
    yield* dumpTokens(written, 0, written.length);
    return;
  }
  const text =
    typesetKey.test(written) && !/"\s{0,40}:/.test(written) ? written.replace(/[\u201c-\u201f]/g, '"') : written;
  const scanner = createScanner(text, true);
  // What a token is shows in its first character; the library's names for the kinds exist for the compiler only.
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const first = text[start] ?? '';
    switch (first) {
      case '{':
      case '[':
        yield { type: 'open', bracket: first, range: { start, end } };
        break;
      case '}':
      case ']':
        yield { type: 'close', bracket: first, range: { start, end } };
        break;
      case ':':
        yield { type: 'is' };
        break;
      case ',':
        yield { type: 'end' };
        break;
      case '"':
        yield* stringTokens(text, start, end);
        break;
      default:
        yield* wordTokens(text, start, end);
        break;
    }
  }
}

/** A number in what says its type, as shells of databases print it, or in angle brackets. */
const numberInside = /^(?:\w{1,20}\(|<)(\d{1,20})[)>]$/;
/** What is left of that where the number is between quotes: `NumberLong("404")`. */
const aroundText = /^(?:\w{1,20}\(|\))$/;

function* wordTokens(text: string, start: number, end: number): Generator<Token> {
  const word = text.slice(start, end);
  if (aroundText.test(word)) {
    return;
  }
  const [, number = word] = numberInside.exec(word) ?? [];
  const at = start + word.indexOf(number);
  yield { type: 'scalar', text: number, range: { start: at, end: at + number.length }, quoted: false };
}

function* stringTokens(text: string, start: number, end: number): Generator<Token> {
  const closed = end > start + 1 && text[end - 1] === '"';
  const range = { start: start + 1, end: closed ? end - 1 : end };
  const content = text.slice(range.start, range.end);
  if (content.length <= longestString && holdsData(content)) {
    yield* nestedTokens(text, range.start, range.end);
  } else {
    yield { type: 'scalar', text: content, range, quoted: true };
  }
}
