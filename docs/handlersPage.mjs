/** @typedef {import('./handlersPage.mjs').HandlersRun} HandlersRun */

/** The seven rules, and what each protects from. */
const rules = [
  [
    'Retry only what may pass',
    '408, 425, 429, 5xx, timeouts and lost connections. Any other 4xx says that the request itself is wrong: repeating it fails again, and may use up a limit. A monthly cap is a 429, too, but no wait of minutes ends it.',
  ],
  [
    'Wait as long as the server asks',
    '`Retry-After` as seconds or a date, then the reset header of the API, then exponential backoff with jitter. Asking again earlier spends the next window as well; without jitter, all clients that failed together come back together.',
  ],
  [
    'Never wait beyond a limit',
    'A wait that is too long ends the call at once, with the reset time in the log. A program that sleeps for an hour looks like one that hangs, and one that retries early is refused again.',
  ],
  [
    'Limit the attempts, the time in all, and each attempt',
    'An API that is down for an hour would otherwise hold every caller for an hour, and a connection that never answers would hold one for ever.',
  ],
  [
    'Repeat a write only when that does no harm',
    'POST and PATCH are sent once unless they carry an idempotency key or their owner says so. Nobody knows how far a request got that timed out: a repeated post is a second post.',
  ],
  [
    'Cancelling ends a wait',
    'A request whose user has left, or a service that shuts down, must not sit out thirty seconds.',
  ],
  [
    'Each retry is visible',
    'A line in the log, or a hook, with attempt, status and delay. A retry that nobody sees hides an outage until the day when it no longer helps.',
  ],
];

const marks = new Map([
  ['passed', '✓'],
  ['failed', '✗ failed'],
  ['not applicable', '–'],
]);

/** A table in Markdown. @param {readonly (readonly string[])[]} rows the first is the head */
function table([head = [], ...body]) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** A table of the columns of one language. @param {HandlersRun} run @param {string} language */
function languageSection({ rows, columns }, language) {
  const own = columns.filter((column) => column.language === language);
  const names = own.map(({ client, library, ownFile, stream }) =>
    library !== undefined ? `${library} (${client})` : ownFile && stream ? `${client}, a stream` : client,
  );
  const head = ['Scenario', 'Rule', ...names];
  const isAbout = (/** @type {boolean | undefined} */ stream) =>
    own.some((column) => Boolean(column.stream) === Boolean(stream));
  const isPlayed = (/** @type {string} */ name) =>
    own.some(({ cells }) => !['not applicable', undefined].includes(cells[name]));
  const body = rows
    .filter(({ name, rule, stream }) => rule === null || (isAbout(stream) && isPlayed(name)))
    .map(({ name, rule }) => [
      name,
      rule === null ? '' : `${rule}`,
      ...own.map(({ cells }) => marks.get(cells[name] ?? '') ?? 'not run'),
    ]);
  return `### ${language}\n\n${table([head, ...body])}\n${holesOf(own)}`;
}

/** What the dashes of a table are for, a line for each client and reason. @param {HandlersRun['columns']} columns */
function holesOf(columns) {
  const lines = columns.flatMap(({ client, holes = [] }) =>
    [...new Set(holes.map(({ why }) => why))].map((why) => {
      const calls = holes.filter((hole) => hole.why === why).map(({ call }) => call);
      return `- – of ${client}, ${why}: ${calls.join('; ')}.`;
    }),
  );
  return lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
}

/** The order of the strategies. */
const strategies = [
  'backoff',
  'wait-for-reset',
  'refresh-credentials',
  'verify-first',
  'already-done',
  'reconnect',
  'wait-for-quota',
  'none',
];

/**
 * Clients that have no stream among those that were run, a line for each language; empty where every one has.
 * @param {HandlersRun['columns']} alone
 * @param {HandlersRun['columns']} streams
 */
function withoutStreams(alone, streams) {
  const languages = [...new Set(alone.map(({ language }) => language))];
  const lines = languages.flatMap((language) => {
    const own = streams.filter((column) => column.language === language);
    return own.length > 0 ? [] : [`In ${language} no stream is connected anew.`];
  });
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** Calls that are left alone, by strategy. @param {HandlersRun} run */
function refusalSection({ refused = [] }) {
  const sorted = refused.toSorted((a, b) => strategies.indexOf(a.strategy) - strategies.indexOf(b.strategy));
  const body = sorted.map(({ strategy, language, client, what, refusal }) => [
    `\`${strategy}\``,
    language,
    client,
    what,
    refusal.replaceAll('|', '\\|'),
  ]);
  return table([['Strategy', 'Language', 'Client', 'Asked for', 'What the server says'], ...body]);
}

/** @param {HandlersRun} run */
export function handlersPage(run) {
  const { date, versions, skipped, columns, rows } = run;
  const inFiles = columns.filter(({ ownFile }) => ownFile);
  const streams = columns.filter(({ stream, ownFile }) => stream && !ownFile);
  const keys = columns.filter(({ key }) => key);
  const alone = columns.filter(
    ({ library, stream, ownFile, key }) => library === undefined && !stream && !ownFile && !key,
  );
  const withLibrary = columns.filter(({ library }) => library !== undefined);
  const sections = (/** @type {HandlersRun['columns']} */ some) =>
    [...new Set(some.map(({ language }) => language))]
      .map((language) => languageSection({ ...run, columns: some }, language))
      .join('\n');
  const cells = columns.flatMap((column) => rows.map(({ name }) => column.cells[name]));
  const count = (/** @type {string} */ verdict) => cells.filter((cell) => cell === verdict).length;
  const told = Object.entries(versions).filter(([, version]) => version !== '');
  const tools = told.map(([tool, version]) => `${tool}: ${version}`);
  return [
    '# Retry handlers, run against a server that misbehaves\n',
    'Each cell of the tables below is a program. The quick fix was asked for from the built language server, its edit',
    'was applied, the result was compiled and run, and a scripted HTTP server recorded how many requests came, and when.\n',
    `Run on ${date}: ${count('passed')} passed, ${count('failed')} failed.`,
    `${skipped.length > 0 ? `Skipped, because a tool was missing: ${skipped.join('; ')}.` : 'No client was skipped.'} A client that is not in the tables takes no part in the scenarios yet.\n`,
    '## What each rule protects from\n',
    rules.map(([name, why], index) => `${index + 1}. **${name}.** ${why}`).join('\n'),
    '\n## The table\n',
    '✓ is passed; – does not apply: its language has no formatter among the tools below, or the program of the client has no such',
    'call, for a reason that stands below its table. Some clients send a request once more by themselves when a connection',
    'breaks; that is below the handler, and the judge expects it. In a loop: the program repeated the call by hand, and the',
    'handler took the place of its loop.\n',
    sections(alone),
    ...(withLibrary.length > 0
      ? [
          '## The libraries\n',
          'Where a project depends on a library that repeats calls, or a client does so itself, a second action lets that',
          'library repeat the call, and adds what it lacks: the wait that the server asks for, the verdict on a failure, the',
          'limits. The same programs, the same scenarios:\n',
          sections(withLibrary),
        ]
      : []),
    ...(streams.length > 0
      ? [
          '## The streams\n',
          'A stream has no end: where its lines are read in a loop, the quick fix connects it anew, below the loop. It knows a',
          'drop, an end and silence (no byte, no keep-alive) for what they are, and begins anew with short waits once a',
          'connection was healthy. A line that a drop tears is left out; the others arrive at once.\n',
          ...[withoutStreams(alone, streams)].filter(Boolean),
          sections(streams),
        ]
      : []),
    ...(keys.length > 0
      ? [
          '## The keys\n',
          'Where a catalog says of an API that it honours an idempotency key, a further action gives a write to it a fresh one,',
          'made once for each call and outside of what repeats it. Here it was applied first, then the handler of retries: the',
          'program writes twice, and the second write meets a 503. Each write has a key of its own, and the retry carries that',
          'of its write. tweepy and twitter-api-v2 take no headers.\n',
          sections(keys),
        ]
      : []),
    ...((run.refused ?? []).length > 0
      ? [
          '## What is refused\n',
          'A fix that should not exist is not offered. Of these calls the server was asked for the handler of a strategy, and',
          'left them alone:\n',
          `${refusalSection(run)}\n`,
        ]
      : []),
    ...(inFiles.length > 0
      ? [
          '## In files of their own\n',
          'A third action puts the handler into a file of its own, which the program imports or which its package shares. The',
          'file is compiled with the program, and left as it is by the formatter, too. Each handler is reached once more:\n',
          sections(inFiles),
        ]
      : []),
    '## The tools\n',
    `${tools.map((tool) => `- ${tool}`).join('\n')}\n`,
    '`HANDLERS_RECORD=docs/handlers.json npm run test:handlers && npm run generate` makes this page.\n',
  ].join('\n');
}
