import { verdictOf } from '../../render/verdict';
import { mostFiles, type ReportData, type Sample, widthText } from '../scan/report';
import { cell, type EntryOf } from './formats';

/** What was scanned for a report. */
export interface Scanned {
  readonly files: number;
  /** Whether something was left out of a file. */
  readonly truncated: boolean;
  /** Whether the scan was interrupted. */
  readonly isPartial: boolean;
}

type ReportFormat = (report: ReportData, scanned: Scanned, entry: EntryOf) => string;

export const reportFormats = { text, json, markdown } satisfies Record<string, ReportFormat>;

export type ReportFormatName = keyof typeof reportFormats;

export function isReportFormat(name: string): name is ReportFormatName {
  return Object.hasOwn(reportFormats, name);
}

function json(
  { entries, files, lines, linesWithErrors, histogram }: ReportData,
  scanned: Scanned,
  entry: EntryOf,
): string {
  const report = {
    version: 1,
    files: scanned.files,
    lines,
    linesWithErrors,
    truncated: scanned.truncated,
    partial: scanned.isPartial,
    entries: entries.map(({ entry: id, count, first, last, firstTime, lastTime, samples }) => {
      const found = entry(id);
      return {
        entry: id,
        title: found?.title ?? id,
        strategy: found?.strategy.name ?? 'none',
        verdict: found ? verdictOf(found) : '',
        count,
        first: { ...first, time: iso(firstTime) },
        last: { ...last, time: iso(lastTime) },
        samples,
      };
    }),
    filesWithErrors: files.slice(0, mostFiles),
    histogram: {
      widthSeconds: histogram.width / 1000,
      buckets: histogram.buckets.map(([start, count]) => ({ start: iso(start), count })),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function text(report: ReportData, scanned: Scanned, entry: EntryOf): string {
  const out = [`${summary(report, scanned)}\n`];
  for (const { entry: id, count, first, last, firstTime, lastTime, samples } of report.entries) {
    const found = entry(id);
    out.push(`\n${count} x ${id}  ${found?.title ?? ''}. ${found ? verdictOf(found) : ''}.\n`);
    if (firstTime !== undefined && lastTime !== undefined) {
      out.push(`  from ${moment(firstTime)} to ${moment(lastTime)}\n`);
    }
    out.push(`  first ${place(first)}, last ${place(last)}\n`);
    samples.slice(1).forEach((sample) => out.push(`  ${place(sample)}: ${sample.text}\n`));
  }
  if (report.histogram.buckets.length > 0) {
    out.push(`\nErrors for each ${widthText(report.histogram.width)}:\n`, ...bars(report));
  }
  if (report.files.length > 1) {
    out.push('\nFiles with the most errors:\n');
    report.files.slice(0, mostFiles).forEach(({ path, count }) => out.push(`${String(count).padStart(9)}  ${path}\n`));
  }
  return out.join('');
}

function markdown(report: ReportData, scanned: Scanned, entry: EntryOf): string {
  const out = ['# API errors\n', `\n${summary(report, scanned)}\n`];
  if (report.entries.length > 0) {
    out.push('\n| Count | Error | What it is | Retry | First | Last |\n| ---: | --- | --- | --- | --- | --- |\n');
    for (const { entry: id, count, firstTime, lastTime } of report.entries) {
      const found = entry(id);
      const verdict = found ? verdictOf(found) : '';
      const times = [firstTime, lastTime].map((time) => (time === undefined ? '' : moment(time)));
      out.push(`| ${[String(count), cell(id), cell(found?.title ?? ''), cell(verdict), ...times].join(' | ')} |\n`);
    }
    out.push('\n## Places\n');
    for (const { entry: id, count, first, last, samples } of report.entries) {
      out.push(`\n### ${cell(id)}, ${count} times\n\n`);
      const places = new Map([first, ...samples, last].map((sample) => [place(sample), sample]));
      places.forEach((sample, where) => out.push(`- ${cell(where)}: ${cell(sample.text)}\n`));
    }
  }
  if (report.histogram.buckets.length > 0) {
    out.push(`\n## Errors for each ${widthText(report.histogram.width)}\n\n\`\`\`text\n`, ...bars(report), '```\n');
  }
  if (report.files.length > 1) {
    out.push('\n## Files with the most errors\n\n| Count | File |\n| ---: | --- |\n');
    report.files.slice(0, mostFiles).forEach(({ path, count }) => out.push(`| ${count} | ${cell(path)} |\n`));
  }
  return out.join('');
}

function summary({ entries, lines, linesWithErrors }: ReportData, { files, truncated, isPartial }: Scanned): string {
  const errors = entries.reduce((sum, { count }) => sum + count, 0);
  const share = lines > 0 ? ` (${percent(linesWithErrors / lines)} of ${counted(lines, 'line')})` : '';
  const left = truncated ? ' Not everything was read; there is more in these files.' : '';
  const partial = isPartial ? ' The scan was interrupted: this is a part.' : '';
  return `${counted(errors, 'error')} of ${counted(entries.length, 'kind')} in ${counted(files, 'file')}${share}.${left}${partial}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${(share * 100).toPrecision(2)} %`;
}

const longestBar = 50;

function bars({ histogram: { buckets } }: ReportData): string[] {
  const most = Math.max(...buckets.map(([, count]) => count));
  return buckets.map(([start, count]) => {
    const bar = '#'.repeat(Math.ceil((count / most) * longestBar));
    return `${moment(start)}  ${bar} ${count}\n`;
  });
}

function place({ path, line, character }: Sample): string {
  return `${path}:${line + 1}:${character + 1}`;
}

/** A moment as logs write it, in UTC. */
function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

function iso(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
