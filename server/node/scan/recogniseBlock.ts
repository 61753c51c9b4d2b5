import { isAscii } from 'node:buffer';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reported } from '../../findings';
import type { Finding } from '../../../shared/finding';
import type { LanguageService } from '../../languageService';
import { timeOfLine } from '../../recogniser/wait';
import type { Recognition } from '../../recogniser/recogniser';
import type { PlacedFinding } from '../cli/formats';
import { type Block, sizes } from './block';

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
 */
export async function recogniseBlock(
  service: LanguageService,
  language: string,
  block: Block,
  start: Place,
): Promise<BlockRecognition> {
  const { top, text, from, to } = decoded(block);
  const own: Finding[] = [];
  const read = async (part: string) => {
    const document = TextDocument.create(`scan:${documents++}`, language, 0, part);
    const recognition = await service.recognise(document);
    service.forget(document.uri);
    return recognition;
  };
  const truncated = await collect(read, top, text, from, to, own);
  own.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const lines = new LineIndex(text, from, start);
  const findings = own.map((finding) => {
    const first = lines.placeOf(finding.range.start);
    // Read while the index stands at the line's start: a finding's end may lie some lines on.
    const time = finding.lead ? lines.time() : undefined;
    return { ...finding, range: { start: first, end: lines.placeOf(finding.range.end, false) }, time };
  });
  return { findings, end: lines.placeOf(to), truncated };
}

/** How much around a half of a block is read along, in UTF-16 units. */
const margin = 16_384;

/** Adds the findings of a part of a text; a part that holds too many is read in halves. */
async function collect(
  read: (text: string) => Promise<Recognition>,
  top: string,
  text: string,
  from: number,
  to: number,
  own: Finding[],
): Promise<boolean> {
  const [left, right] = [Math.max(0, from - margin), Math.min(text.length, to + margin)];
  // Near its beginning a text speaks for itself.
  const head = left > 0 || top !== '' ? top || wholeLines(text.slice(0, Math.min(left, sizes.opening))) : '';
  const shift = left - head.length;
  const { findings, truncated } = await read(head + text.slice(left, right));
  const middle = text.indexOf('\n', (from + to) >> 1) + 1;
  if (truncated && middle > from && middle < to) {
    const first = await collect(read, head, text, from, middle, own);
    return (await collect(read, head, text, middle, to, own)) || first;
  }
  const begins = new Map<number, number>();
  for (const { group, range } of findings) {
    begins.set(group, Math.min(begins.get(group) ?? Infinity, range.start + shift));
  }
  for (const finding of reported(findings)) {
    const begin = begins.get(finding.group) ?? 0;
    if (begin >= from && begin < to) {
      own.push({ ...finding, range: { start: finding.range.start + shift, end: finding.range.end + shift } });
    }
  }
  return truncated;
}

interface DecodedBlock {
  /** The lines at the top of the whole text, when the block lies further below. */
  readonly top: string;
  readonly text: string;
  /** Where the block's own part begins and ends, in UTF-16 units of the text. */
  readonly from: number;
  readonly to: number;
}

function decoded({ bytes, from, to, opening }: Block): DecodedBlock {
  if (from === 0 && bytes.subarray(0, 3).equals(byteOrderMark)) {
    return decoded({ bytes: bytes.subarray(3), from: 0, to: Math.max(0, to - 3), opening });
  }
  const top = opening ? wholeLines(textOf(opening)) : '';
  if (isAscii(bytes)) {
    return { top, text: bytes.latin1Slice(0, bytes.length), from, to };
  }
  const before = textOf(bytes.subarray(0, from));
  const body = textOf(bytes.subarray(from, to));
  const after = textOf(bytes.subarray(to));
  return { top, text: before + body + after, from: before.length, to: before.length + body.length };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function textOf(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.latin1Slice(0, bytes.length) : bytes.toString('utf8');
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
