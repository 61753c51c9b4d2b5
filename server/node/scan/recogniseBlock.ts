import { isAscii } from 'node:buffer';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reported } from '../../findings';
import type { Finding } from '../../../shared/finding';
import type { LanguageService } from '../../languageService';
import { timeOfLine } from '../../recogniser/wait';
import { readingOf } from '../../recogniser/languages';
import { paced } from '../../recogniser/paced';
import { longestHead } from '../../recogniser/recogniser';
import type { PlacedFinding } from '../cli/formats';
import { type Block, sizes } from './block';
import { countUnits, unitsOfUtf8 } from './units';

/** A place in a text: zero-based lines, UTF-16 characters. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A finding of a block with its place in the whole text, and the time its line was written (milliseconds since 1970). */
export interface BlockFinding extends PlacedFinding {
  readonly time: number | undefined;
}

export interface BlockRecognition {
  readonly findings: readonly BlockFinding[];
  /** Where the text behind the block begins. */
  readonly end: Place;
  readonly truncated: boolean;
}

let documents = 0;

/**
 * The findings that begin in a block. What lies around the block is read, too, and what is found there belongs to the
 * blocks beside it.
 * @param start where the block begins in the whole text
 * @param isWanted asked now and then; when it says no, nothing is found
 */
export async function recogniseBlock(
  service: LanguageService,
  language: string,
  block: Block,
  start: Place,
  isWanted: () => boolean,
): Promise<BlockRecognition> {
  const { top, text, from, to, units } = decoded(block);
  const { findings: own, truncated } =
    readingOf(language) === 'log'
      ? await lines(service, top, text, from, to, units, isWanted)
      : await values(service, language, top, text, from, to);
  const index = new LineIndex(text, from, start);
  const findings = own.map((finding) => {
    const first = index.placeOf(finding.range.start);
    // Read while the index stands at the line's start: a finding's end may lie some lines on.
    const time = finding.lead ? index.time() : undefined;
    return { ...finding, range: { start: first, end: index.placeOf(finding.range.end, false) }, time };
  });
  return { findings, end: index.placeOf(to), truncated };
}

interface Found {
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  readonly truncated: boolean;
}

async function lines(
  service: LanguageService,
  top: string,
  text: string,
  start: number,
  end: number,
  units: Uint8Array | undefined,
  isWanted: () => boolean,
): Promise<Found> {
  const head = (top || text).slice(0, longestHead);
  const findings = await paced(service.recogniseWithin(text, { start, end }, head, units), isWanted);
  return { findings: reported(findings ?? []), truncated: false };
}

/** The values of JSON Lines. Each ends with its line, so a text may be cut at any. */
async function values(
  service: LanguageService,
  language: string,
  top: string,
  text: string,
  from: number,
  to: number,
): Promise<Found> {
  const [left, right] = [Math.max(0, from - valuesAround), Math.min(text.length, to + valuesAround)];
  const head = wholeLines(left === 0 ? top : top || text.slice(0, Math.min(left, sizes.opening)));
  const shift = left - head.length;
  const document = TextDocument.create(`scan:${documents++}`, language, 0, head + text.slice(left, right));
  const { findings, truncated } = await service.recognise(document);
  service.forget(document.uri);
  const middle = text.indexOf('\n', (from + to) >> 1) + 1;
  if (truncated && middle > from && middle < to) {
    const first = await values(service, language, head, text, from, middle);
    const second = await values(service, language, head, text, middle, to);
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
  /** A byte for each unit of the text, where the block's bytes tell them. */
  readonly units: Uint8Array | undefined;
}

function decoded({ bytes, from, to, opening, end }: Block): DecodedBlock {
  if (from === 0 && bytes.subarray(0, 3).equals(byteOrderMark)) {
    return decoded({ bytes: bytes.subarray(3), from: 0, to: Math.max(0, to - 3), opening, end });
  }
  const top = opening ? textOf(opening) : '';
  if (isAscii(bytes)) {
    return { top, text: bytes.toString('latin1'), from, to, units: bytes };
  }
  const units = unitsOfUtf8(bytes);
  if (units) {
    const last = countUnits(bytes.subarray(to));
    const text = bytes.toString('utf8');
    return { top, text, from: countUnits(bytes.subarray(0, from)), to: text.length - last, units };
  }
  const before = textOf(bytes.subarray(0, from));
  const body = textOf(bytes.subarray(from, to));
  const after = textOf(bytes.subarray(to));
  const text = before + body + after;
  return { top, text, from: before.length, to: before.length + body.length, units };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString('latin1') : bytes.toString('utf8');
}

/** The lines that end, and a blank one: what stands at the top must not run into what comes next. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n') + 1;
  return end > 0 ? `${text.slice(0, end)}\n` : '';
}

/** How many lines above an error its time is looked for, as below a stack trace. */
const linesAbove = 40;

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
    for (let start = this.#at, count = 0; count < linesAbove; count++) {
      const end = this.text.indexOf('\n', start);
      const time = timeOfLine(this.text.slice(start, Math.min(start + 200, end < 0 ? this.text.length : end)));
      if (time !== undefined || start <= 0) {
        return time;
      }
      start = this.text.lastIndexOf('\n', start - 2) + 1;
    }
    return undefined;
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
