import { parentPort, workerData } from 'node:worker_threads';
import { createService } from '../cli/usage';
import type { RunOptions, Task } from './part';
import { PartScanner } from './partScanner';
import { TextScanner } from './textScanner';

/** Serves a pool: scans what it is sent, one task at a time. */
const options = workerData as RunOptions;
// The main thread has said already what is wrong with the user's catalogs.
const scanner = createService(options.catalogs, { tell: () => undefined }).then(
  (service) => new PartScanner(new TextScanner(service, options, () => true)),
);

parentPort?.on('message', (task: Task) => {
  void (async () => {
    parentPort?.postMessage(await (await scanner).scan(task));
  })();
});
