import { duration } from '../../render/verdict';
import type { BlockFinding, Place } from './recogniseBlock';

/** A place of an error, for a person who wants to look at it. */
export interface Sample extends Place {
  readonly path: string;
  /** The finding's text, never the line around it: a line may hold secrets. */
  readonly text: string;
}

export interface EntrySummary {
  readonly entry: string;
  count: number;
  readonly first: Sample;
  last: Sample;
  /** Milliseconds since 1970, of the lines that say when they were written. */
  firstTime?: number;
  lastTime?: number;
  readonly samples: Sample[];
}

/** What a report is made of: bounded by the number of entries, however many findings there are. Plain data. */
export interface ReportData {
  readonly entries: readonly EntrySummary[];
  readonly files: readonly { readonly path: string; readonly count: number }[];
  readonly lines: number;
  readonly linesWithErrors: number;
  /** Errors for each stretch of time. */
  readonly histogram: {
    readonly width: number;
    readonly buckets: readonly (readonly [start: number, count: number])[];
  };
}

const mostSamples = 5;
const longestText = 80;
/** Most files that a report names, those with the most errors. */
export const mostFiles = 20;
/** Most stretches of time in a histogram. */
const mostBuckets = 60;
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
/** Widths of a stretch of time that people think in, in milliseconds. */
const widths = [
  second, 5 * second, 15 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour,
  day, 7 * day, 30 * day, 365 * day, 3_650 * day,
]; // prettier-ignore

/** Sums findings up as they come, without keeping them. Sums of parts of a scan add up to that of the whole. */
export class Report {
  readonly #entries = new Map<string, EntrySummary>();
  readonly #files = new Map<string, number>();
  readonly #histogram = new Histogram();
  #lines = 0;
  #linesWithErrors = 0;

  /** Adds the errors of a block, in order. */
  add(path: string, findings: readonly BlockFinding[], lines: number): void {
    this.#lines += lines;
    let line = -1;
    let count = 0;
    for (const { lead, kind, entry, range, text, time } of findings) {
      if (!lead || kind === 'header') {
        continue;
      }
      count++;
      this.#linesWithErrors += range.start.line === line ? 0 : 1;
      line = range.start.line;
      const shown = copied(text.replace(/\s+/g, ' ').slice(0, longestText));
      this.#count(entry, { path, line, character: range.start.character, text: shown }, time);
      if (time !== undefined) {
        this.#histogram.add(time, 1);
      }
    }
    this.#countFile(path, count);
  }

  /** Adds the sum of what comes next. */
  merge(data: ReportData): void {
    this.#lines += data.lines;
    this.#linesWithErrors += data.linesWithErrors;
    for (const next of data.entries) {
      const known = this.#entries.get(next.entry);
      if (!known) {
        this.#entries.set(next.entry, next);
        continue;
      }
      known.count += next.count;
      known.last = next.last;
      known.samples.push(...next.samples.slice(0, mostSamples - known.samples.length));
      [next.firstTime, next.lastTime].forEach((time) => widen(known, time));
    }
    data.files.forEach(({ path, count }) => this.#countFile(path, count));
    this.#histogram.widen(data.histogram.width);
    data.histogram.buckets.forEach(([start, count]) => this.#histogram.add(start, count));
  }

  data(): ReportData {
    return {
      entries: [...this.#entries.values()].sort((a, b) => b.count - a.count || (a.entry < b.entry ? -1 : 1)),
      files: [...this.#files].map(([path, count]) => ({ path, count })).sort((a, b) => b.count - a.count),
      lines: this.#lines,
      linesWithErrors: this.#linesWithErrors,
      histogram: this.#histogram.data(),
    };
  }

  #count(entry: string, place: Sample, time: number | undefined): void {
    const known = this.#entries.get(entry);
    if (!known) {
      const times = time === undefined ? {} : { firstTime: time, lastTime: time };
      this.#entries.set(entry, { entry, count: 1, first: place, last: place, ...times, samples: [place] });
      return;
    }
    known.count++;
    known.last = place;
    widen(known, time);
    if (known.samples.length < mostSamples) {
      known.samples.push(place);
    }
  }

  #countFile(path: string, count: number): void {
    if (count > 0) {
      this.#files.set(path, (this.#files.get(path) ?? 0) + count);
    }
  }
}

/** A text of its own: a part of a text keeps the whole of it in memory, here a block of the file. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

function widen(summary: EntrySummary, time: number | undefined): void {
  if (time !== undefined) {
    summary.firstTime = Math.min(summary.firstTime ?? time, time);
    summary.lastTime = Math.max(summary.lastTime ?? time, time);
  }
}

/** Counts moments in stretches of time, which grow wider as the times spread. */
class Histogram {
  #width = 0;
  #buckets = new Map<number, number>();

  add(time: number, count: number): void {
    this.#add(time, count);
    let low = Infinity;
    let high = -Infinity;
    if (this.#buckets.size > mostBuckets) {
      for (const start of this.#buckets.keys()) {
        low = Math.min(low, start);
        high = Math.max(high, start);
      }
    }
    while ((high - low) / this.#size >= mostBuckets && this.#width < widths.length - 1) {
      this.widen(widths[this.#width + 1] ?? 0);
    }
  }

  /** Makes the stretches at least so wide, in milliseconds. */
  widen(width: number): void {
    if (width > this.#size) {
      this.#width = widths.findIndex((next) => next >= width);
      const buckets = this.#buckets;
      this.#buckets = new Map();
      buckets.forEach((sum, start) => this.#add(start, sum));
    }
  }

  data(): ReportData['histogram'] {
    return { width: this.#size, buckets: [...this.#buckets].sort(([a], [b]) => a - b) };
  }

  get #size(): number {
    return widths[this.#width] ?? second;
  }

  #add(time: number, count: number): void {
    const start = Math.floor(time / this.#size) * this.#size;
    this.#buckets.set(start, (this.#buckets.get(start) ?? 0) + count);
  }
}

/** A width of a histogram in words. */
export function widthText(width: number): string {
  return duration(width / 1000);
}
