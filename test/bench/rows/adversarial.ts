import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../bench';
import { median, type Figure } from '../figure';
import { adversarialTexts } from '../inputs/adversarial';
import { scanCommand } from '../ours';
import { runProgram } from '../programs';

/** Twice the input may take twice the time and what a machine is off by; growth by the square takes four times. */
const linear = 2.8;

export const adversarial: Row = {
  name: 'adversarial',
  work: 'scan of 10 MB made to be slow, the slowest of them',
  reference: 'scan of 10 MB of ordinary log; for growth, of half of the input',
  async measure(bench) {
    const length = bench.size(10e6, 200_000);
    const time = async (path: string) =>
      (await runProgram(scanCommand(path, { form: 'count', workers: 1 }))).milliseconds;
    const write = (name: string, text: string) => {
      const path = join(bench.folder, name);
      writeFileSync(path, text);
      return path;
    };
    const texts = [...adversarialTexts(length)].map(([name, text], index) => ({
      name,
      whole: write(`adversarial-${index}.log`, text),
      half: write(`adversarial-${index}-half.log`, text.slice(0, text.length / 2)),
      times: [] as number[],
      halfTimes: [] as number[],
    }));
    const ordinary: number[] = [];
    const isNearWorst = (text: (typeof texts)[number], of: (text: (typeof texts)[number]) => number) =>
      texts.filter((other) => of(other) > of(text)).length < 2;
    const slowness = ({ times }: (typeof texts)[number]) => median(times);
    const growth = ({ times, halfTimes }: (typeof texts)[number]) => median(times) / median(halfTimes);
    let measured = texts;
    for (let count = 0; count < bench.repetitions; count++) {
      ordinary.push(await time(bench.log(length)));
      for (const text of measured) {
        text.halfTimes.push(await time(text.half));
        text.times.push(await time(text.whole));
      }
      // Those that are far from the worst in the first round are not measured again.
      measured =
        count === 0 ? texts.filter((text) => [slowness, growth].some((of) => isNearWorst(text, of))) : measured;
    }
    const slowest = worst(measured, slowness);
    const growing = worst(measured, growth);
    return [
      {
        name: 'adversarial',
        unit: 'ms',
        ours: slowest.times,
        reference: ordinary,
        goals: [{ of: 'ratio', most: 20 }],
        note: `slowest: ${slowest.name}`,
      },
      {
        name: 'adversarial-growth',
        unit: 'ms',
        ours: growing.times,
        reference: growing.halfTimes,
        goals: [{ of: 'ratio', most: linear }],
        note: `fastest growing: ${growing.name}`,
      },
    ] satisfies Figure[];
  },
};

function worst<T>(list: readonly T[], badness: (item: T) => number): T {
  const [first, ...rest] = list;
  if (first === undefined) {
    throw new Error('no inputs');
  }
  return rest.reduce((most, item) => (badness(item) > badness(most) ? item : most), first);
}
