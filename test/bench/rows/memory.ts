import type { Row } from '../bench';
import { scanCommand } from '../ours';
import { runProgram } from '../programs';

/** Memory that grows with the file by more than this is not flat. */
const flat = 1.15;

export const memory: Row = {
  name: 'memory',
  work: 'peak of memory of that scan with a 2 GB log',
  reference: 'itself with a 50 MB log',
  async measure(bench) {
    const peak = async (bytes: number) =>
      (await runProgram(scanCommand(bench.log(bytes), { form: 'count', workers: 1 }))).peakMegabytes;
    const small = bench.size(50e6, 1e6);
    const big = bench.size(2e9, 3e6);
    const measured = { ours: [] as number[], reference: [] as number[] };
    // The large file takes minutes, and what it peaks at is the top of thousands of blocks: once is enough.
    const peakOfBig = await peak(big);
    for (let count = 0; count < bench.repetitions; count++) {
      measured.reference.push(await peak(small));
      measured.ours.push(peakOfBig);
    }
    return [
      {
        name: 'memory',
        unit: 'MB',
        ...measured,
        goals: [
          { of: 'ratio', most: flat },
          { of: 'ours', most: 120 },
        ],
        note: 'the large log is scanned once; beyond its first 500 MB it repeats itself',
      },
    ];
  },
};
