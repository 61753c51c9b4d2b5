import { availableParallelism } from 'node:os';
import { languageIds } from '../../recogniser/languages';
import { collectOften } from '../memory';
import { Progress } from '../scan/progress';
import { Run } from '../scan/run';
import { TextScanner } from '../scan/textScanner';
import { formats, isFormat } from './formats';
import { interrupted, Interruption } from './interruption';
import { FindingsOutput, type Output, ReportOutput } from './output';
import { isReportFormat } from './reportFormats';
import { complain } from './terminal';
import { createService, UsageError } from './usage';

export interface ScanOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
  /** How many threads may scan; as many as there are processors when absent. */
  readonly jobs: string | undefined;
  readonly report: boolean;
  /** Whether files that are passed over are named. */
  readonly verbose: boolean;
}

/**
 * Prints the errors in files and folders, or a report on them. Findings of low confidence are left out, and so are
 * headers that stand beside no error.
 * @returns 1 when there are findings, else 0; 2 when a path could not be read, after all others were; 130 when it was
 * interrupted: then what was printed is a part
 */
export async function scan(options: ScanOptions): Promise<number> {
  const jobs = checkedJobs(options);
  collectOften();
  const output = outputOf(options);
  const { paths, format, language, catalogs, report: isReport } = options;
  const runOptions = { format, isReport, language, catalogs };
  const service = await createService(catalogs);
  const interruption = new Interruption();
  const { signal } = interruption;
  let failed = false;
  const hasFailed = () => failed;
  const progress = new Progress();
  const say = (problem: string) => {
    progress.clear();
    complain(problem);
  };
  const run = new Run({
    texts: new TextScanner(service, runOptions, () => !signal.aborted),
    options: runOptions,
    jobs,
    signal,
    complain: (problem) => {
      failed = true;
      say(problem);
    },
    expect: (bytes) => progress.expect(bytes),
  });
  await output.begin();
  for await (const file of run.files(paths)) {
    await output.file(file, signal, (part) => {
      part.notes.forEach((note) => say(`${part.path}: ${note}`));
      if (part.problem !== undefined) {
        failed = true;
        say(`${part.path}: ${part.problem}`);
      }
      if (part.isBinary && options.verbose) {
        say(`${part.path}: is no text and was not read`);
      }
      progress.add(part.bytes, part.findings);
    });
    progress.addFile();
    if (signal.aborted) {
      break;
    }
  }
  progress.end();
  run.close();
  interruption.dispose();
  await output.end((id) => service.entry(id), signal.aborted);
  if (signal.aborted) {
    say('interrupted: this is not everything');
    return interrupted;
  }
  return hasFailed() ? 2 : output.findings > 0 ? 1 : 0;
}

/** @throws when the command line is wrong */
function outputOf({ paths, format, language, report }: ScanOptions): Output {
  if (paths.length === 0) {
    throw new UsageError('scan needs a path; - is standard input');
  }
  if (language !== undefined && !languageIds.includes(language)) {
    throw new UsageError(`the language ${language} is not understood; there are ${languageIds.join(', ')}`);
  }
  if (!isFormat(format)) {
    throw new UsageError(`scan has no format ${format}`);
  }
  if (!report) {
    return new FindingsOutput(formats[format]);
  }
  if (!isReportFormat(format)) {
    throw new UsageError(`a report has no format ${format}`);
  }
  return new ReportOutput(format);
}

/** @throws when the command line is wrong */
function checkedJobs({ jobs }: ScanOptions): number {
  if (jobs === undefined) {
    return availableParallelism();
  }
  if (!/^[1-9]\d{0,2}$/.test(jobs)) {
    throw new UsageError(`--jobs needs a number of threads, not ${jobs}`);
  }
  return Number(jobs);
}
