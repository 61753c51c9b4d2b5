// Builds every bundle. `node esbuild.mjs --watch` rebuilds on change.
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes('--watch');

/** `import text from './file?raw'` gives the file's text, as it does under Vitest. Handlers are real source files. */
const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, (args) => ({
      path: resolve(args.resolveDir, args.path.slice(0, -'?raw'.length)),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async (args) => ({
      contents: await readFile(args.path, 'utf8'),
      loader: 'text',
      watchFiles: [args.path],
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  format: 'cjs',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'info',
  // The UMD builds of some libraries hide their requires from a bundler.
  mainFields: ['module', 'main'],
  plugins: [rawText],
};
const node = { ...common, platform: 'node', target: 'node20' };
const browser = { ...common, platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' } };

const bundles = [
  { ...node, entryPoints: ['client/node/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...browser, entryPoints: ['client/browser/extension.ts'], outfile: 'dist/extension.web.js', external: ['vscode'] },
  { ...node, entryPoints: ['server/node/main.ts'], outfile: 'dist/server.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/browser/main.ts'],
    outfile: 'dist/server.web.js',
    // The parser's loader asks for these on Node only.
    external: ['url', 'module', 'fs/promises'],
    inject: ['server/browser/document.mjs'],
    // The schema validator builds an address from the worker's, which cannot be done in a worker made from a blob.
    define: { ...browser.define, 'self.location.origin': '"null"' },
  },
  { ...node, entryPoints: ['server/node/cli.ts'], outfile: 'dist/cli.js' },
];

/** Grammars are loaded at run time, each on first need, so they are files beside the bundles. */
const grammars = [
  'tree-sitter',
  'tree-sitter-typescript',
  'tree-sitter-tsx',
  'tree-sitter-javascript',
  'tree-sitter-python',
  'tree-sitter-go',
  'tree-sitter-java',
  'tree-sitter-c-sharp',
  'tree-sitter-rust',
  'tree-sitter-ruby',
  'tree-sitter-php',
  'tree-sitter-powershell',
  'tree-sitter-bash',
];

await mkdir(resolve(root, 'dist/grammars'), { recursive: true });
for (const name of grammars) {
  await cp(
    resolve(root, `node_modules/@vscode/tree-sitter-wasm/wasm/${name}.wasm`),
    resolve(root, `dist/grammars/${name}.wasm`),
  );
}

if (watch) {
  for (const bundle of bundles) {
    const context = await esbuild.context(bundle);
    await context.watch();
  }
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}
