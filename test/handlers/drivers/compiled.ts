import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver, Tool } from '../driver';
import { run } from '../run';
import type { Settings } from '../scenarios';
import { jvmDrivers } from './jvm';
import { each, everything, filesIn, instead, namedSettings, snakeCase, streams, withRetriable } from './shared';

/** Where Debian puts the sources of its packages for Go. */
const goPackages = '/usr/share/gocode';

function goDriver(
  client: string,
  more: { fixture: string; call: RegExp; packages?: readonly string[] } & Partial<Driver>,
): Driver {
  const { packages = [], ...rest } = more;
  return {
    language: 'Go',
    client,
    languageId: 'go',
    tools: [
      { name: 'Go', version: ['go', 'version'] },
      { name: 'gofmt', version: ['gofmt', '-h'] },
      ...packages.map((path) => ({
        name: path,
        version: ['ls', `${goPackages}/src/${withoutVersion(path)}/go.mod`] as const,
      })),
    ],
    variants: everything,
    declares: (variant) => new RegExp(`func ${variant}\\(`),
    find: { unwritten: /(?<=verifyFirst\(.*, )nil/, written: 'findPost' },
    option: /with(?:Backoff|Reconnect)\([&\w.]+/,
    settings(settings) {
      const lines = each(settings, (name, value, isCount) =>
        isCount ? `b.${name} = ${value}` : `b.${name} = ${value * 1_000} * time.Millisecond`,
      );
      const own = { resty: 'restyBackoff', 'cenkalti/backoff': 'backoffTransport' }[more.library ?? client];
      const type = settings.silence ? 'reconnect' : (own ?? 'backoff');
      return `, func(b *${type}) { ${lines.join('; ')} }`;
    },
    format: async (text) => (await run('gofmt', [], { input: text })).stdout,
    async prepare(program, folder) {
      await writeFile(join(folder, 'main.go'), program);
      // Without modules a version is part of the path, which the sources of the system are found by nowhere else.
      for (const path of packages.filter((name) => name !== withoutVersion(name))) {
        const versioned = join(folder, 'path/src', path);
        await mkdir(dirname(versioned), { recursive: true });
        await symlink(`${goPackages}/src/${withoutVersion(path)}`, versioned);
      }
      const env = packages.length > 0 ? { GO111MODULE: 'off', GOPATH: `${join(folder, 'path')}:${goPackages}` } : {};
      const files = await filesIn(folder, '.go');
      await run('go', ['vet', ...files], { cwd: folder, env });
      await run('go', ['build', '-o', 'program', ...files], { cwd: folder, env });
      return { file: join(folder, 'program'), args: [] };
    },
    ...rest,
  };
}

function withoutVersion(path: string): string {
  return path.replace(/\/v\d+$/, '');
}

const netHttp = { fixture: 'go/net_http.go', call: /\.(?:Get|Post|Do)\(/ };

const goDrivers = [
  goDriver('net/http', { ...netHttp, fixture: 'go/net_http_stream.go', variants: streams }),
  goDriver('net/http', { ...netHttp, variants: [...everything, ...instead, 'renewed'] }),
  goDriver('resty', {
    fixture: 'go/resty_stream.go',
    variants: streams,
    call: /\b(?:Get|Execute)\(/,
    packages: ['github.com/go-resty/resty/v2'],
    option: /(?<=withRestyReconnect\([^]*?)(?=\)\.\s*Execute)/,
  }),
  goDriver('resty', {
    fixture: 'go/resty_calls.go',
    variants: [...everything, ...instead, 'renewed'],
    find: { unwritten: /(?<=verifyRestyFirst\([^]*?\}, )nil/, written: 'findPost' },
    call: /\b(?:Get|Post|Execute)\(/,
    packages: ['github.com/go-resty/resty/v2'],
    declares: (variant) => new RegExp(`func (?:\\(a \\*api\\) )?${variant}\\(`),
    option: /(?<=withRestyBackoff\([^]*?)(?=\)\.\s*Execute)/,
  }),
  ...[
    { library: 'cenkalti/backoff', path: 'github.com/cenkalti/backoff/v4' },
    { library: 'go-retryablehttp', path: 'github.com/hashicorp/go-retryablehttp' },
  ].map(({ library, path }) =>
    goDriver('net/http', {
      ...netHttp,
      library,
      packages: [path],
      project: { 'go.mod': `module program\n\nrequire ${path} v1.0.0\n` },
    }),
  ),
];

const ruby: Driver = {
  language: 'Ruby',
  client: 'Net::HTTP',
  languageId: 'ruby',
  fixture: 'ruby/net_http.rb',
  tools: [{ name: 'Ruby', version: ['ruby', '--version'] }],
  variants: [...everything, ...instead, 'renewed'],
  declares: (variant) => new RegExp(`def ${variant}\\b`),
  find: { unwritten: /find: nil/, written: 'find: method(:find_post)' },
  resends: ['reset', 'hang'],
  call: /Net::HTTP\.(?:get_response|post)|http\.request/,
  option: /idempotent: (?:true|false)/,
  settings: (settings) =>
    each(settings, (name, value) => `, ${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}: ${value}`).join(''),
  async prepare(program, folder) {
    const path = join(folder, 'program.rb');
    await writeFile(path, program);
    await run('ruby', ['-wc', path]);
    return { file: 'ruby', args: [path] };
  },
};

const rubyStream: Driver = {
  ...ruby,
  fixture: 'ruby/net_http_stream.rb',
  variants: streams,
  call: /(?:http|Reconnect)\.request/,
  replacesOption: true,
  option: /silence: 30/,
  settings: (settings) => ruby.settings(settings, 'get').slice(2),
};

const csharp: Driver = {
  language: 'C#',
  client: 'HttpClient',
  languageId: 'csharp',
  fixture: 'csharp/HttpClientCalls.cs',
  tools: [
    { name: 'mcs', version: ['mcs', '--version'] },
    { name: 'Mono', version: ['mono', '--version'] },
  ],
  variants: [...everything, ...instead, 'renewed'],
  declares: (variant) => new RegExp(`> ${variant}\\(`, 'i'),
  find: { unwritten: /find: null/, written: 'find: FindPost' },
  call: /\w+\.(?:Get|Post|Send)Async\(/,
  option: /idempotent: (?:true|false)/,
  settings: namedSettings,
  async prepare(program, folder) {
    const compiled = join(folder, 'program.exe');
    await writeFile(join(folder, 'Program.cs'), program);
    await run('mcs', [
      '-warn:4',
      '-warnaserror',
      '-r:System.Net.Http',
      '-r:Microsoft.CSharp',
      `-out:${compiled}`,
      ...(await filesIn(folder, '.cs')).map((file) => join(folder, file)),
    ]);
    return { file: 'mono', args: [compiled] };
  },
};

const csharpStream: Driver = {
  ...csharp,
  fixture: 'csharp/HttpClientStream.cs',
  variants: streams,
  replacesOption: true,
  option: /silence: 30/,
  settings: (values) => namedSettings(values).slice(2),
};

/** What cargo has built of the crates stays for the next run. */
const built = fileURLToPath(new URL('../../../out/cargo', import.meta.url));

/** Where Debian puts the sources of its crates. */
const crates = '/usr/share/cargo/registry';

const rustTools = [
  { name: 'rustc', version: ['/usr/bin/rustc', '--version'] },
  { name: 'rustfmt', version: ['/usr/bin/rustfmt', '--version'] },
  crate('reqwest', '0.11'),
] as const;

/** The sources of a crate. */
function crate(name: string, version: string): Tool {
  return { name, version: ['bash', '-c', `cd ${crates} && echo ${name}-${version}.* && [ -d ${name}-${version}.* ]`] };
}

function rustDriver(client: string, fixture: string, isAsync: boolean, more: Partial<Driver> = {}): Driver {
  const own = [fixture.replace('/', '_'), ...(more.library?.split(' ').slice(-1) ?? [])].join('_with_');
  return {
    language: 'Rust',
    client,
    languageId: 'rust',
    fixture: `rust/${fixture}.rs`,
    tools: rustTools,
    variants: [...everything, ...instead, 'renewed'],
    find: isAsync
      ? { unwritten: /(?<=verification_async::call\()None/, written: 'Some(&|| Box::pin(find_post(url)))' }
      : { unwritten: /(?<=verification::call\()None/, written: 'Some(&|| find_post(url))' },
    declares: (variant) => new RegExp(`fn ${variant}\\(`),
    call: /reqwest::(?:blocking::)?get|\.send\(/,
    option: /idempotent: (?:true|false),/,
    settings: (values, variant) =>
      Object.entries(values)
        .map(([name, value]: [string, number]) => ` ${snakeCase(name)}: ${setting(name, value)},`)
        .join('') + (variant === 'cancelled' && !isAsync ? ' cancel: Some(cancel_soon()),' : ''),
    ...(isAsync ? {} : { cancelledEnds: 429 }),
    format: async (text) => (await run('/usr/bin/rustfmt', ['--edition', '2021'], { input: text })).stdout,
    async prepare(program, folder) {
      await mkdir(join(folder, 'src'), { recursive: true });
      await mkdir(join(folder, '.cargo'));
      const modules = await filesIn(join(folder, 'src'), '.rs');
      const name = modules.length > 0 ? `${own}_in_files` : own;
      const declared = more.project?.['Cargo.toml'] ?? manifest;
      await writeFile(join(folder, 'Cargo.toml'), declared.replaceAll('program', name));
      await writeFile(join(folder, '.cargo/config.toml'), offline);
      await writeFile(join(folder, 'src/main.rs'), program);
      const env = { RUSTFLAGS: '-D warnings', CARGO_TARGET_DIR: built, CARGO_HOME: folder };
      await run('/usr/bin/cargo', ['build', '--quiet'], { cwd: folder, env });
      return { file: join(built, 'debug', name), args: [] };
    },
    ...more,
  };
}

/** A program that reads a stream. */
function rustStreamDriver(client: string, fixture: string, more: Partial<Driver> = {}): Driver {
  const isAsync = client === 'reqwest';
  return {
    ...rustDriver(client, fixture, isAsync, more),
    variants: streams,
    replacesOption: true,
    option: /reconnect\w*::Options::default\(\)/,
    settings({ silence, ...values }, variant) {
      const module = isAsync ? 'reconnect_async' : client === 'ureq' ? 'reconnect_ureq' : 'reconnect';
      const own: Settings = isAsync ? { ...values, ...(silence !== undefined && { silence }) } : values;
      const cancel = variant === 'left' && !isAsync ? ' cancel: Some(cancel_soon()),' : '';
      const fields = Object.entries(own).map(
        ([name, value]: [string, number]) => ` ${snakeCase(name)}: ${setting(name, value)},`,
      );
      return `${module}::Options {${fields.join('')}${cancel} ..Default::default() }`;
    },
  };
}

const manifest = `[package]
name = "program"
version = "0.1.0"
edition = "2021"

[dependencies]
http = "0.2"
reqwest = { version = "0.11", default-features = false, features = ["blocking"] }
tokio = { version = "1", features = ["macros", "rt-multi-thread", "time"] }
`;

const ureqManifest = `[package]
name = "program"
version = "0.1.0"
edition = "2021"

[dependencies]
ureq = { version = "2", default-features = false }
`;

const ureqProject: Partial<Driver> = {
  tools: [...rustTools, crate('ureq', '2')],
  call: /\.(?:call|send_\w+)\(/,
  project: { 'Cargo.toml': ureqManifest },
};

/** A project whose manifest names a crate that repeats calls. */
function withCrate(name: string, version: string, entry: string): Partial<Driver> {
  return {
    library: `the crate ${name}`,
    project: { 'Cargo.toml': `${manifest}${name} = ${entry}\n` },
    tools: [...rustTools, crate(name, version)],
  };
}

const withCrateBackoff = withCrate('backoff', '0.4', '{ version = "0.4", features = ["tokio"] }');

const offline = `[source.crates-io]
replace-with = "system"

[source.system]
directory = "${crates}"

[net]
offline = true
`;

function setting(name: string, value: number): string {
  return name === 'retries' ? value.toString() : `std::time::Duration::from_millis(${Math.round(value * 1_000)})`;
}

/** A project that has the crate which a key is made with. */
function withRand(declared: string): Partial<Driver> {
  return { project: { 'Cargo.toml': `${declared}rand = "0.8"\n` }, tools: [...rustTools, crate('rand', '0.8')] };
}

/** The programs of Rust whose write gets a key. */
export const rustOrders: readonly Driver[] = [
  rustDriver('reqwest::blocking', 'orders/reqwest_blocking', false, withRand(manifest)),
  rustDriver('reqwest', 'orders/reqwest_async', true, withRand(manifest)),
  rustDriver('ureq', 'orders/ureq_calls', false, { ...withRand(ureqManifest), call: /\.(?:call|send_\w+)\(/ }),
];

export const compiledDrivers: readonly Driver[] = [
  ...goDrivers,
  ...jvmDrivers,
  csharp,
  csharpStream,
  rustDriver('reqwest::blocking', 'reqwest_blocking', false),
  rustDriver('reqwest', 'reqwest_async', true),
  rustDriver('ureq', 'ureq_calls', false, {
    find: { unwritten: /(?<=verification_ureq::call\()None/, written: 'Some(&|| find_post(url))' },
    ...ureqProject,
  }),
  rustStreamDriver('reqwest::blocking', 'reqwest_blocking_stream'),
  rustStreamDriver('reqwest', 'reqwest_async_stream'),
  rustStreamDriver('ureq', 'ureq_stream', ureqProject),
  rustDriver('reqwest::blocking', 'reqwest_blocking', false, withCrateBackoff),
  rustDriver('reqwest', 'reqwest_async', true, withCrateBackoff),
  rustDriver('reqwest::blocking', 'reqwest_blocking', false, withCrate('retry', '2', '"2"')),
  ruby,
  rubyStream,
  withRetriable(ruby, everything),
];
