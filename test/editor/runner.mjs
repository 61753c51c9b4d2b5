// Bundles the in-host suite and packs it as a small second extension that runs it.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { packFolder } from '../host/pack.mjs';
import { root, manifest, temporaryFolder } from '../host/project.mjs';

const suiteFolder = join(root, 'test', 'editor', 'suite');

/**
 * Bundles every suite into one CommonJS file that exports `run`.
 * @param {string} outfile
 */
export async function bundleSuite(outfile) {
  const tests = (await readdir(suiteFolder)).filter((name) => name.endsWith('.test.ts')).sort();
  if (tests.length === 0) throw new Error(`There is no *.test.ts in ${suiteFolder}.`);
  // Required, not imported: the suites call describe(), which exists once Mocha has put it in place.
  const loads = tests.map((name) => `require(${JSON.stringify(`./${name}`)});`).join(' ');
  await esbuild.build({
    stdin: {
      contents: `import { runSuites } from './run';\nexport const run = () => runSuites(() => { ${loads} });`,
      resolveDir: suiteFolder,
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    outfile,
    sourcemap: 'inline',
    logLevel: 'error',
  });
}

/**
 * Packs the extension that runs the suite as soon as its window is up, when EDITOR_TEST_RESULT names a file for the
 * result. (The launch payload `extensionTestsPath`, made for this, does nothing under code-server.)
 * @returns {Promise<string>} path of the packed extension
 */
export async function packRunner() {
  const folder = await temporaryFolder('aea-runner');
  await bundleSuite(join(folder, 'suite.js'));
  const description = {
    name: 'editor-test-runner',
    publisher: manifest.publisher,
    version: '0.0.0',
    description: 'Runs the tests of API Error Assist inside the editor.',
    engines: { vscode: manifest.engines.vscode },
    main: './extension.js',
    activationEvents: ['onStartupFinished'],
    // The same extension host as the tested extension, where files and processes are within reach.
    extensionKind: ['workspace'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(description));
  await writeFile(join(folder, 'README.md'), '# Test runner\n');
  await writeFile(join(folder, '.vscodeignore'), '**\n!suite.js\n!extension.js\n!package.json\n!README.md\n');
  await writeFile(
    join(folder, 'extension.js'),
    // Not awaited: the editor waits for activations, and the tests wait for the editor.
    `exports.activate = () => { if (process.env.EDITOR_TEST_RESULT) require('./suite.js').run().catch(() => {}); };\n`,
  );
  await mkdir(join(folder, 'out'));
  const vsix = join(folder, 'out', 'runner.vsix');
  await packFolder(folder, vsix);
  return vsix;
}
