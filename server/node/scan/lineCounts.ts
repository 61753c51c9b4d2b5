/** Added to a count, so that zero can say that it is not known yet. */
const known = 1;
/** Stands for the count of a range that will never be known. */
const failed = -1;

/** Memory for the line counts of the ranges of one file, which all threads see. */
export function newLineCounts(ranges: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(ranges * Int32Array.BYTES_PER_ELEMENT));
}

/** Makes the number of lines of a range known to the other threads. */
export function publishLines(counts: Int32Array, index: number, lines: number): void {
  Atomics.store(counts, index, lines + known);
  Atomics.notify(counts, index);
}

/** Ends the waiting for a range whose reader died. */
export function giveUpLines(counts: Int32Array, index: number): void {
  if (Atomics.compareExchange(counts, index, 0, failed) === 0) {
    Atomics.notify(counts, index);
  }
}

/**
 * The line on which a range begins, zero-based. Waits for the ranges before it, which were all begun before.
 * @throws when one of them could not be read
 */
export function linesBefore(counts: Int32Array, index: number): number {
  let sum = 0;
  for (let before = 0; before < index; before++) {
    Atomics.wait(counts, before, 0);
    const count = Atomics.load(counts, before);
    if (count === failed) {
      throw new Error('a part of the file before this one could not be read');
    }
    sum += count - known;
  }
  return sum;
}
