import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Row } from '../bench';
import { dist, root } from '../project';
import { runProgram } from '../programs';
import { bundleReference } from '../references/bundles';

export const vsix: Row = {
  name: 'vsix',
  work: 'size of the .vsix',
  reference: 'bare client and server bundles, for Node and the browser, and the grammars, compressed',
  async measure({ folder }) {
    const bundles = [
      await bundleReference('bareClient', folder),
      await bundleReference('bareClientWeb', folder, 'browser'),
      await bundleReference('bareServer', folder),
      await bundleReference('bareServerWeb', folder, 'browser'),
    ];
    const grammars = (await readdir(dist('grammars'))).map((name) => join(dist('grammars'), name));
    const reference = [...bundles, ...grammars]
      .map((path) => deflateRawSync(readFileSync(path)).length)
      .reduce((sum, size) => sum + size, 0);
    const file = join(folder, 'extension.vsix');
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', file];
    await runProgram([process.execPath, vsce, 'package', ...options]);
    return [
      {
        name: 'vsix',
        unit: 'kB',
        ours: [statSync(file).size / 1000],
        reference: [reference / 1000],
        goals: [{ of: 'ratio', most: 1.3 }],
        note: 'the same each time',
      },
    ];
  },
};
