import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem, version } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Row } from './bench';
import { isSpeed, type Result } from './figure';
import { root } from './project';

/** A run that is kept, to compare later ones with. */
export interface Record {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly results: readonly Result[];
}

const jsonFile = join(root, 'docs/performance.json');
const pageFile = join(root, 'docs/performance.md');
/** What profiles say about figures, in words. */
const boundsFile = join(root, 'test/bench/bounds.md');

/** The recorded run; undefined when none was recorded. */
export async function readRecord(): Promise<Record | undefined> {
  const text = await readFile(jsonFile, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Record);
}

/** Records a run, and writes the page for readers. Results of rows that did not run are kept from the last record. */
export async function writeRecord(results: readonly Result[], rows: readonly Row[]): Promise<void> {
  const kept = (await readRecord())?.results ?? [];
  const record: Record = {
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    node: process.version,
    results: [...results, ...kept.filter(({ name }) => !results.some((result) => result.name === name))],
  };
  await write(jsonFile, JSON.stringify(record));
  await write(pageFile, `${page(record, rows)}\n${await readFile(boundsFile, 'utf8')}`);
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

function machine(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${version().split(' ')[0] ?? ''}`;
}

/** The rows that lost more than both runs are apart within themselves, each as a sentence. */
export function losses(results: readonly Result[], { results: recorded }: Record): string[] {
  return results.flatMap((result) => {
    const before = recorded.find(({ name }) => name === result.name);
    if (before === undefined) {
      return [];
    }
    const [least, most] = result.spread;
    const isLoss = isSpeed(result) ? most < before.spread[0] : least > before.spread[1];
    return isLoss ? [`${result.name}: ${ratioOf(result)} now, ${ratioOf(before)} in the record`] : [];
  });
}

/** A run as lines for a terminal. */
export function line(result: Result): string {
  const { name, ours, reference, unit, ratio, spread, note } = result;
  const [least, most] = spread.map(number);
  return [
    name.padEnd(20),
    `${number(ours)} ${unit}`.padStart(14),
    `${number(reference)} ${unit}`.padStart(14),
    number(ratio).padStart(8),
    `(${least ?? ''} to ${most ?? ''})`.padEnd(20),
    goalText(result).padEnd(24),
    result.goals.length === 0 ? '' : result.reached ? 'reached' : 'not reached',
    note === undefined ? '' : `  ${note}`,
  ].join(' ');
}

function page({ date, machine: where, node, results }: Record, rows: readonly Row[]): string {
  const described = rows.flatMap((row) =>
    results
      .filter(
        ({ name }) =>
          name === row.name || (name.startsWith(`${row.name}-`) && !rows.some((other) => other.name === name)),
      )
      .map((result) => ({ row, result })),
  );
  const table = described.map(({ row, result }) => {
    const { name, ours, reference, unit, ratio, spread, repetitions, note } = result;
    const cells = [
      `\`${name}\``,
      `${row.work}${note === undefined ? '' : ` (${note})`}`,
      row.reference,
      `${number(ours)} ${unit}`,
      `${number(reference)} ${unit}`,
      `${number(ratio)} (${spread.map(number).join(' to ')}, ${repetitions}×)`,
      goalText(result),
      result.goals.length === 0 ? '' : result.reached ? 'yes' : 'no',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return `# Performance

Measured by \`npm run bench -- --record\` on ${date}: ${where}, Node ${node}. Every figure is a median and stands beside its
reference, measured in the same run by turns: what counts is the ratio, for another machine has other times. In brackets
are the smallest and the largest ratio of the repetitions. The inputs are generated, the same in every run.

| row | what | reference | ours | reference | ratio | goal | reached |
| --- | --- | --- | --: | --: | --: | --- | --- |
${table.join('\n')}
`;
}

function goalText({ goals, unit }: Result): string {
  return goals
    .map(
      ({ of, most, least }) =>
        `${most === undefined ? `≥ ${least ?? ''}` : `≤ ${most}`}${of === 'ours' ? ` ${unit}` : ''}`,
    )
    .join(', ');
}

const ratioOf = ({ ratio, spread }: Result) => `${number(ratio)} (${spread.map(number).join(' to ')})`;

/** Three digits are enough. */
function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
