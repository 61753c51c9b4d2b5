/** About how long a chunk is, in UTF-16 units: short enough to be read anew at each key. */
const usualLength = 16 * 1_024;

const carriageReturn = 13;
const lineFeed = 10;

/** A part of a document's text. It never changes, so what is known of it holds as long as it is a part of the document. */
export class Chunk {
  readonly text: string;
  #breakCount: number | undefined;
  #lineStarts: readonly number[] | undefined;

  /**
   * @param source a longer text that the chunk is cut from, between two offsets. Chunks side by side that come from the
   * same text are read from it together, without a copy.
   */
  constructor(
    readonly source: string,
    readonly start: number,
    readonly end: number,
  ) {
    this.text = source.slice(start, end);
  }

  /** How many line ends lie in it: LF, CR LF, or CR alone. */
  get breakCount(): number {
    return (this.#breakCount ??= this.text.includes('\r') ? this.lineStarts.length : countOf('\n', this.text));
  }

  /** Where a line begins behind each of its line ends. */
  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= lineStartsOf(this.text));
  }
}

/** Cuts a text into chunks, behind line ends where it can be. No chunk but the last ends within a CR LF. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  while (text.length - start > 2 * usualLength) {
    const least = start + usualLength;
    // In a part, as the next line end can be far away, and is looked for again for each chunk of a long line.
    const lineEnd = text.slice(least, least + usualLength).indexOf('\n');
    let end = lineEnd < 0 ? least : least + lineEnd + 1;
    while (isHalf(text.charCodeAt(end - 1))) {
      end++;
    }
    chunks.push(new Chunk(text, start, end));
    start = end;
  }
  if (start < text.length) {
    chunks.push(new Chunk(text, start, text.length));
  }
  return chunks;
}

/** Whether a chunk of this length is better joined with its neighbour. */
export function isShort(length: number): boolean {
  return length < usualLength / 4;
}

/** Whether a unit may be the first half of a line end or of a character. */
export function isHalf(unit: number): boolean {
  return unit === carriageReturn || (unit >= 0xd800 && unit < 0xdc00);
}

export function isLineEnd(unit: number): boolean {
  return unit === carriageReturn || unit === lineFeed;
}

function countOf(unit: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) {
    count++;
  }
  return count;
}

function lineStartsOf(text: string): number[] {
  const starts: number[] = [];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed) {
      at++;
    }
    if (isLineEnd(unit)) {
      starts.push(at + 1);
    }
  }
  return starts;
}
