import type { Row } from '../bench';
import { adversarial } from './adversarial';
import { folder } from './folder';
import { memory } from './memory';
import { scanFindings, scanOneWorker, scanTwoWorkers } from './scan';
import { sourceKey } from './source';
import { idleMemory, start } from './start';
import { jsonKey, jsonLineKey, logKey } from './typing';
import { vsix } from './vsix';

/** Everything that is measured, in the order of the table. */
export const rows: readonly Row[] = [
  scanOneWorker,
  scanTwoWorkers,
  scanFindings,
  memory,
  logKey,
  jsonKey,
  jsonLineKey,
  sourceKey,
  start,
  idleMemory,
  adversarial,
  folder,
  vsix,
];
