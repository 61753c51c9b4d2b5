import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { catalogs } from '../project';
import { errorLines } from './errorLines';
import { type Line, ordinaryLines } from './ordinaryLines';
import { Random } from './random';
import { Scene } from './scene';

/** Two records in a hundred are errors. */
const shareOfErrors = 0.02;

/** A log of mixed formats, record by record, without end. The same seed gives the same log. */
export function* logRecords(seed: number): Generator<string> {
  const scene = new Scene(new Random(seed));
  const errors = errorLines(catalogs());
  const wheel: Line[] = ordinaryLines.flatMap(([share, line]) => Array<Line>(Math.round(share * 10)).fill(line));
  for (;;) {
    const line = scene.random.chance(shareOfErrors) ? scene.random.pick(errors) : scene.random.pick(wheel);
    yield `${line(scene)}\n`;
  }
}

/** The beginning of a log, whole records up to about a length in UTF-16 units. */
export function logText(length: number, seed = 1): string {
  const parts: string[] = [];
  let left = length;
  for (const record of logRecords(seed)) {
    parts.push(record);
    left -= record.length;
    if (left <= 0) {
      break;
    }
  }
  return parts.join('');
}

/** How much is written at once, in UTF-16 units. */
const chunk = 1_000_000;

/**
 * Writes a log file of about a size.
 * @param bytes its size; what is beyond `fresh` bytes repeats the first part, for the same text is made only so fast
 */
export function writeLog(path: string, bytes: number, seed = 1, fresh = 500e6): void {
  const file = openSync(path, 'w+');
  try {
    const records = logRecords(seed);
    let written = 0;
    while (written < Math.min(bytes, fresh)) {
      let text = '';
      while (text.length < Math.min(chunk, bytes - written)) {
        text += records.next().value as string;
      }
      written += writeSync(file, text);
    }
    repeat(file, written, bytes);
  } finally {
    closeSync(file);
  }
}

/** Appends what a file holds to it until it has a size, in bytes. The last copy may be cut off. */
function repeat(file: number, written: number, bytes: number): void {
  const buffer = Buffer.alloc(chunk);
  for (let at = 0; written < bytes; at += chunk) {
    const read = readSync(file, buffer, 0, Math.min(chunk, bytes - written), at);
    written += writeSync(file, buffer, 0, read, written);
  }
}
