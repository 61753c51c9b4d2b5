import type { OffsetRange } from '../../../shared/finding';
import type { Candidate, ErrorGroup } from '../candidate';
import { type LineShapes, longestShape } from './lineShapes';
import type { Resolution } from './lineResolver';
import type { Stretch } from './stretch';

/** Most lines that are kept in each of two lots. When one is full, the older is forgotten: what comes often moves on. */
const mostLines = 2_000;
/** Of so many shapes it is remembered that they came once. A power of two. */
const mostSeen = 1 << 16;
/** What a line says of a wait is in its digits. */
const ofWaits = /reset|retry/i;

/** What is known of all lines of a shape. */
export interface KnownLine {
  /** The shape. */
  readonly text: string;
  readonly units: Uint16Array;
  /** Whether the lines around it say nothing about what is read in it. */
  readonly isAlone: boolean;
  /** What was read in the shape, as if it were the line; undefined where the shape does not tell. */
  readonly stretch: Stretch | undefined;
  /** What it turned out to be, by what is near. */
  readonly resolutions: Resolution[];
}

/** Reads lines. */
export interface LineReader {
  /** What is read in a line that is a text of its own. */
  read(line: string): Stretch;
  /** Whether the lines around a line say nothing about what is read in it. */
  isOfLineAlone(line: string): boolean;
}

/**
 * Reads lines by their shapes, each shape once as long as it is kept. The lines of a log repeat but for numbers and what
 * clients sent, and these mean nothing to any catalog: lines that differ in them alone are one line here.
 */
export class KnownLines {
  /** Hashes of shapes that came once: only what comes again is kept, as most shapes of a varied log never do. */
  readonly #seen = new Int32Array(mostSeen);
  #young = new Map<number, KnownLine>();
  #old = new Map<number, KnownLine>();

  constructor(
    private readonly shapes: LineShapes,
    private readonly reader: LineReader,
  ) {}

  /**
   * What is read in a part of a text.
   * @returns undefined where it is no line by itself, or one that its shape does not tell
   */
  read(text: string, start: number, end: number): Stretch | undefined {
    if (end - start > longestShape || (start > 0 && text[start - 1] !== '\n')) {
      return undefined;
    }
    const line = text.slice(start, end);
    const stretch = line.includes('\n') ? undefined : this.of(line)?.stretch;
    return stretch && this.inLine(stretch, start);
  }

  /**
   * What is known of a line that is a text of its own.
   * @returns undefined for a line that has no shape: it is long, or its digits matter
   */
  of(line: string): KnownLine | undefined {
    if (line.length > longestShape || ofWaits.test(line)) {
      return undefined;
    }
    const { shapes } = this;
    shapes.take(line);
    const { hash } = shapes;
    const known = this.#find(hash);
    if (known) {
      return known;
    }
    const made = this.#make(line);
    if (this.#seen[hash & (mostSeen - 1)] === hash) {
      this.#keep(hash, made);
    }
    this.#seen[hash & (mostSeen - 1)] = hash;
    return made;
  }

  /** What was read in the shape of the last line, as it stands in the line, if that begins at an offset. */
  inLine(stretch: Stretch, from = 0): Stretch {
    const groups = stretch.groups.map(({ candidates, wait }): ErrorGroup => ({
      candidates: candidates.map((c) => ({ ...c, range: this.rangeInLine(c.range, from) })),
      ...(wait && { wait }),
    }));
    return { ...stretch, groups, ...this.rangeInLine(stretch, from) };
  }

  /** Where in the last line a part of its shape stands, if the line begins at an offset. */
  rangeInLine({ start, end }: OffsetRange, from = 0): OffsetRange {
    return { start: from + this.shapes.inLine(start), end: from + this.shapes.inLine(end) };
  }

  #make(line: string): KnownLine {
    const { text, units, length } = this.shapes;
    const isAlone = this.reader.isOfLineAlone(text);
    const stretch = isAlone ? this.reader.read(text) : undefined;
    const isTold = stretch?.groups.every(
      ({ candidates, wait }) => !wait && candidates.every((c) => this.#isOfAll(c, line, text)),
    );
    return { text, units: units.slice(0, length), isAlone, stretch: isTold ? stretch : undefined, resolutions: [] };
  }

  /** Whether a candidate quotes nothing that another line of the shape may have otherwise. */
  #isOfAll({ role, range, evidence }: Candidate, line: string, shape: string): boolean {
    const { start, end } = this.rangeInLine(range);
    return (
      // A header says in its digits when, and how often.
      role !== 'header' &&
      this.shapes.isPlain(evidence) &&
      ((role !== 'code' && role !== 'status') || line.slice(start, end) === shape.slice(range.start, range.end))
    );
  }

  #find(hash: number): KnownLine | undefined {
    const young = this.#young.get(hash);
    const known = young ?? this.#old.get(hash);
    if (!known || !this.#isShapeOf(known)) {
      return undefined;
    }
    if (!young) {
      this.#keep(hash, known);
    }
    return known;
  }

  #isShapeOf({ units: known }: KnownLine): boolean {
    const { units, length } = this.shapes;
    let at = known.length === length ? 0 : length + 1;
    while (at < length && known[at] === units[at]) {
      at++;
    }
    return at === length;
  }

  #keep(hash: number, known: KnownLine): void {
    if (this.#young.size >= mostLines) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(hash, known);
  }
}
