import { writeFile } from 'node:fs/promises';
import { type Driver, isPlain, readsStreams, sendsKeys } from './driver';
import type { RefusalCase } from './refusals';
import { scenarios, type Variant, variants } from './scenarios';
import { streamVariants } from './streamScenarios';

export type Cell = 'passed' | 'failed' | 'not applicable';

interface Run {
  readonly table: ReadonlyMap<Driver, Readonly<Record<string, Cell>>>;
  readonly versions: ReadonlyMap<string, string>;
  readonly skipped: readonly string[];
  readonly refused: readonly Refused[];
}

/** A call that is left alone, and why. */
export interface Refused extends Pick<RefusalCase, 'strategy' | 'language' | 'client' | 'what'> {
  readonly refusal: string;
}

/** The names of the rows, in order. */
const rows = ['compiles', 'the formatter leaves it as it is', 'applied twice changes nothing'];

/** Writes the table of a run to the file that HANDLERS_RECORD names, from which the documentation page is made. */
export async function recordRun({ table, versions, skipped, refused }: Run): Promise<void> {
  const file = process.env.HANDLERS_RECORD;
  if (file === undefined) {
    return;
  }
  const result = {
    date: new Date().toISOString().slice(0, 10),
    versions: Object.fromEntries(versions),
    skipped,
    refused,
    columns: [...table].map(([driver, cells]) => {
      const { language, client, library, ownFile } = driver;
      const without = isPlain(driver) ? (driver.without ?? {}) : {};
      const holes = Object.entries(without).map(([variant, why]) => ({ call: variants[variant as Variant], why }));
      return { language, client, library, ownFile, holes, stream: readsStreams(driver), key: sendsKeys(driver), cells };
    }),
    rows: [
      ...rows.map((name) => ({ name, rule: null, call: null })),
      ...scenarios.map(({ name, rule, variant }) => ({
        name,
        rule,
        call: variants[variant],
        stream: variant in streamVariants,
      })),
    ],
  };
  await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
}
