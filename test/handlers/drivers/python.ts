import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command, Driver } from '../driver';
import { run } from '../run';
import type { Settings, Variant } from '../scenarios';
import { onlyLoops, streams } from './shared';

/** The interpreter for which the system's packages are installed. */
const interpreter = '/usr/bin/python3';

const strategies: readonly Variant[] = ['renewed', 'done', 'missing', 'capped', 'verified', 'unverified'];
const everything: readonly Variant[] = ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried', 'many'];

function pythonDriver(
  client: string,
  call: RegExp,
  {
    isAsync = false,
    variants = everything,
    library,
    ...more
  }: { isAsync?: boolean; variants?: readonly Variant[]; library?: string } & Partial<
    Pick<Driver, 'client' | 'fixture' | 'find' | 'without'>
  > = {},
): Driver {
  const python = { name: 'Python', version: [interpreter, '--version'] } as const;
  const print = `import ${client}; print(${client}.__version__)`;
  const repeater = library === undefined ? [] : [{ name: library, version: versionOf(library) }];
  const own = client.startsWith('urllib') ? [] : [{ name: client, version: [interpreter, '-c', print] } as const];
  return {
    language: 'Python',
    client,
    languageId: 'python',
    fixture: `python/${client}_calls.py`,
    tools: [python, { name: 'Black', version: [interpreter, '-m', 'black', '--version'] }, ...own, ...repeater],
    variants,
    declares: (variant) => new RegExp(`def ${variant}\\(`),
    call,
    option: /idempotent=(?:True|False)/,
    find: { unwritten: /find=None/, written: isAsync ? 'find=lambda: find_post(client)' : 'find=find_post' },
    settings: (values, variant) => settings(values) + (variant === 'cancelled' && !isAsync ? ', cancel=cancel' : ''),
    // The event that cancels a wait leaves the last answer to the caller; a cancelled task has none.
    ...(isAsync ? {} : { cancelledEnds: 429 }),
    format: async (text) => (await run(interpreter, ['-m', 'black', '--quiet', '-'], { input: text })).stdout,
    prepare,
    ...(library !== undefined && {
      library: library === 'backoff' ? 'the package backoff' : library,
      project: { 'requirements.txt': `${library}>=1\n` },
    }),
    ...more,
  };
}

/** A program that reads a stream. */
function streamDriver(client: string, call: RegExp, isAsync: boolean): Driver {
  return {
    ...pythonDriver(client, call, { isAsync, variants: streams }),
    fixture: `python/${client}_stream.py`,
    // What waits for its socket has its limit in the call.
    replacesOption: true,
    option: isAsync ? /silence=30/ : /timeout=30\s*\)/,
    settings: ({ silence, ...values }, variant) =>
      (isAsync ? `silence=${silence}` : `timeout=${silence})`) +
      settings(values) +
      (variant === 'left' && !isAsync ? ', cancel=cancel' : ''),
  };
}

/** The command that prints the version of a package, which not every package tells itself. */
function versionOf(name: string): [string, ...string[]] {
  return [interpreter, '-c', `from importlib.metadata import version; print(version(${JSON.stringify(name)}))`];
}

function settings(values: Settings): string {
  return Object.entries(values)
    .map(([name, value]: [string, number]) => `, ${name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}=${value}`)
    .join('');
}

async function prepare(program: string, folder: string): Promise<Command> {
  const path = join(folder, 'program.py');
  await writeFile(path, program);
  await run(interpreter, ['-W', 'error', '-m', 'py_compile', path]);
  return { file: interpreter, args: [path] };
}

export const pythonDrivers: readonly Driver[] = [
  pythonDriver('urllib', /urllib\.request\.urlopen\(/, { variants: [...everything, ...strategies] }),
  pythonDriver('requests', /(?:session|requests)\.\w+\(/, { variants: [...everything, ...strategies] }),
  pythonDriver('requests', /(?:session|requests)\.\w+\(/, {
    client: 'requests in a loop',
    fixture: 'python/requests_in_loops.py',
    variants: ['get', 'post', 'keyed', 'limited', 'cancelled', 'hurried'],
    without: onlyLoops,
  }),
  pythonDriver('httpx', /client\.\w+\(/, { isAsync: true, variants: [...everything, ...strategies] }),
  pythonDriver('aiohttp', /session\.\w+\(/, {
    isAsync: true,
    variants: [...everything, ...strategies],
    find: { unwritten: /find=None/, written: 'find=lambda: find_post(session)' },
  }),
  pythonDriver('tweepy', /\.get_user\(/, {
    variants: ['renewed'],
    without: Object.fromEntries(
      [...everything, ...strategies.filter((variant) => variant !== 'renewed')].map((variant) => [
        variant,
        'the handler is the one of requests, by which tweepy sends',
      ]),
    ),
  }),
  streamDriver('urllib', /urllib\.request\.urlopen\(/, false),
  streamDriver('requests', /requests\.get|session\.get/, false),
  streamDriver('httpx', /client\.stream/, true),
  streamDriver('aiohttp', /session\.get/, true),
  ...['tenacity', 'backoff'].flatMap((library) => [
    pythonDriver('requests', /(?:session|requests)\.\w+\(/, { library }),
    pythonDriver('httpx', /client\.\w+\(/, { isAsync: true, library }),
  ]),
];
