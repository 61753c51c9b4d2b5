// `npm test`: every check and every tier in turn. A failed one does not keep the others from running.
// `node test/run.mjs check unit` runs only those that are named.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cleanUp } from './host/cleanup.mjs';
import { start } from './host/processes.mjs';
import { root, temporaryFolder } from './host/project.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[][]} commands programs of node_modules or scripts, with their arguments, run with our Node
 * @property {boolean} [tests] a tier: it counts its tests, and one in which none ran has failed
 */

const bin = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** @type {Part[]} */
const parts = [
  {
    name: 'check',
    commands: [
      [bin.tsc, '--build'],
      [bin.eslint, '.', '--max-warnings', '0'],
      [bin.prettier, '--check', '.'],
    ],
  },
  { name: 'unit', tests: true, commands: [[bin.vitest, 'run', '--config', 'test/vitest.config.mjs']] },
  { name: 'stress', tests: true, commands: [[bin.vitest, 'run', '--config', 'test/vitest.stress.config.mjs']] },
  { name: 'corpus', tests: true, commands: [[bin.vitest, 'run', '--config', 'test/vitest.corpus.config.mjs']] },
  { name: 'build', commands: [['esbuild.mjs']] },
  { name: 'protocol', tests: true, commands: [[bin.vitest, 'run', '--config', 'test/vitest.protocol.config.mjs']] },
  { name: 'bench', tests: true, commands: [['test/bench/run.mjs', '--short']] },
  { name: 'handlers', tests: true, commands: [[bin.vitest, 'run', '--config', 'test/vitest.handlers.config.mjs']] },
  { name: 'editor', tests: true, commands: [['test/editor/run.mjs']] },
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${parts.map((part) => part.name).join(', ')}.`);
  process.exit(2);
}

const results = await temporaryFolder('aea-results');
/** @type {{ part: string, passed: number, failed: number, skipped: number, seconds: string, verdict: string }[]} */
const table = [];
for (const part of parts) if (named.length === 0 || named.includes(part.name)) table.push(await runPart(part));
await cleanUp();

console.log();
console.table(Object.fromEntries(table.map(({ part, ...rest }) => [part, rest])));
const passed = table.reduce((sum, row) => sum + row.passed, 0);
// A check that fails, or a tier that breaks before it counts, is one failure.
const failed = table.reduce((sum, row) => sum + (row.verdict === 'ok' ? 0 : Math.max(1, row.failed)), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {Part} part */
async function runPart({ name, commands, tests = false }) {
  const begin = Date.now();
  const file = join(results, `${name}.json`);
  const { TEST_RESULT: _outer, ...env } = process.env;
  let code = 0;
  console.log(`\n== ${name}`);
  for (const command of commands) {
    const child = start(process.execPath, command, {
      cwd: root,
      env: tests ? { ...env, TEST_RESULT: file } : env,
      inherit: true,
    });
    code = (await child.exited) || code;
  }
  const counts = tests ? await readCounts(file) : { passed: 0, failed: 0, skipped: 0 };
  const verdict =
    tests && counts.passed + counts.failed === 0 ? 'no test ran' : code || counts.failed ? 'failed' : 'ok';
  return { part: name, ...counts, seconds: ((Date.now() - begin) / 1000).toFixed(1), verdict };
}

/**
 * The numbers of a tier, from Vitest's JSON report or from our own.
 * @param {string} file
 */
async function readCounts(file) {
  /** @type {Record<string, number | undefined>} */
  const report = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
  return {
    passed: report.passed ?? report.numPassedTests ?? 0,
    failed: report.failed ?? report.numFailedTests ?? 0,
    skipped: report.skipped ?? report.numPendingTests ?? 0,
  };
}
