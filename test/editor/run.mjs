// The editor tier: the packed extension in a real VS Code, seen from its extension host and from its window.
//   --version min|newest  the VS Code, newest when absent
//   --vsix FILE           a packed extension to test instead of a fresh one
//   --pictures            also writes the pictures in images/
// TEST_RESULT=<file> in the environment gets { passed, failed, skipped } as JSON.
import { existsSync } from 'node:fs';
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cleanUp } from '../host/cleanup.mjs';
import { openEditor } from '../host/editor.mjs';
import { packExtension } from '../host/pack.mjs';
import { until } from '../host/progress.mjs';
import { cacheFolder, manifest, root, temporaryFolder } from '../host/project.mjs';
import { openWindow } from '../host/window.mjs';
import { packRunner } from './runner.mjs';

const { values: options } = parseArgs({
  options: {
    version: { type: 'string', default: 'newest' },
    vsix: { type: 'string' },
    pictures: { type: 'boolean', default: false },
  },
});
const total = { passed: 0, failed: 0, skipped: 0 };

try {
  const { version } = options;
  if (version !== 'min' && version !== 'newest') throw new Error('--version is min or newest.');
  const vsix = options.vsix ? resolve(options.vsix) : await packExtension();
  if (!options.pictures) await inHost(vsix, version);
  await inWindow(vsix, version);
  if (!options.pictures) await inWindow(vsix, version, 'in the browser');
} catch (error) {
  report('the launcher', 'failed', error);
} finally {
  await cleanUp();
}

console.log(`editor: ${total.passed} passed, ${total.failed} failed`);
if (process.env.TEST_RESULT) await writeFile(process.env.TEST_RESULT, JSON.stringify(total));
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/**
 * Runs the suites of suite/ inside the extension host.
 * @param {string} vsix
 * @param {'min' | 'newest'} version
 */
async function inHost(vsix, version) {
  const workspace = await sampleWorkspace();
  const file = join(await temporaryFolder('aea-result'), 'result.json');
  const extraExtensions = [await packRunner()];
  const editor = await openEditor({ vsix, workspace, version, extraExtensions, env: { EDITOR_TEST_RESULT: file } });
  // The extension host starts when a window opens.
  const window = await openWindow(editor, { deviceScaleFactor: 1 });
  try {
    await window.load(editor.url);
    const text = await until(
      'the result of the tests in the extension host',
      async () => (existsSync(file) ? readComplete(file) : undefined),
      { timeout: 300_000, interval: 250, explain: editor.log },
    );
    /** @type {{ tests: { title: string, state: 'passed' | 'failed' | 'skipped' }[], failures: { title: string, message: string }[] }} */
    const result = JSON.parse(text);
    if (result.tests.length + result.failures.length === 0) throw new Error('No test ran in the extension host.');
    for (const test of result.tests) if (test.state !== 'failed') report(test.title, test.state);
    for (const failure of result.failures) report(failure.title, 'failed', failure.message);
  } finally {
    await window.close();
    await editor.dispose();
  }
}

/**
 * Runs the scenarios of window/, each on a fresh load of the window.
 * @param {string} vsix
 * @param {'min' | 'newest'} version
 * @param {'in the browser'} [where] runs the extension's browser entry, in the extension host of the window's own browser
 */
async function inWindow(vsix, version, where) {
  const folder = join(root, 'test', 'editor', 'window');
  const workspace = await sampleWorkspace();
  const settings = {
    'editor.wordWrap': 'on',
    'editor.hover.delay': 100,
    // What only gets in the way of the pictures.
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'breadcrumbs.enabled': false,
    // An extension of the kind "ui" runs where the window is.
    ...(where && { 'remote.extensionKind': { [`${manifest.publisher}.${manifest.name}`]: ['ui'] } }),
  };
  const editor = await openEditor({ vsix, workspace, version, settings });
  const window = await openWindow(editor);
  /** @param {string} name */
  const picture = async (name) => {
    if (options.pictures) await window.screenshot(join(root, 'images', `${name}.png`));
  };
  try {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.test.mjs')).sort()) {
      /** @type {{ scenarios: import('./window/help.mjs').Scenario[] }} */
      const { scenarios } = await import(pathToFileURL(join(folder, name)).href);
      for (const scenario of scenarios) {
        const title = where ? `${scenario.title}, ${where}` : scenario.title;
        try {
          await scenario.run({ window, workspace, picture });
          report(title, 'passed');
        } catch (error) {
          report(title, 'failed', error);
          const file = join(cacheFolder, 'failures', `${title.replaceAll(/\W+/g, '-')}.png`);
          await window.screenshot(file).then(
            () => console.log(`    The window: ${file}`),
            () => undefined,
          );
        }
      }
    }
  } finally {
    await window.close();
    await editor.dispose();
  }
}

/** A copy of the sample workspace: tests change files. */
async function sampleWorkspace() {
  const workspace = join(await temporaryFolder('aea-work'), 'samples');
  await cp(join(root, 'samples'), workspace, { recursive: true });
  return workspace;
}

/**
 * The text of a JSON file, undefined while it is still being written.
 * @param {string} file
 */
async function readComplete(file) {
  const text = await readFile(file, 'utf8');
  return text.endsWith('}') ? text : undefined;
}

/**
 * @param {string} title
 * @param {'passed' | 'failed' | 'skipped'} state
 * @param {unknown} [error]
 */
function report(title, state, error) {
  total[state] += 1;
  const marks = { passed: '✓', failed: '✗', skipped: '-' };
  console.log(`${marks[state]} ${title}`);
  if (error)
    console.log(String(error instanceof Error ? (error.stack ?? error.message) : error).replace(/^/gm, '    '));
}
