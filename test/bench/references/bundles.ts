import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../project';

/** Bundles a reference as the extension itself is bundled. @returns the path of the bundle */
export async function bundleReference(
  name: string,
  folder: string,
  platform: 'node' | 'browser' = 'node',
): Promise<string> {
  const outfile = join(folder, `${name}.${platform}.js`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`test/bench/references/${name}.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform,
    format: 'cjs',
    target: platform === 'node' ? 'node20' : 'es2022',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    legalComments: 'none',
    logLevel: 'error',
  });
  return outfile;
}
