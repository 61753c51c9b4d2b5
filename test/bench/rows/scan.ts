import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, type Row, sideBySide } from '../bench';
import type { Figure } from '../figure';
import { scanCommand } from '../ours';
import { runProgram } from '../programs';
import { ripgrep } from '../references/ripgrep';

/** Speed of a scan against ripgrep's, in MB/s of the input. */
async function speed(
  bench: Bench,
  name: string,
  ours: readonly string[],
  reference: readonly string[],
  least: number,
): Promise<Figure> {
  const path = ours.at(-1) ?? '';
  const megabytes = statSync(path).size / 1e6;
  const output = join(bench.folder, 'output');
  const run = async (command: readonly string[]) =>
    megabytes / ((await runProgram(command, output)).milliseconds / 1000);
  const measured = await sideBySide(
    bench.repetitions,
    () => run(ours),
    () => run(reference),
  );
  return { name, unit: 'MB/s', ...measured, goals: [{ of: 'ratio', least }] };
}

const large = (bench: Bench) => bench.log(bench.size(500e6, 1e6));

export const scanOneWorker: Row = {
  name: 'scan',
  work: 'scan of a 500 MB log, findings counted, one worker',
  reference: 'ripgrep --count-matches, one thread',
  async measure(bench) {
    const path = large(bench);
    const ours = scanCommand(path, { form: 'count', workers: 1 });
    return [await speed(bench, 'scan', ours, ripgrep(bench, ['--count-matches'], path), 1)];
  },
};

export const scanTwoWorkers: Row = {
  name: 'scan-2',
  work: 'the same with two workers',
  reference: 'ripgrep --count-matches, one thread',
  async measure(bench) {
    const path = large(bench);
    const ours = scanCommand(path, { form: 'count', workers: 2 });
    return [await speed(bench, 'scan-2', ours, ripgrep(bench, ['--count-matches'], path), 1.6)];
  },
};

export const scanFindings: Row = {
  name: 'ndjson',
  work: 'scan of a 500 MB log, every finding as NDJSON, one worker',
  reference: 'ripgrep --json, one thread',
  async measure(bench) {
    const path = large(bench);
    const ours = scanCommand(path, { form: 'ndjson', workers: 1 });
    return [await speed(bench, 'ndjson', ours, ripgrep(bench, ['--json'], path), 1)];
  },
};
