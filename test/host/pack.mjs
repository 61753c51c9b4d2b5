// Builds the extension and packs it, as `npm run package` does.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { root, vsixFile } from './project.mjs';

/** @returns {Promise<string>} path of the packed extension */
export async function packExtension() {
  await step('Building', () => run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root }));
  await rm(vsixFile, { force: true });
  await step('Packing', () => packFolder(root, vsixFile));
  return vsixFile;
}

/**
 * Packs an extension's folder as it is.
 * @param {string} folder
 * @param {string} vsix
 */
export async function packFolder(folder, vsix) {
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
  const output = await run(process.execPath, [vsce, ...args], { cwd: folder });
  if (!existsSync(vsix)) throw new Error(`vsce wrote no ${vsix}.\n${output}`);
}
