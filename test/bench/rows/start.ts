import { logText } from '../inputs/logs';
import { type Row, sideBySide } from '../bench';
import { serverCommand } from '../ours';
import { residentMegabytes } from '../programs';
import { bundleReference } from '../references/bundles';
import { Server } from '../server';

const bare = async (folder: string) => [await bundleReference('bareServer', folder), '--stdio'];

export const start: Row = {
  name: 'start',
  work: 'start of the process until `initialize` is answered',
  reference: 'a bare vscode-languageserver, bundled',
  async measure(bench) {
    const reference = await bare(bench.folder);
    const time = async (command: readonly string[]) => {
      const begin = process.hrtime.bigint();
      const server = await Server.start(command);
      const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
      await server.stop();
      return milliseconds;
    };
    // A start is short, and noisy.
    const measured = await sideBySide(
      bench.short ? 1 : 15,
      () => time(serverCommand),
      () => time(reference),
    );
    return [{ name: 'start', unit: 'ms', ...measured, goals: [{ of: 'ratio', most: 1.25 }] }];
  },
};

export const idleMemory: Row = {
  name: 'idle',
  work: 'memory of the server when idle with one document',
  reference: 'a bare vscode-languageserver with the same document',
  async measure(bench) {
    const reference = await bare(bench.folder);
    const text = logText(10_000);
    const memory = async (command: readonly string[]) => {
      const server = await Server.start(command);
      await server.open('file:///app.log', 'log', text);
      await server.hover({ line: 0, character: 0 });
      const megabytes = await settled(() => residentMegabytes(server.pid));
      await server.stop();
      return megabytes;
    };
    const measured = await sideBySide(
      bench.repetitions,
      () => memory(serverCommand),
      () => memory(reference),
    );
    return [{ name: 'idle', unit: 'MB', ...measured, goals: [{ of: 'ratio', most: 1.5 }] }];
  },
};

/** A value once it stays the same for half a second, or after ten seconds. */
async function settled(read: () => number): Promise<number> {
  let last = read();
  for (let same = 0, looks = 0; same < 5 && looks < 100; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const value = read();
    same = Math.abs(value - last) < 0.1 ? same + 1 : 0;
    last = value;
  }
  return last;
}
