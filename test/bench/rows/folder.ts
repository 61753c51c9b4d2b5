import { join } from 'node:path';
import { needSpace, type Row, sideBySide } from '../bench';
import { writeFolder } from '../inputs/folder';
import { scanCommand } from '../ours';
import { runProgram } from '../programs';
import { ripgrep } from '../references/ripgrep';

export const folder: Row = {
  name: 'folder',
  work: 'scan of a folder of 10,000 files (logs, JSON, source), findings counted',
  reference: 'ripgrep --count-matches, one thread',
  async measure(bench) {
    const path = join(bench.folder, 'files');
    needSpace(bench.folder, 500e6);
    const megabytes = writeFolder(path, bench.size(10_000, 100)) / 1e6;
    const speed = async (command: readonly string[]) => megabytes / ((await runProgram(command)).milliseconds / 1000);
    const measured = await sideBySide(
      bench.repetitions,
      () => speed(scanCommand(path, { form: 'count' })),
      () => speed(ripgrep(bench, ['--count-matches'], path)),
    );
    return [
      {
        name: 'folder',
        unit: 'MB/s',
        ...measured,
        goals: [{ of: 'ratio', least: 1 }],
        note: 'with as many workers as the scan chooses',
      },
    ];
  },
};
