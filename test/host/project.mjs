// Where things are in the project.
import { readFileSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeOnEnd } from './cleanup.mjs';

/** The project's root folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The git-ignored folder for everything that is downloaded or built for tests; it is kept between runs. */
export const cacheFolder = join(root, '.vscode-test');

/** @type {{ name: string, publisher: string, version: string, engines: { vscode: string } }} */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The file that `npm run package` writes. */
export const vsixFile = join(root, `${manifest.name}-${manifest.version}.vsix`);

/**
 * A fresh folder that is removed at the end. Its path is short because sockets in it have paths of at most about 100
 * characters.
 * @param {string} prefix
 */
export async function temporaryFolder(prefix) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `${prefix}-`)));
  removeOnEnd(folder);
  return folder;
}
