import { readFile as readFileOfDisk, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ReadProjectRequest } from '../../shared/protocol';
import type { Runtime } from '../server';

/** The URI of a file by its path. */
export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

/** Reads from disk. The grammars lie beside the bundle. */
export const nodeRuntime: Runtime & Required<Pick<Runtime, 'readProjectFile'>> = {
  readFile: (uri) => readFileOfDisk(fileURLToPath(uri), 'utf8'),
  readGrammar: (fileName) => readFileOfDisk(join(__dirname, 'grammars', fileName)),
  async readProjectFile(uri) {
    try {
      const path = fileURLToPath(uri);
      const { size } = await stat(path);
      return size <= ReadProjectRequest.maxBytes ? await readFileOfDisk(path, 'utf8') : null;
    } catch {
      // Most of the files that are asked for do not exist.
      return null;
    }
  },
};
