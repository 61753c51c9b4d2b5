// `npm run bench`: measures against references. `-- --only ROW`, `-- --short`, `-- --record`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { cleanUp } from '../host/cleanup.mjs';
import { run } from '../host/processes.mjs';
import { root, temporaryFolder } from '../host/project.mjs';

process.chdir(root);
// What is measured is what is shipped.
await run(process.execPath, ['esbuild.mjs']);
const outfile = join(root, 'out/bench/main.mjs');
await esbuild.build({
  entryPoints: ['test/bench/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
try {
  const { passed, failed } = await main(process.argv.slice(2), await temporaryFolder('aea-bench'));
  if (process.env.TEST_RESULT) await writeFile(process.env.TEST_RESULT, JSON.stringify({ passed, failed, skipped: 0 }));
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await cleanUp();
}
