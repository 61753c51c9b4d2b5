// `npm start`: opens VS Code with the extension, packed as it is published, on the sample workspace.
//   --no-open    never opens desktop VS Code: prints an address and serves it until Ctrl+C
//   --vsix FILE  a packed extension to open instead of a fresh one
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanUp, isInterrupted } from './cleanup.mjs';
import { openEditor } from './editor.mjs';
import { packExtension } from './pack.mjs';
import { isInstalled, run, start } from './processes.mjs';
import { step } from './progress.mjs';
import { cacheFolder, root } from './project.mjs';

const { values: options } = parseArgs({
  options: { 'no-open': { type: 'boolean', default: false }, vsix: { type: 'string' } },
});
const samples = join(root, 'samples');

try {
  const vsix = options.vsix ? resolve(options.vsix) : await packExtension();
  if (!options['no-open'] && (await isInstalled('code'))) await desktop(vsix);
  else await served(vsix);
} catch (error) {
  if (!isInterrupted()) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

/**
 * Desktop VS Code with folders of its own: the user's extensions and settings stay as they are.
 * @param {string} vsix
 */
async function desktop(vsix) {
  const base = join(cacheFolder, 'desktop');
  const folders = ['--extensions-dir', join(base, 'extensions'), '--user-data-dir', join(base, 'user-data')];
  await mkdir(base, { recursive: true });
  await step('Installing the extension', () => run('code', [...folders, '--install-extension', vsix, '--force']));
  console.log('Opening VS Code on the sample workspace. This ends when its window is closed, or with Ctrl+C.');
  const log = join(samples, 'api.log');
  const window = start('code', [...folders, '--disable-workspace-trust', '--new-window', '--wait', samples, log], {
    inherit: true,
  });
  process.exitCode = await window.exited;
}

/** @param {string} vsix */
async function served(vsix) {
  const editor = await openEditor({ vsix, workspace: samples });
  await mkdir(cacheFolder, { recursive: true });
  const address = editor.open(join(samples, 'api.log'));
  // A file as well: long addresses do not survive every terminal.
  await writeFile(join(cacheFolder, 'address.txt'), `${address}\n`);
  console.log(`\nVS Code with API Error Assist on the sample workspace:\n\n  ${address}\n\nCtrl+C ends it.`);
  await editor.exited;
  throw new Error(`VS Code ended.\n${editor.log()}`);
}
