// Child processes. Each runs in a process group of its own, so that its children end with it.
import { spawn } from 'node:child_process';
import { isInterrupted, onEnd } from './cleanup.mjs';

const grouped = process.platform !== 'win32';
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// The last resort: no child outlives the launcher, even when it ends without cleaning up.
process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

/**
 * @typedef {object} Options
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [inherit] The child writes to our terminal instead of being recorded.
 */

/**
 * @typedef {object} Running
 * @property {Promise<number>} exited Exit code; 1 when a signal ended it or it did not start.
 * @property {() => string} output What it wrote so far, standard output and error mixed, at most the last 100 kB.
 * @property {() => Promise<void>} stop Ends it and its children: a polite signal first, a hard one later. A
 *   process that shares our terminal may be a launcher itself, and gets the time to end what it started.
 */

/**
 * Starts a process that ends with the launcher at the latest. While a signal ends the launcher, nothing starts any more.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Running}
 */
export function start(command, args, options = {}) {
  if (isInterrupted()) {
    /** @type {Promise<never>} */
    const never = new Promise(() => {});
    return { exited: never, output: () => '', stop: () => never };
  }
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: grouped,
    stdio: options.inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  /** @param {Buffer} chunk */
  const record = (chunk) => (output = (output + chunk.toString()).slice(-100_000));
  child.stdout?.on('data', record);
  child.stderr?.on('data', record);
  /** @type {Promise<number>} */
  const exited = new Promise((resolve) => {
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      running.delete(child);
      resolve(1);
    });
    child.on('exit', (code) => {
      // Its children may still run: the group is signalled once more, then forgotten.
      signal(child, 'SIGKILL');
      running.delete(child);
      resolve(code ?? 1);
    });
  });
  const stop = onEnd(async () => {
    signal(child, 'SIGTERM');
    const hard = setTimeout(() => signal(child, 'SIGKILL'), options.inherit ? 20_000 : 5000);
    await exited;
    clearTimeout(hard);
  });
  void exited.then(stop);
  return { exited, output: () => output, stop };
}

/**
 * Runs a process to its end. Rejects with the end of its output when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<string>} its output
 */
export async function run(command, args, options = {}) {
  const child = start(command, args, options);
  const code = await child.exited;
  if (code === 0) return child.output();
  const tail = child.output().trim().split('\n').slice(-25).join('\n');
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with code ${code}.${tail ? `\n${tail}` : ''}`);
}

/**
 * Whether a program is on the PATH.
 * @param {string} command
 */
export async function isInstalled(command) {
  const child = start(process.platform === 'win32' ? 'where' : 'which', [command]);
  return (await child.exited) === 0;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} name
 */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (grouped) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    // It has ended already.
  }
}
