/**
 * Runs a step that may take long, on one line: its title at once, its duration at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const begin = Date.now();
  const seconds = () => `${((Date.now() - begin) / 1000).toFixed(1)} s`;
  process.stdout.write(`${title} ... `);
  // A person who waits sees that something happens; a log file does not need it.
  const ticking = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r${title} ... ${seconds()} `), 1000)
    : undefined;
  try {
    const result = await work();
    process.stdout.write(`${process.stdout.isTTY ? `\r${title} ... ` : ''}${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/**
 * Waits for a condition by asking for it again and again, not for a guessed time.
 * @template T
 * @param {string} what what is waited for, for the message of a failure
 * @param {() => T | undefined | false | null | Promise<T | undefined | false | null>} probe
 * @param {{ timeout?: number, interval?: number, explain?: () => string | Promise<string> }} [options] milliseconds
 * @returns {Promise<T>} the first value that is not falsy
 */
export async function until(what, probe, { timeout = 30_000, interval = 100, explain } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) {
      const seen = explain ? `\n${await explain()}` : '';
      throw new Error(`Waited ${timeout / 1000} s in vain for ${what}.${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}
