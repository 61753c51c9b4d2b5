import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver } from '../driver';
import { run } from '../run';
import type { Settings, Variant } from '../scenarios';

const variants: readonly Variant[] = ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried', 'many'];

/** Each setting as a language writes it: the retries are a count, all else is seconds. */
function each(settings: Settings, write: (name: string, value: number, isCount: boolean) => string): string[] {
  return Object.entries(settings).map(([name, value]: [string, number]) => write(name, value, name === 'retries'));
}

const go: Driver = {
  language: 'Go',
  client: 'net/http',
  languageId: 'go',
  fixture: 'go/net_http.go',
  tools: [
    { name: 'Go', version: ['go', 'version'] },
    { name: 'gofmt', version: ['gofmt', '-h'] },
  ],
  variants,
  declares: (variant) => new RegExp(`func ${variant}\\(`),
  call: /\.(?:Get|Post|Do)\(/,
  option: /withBackoff\([&\w.]+/,
  settings(settings) {
    const lines = each(settings, (name, value, isCount) =>
      isCount ? `b.${name} = ${value}` : `b.${name} = ${value * 1_000} * time.Millisecond`,
    );
    return `, func(b *backoff) { ${lines.join('; ')} }`;
  },
  format: async (text) => (await run('gofmt', [], { input: text })).stdout,
  async prepare(program, folder) {
    await writeFile(join(folder, 'main.go'), program);
    await run('go', ['vet', 'main.go'], { cwd: folder });
    await run('go', ['build', '-o', 'program', 'main.go'], { cwd: folder });
    return { file: join(folder, 'program'), args: [] };
  },
};

const java: Driver = {
  language: 'Java',
  client: 'java.net.http',
  languageId: 'java',
  fixture: 'java/JavaNetHttp.java',
  tools: [{ name: 'JDK', version: ['javac', '--version'] }],
  variants,
  declares: (variant) => new RegExp(`HttpResponse<String> ${variant}\\(`),
  call: /client\.send\(/,
  resends: ['reset'],
  option: /new Backoff\(\)/,
  settings: (settings) =>
    each(settings, (name, value, isCount) =>
      isCount ? `.with(b -> b.${name} = ${value})` : `.with(b -> b.${name} = Duration.ofMillis(${value * 1_000}))`,
    ).join(''),
  async prepare(program, folder) {
    await writeFile(join(folder, 'JavaNetHttp.java'), program);
    await run('javac', ['-Xlint:all', '-Werror', 'JavaNetHttp.java'], { cwd: folder });
    return { file: 'java', args: ['-XX:TieredStopAtLevel=1', '-cp', folder, 'JavaNetHttp'] };
  },
};

const ruby: Driver = {
  language: 'Ruby',
  client: 'Net::HTTP',
  languageId: 'ruby',
  fixture: 'ruby/net_http.rb',
  tools: [{ name: 'Ruby', version: ['ruby', '--version'] }],
  variants,
  declares: (variant) => new RegExp(`def ${variant}\\b`),
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

export const compiledDrivers: readonly Driver[] = [go, java, ruby];
