import type { Entry } from '../../../shared/catalog/catalog';
import type { ErrorGroup } from '../candidate';
import { LineShapes, longestShape } from './lineShapes';
import type { Resolution } from './lineResolver';
import type { Stretch } from './stretch';

/** Most lines that are kept in each of two lots. When one is full, the older is forgotten: what comes often moves on. */
const mostLines = 1_000;
/** Of so many shapes it is remembered that they came once. A power of two. */
const mostSeen = 1 << 16;
/** What a line says of a wait is in its digits. */
const ofWaits = /reset|retry/i;

/** What is known of all lines of a shape. */
export interface KnownLine {
  /** What was read, as if the line began at 0; undefined where the line alone does not tell. */
  readonly stretch: Stretch | undefined;
  /** What it turned out to be, by what is near. */
  readonly resolutions: Resolution[];
}

/**
 * Remembers what was read in lines. The lines of a log repeat but for numbers, and most numbers mean nothing to any
 * catalog: lines that differ in these alone are one line here.
 */
export class KnownLines {
  readonly #shapes: LineShapes;
  /** Hashes of shapes that came once: only what comes again is kept, as most shapes of a varied log never do. */
  readonly #seen = new Int32Array(mostSeen);
  #young = new Map<string, KnownLine>();
  #old = new Map<string, KnownLine>();

  constructor(entries: readonly Entry[]) {
    this.#shapes = new LineShapes(entries);
  }

  /**
   * What is read in a part of a text, read anew unless it is a line like one that was read before.
   * @param isOfLine whether nothing but the line decided about what was read, asked once for a line
   */
  read(text: string, start: number, end: number, read: () => Stretch, isOfLine: () => boolean): Stretch {
    if (end - start > longestShape || (start > 0 && text[start - 1] !== '\n')) {
      return read();
    }
    const line = text.slice(start, end);
    if (line.includes('\n') || !isRepeatable(line)) {
      return read();
    }
    const shape = this.#shapes.of(line);
    const known = this.#find(shape);
    if (known) {
      return known.stretch ? moved(known.stretch, start) : read();
    }
    const stretch = read();
    if (this.#cameBefore(shape)) {
      this.#keep(shape, line, moved(stretch, -start), isOfLine);
    }
    return stretch;
  }

  /**
   * What is known of a line of at most {@link longestShape} units that is a text of its own.
   * @param read is asked for a line like none before, @param isOfLine as in {@link KnownLines.read}
   * @returns undefined where the line alone does not tell
   */
  ofLine(line: string, read: () => Stretch, isOfLine: () => boolean): KnownLine | undefined {
    if (isRepeatable(line)) {
      const shape = this.#shapes.of(line);
      const found = this.#find(shape);
      const known = found ?? (this.#cameBefore(shape) ? this.#keep(shape, line, read(), isOfLine) : undefined);
      if (known?.stretch) {
        return known;
      }
    }
    return isOfLine() ? { stretch: read(), resolutions: [] } : undefined;
  }

  #find(shape: string): KnownLine | undefined {
    const known = this.#young.get(shape);
    if (known) {
      return known;
    }
    const old = this.#old.get(shape);
    return old && this.#add(shape, old);
  }

  #keep(shape: string, line: string, stretch: Stretch, isOfLine: () => boolean): KnownLine {
    const isKnown = this.#isWithoutDigits(stretch) && isWithoutStandIns(stretch, line, shape) && isOfLine();
    return this.#add(shape, { stretch: isKnown ? stretch : undefined, resolutions: [] });
  }

  #cameBefore(shape: string): boolean {
    let hash = 1;
    for (let at = 0; at < shape.length; at++) {
      hash = (Math.imul(hash, 31) + shape.charCodeAt(at)) | 0;
    }
    const place = (hash ^ (hash >>> 16)) & (mostSeen - 1);
    const came = this.#seen[place] === hash;
    this.#seen[place] = hash;
    return came;
  }

  #add(shape: string, known: KnownLine): KnownLine {
    if (this.#young.size >= mostLines) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(shape, known);
    return known;
  }

  /** Whether nothing of what was read quotes a number that may differ. */
  #isWithoutDigits({ groups }: Stretch): boolean {
    return groups.every(
      ({ candidates, wait }) => !wait && candidates.every((c) => !c.wait && this.#shapes.isPlain(c.evidence)),
    );
  }
}

/** Whether a line like this one says the same. */
function isRepeatable(line: string): boolean {
  return !ofWaits.test(line);
}

/** Whether the codes and statuses that were read are those of the line, and none of them was replaced. */
function isWithoutStandIns({ groups }: Stretch, line: string, shape: string): boolean {
  return groups.every(({ candidates }) =>
    candidates.every(
      ({ range: { start, end }, role }) =>
        (role !== 'code' && role !== 'status') || line.slice(start, end) === shape.slice(start, end),
    ),
  );
}

function moved(stretch: Stretch, by: number): Stretch {
  const groups = stretch.groups.map(({ candidates, wait }): ErrorGroup => ({
    candidates: candidates.map((c) => ({ ...c, range: { start: c.range.start + by, end: c.range.end + by } })),
    ...(wait && { wait }),
  }));
  return { ...stretch, groups, start: stretch.start + by, end: stretch.end + by };
}
