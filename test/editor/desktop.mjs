// The in-host suite in desktop VS Code, the minimum version and the newest, downloaded by @vscode/test-electron.
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { cleanUp } from '../host/cleanup.mjs';
import { packExtension } from '../host/pack.mjs';
import { run } from '../host/processes.mjs';
import { cacheFolder, manifest, root, temporaryFolder } from '../host/project.mjs';
import { bundleSuite } from './runner.mjs';

const total = { passed: 0, failed: 0 };

try {
  const vsix = await packExtension();
  const folder = await temporaryFolder('aea-suite');
  const suite = join(folder, 'suite.js');
  await bundleSuite(suite);
  for (const version of [manifest.engines.vscode.replace(/^\D+/, ''), 'stable']) await inDesktop(version, vsix, suite);
} catch (error) {
  total.failed += 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  await cleanUp();
}
console.log(`desktop: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/**
 * @param {string} version
 * @param {string} vsix
 * @param {string} suite
 */
async function inDesktop(version, vsix, suite) {
  console.log(`VS Code ${version}`);
  const executable = await downloadAndUnzipVSCode({ version, cachePath: cacheFolder }).catch((error) => {
    throw new Error(
      `VS Code ${version} can not be downloaded: ${error.message}\n` +
        'This tier needs the download site of VS Code, which this machine does not reach. ' +
        '`npm run test:editor` runs the same suite in code-server, from the npm registry.',
    );
  });
  const base = await temporaryFolder('aea');
  const folders = [`--extensions-dir=${join(base, 'x')}`, `--user-data-dir=${join(base, 'u')}`];
  const [cli, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  await run(cli, [...cliArgs, ...folders, '--install-extension', vsix, '--force']);

  const workspace = await temporaryFolder('samples');
  await cp(join(root, 'samples'), workspace, { recursive: true });
  const file = join(base, 'result.json');
  // The packed extension is the one under test. An extension under development is required, so here is an empty one.
  const developed = await temporaryFolder('aea-empty');
  const { publisher, engines } = manifest;
  await writeFile(
    join(developed, 'package.json'),
    JSON.stringify({ name: 'empty', publisher, version: '0.0.0', engines }),
  );
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: developed,
    extensionTestsPath: suite,
    extensionTestsEnv: { EDITOR_TEST_RESULT: file },
    launchArgs: [workspace, ...folders, '--disable-workspace-trust', '--disable-telemetry', '--skip-welcome'],
  }).catch((error) => console.error(error instanceof Error ? error.message : error));
  if (!existsSync(file)) throw new Error(`VS Code ${version} gave no result.`);
  /** @type {{ passed: number, failed: number, failures: { title: string, message: string }[] }} */
  const result = JSON.parse(await readFile(file, 'utf8'));
  if (result.passed + result.failed === 0) throw new Error(`No test ran in VS Code ${version}.`);
  for (const failure of result.failures) console.log(`✗ ${failure.title}\n${failure.message.replace(/^/gm, '    ')}`);
  total.passed += result.passed;
  total.failed += result.failed;
}
