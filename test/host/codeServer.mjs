// Installs code-server, a VS Code that needs nothing but the npm registry, into the git-ignored cache folder.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { isInstalled, run } from './processes.mjs';
import { step } from './progress.mjs';
import { cacheFolder } from './project.mjs';

/**
 * A pinned code-server. Install scripts never run: those of code-server itself want libraries of the system.
 * Only the native modules named here are built; the extension host does not start without them.
 * @typedef {object} Recipe
 * @property {string} version
 * @property {string} vscode the VS Code inside
 * @property {string} node the Node that runs it; its package carries the headers that native modules need
 * @property {readonly string[]} rebuildOuter
 * @property {readonly string[]} rebuildInner
 */

/** @type {Readonly<Record<'min' | 'newest', Recipe>>} */
export const recipes = {
  min: {
    version: '4.99.4',
    vscode: '1.99.3',
    node: '20.20.2',
    rebuildOuter: ['argon2'],
    rebuildInner: ['native-watchdog', '@vscode/spdlog'],
  },
  newest: {
    version: '4.139.1',
    vscode: '1.139.1',
    node: '24.21.0',
    rebuildOuter: [],
    rebuildInner: ['@vscode/native-watchdog', '@vscode/spdlog'],
  },
};

/**
 * Installs a code-server, or finds it installed.
 * @param {keyof typeof recipes} which
 * @returns {Promise<{ node: string, entry: string }>} the Node to run it with and its entry script
 */
export async function installCodeServer(which) {
  const recipe = recipes[which];
  const folder = join(cacheFolder, `code-server-${recipe.version}`);
  const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const node = join(folder, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const server = join(folder, 'node_modules', 'code-server');
  const installed = { node, entry: join(server, 'out', 'node', 'entry.js') };

  // Written last: without it an install was interrupted, with other content it was made by another recipe.
  const marker = join(folder, 'complete.json');
  const wanted = JSON.stringify({ ...recipe, nodePackage });
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) return installed;

  await checkTools();
  console.log(`Installing code-server ${recipe.version} (VS Code ${recipe.vscode}), once, in about two minutes.`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const description = { private: true, description: 'A VS Code for tests. Made by test/host/codeServer.mjs.' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(description));

  await step(`  Node ${recipe.node}`, () =>
    npm(process.execPath, folder, ['install', `${nodePackage}@${recipe.node}`], undefined),
  );
  const headers = join(folder, 'node_modules', nodePackage);
  /** @param {string} cwd @param {string[]} args */
  const inner = (cwd, args) => npm(node, cwd, args, headers);
  const vscode = join(server, 'lib', 'vscode');
  await step('  code-server', () => inner(folder, ['install', `code-server@${recipe.version}`]));
  await step('  modules of VS Code', () => inner(vscode, ['install', '--omit=dev']));
  await step('  modules of its extensions', () => inner(join(vscode, 'extensions'), ['install', '--omit=dev']));
  await step('  native modules', async () => {
    if (recipe.rebuildOuter.length) await rebuild(inner, folder, recipe.rebuildOuter);
    await rebuild(inner, vscode, recipe.rebuildInner);
  });
  await writeFile(marker, wanted);
  return installed;
}

/**
 * @param {(cwd: string, args: string[]) => Promise<string>} inner
 * @param {string} cwd
 * @param {readonly string[]} modules
 */
async function rebuild(inner, cwd, modules) {
  await inner(cwd, ['rebuild', '--no-ignore-scripts', ...modules]);
}

async function checkTools() {
  /** @type {string[]} */
  const missing = [];
  for (const tool of ['python3', 'make', 'g++']) if (!(await isInstalled(tool))) missing.push(tool);
  if (missing.length === 0) return;
  throw new Error(
    `code-server has native modules, and to build them ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. ` +
      `On Debian and Ubuntu: sudo apt-get install ${missing.join(' ')}`,
  );
}

/**
 * Runs npm in a folder, with a given Node.
 * @param {string} node
 * @param {string} cwd
 * @param {string[]} args
 * @param {string | undefined} headers folder that holds include/node, so that no headers are downloaded
 */
async function npm(node, cwd, args, headers) {
  const env = cleanEnvironment();
  env.PATH = [dirname(node), env.PATH].join(delimiter);
  if (headers) env.npm_config_nodedir = headers;
  const common = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const scripts = args[0] === 'rebuild' ? [] : ['--ignore-scripts'];
  const cli = npmCli();
  if (cli) return run(node, [cli, ...args, ...scripts, ...common], { cwd, env });
  return run('npm', [...args, ...scripts, ...common], { cwd, env });
}

/** npm's script: that of the npm which runs us, else the one beside our Node; undefined when neither is found. */
function npmCli() {
  const outer = process.env.npm_execpath;
  if (outer && basename(outer) === 'npm-cli.js') return outer;
  const prefix = resolve(dirname(process.execPath), '..');
  const beside = [
    join(prefix, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return beside.find((path) => existsSync(path));
}

/**
 * The environment without what an outer npm has put into it for its script: its prefix, its flags and the fields of
 * our package.json would steer the inner npm. Where the registry is and how it is reached stays.
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment() {
  const kept = /^npm_config_(registry|cache|userconfig|globalconfig|cafile|ca|strict_ssl|proxy|https_proxy|noproxy)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|init_cwd$|node_env$|node_options$)/i.test(name) || kept.test(name),
    ),
  );
}
