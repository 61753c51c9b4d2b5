// What a launcher started or created is undone when it ends, also after a failure, Ctrl+C or a kill signal.
import { rmSync } from 'node:fs';

/** @typedef {() => void | Promise<void>} Undo */

/** @type {Set<Undo>} */
const pending = new Set();
/** @type {Set<string>} */
const folders = new Set();
let listening = false;
let ending = false;

/**
 * Registers something to undo. The returned function undoes it at once, and only once.
 * @param {Undo} undo
 * @returns {() => Promise<void>}
 */
export function onEnd(undo) {
  listen();
  pending.add(undo);
  return async () => {
    if (pending.delete(undo)) await undo();
  };
}

/**
 * Removes a folder when the launcher ends, whatever the reason.
 * @param {string} folder
 */
export function removeOnEnd(folder) {
  listen();
  folders.add(folder);
}

/** Whether a signal is ending the launcher: children that end now were ended by us. */
export const isInterrupted = () => ending;

/**
 * Undoes everything that is registered, newest first. After a signal it never settles: the signal's handler is at it
 * already and ends the process.
 * @returns {Promise<void>}
 */
export function cleanUp() {
  return ending ? new Promise(() => {}) : undoAll();
}

async function undoAll() {
  for (const undo of [...pending].reverse()) {
    pending.delete(undo);
    try {
      await undo();
    } catch (error) {
      // A part that fails does not keep the others.
      console.error(`While cleaning up: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  folders.clear();
}

function listen() {
  if (listening) return;
  listening = true;
  const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to npm and to us, and npm passes its own on: the second one is no reason to hurry.
      if (ending) return;
      ending = true;
      void undoAll().finally(() => process.exit(code));
    });
  }
}
