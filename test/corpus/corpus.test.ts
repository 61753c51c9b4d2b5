import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { testService } from '../unit/support';
import { corpusFolder, type Figures, measure, readCorpus } from './measure';

// `npm run corpus` prints the figures; with CORPUS_MISTAKES set, every mistake too.
const cases = await readCorpus();
const byKind = new Map<string, Figures>();
const mistakes: string[] = [];
for (const corpusCase of cases) {
  const measured = await measure(testService(), corpusCase);
  mistakes.push(...measured.mistakes);
  const total = byKind.get(corpusCase.kind) ?? { cases: 0, required: 0, found: 0, findings: 0, right: 0 };
  for (const key of Object.keys(total) as (keyof Figures)[]) {
    total[key] += measured.figures[key];
  }
  byKind.set(corpusCase.kind, total);
}

const baseline = JSON.parse(await readFile(join(corpusFolder, 'baseline.json'), 'utf8')) as Record<
  string,
  { missed: number; wrong: number }
>;

describe('the corpus', () => {
  it.each([...byKind])('%s is recognised at least as well as recorded', (kind, figures) => {
    const recorded = baseline[kind] ?? { missed: 0, wrong: 0 };
    const own = mistakes.filter((mistake) => mistake.startsWith(`${kind}/`)).join('\n');
    expect(figures.required - figures.found, own).toBeLessThanOrEqual(recorded.missed);
    expect(figures.findings - figures.right, own).toBeLessThanOrEqual(recorded.wrong);
  });
});

afterAll(() => {
  const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
  const rows = [...byKind].map(([kind, { cases: files, required, found, findings, right }]) => [
    kind,
    {
      files,
      errors: required,
      found,
      recall: percent(found, required),
      findings,
      right,
      precision: percent(right, findings),
    },
  ]);
  console.table(Object.fromEntries(rows));
  if (process.env['CORPUS_MISTAKES']) {
    console.log(mistakes.join('\n'));
  }
});
