import type { OffsetRange } from '../../../shared/finding';
import { reported } from '../../findings';
import type { Finding } from '../../../shared/finding';
import type { LanguageService } from '../../languageService';
import { timeOfLine } from '../../recogniser/wait';
import { readingOf } from '../../recogniser/languages';
import { type Pace, paced } from '../../recogniser/paced';
import { longestHead } from '../../recogniser/recogniser';
import type { PlacedFinding } from '../cli/formats';
import { type Block, carriageReturn, newline, sizes } from './block';
import { excerptsOf, textOf } from './excerpts';
import { LineNumbers } from './lineNumbers';

/** A place in a text: zero-based lines, UTF-16 characters. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A finding of a block with its place in the whole text, and the time its line was written (milliseconds since 1970). */
export interface BlockFinding extends PlacedFinding {
  readonly time: number | undefined;
}

/** Takes findings in, in the order of their places; what belongs to an error far above comes with that error. */
export type TakeFindings = (findings: readonly BlockFinding[]) => void;

export interface BlockRecognition {
  /** Where the text behind the block begins. */
  readonly end: Place;
  readonly truncated: boolean;
}

/** Other work gets its turn often enough that a scan can be ended at once. */
export const pace: Pace = { turn: 10, pause: () => new Promise((resolve) => setImmediate(resolve)) };

/**
 * Finds what begins in a block. What lies around the block is read, too, and what is found there belongs to the blocks
 * beside it.
 * @param start where the block begins in the whole text
 * @param take is given the findings as they come, so that they are never all in memory
 * @param isWanted asked now and then; when it says no, nothing more is found
 * @param lines the block's lines, if they were counted before
 * @param uri of the file, if it is one
 */
export async function recogniseBlock(
  service: LanguageService,
  language: string,
  block: Block,
  start: Place,
  take: TakeFindings,
  isWanted: () => boolean,
  lines?: LineNumbers,
  uri?: string,
): Promise<BlockRecognition> {
  const marked = withoutMark(block);
  return readingOf(language) === 'log'
    ? inLog(service, marked, start, take, isWanted, marked === block ? lines : undefined)
    : inValues({ service, language, isWanted, uri }, marked, start, take);
}

async function inLog(
  service: LanguageService,
  { bytes, from, to, opening }: Block,
  start: Place,
  take: TakeFindings,
  isWanted: () => boolean,
  counted?: LineNumbers,
): Promise<BlockRecognition> {
  // Most parts of a log have nothing for which it would be asked.
  let knownHead: string | undefined;
  const head = () => (knownHead ??= textOf(opening ?? bytes.subarray(0, sizes.opening)).slice(0, longestHead));
  const lines = counted ?? new LineNumbers(bytes, from, to);
  const placeOf = (offset: number): Place =>
    offset === from ? start : { line: start.line + lines.before(offset), character: 0 };
  const read = function* (): Generator<void, true> {
    const find = (part: Uint8Array, first: number, last: number) => service.logPlaces(part, first, last);
    const readLone = (line: string, place: OffsetRange): boolean => {
      const found = service.recogniseLine(line, bytes, place, head());
      if (found && found.length > 0) {
        const { start: at } = place;
        const above = () => bytes.toString('latin1', Math.max(0, at - service.vicinity.before), at);
        take(placedInLine(reported(found), line, placeOf(at), above));
      }
      return found !== undefined;
    };
    yield* service.prepareLog();
    for (const excerpt of excerptsOf(bytes, from, to, find, service.vicinity, readLone)) {
      if (!excerpt) {
        yield;
        continue;
      }
      const { text, within } = excerpt;
      const found = yield* service.recogniseWithin(text, within, head(), excerpt.places);
      if (found.length > 0) {
        take(placed(reported(found), new LineIndex(text, within.start, placeOf(excerpt.start))));
      }
      yield;
    }
    return true;
  };
  await paced(read(), isWanted, pace);
  return { end: endOf(bytes, from, to, start, lines), truncated: false };
}

/** The findings of a line with their places. @param above what stands above the line, asked where it says no time */
function placedInLine(
  found: readonly Finding[],
  line: string,
  { line: number }: Place,
  above: () => string,
): BlockFinding[] {
  let time: number | undefined;
  let isKnown = false;
  return found.map((finding) => {
    if (finding.lead && !isKnown) {
      time = timeOfLine(line) ?? timeAbove(above());
      isKnown = true;
    }
    const { start, end } = finding.range;
    const range = { start: { line: number, character: start }, end: { line: number, character: end } };
    return { ...finding, range, time: finding.lead ? time : undefined };
  });
}

/** Where a block ends that begins at a place. */
function endOf(bytes: Buffer, from: number, to: number, start: Place, lines: LineNumbers): Place {
  const line = start.line + lines.count;
  const last = bytes[to - 1];
  if (to === from) {
    return start;
  }
  if (last === newline || (last === carriageReturn && bytes[to] !== newline)) {
    return { line, character: 0 };
  }
  const lineStart =
    from +
    1 +
    Math.max(bytes.subarray(from, to).lastIndexOf(newline), bytes.subarray(from, to).lastIndexOf(carriageReturn));
  const units = textOf(bytes.subarray(lineStart, to)).length;
  return { line, character: lineStart === from ? start.character + units : units };
}

/** Findings, which are in the order of their offsets, with their places. */
function placed(found: readonly Finding[], index: LineIndex): BlockFinding[] {
  return found.map((finding) => {
    const first = index.placeOf(finding.range.start);
    // Read while the index stands at the line's start: a finding's end may lie some lines on.
    const time = finding.lead ? index.time() : undefined;
    return { ...finding, range: { start: first, end: index.placeOf(finding.range.end, false) }, time };
  });
}

async function inValues(
  reader: ValuesReader,
  block: Block,
  start: Place,
  take: TakeFindings,
): Promise<BlockRecognition> {
  const { top, text, from, to } = decoded(block);
  const { findings: own, truncated } = await values(reader, top, text, from, to);
  const index = new LineIndex(text, from, start);
  take(placed(own, index));
  return { end: index.placeOf(to), truncated };
}

interface Found {
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  readonly truncated: boolean;
}

interface ValuesReader {
  readonly service: LanguageService;
  readonly language: string;
  readonly isWanted: () => boolean;
  readonly uri: string | undefined;
}

/** The values of JSON Lines. Each ends with its line, so a text may be cut at any. */
async function values(reader: ValuesReader, top: string, text: string, from: number, to: number): Promise<Found> {
  const [left, right] = [Math.max(0, from - valuesAround), Math.min(text.length, to + valuesAround)];
  const head = wholeLines(left === 0 ? top : top || text.slice(0, Math.min(left, sizes.opening)));
  const shift = left - head.length;
  const { service, language, isWanted, uri } = reader;
  const part = head + text.slice(left, right);
  const { findings, truncated } = await service.recogniseOnce(language, part, isWanted, pace, uri);
  const middle = text.indexOf('\n', (from + to) >> 1) + 1;
  if (truncated && isWanted() && middle > from && middle < to) {
    const first = await values(reader, head, text, from, middle);
    const second = await values(reader, head, text, middle, to);
    return { findings: [...first.findings, ...second.findings], truncated: first.truncated || second.truncated };
  }
  const begins = new Map<number, number>();
  for (const { group, range } of findings) {
    begins.set(group, Math.min(begins.get(group) ?? Infinity, range.start + shift));
  }
  const own = reported(findings).filter(({ group }) => {
    const begin = begins.get(group) ?? 0;
    return begin >= from && begin < to;
  });
  return {
    findings: own.map((finding) => ({
      ...finding,
      range: { start: finding.range.start + shift, end: finding.range.end + shift },
    })),
    truncated,
  };
}

/** How much around values is read along for what stands near an error, in UTF-16 units. */
const valuesAround = 16_384;

interface DecodedBlock {
  /** The beginning of the whole text, when the block lies further below. */
  readonly top: string;
  readonly text: string;
  /** Where the block's own part begins and ends, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

function decoded({ bytes, from, to, opening }: Block): DecodedBlock {
  const before = textOf(bytes.subarray(0, from));
  const body = textOf(bytes.subarray(from, to));
  const text = before + body + textOf(bytes.subarray(to));
  return { top: opening ? textOf(opening) : '', text, from: before.length, to: before.length + body.length };
}

/** A byte order mark is no part of the text. */
function withoutMark(block: Block): Block {
  return block.from === 0 && block.bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)
    ? { ...block, bytes: block.bytes.subarray(byteOrderMark.length), to: Math.max(0, block.to - byteOrderMark.length) }
    : block;
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines that end, and a blank one: what stands at the top must not run into what comes next. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n') + 1;
  return end > 0 ? `${text.slice(0, end)}\n` : '';
}

/** How many lines above an error its time is looked for, as below a stack trace. */
const linesAbove = 40;

/** The time of the nearest of some lines above an offset that says one. */
function timeAbove(text: string, offset = text.length, most = linesAbove - 1): number | undefined {
  let end = offset - 1;
  for (let count = 0; count < most && end >= 0; count++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const time = timeOfLine(text.slice(start, Math.min(start + 200, end)));
    if (time !== undefined) {
      return time;
    }
    end = start - 1;
  }
  return undefined;
}

/** Turns offsets into places, in ascending order. */
class LineIndex {
  #at: number;
  #line: number;
  /** The column of `#at`, which is not zero only in a line that is read in parts. */
  #character: number;
  readonly #hasReturns: boolean;
  /** The next \r at or after an offset. */
  #return = -1;
  #returnAfter = 0;

  constructor(
    private readonly text: string,
    from: number,
    start: Place,
  ) {
    this.#at = from;
    this.#line = start.line;
    this.#character = start.character;
    this.#hasReturns = text.includes('\r');
  }

  /** @param stays whether later offsets are not before this one */
  placeOf(offset: number, stays = true): Place {
    let [at, line, character] = [this.#at, this.#line, this.#character];
    for (let next = this.#nextLine(at); next >= 0 && next <= offset; next = this.#nextLine(at)) {
      [at, line, character] = [next, line + 1, 0];
    }
    if (stays) {
      [this.#at, this.#line, this.#character] = [at, line, character];
    }
    return { line, character: character + offset - at };
  }

  /** When the line at which the index stands was written, or the nearest line above it that says so. */
  time(): number | undefined {
    const end = this.text.indexOf('\n', this.#at);
    return (
      timeOfLine(this.text.slice(this.#at, Math.min(this.#at + 200, end < 0 ? this.text.length : end))) ??
      timeAbove(this.text, this.#at, linesAbove - 1)
    );
  }

  #nextLine(at: number): number {
    const newline = this.text.indexOf('\n', at);
    const ends = this.#hasReturns ? this.#loneReturn(at, newline < 0 ? this.text.length : newline) : -1;
    return (ends < 0 ? newline : ends) + 1 || -1;
  }

  /** A \r between two offsets that is a line end of its own; -1 without one. */
  #loneReturn(from: number, to: number): number {
    if (from < this.#returnAfter || this.#return < from) {
      this.#returnAfter = from;
      const found = this.text.indexOf('\r', from);
      this.#return = found < 0 ? Infinity : found;
    }
    return this.#return < to && this.text[this.#return + 1] !== '\n' ? this.#return : -1;
  }
}
