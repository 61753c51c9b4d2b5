// Finds a Chromium for the editor's window: one that is named, one of the system, or the one from the npm registry.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium as playwright } from 'playwright-core';
import { onEnd } from './cleanup.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { cacheFolder } from './project.mjs';

const systemChromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Nothing in a test goes out to the network, and no first-run page covers the editor. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a headless Chromium. It ends with the launcher at the latest.
 * @returns {Promise<{ browser: import('playwright-core').Browser, close: () => Promise<void> }>}
 */
export async function startChromium() {
  const { executable, args, env } = await findChromium();
  const browser = await playwright
    .launch({
      executablePath: executable,
      args: [...args, ...quiet],
      env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
      // Playwright would end our process itself, before the editor is stopped and its folders are removed.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch(async (error) => {
      throw new Error(`${executable} does not start. ${await missingLibraries(executable)}${hint}\n${error.message}`);
    });
  return { browser, close: onEnd(() => browser.close()) };
}

const hint =
  'Install a Chromium (on Debian: `apt-get install chromium`) or set CHROMIUM_PATH to the program file of one.';

/**
 * @typedef {object} Chromium
 * @property {string} executable
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Promise<Chromium>} */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
    return { executable: named, args: [], env: {} };
  }
  const ofSystem = systemChromiums.find((path) => existsSync(path));
  if (ofSystem) return { executable: ofSystem, args: [], env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`There is no Chromium here. ${hint}`);
  return unpackChromium();
}

/**
 * The program from the package @sparticuz/chromium, unpacked into the cache folder. Its own function would unpack into
 * the temporary folder that everybody shares, and take what an interrupted run left there for complete.
 * @returns {Promise<Chromium>}
 */
async function unpackChromium() {
  const require = createRequire(import.meta.url);
  const main = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(dirname(main), '../../package.json'), 'utf8'));
  const folder = join(cacheFolder, `chromium-${version}`);
  const executable = join(folder, 'chromium');
  const marker = join(folder, 'complete');
  if (!existsSync(marker)) {
    await step(`Unpacking Chromium ${version}`, async () => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      // The name of an Amazon machine makes the package unpack the libraries that a bare system lacks as well.
      const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
      const script = `import(${JSON.stringify(pathToFileURL(main).href)}).then((m) => m.default.executablePath())`;
      await run(process.execPath, ['-e', script], { env });
      await writeFile(marker, '');
    });
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  if (await missingLibraries(executable)) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  return { executable, args: chromium.args, env };
}

/**
 * A sentence that names the shared libraries which the system lacks, empty when it has all.
 * @param {string} executable
 */
async function missingLibraries(executable) {
  if (process.platform !== 'linux') return '';
  const listing = await run('ldd', [executable]).catch(() => '');
  const missing = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  return missing.length ? `The system lacks the libraries ${missing.join(', ')}. ` : '';
}
