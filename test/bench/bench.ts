import { mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { writeLog } from './inputs/logs';
import { type Figure, median } from './figure';

/** Where and how thoroughly a run measures. */
export interface Bench {
  /** A folder that is removed after the run. */
  readonly folder: string;
  /** Small inputs and one repetition: shows that every row runs, not how fast. */
  readonly short: boolean;
  /** How often a row measures both sides. */
  readonly repetitions: number;
  /** A size, or a small one in a short run. */
  size(bytes: number, short: number): number;
  /** A log file of a size, in bytes, made once. */
  log(bytes: number): string;
}

/** One line of the table of goals, or several that are measured together. */
export interface Row {
  readonly name: string;
  /** What is measured, for the reader of the table. */
  readonly work: string;
  readonly reference: string;
  measure(bench: Bench): Promise<readonly Figure[]>;
}

export function createBench(folder: string, short: boolean): Bench {
  const logs = new Map<number, string>();
  mkdirSync(folder, { recursive: true });
  return {
    folder,
    short,
    repetitions: short ? 1 : 5,
    size: (bytes, small) => (short ? small : bytes),
    log(bytes) {
      let path = logs.get(bytes);
      if (path === undefined) {
        needSpace(folder, bytes);
        path = join(folder, `log-${bytes / 1e6}-mb.log`);
        writeLog(path, bytes);
        logs.set(bytes, path);
      }
      return path;
    },
  };
}

/** @throws when the disk has not so many bytes left, and some to spare */
export function needSpace(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < bytes + 1e9) {
    throw new Error(`${folder} has ${Math.round(free / 1e6)} MB left; ${Math.round(bytes / 1e6 + 1000)} MB are needed`);
  }
}

/** Measures both sides in turn, so that what disturbs the machine disturbs both. Each is run once before, to warm up. */
export async function sideBySide(
  repetitions: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<{ ours: number[]; reference: number[] }> {
  const result: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
  if (repetitions > 1) {
    await reference();
    await ours();
  }
  for (let count = 0; count < repetitions; count++) {
    result.reference.push(await reference());
    result.ours.push(await ours());
  }
  return result;
}

/** Keys are pressed until there are so many, or for so long, in milliseconds. */
const most = { keys: 300, time: 60_000 };

/** Presses keys, one after the other; a few at the least. */
export async function pressKeys({ short }: Bench, press: (count: number) => Promise<void>): Promise<void> {
  const begin = Date.now();
  for (let count = 0; count < (short ? 5 : most.keys) && (count < 5 || Date.now() - begin < most.time); count++) {
    await press(count);
  }
}

/** The medians of each fifth of many values, so that a disturbance shows as spread. */
export function mediansOfParts(values: readonly number[]): number[] {
  const parts = Math.min(5, values.length);
  const at = (index: number) => Math.floor((index * values.length) / parts);
  return Array.from({ length: parts }, (_, index) => median(values.slice(at(index), at(index + 1))));
}
