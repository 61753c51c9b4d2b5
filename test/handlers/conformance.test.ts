import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Command, type Driver, isPlain, readsStreams, sendsKeys } from './driver';
import { drivers } from './drivers';
import { cursorIn, Editor, fixAll, keyAction, type Program, refusalOf, tune, writeFiles } from './insert';
import { judge } from './judge';
import { type Cell, recordRun, type Refused } from './record';
import { refusals } from './refusals';
import { type Scenario, scenarios, type Variant, variants } from './scenarios';
import { streamVariants } from './streamScenarios';
import { temporaryFolder } from './temporary';

const fixtures = new URL('fixtures/', import.meta.url);
const table = new Map<Driver, Record<string, Cell>>();
const versions = new Map<string, string>();
const skipped: string[] = [];
const refused: Refused[] = [];

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start();
});
afterAll(async () => {
  await editor[Symbol.asyncDispose]();
  if (skipped.length > 0) {
    console.warn(`Skipped, not passed: ${skipped.join('; ')}`);
  }
  await recordRun({ table, versions, skipped, refused });
});

/** The tools of a driver that are not on this machine. Notes the versions of those that are. */
function missingTools({ tools }: Driver): string[] {
  return tools
    .filter(({ name, version: [file, ...args] }) => {
      try {
        const text = versions.get(name) ?? execFileSync(file, args, { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
        versions.set(name, text.trim().split('\n')[0] ?? '');
        return false;
      } catch {
        return true;
      }
    })
    .map(({ name }) => name);
}

for (const driver of drivers) {
  const by = driver.library === undefined ? '' : ` with ${driver.library}`;
  const where = driver.ownFile ? ', in files of their own' : '';
  const title = `${driver.language}: ${driver.client}${by}${readsStreams(driver) ? ', a stream' : ''}${sendsKeys(driver) ? ', a fresh key' : ''}${where}`;
  const missing = missingTools(driver);
  if (missing.length > 0) {
    skipped.push(`${title} (no ${missing.join(', ')})`);
  }

  describe.skipIf(missing.length > 0)(title, () => {
    const cells: Record<string, Cell> = {};
    let program: Program = { text: '', files: {} };
    let command: Promise<Command> | undefined;
    beforeAll(async () => {
      table.set(driver, cells);
      program = await fixAll(editor, driver, await readFile(new URL(driver.fixture, fixtures), 'utf8'));
      command = prepare();
      await command.catch(() => undefined);
    });

    async function prepare(): Promise<Command> {
      const folder = await temporaryFolder();
      await writeFiles(join(folder, driver.sources ?? ''), program.files);
      return driver.prepare(tune(driver, program.text), folder);
    }

    /** A test whose result goes into the table. */
    function check(name: string, test: () => Promise<void>): void {
      it.concurrent(name, async () => {
        cells[name] = 'failed';
        await test();
        cells[name] = 'passed';
      });
    }

    check('compiles', async () => {
      await command;
    });
    const formatted = 'the formatter leaves it as it is';
    if (driver.format) {
      check(formatted, async () => {
        for (const text of [program.text, ...Object.values(program.files)]) {
          expect(await driver.format?.(text)).toBe(text);
        }
      });
    } else {
      cells[formatted] = 'not applicable';
    }
    check('applied twice changes nothing', async () => {
      for (const variant of driver.variants) {
        const offset = cursorIn(driver, program.text, variant);
        for (const choose of [undefined, keyAction]) {
          expect(await editor.fix(program.text, driver, offset, program.files, choose), variant).toBeUndefined();
        }
      }
    });
    for (const scenario of scenarios) {
      if (driver.variants.includes(scenario.variant) && (driver.only?.has(scenario.name) ?? true)) {
        check(scenario.name, () => play(scenario));
      } else {
        cells[scenario.name] = 'not applicable';
      }
    }

    async function play(scenario: Scenario): Promise<void> {
      const ready = await command;
      expect(ready).toBeDefined();
      if (ready) {
        await judge(ready, scenario, driver);
      }
    }
  });
}

describe('a call that must be left alone', () => {
  it.each(refusals)('$strategy, $language, $client: $what', async (call) => {
    const refusal = await refusalOf(editor, call);
    expect(refusal).toMatch(/\w+.*\.$/);
    const { strategy, language, client, what } = call;
    refused.push({ strategy, language, client, what, refusal: refusal ?? '' });
  });
});

describe('a program that plays no part in a scenario', () => {
  const alone = drivers.filter(isPlain);
  const calls = (Object.keys(variants) as Variant[]).filter(
    (variant) => !(variant in streamVariants) && variant !== 'ordered',
  );

  it.each(alone)('says why: $language, $client', (driver) => {
    const lacking = calls.filter((variant) => !driver.variants.includes(variant));
    expect(lacking.toSorted()).toEqual(Object.keys(driver.without ?? {}).toSorted());
  });
});

it('runs at least one language', () => {
  expect(skipped.length).toBeLessThan(drivers.length);
});
