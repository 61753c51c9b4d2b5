import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Driver, Tool } from '../driver';
import { run } from '../run';
import { everything, instead, namedSettings, snakeCase, streams, withRetriable } from './shared';

const faraday: Driver = {
  language: 'Ruby',
  client: 'Faraday',
  languageId: 'ruby',
  fixture: 'ruby/faraday_calls.rb',
  tools: [
    { name: 'Ruby', version: ['ruby', '--version'] },
    { name: 'Faraday', version: ['ruby', '-e', 'require "faraday"; puts Faraday::VERSION'] },
  ],
  variants: [...everything, ...instead, 'renewed'],
  declares: (variant) => new RegExp(`def ${variant}\\b`),
  find: { unwritten: /find: nil/, written: 'find: method(:find_post)' },
  call: /(?:Faraday|connection)\.(?:get|post)\(/,
  option: /idempotent: (?:true|false)/,
  settings: (values) =>
    Object.entries(values)
      .map(([name, value]: [string, number]) => `, ${snakeCase(name)}: ${value}`)
      .join(''),
  async prepare(program, folder) {
    const source = join(folder, 'program.rb');
    await writeFile(source, program);
    await run('ruby', ['-wc', source]);
    return { file: 'ruby', args: [source] };
  },
};

function phpDriver(client: string, fixture: string, call: RegExp, own: readonly Tool[]): Driver {
  return {
    language: 'PHP',
    client,
    languageId: 'php',
    fixture: `php/${fixture}`,
    tools: [{ name: 'PHP', version: ['php', '--version'] }, ...own],
    variants: [...everything, ...instead, 'renewed'],
    find: { unwritten: /find: null/, written: 'find: fn() => $this->findPost()' },
    declares: (variant) => new RegExp(`function ${variant}\\(`),
    call,
    option: /idempotent: (?:true|false)/,
    // The hook that sees each retry can stop it.
    settings: (values, variant) =>
      namedSettings(values) + (variant === 'cancelled' ? ', onRetry: fn() => sleep(2) !== 0' : ''),
    cancelledEnds: 429,
    async prepare(program, folder) {
      const source = join(folder, 'program.php');
      await writeFile(source, program);
      await run('php', ['-l', source]);
      return { file: 'php', args: [source] };
    },
  };
}

/** A program that reads a stream. */
function phpStreamDriver(client: string, fixture: string, own: readonly Tool[], more: Partial<Driver>): Driver {
  return {
    ...phpDriver(client, fixture, /(?:client->\w+|curl(?:_exec|WithReconnect))\(/, own),
    variants: streams,
    replacesOption: true,
    ...more,
  };
}

/** The hook that sees each wait can stop it. */
const stopsAtSecond = ', onReconnect: fn(int $attempt) => $attempt < 2 || sleep(2) !== 0';

const shell: Driver = {
  language: 'Shell',
  client: 'curl',
  languageId: 'shellscript',
  fixture: 'shell/curl_calls.sh',
  tools: [
    { name: 'curl', version: ['curl', '--version'] },
    { name: 'shfmt', version: ['shfmt', '--version'] },
  ],
  variants: [...everything, ...instead, 'renewed'],
  // A word that the shell has for itself names no function.
  declares: (variant) => new RegExp(`^${variant === 'done' ? 'accepted' : variant}\\(\\)`, 'm'),
  find: { unwritten: /(?<=curl_with_verification )''/, written: 'find_post' },
  call: /curl(?:_with_backoff)? -/,
  option: /BACKOFF_IDEMPOTENT=(?:true|false)/,
  settings: (values) =>
    Object.entries(values)
      .map(([name, value]: [string, number]) => ` BACKOFF_${snakeCase(name).toUpperCase()}=${value}`)
      .join(''),
  format: async (text) => (await run('shfmt', ['-'], { input: text })).stdout,
  async prepare(program, folder) {
    const source = join(folder, 'program.sh');
    await writeFile(source, program);
    await chmod(source, 0o755);
    await run('bash', ['-n', source]);
    return { file: source, args: [] };
  },
};

const shellStream: Driver = {
  ...shell,
  fixture: 'shell/curl_stream.sh',
  variants: streams,
  declares: (variant) => new RegExp(`^${variant}\\(\\)`, 'm'),
  call: /curl(?:_with_reconnect)? -/,
  replacesOption: true,
  option: /RECONNECT_SILENCE=30/,
  settings: (values) =>
    Object.entries(values)
      .map(([name, value]: [string, number]) => `RECONNECT_${snakeCase(name).toUpperCase()}=${value}`)
      .join(' '),
};

const curl: Tool = { name: 'curl extension of PHP', version: ['php', '-r', 'echo curl_version()["version"];'] };
const guzzle: Tool = {
  name: 'Guzzle',
  version: ['php', '-r', 'require "GuzzleHttp/autoload.php"; echo GuzzleHttp\\ClientInterface::MAJOR_VERSION;'],
};

const laravel: Tool = {
  name: "Laravel's HTTP client",
  version: [
    'bash',
    '-c',
    'php -r \'require "Illuminate/Http/autoload.php"; new Illuminate\\Http\\Client\\Factory();\' && ' +
      "dpkg-query --show --showformat '${Version}' php-illuminate-http",
  ],
};

const laravelDriver = phpDriver('Laravel', 'laravel.php', /(?:->|Http::)(?:get|post|send)\(/, [guzzle, laravel]);

const curlDriver: Driver = {
  ...phpDriver('curl', 'curl_calls.php', /curl(?:_exec|WithBackoff)\(/, [curl]),
  find: { unwritten: /find: null/, written: 'find: fn() => findPost($url)' },
};

export const interpretedDrivers: readonly Driver[] = [
  faraday,
  withRetriable(faraday, everything),
  curlDriver,
  phpDriver('Guzzle', 'guzzle.php', /client->\w+\(/, [guzzle]),
  phpStreamDriver('curl', 'curl_stream.php', [curl], {
    option: /silence: 30/,
    settings: (values, variant) => namedSettings(values).slice(2) + (variant === 'left' ? stopsAtSecond : ''),
  }),
  phpStreamDriver('Guzzle', 'guzzle_stream.php', [guzzle], {
    // What waits for its socket has its limit in the call.
    option: /'read_timeout' => 30\]\)/,
    settings: ({ silence, ...values }, variant) =>
      `'read_timeout' => ${silence}])${namedSettings(values)}${variant === 'left' ? stopsAtSecond : ''}`,
  }),
  laravelDriver,
  phpStreamDriver('Laravel', 'laravel_stream.php', [guzzle, laravel], {
    call: /(?:->|Http::)get\(/,
    option: /'read_timeout' => 30\]\)\s*->get\(\$this->url\)/,
    settings: ({ silence, ...values }, variant) =>
      `'read_timeout' => ${silence}])->get($this->url)${namedSettings(values)}${variant === 'left' ? stopsAtSecond : ''}`,
  }),
  {
    ...laravelDriver,
    library: 'retry() of Laravel',
    variants: everything,
    project: { 'composer.json': '{"require":{"laravel/framework":"^8.83"}}' },
  },
  shell,
  shellStream,
];
