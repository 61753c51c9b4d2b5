// Builds every bundle. `node esbuild.mjs --watch` rebuilds on change.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(resolve(root, 'package.json'), 'utf8'));
const watch = process.argv.includes('--watch');

/** The texts that the core imports, by their paths. Many readers of the core's file never need most of them. */
const texts = {};

/**
 * `import text from './file?raw'` gives the file's text, as it does under Vitest. Handlers are real source files.
 * Of a catalog the samples stay out: only tests read them.
 */
const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, (args) => ({
      path: resolve(args.resolveDir, args.path.slice(0, -'?raw'.length)),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async (args) => {
      const name = relative(root, args.path);
      texts[name] = compact(args.path, await readFile(args.path, 'utf8'));
      return { contents: `export default require('./texts.json')[${JSON.stringify(name)}]`, watchFiles: [args.path] };
    });
    build.onEnd(() => {
      // In one order, whatever was read first.
      const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
      return writeFile(resolve(root, 'dist/texts.json'), JSON.stringify(sorted));
    });
  },
};

/** @param {string} path @param {string} text */
function compact(path, text) {
  return path.endsWith('.json')
    ? JSON.stringify(JSON.parse(text, (key, value) => (key === 'samples' ? undefined : value)))
    : text;
}

/** What is imported on first need is a file of its own on Node, so that a start does not even read it. */
const onFirstNeed = {
  name: 'on-first-need',
  setup(build) {
    const files = { core: './core.js', 'main.js': './server.js' };
    build.onResolve({ filter: /\/(?:core|main\.js)$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: files[basename(path)], external: true } : undefined,
    );
  },
};

/** The browser's server uses the same core: the client puts it in front of the worker's script, see `workerScript`. */
const sharedCore = {
  name: 'shared-core',
  setup(build) {
    build.onResolve({ filter: /\/core$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: 'core', namespace: 'shared-core' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'shared-core' }, () => ({ contents: 'loadCore(module, () => texts)' }));
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
};
const node = { ...common, platform: 'node', target: 'node20' };
const lazyNode = {
  ...node,
  plugins: [onFirstNeed],
  // `import()` as `require`: the files are CommonJS, and Node's loader of modules would have to start for them.
  supported: { 'dynamic-import': false },
};
const browser = { ...common, platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' } };

const bundles = [
  { ...node, entryPoints: ['client/node/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...browser, entryPoints: ['client/browser/extension.ts'], outfile: 'dist/extension.web.js', external: ['vscode'] },
  { ...lazyNode, entryPoints: ['server/node/main.ts'], outfile: 'dist/server.js' },
  {
    ...node,
    entryPoints: ['server/core.ts'],
    outfile: 'dist/core.js',
    plugins: [rawText],
    external: ['./texts.json'],
    // The schema validator builds an address from the worker's, which cannot be done in a worker made from a blob.
    define: { 'self.location.origin': '"null"' },
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/browser/main.ts'],
    outfile: 'dist/server.web.js',
    plugins: [sharedCore],
  },
  {
    ...lazyNode,
    entryPoints: ['server/node/cli.ts'],
    outfile: 'dist/cli.js',
    define: { productVersion: JSON.stringify(version) },
  },
  { ...lazyNode, entryPoints: ['server/node/scan/worker.ts'], outfile: 'dist/scan-worker.js' },
];

/** Grammars are loaded at run time, each on first need, so they are files beside the bundles. */
const grammars = [
  ...[
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
  ].map((name) => `@vscode/tree-sitter-wasm/wasm/${name}.wasm`),
  '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
  'tree-sitter-wasms/out/tree-sitter-swift.wasm',
];

await mkdir(resolve(root, 'dist/grammars'), { recursive: true });
for (const path of grammars) {
  await cp(resolve(root, 'node_modules', path), resolve(root, 'dist/grammars', basename(path)));
}

if (watch) {
  for (const bundle of bundles) {
    const context = await esbuild.context(bundle);
    await context.watch();
  }
} else {
  await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
}
