// A VS Code with the packed extension in it: code-server on a free port of this machine, with folders of its own.
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { installCodeServer, cleanEnvironment } from './codeServer.mjs';
import { run, start } from './processes.mjs';
import { step, until } from './progress.mjs';
import { temporaryFolder } from './project.mjs';

/** Everything that talks to the network, asks something or covers the editor is off. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};

/**
 * @typedef {object} EditorOptions
 * @property {string} vsix the packed extension
 * @property {string} workspace absolute path of the folder to open
 * @property {'min' | 'newest'} [version]
 * @property {Record<string, unknown>} [settings] user settings
 * @property {readonly string[]} [extraExtensions] further packed extensions
 * @property {NodeJS.ProcessEnv} [env] environment of the extension host, beyond ours
 */

/**
 * @typedef {object} Editor
 * @property {string} url the workspace's address
 * @property {string} workspace
 * @property {(file: string) => string} open the address that opens the workspace and a file of it (absolute path)
 * @property {() => string} log what the server wrote
 * @property {Promise<number>} exited settles when the server has ended, for whatever reason
 * @property {() => Promise<void>} dispose
 */

/**
 * @param {EditorOptions} options
 * @returns {Promise<Editor>}
 */
export async function openEditor({
  vsix,
  workspace,
  version = 'newest',
  settings = {},
  extraExtensions = [],
  env = {},
}) {
  const { node, entry } = await installCodeServer(version);
  const base = await temporaryFolder('aea');
  const folders = ['--extensions-dir', join(base, 'x'), '--user-data-dir', join(base, 'u')];
  const environment = { ...hostEnvironment(base), ...env };
  await mkdir(join(base, 'u', 'User'), { recursive: true });
  await writeFile(join(base, 'u', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));

  await step('Installing the extension', async () => {
    for (const extension of [vsix, ...extraExtensions]) {
      const output = await run(node, [entry, ...folders, '--install-extension', extension], { env: environment });
      if (!/was successfully installed/.test(output)) throw new Error(`${extension} was not installed.\n${output}`);
    }
  });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(workspace)}`;
  const server = start(
    node,
    [
      ...[entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', workspace],
    ],
    { env: environment },
  );
  let ended = false;
  void server.exited.then(() => (ended = true));
  await step('Starting VS Code', () =>
    until(
      `code-server to answer at ${url}`,
      async () => {
        if (ended) throw new Error(`code-server ended while it started.\n${server.output()}`);
        return fetch(url).then(
          (response) => response.ok,
          () => false,
        );
      },
      { timeout: 60_000, explain: server.output },
    ),
  );
  const { output: log, exited, stop: dispose } = server;
  return { url, workspace, open: (file) => address(url, file), log, exited, dispose };
}

/**
 * @param {string} url
 * @param {string} file
 */
function address(url, file) {
  // The authority is the address's own: with any other the file counts as one outside the workspace, and what the
  // extension host says about it (diagnostics above all) does not reach the editor.
  const payload = [
    ['skipWelcome', 'true'],
    ['openFile', `vscode-remote://${new URL(url).host}${encodeURI(file)}`],
  ];
  return `${url}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * An outer code-server or VS Code (we may run in its terminal) must not take our windows for its own.
 * @param {string} base
 * @returns {NodeJS.ProcessEnv}
 */
function hostEnvironment(base) {
  const env = Object.fromEntries(
    Object.entries(cleanEnvironment()).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)),
  );
  // code-server reads a configuration file of the user's unless it is told another; this one is made on first start.
  return { ...env, CODE_SERVER_CONFIG: join(base, 'config.yaml'), XDG_DATA_HOME: join(base, 'd') };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
