import { parseArgs } from 'node:util';
import { createBench } from './bench';
import { isFiniteResult, type Result, resultOf } from './figure';
import { line, losses, readRecord, writeRecord } from './record';
import { rows } from './rows';
import { Server } from './server';

export interface Outcome {
  /** Rows that gave figures. */
  readonly passed: number;
  /** Rows that failed, or gave a figure that is no number. */
  readonly failed: number;
}

/**
 * Measures the rows and prints them as they come.
 * @param args `--only ROW` (repeatable), `--short`, `--record`
 * @param folder for inputs; whoever calls removes it
 */
export async function main(args: readonly string[], folder: string): Promise<Outcome> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      short: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.filter((name) => !rows.some((row) => row.name === name));
  if (unknown.length > 0) {
    throw new Error(`there is no row ${unknown.join(', ')}; the rows are ${rows.map((row) => row.name).join(', ')}`);
  }
  if (values.short && values.record) {
    throw new Error('a short run measures nothing worth recording');
  }
  // Node reads it at each start, which takes longer than all that is measured.
  delete process.env['NODE_EXTRA_CA_CERTS'];
  const bench = createBench(folder, values.short);
  const results: Result[] = [];
  let failed = 0;
  for (const row of rows.filter(({ name }) => values.only.length === 0 || values.only.includes(name))) {
    try {
      const figures = await row.measure(bench);
      // With small inputs the goals say nothing.
      const measured = figures.map((figure) => resultOf(bench.short ? { ...figure, goals: [] } : figure));
      measured.forEach((result) => console.log(line(result)));
      results.push(...measured);
      failed += measured.every(isFiniteResult) ? 0 : 1;
    } catch (error) {
      failed++;
      console.error(`${row.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    } finally {
      Server.end();
    }
  }
  if (values.record) {
    await writeRecord(results, rows);
  } else if (!values.short) {
    const record = await readRecord();
    (record === undefined ? [] : losses(results, record)).forEach((loss) => console.log(`LOST ${loss}`));
  }
  const ran = values.only.length === 0 ? rows.length : new Set(values.only).size;
  return { passed: ran - failed, failed };
}
