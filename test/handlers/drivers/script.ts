import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { format } from 'prettier';
import type { Command, Driver } from '../driver';
import { run } from '../run';
import { filesIn, onlyLoops, streams } from './shared';
import type { Settings, Variant } from '../scenarios';

const require = createRequire(import.meta.url);
const modules = join(dirname(require.resolve('typescript')), '../..');
const standIns = fileURLToPath(new URL('../fixtures/standIns/', import.meta.url));
const tsc = require.resolve('typescript/bin/tsc');

const strategies: readonly Variant[] = ['renewed', 'done', 'missing', 'capped', 'verified', 'unverified'];
const everything: readonly Variant[] = ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried', 'many'];

/** Options of `withBackoff`, whose times are milliseconds. */
function settings(values: Settings): string {
  return Object.entries(values)
    .map(([name, value]: [string, number]) => `, ${name}: ${name === 'retries' ? value : value * 1_000}`)
    .join('');
}

const noOptions = 'the client takes neither headers nor a signal';
const noStatus = 'the client does not tell the status of a success, so a 202 is not seen';

const extensions = { TypeScript: 'ts', JavaScript: 'js' } as const;

function fixtureOf(language: 'TypeScript' | 'JavaScript', name: string): string {
  return `${language.toLowerCase()}/${name}.${extensions[language]}`;
}

function scriptDriver(
  language: 'TypeScript' | 'JavaScript',
  client: string,
  {
    variants = everything,
    call,
    ...more
  }: { variants?: readonly Variant[]; call: RegExp } & Partial<
    Pick<Driver, 'library' | 'project' | 'fixture' | 'without'>
  >,
): Driver {
  const extension = extensions[language];
  const languageId = language.toLowerCase();
  return {
    language,
    client,
    languageId,
    fixture: fixtureOf(language, client),
    tools: [{ name: 'Node.js', version: [process.execPath, '--version'] }],
    variants,
    declares: (variant) => new RegExp(`function ${variant}\\(`),
    call,
    option: /idempotent: (?:true|false)/,
    find: { unwritten: /find: undefined/, written: 'find: findPost' },
    settings,
    format: (text) => format(text, { parser: languageId === 'typescript' ? 'typescript' : 'babel', singleQuote: true }),
    prepare: (program, folder) => prepare(program, folder, extension),
    ...more,
  };
}

async function prepare(program: string, folder: string, extension: 'ts' | 'js'): Promise<Command> {
  const installed = join(folder, 'node_modules');
  await mkdir(installed);
  for (const module of ['axios', 'got', 'ky', 'undici', '@types', 'p-retry', 'cockatiel', 'axios-retry']) {
    await symlink(join(modules, module), join(installed, module));
  }
  await cp(join(standIns, 'twitter-api-v2'), join(installed, 'twitter-api-v2'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const source = join(folder, `program.${extension}`);
  await writeFile(source, program);
  if (extension === 'js') {
    return { file: process.execPath, args: [source] };
  }
  const strict = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes', '--skipLibCheck'];
  const modern = ['--noEmit', '--target', 'es2022', '--module', 'nodenext', '--types', 'node'];
  await run(process.execPath, [tsc, ...strict, ...modern, source], { cwd: folder });
  for (const file of await filesIn(folder, '.ts')) {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(
      join(folder, file.replace(/ts$/, 'js')),
      (await transform(text, { loader: 'ts', target: 'es2022' })).code,
    );
  }
  return { file: process.execPath, args: [join(folder, 'program.js')] };
}

export const scriptDrivers: readonly Driver[] = [
  scriptDriver('TypeScript', 'fetch', { call: /fetch\(/, variants: [...everything, ...strategies] }),
  scriptDriver('TypeScript', 'fetch in a loop', {
    call: /fetch\(/,
    fixture: 'typescript/fetchInLoops.ts',
    variants: ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried'],
    without: onlyLoops,
  }),
  scriptDriver('TypeScript', 'axios', { call: /axios\.\w+/, variants: [...everything, ...strategies] }),
  scriptDriver('TypeScript', 'twitter-api-v2', {
    call: /(?:client|own)\.v2\.\w+\(/,
    variants: ['get', 'post', 'hurried', 'many', 'renewed', 'missing', 'capped'],
    without: {
      keyed: noOptions,
      limited: noOptions,
      cancelled: noOptions,
      done: 'refused where the result is used: there is none when it is done already',
      verified: noStatus,
      unverified: noStatus,
    },
  }),
  scriptDriver('JavaScript', 'fetch', { call: /fetch\(/, variants: [...everything, ...strategies] }),
  scriptDriver('JavaScript', 'axios', { call: /axios\.\w+/, variants: [...everything, ...strategies] }),
  scriptDriver('JavaScript', 'got', { call: /got[.(]/, variants: [...everything, ...strategies] }),
  scriptDriver('TypeScript', 'ky', { call: /ky[.(]/, variants: [...everything, ...strategies] }),
  scriptDriver('JavaScript', 'undici fetch', {
    call: /fetch\(/,
    fixture: 'javascript/undici.js',
    variants: [...everything, ...strategies],
  }),
  scriptDriver('JavaScript', 'undici request', {
    call: /request\(/,
    fixture: 'javascript/undiciRequest.js',
    variants: [...everything, ...strategies],
  }),
  ...(['TypeScript', 'JavaScript'] as const).flatMap((language) => [
    streamDriver(scriptDriver(language, 'fetch', { call: /fetch\(/, fixture: fixtureOf(language, 'fetchStream') })),
    streamDriver(scriptDriver(language, 'axios', { call: /axios[.(<]/, fixture: fixtureOf(language, 'axiosStream') })),
    streamDriver(scriptDriver(language, 'got', { call: /got\.stream/, fixture: fixtureOf(language, 'gotStream') })),
    streamDriver(
      scriptDriver(language, 'undici request', {
        call: /request\(/,
        fixture: fixtureOf(language, 'undiciRequestStream'),
      }),
    ),
  ]),
  streamDriver(scriptDriver('TypeScript', 'ky', { call: /ky[.(]/, fixture: 'typescript/kyStream.ts' })),
  streamDriver(scriptDriver('JavaScript', 'undici fetch', { call: /fetch\(/, fixture: 'javascript/undiciStream.js' })),
  ...(['TypeScript', 'JavaScript'] as const).flatMap((language) => [
    scriptDriver(language, 'fetch', { call: /fetch\(/, ...dependsOn('p-retry') }),
    scriptDriver(language, 'axios', { call: /axios\.\w+/, ...dependsOn('cockatiel') }),
  ]),
  scriptDriver('JavaScript', 'got', { call: /got[.(]/, library: 'the retry option of got' }),
  scriptDriver('TypeScript', 'ky', { call: /ky[.(]/, library: 'the retry option of ky' }),
  scriptDriver('TypeScript', 'axios', {
    call: /api\.\w+/,
    fixture: 'typescript/axiosInstance.ts',
    ...dependsOn('axios-retry'),
  }),
];

/** A program that reads a stream. */
function streamDriver(driver: Driver): Driver {
  return {
    ...driver,
    variants: streams,
    option: /silence: 30_000/,
    replacesOption: true,
    settings: (values) => settings(values).slice(2),
  };
}

/** A project whose manifest names a library. */
function dependsOn(library: string): Pick<Driver, 'library' | 'project'> {
  const manifest = { type: 'module', dependencies: { [library]: '*' } };
  return { library, project: { 'package.json': JSON.stringify(manifest) } };
}
