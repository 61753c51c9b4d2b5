import { readFile as readFileOfDisk } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Runtime } from '../server';

/** Reads from disk. The grammars lie beside the bundle. */
export const nodeRuntime: Runtime = {
  readFile: (uri) => readFileOfDisk(fileURLToPath(uri), 'utf8'),
  readGrammar: (fileName) => readFileOfDisk(join(__dirname, 'grammars', fileName)),
};
