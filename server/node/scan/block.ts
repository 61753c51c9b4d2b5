/** A part of a text in bytes (UTF-8), with what surrounds it. The bytes are valid until the next block is asked for. */
export interface Block {
  readonly bytes: Buffer;
  /** Where the block's own part begins and ends in `bytes`, at line starts as far as lines allow. */
  readonly from: number;
  readonly to: number;
  /** The text's first bytes when they are not in `bytes`: what a file says at its top tells of which system it speaks. */
  readonly opening: Buffer | undefined;
  /** Where the block ends in the whole text, in bytes. */
  readonly end: number;
}

/** Sizes in bytes. */
export interface Sizes {
  readonly block: number;
  readonly context: number;
  readonly line: number;
  readonly opening: number;
}

export const sizes: Sizes = {
  /** What is read at a time. Findings are assigned to blocks by where they begin, whoever reads them. */
  block: 1024 * 1024,
  /** How much before and after a block is at hand: as much as any rule looks at, in text of three bytes a character. */
  context: 192 * 1024,
  /** A line that is longer is read in parts. */
  line: 8 * 1024 * 1024,
  /** What belongs to the top of a text. */
  opening: 16 * 1024,
};

export const newline = 10;
export const carriageReturn = 13;

/** The first line start at or after an offset, -1 when none is known. */
export function lineStartFrom(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(newline, at - 1);
  return end < 0 ? -1 : end + 1;
}

/** The last place at or before an offset at which a text may be cut: never inside of a character or a line break. */
export function cutBefore(bytes: Buffer, at: number): number {
  let cut = at;
  while (cut > at - 4 && cut > 0 && ((bytes[cut] ?? 0) & 0xc0) === 0x80) {
    cut--;
  }
  return cut > 0 && bytes[cut - 1] === carriageReturn ? cut - 1 : cut;
}

/** How many lines end between two offsets: with \n, with \r\n, or with \r alone, as editors count them. */
export function countLines(bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, at + 1)) {
    count++;
  }
  for (let at = part.indexOf(carriageReturn); at >= 0; at = part.indexOf(carriageReturn, at + 1)) {
    count += bytes[from + at + 1] === newline ? 0 : 1;
  }
  return count;
}
