import type { Scenario, Settings } from './scenarios';
import type { Answer } from './scriptedServer';

/** The functions of a fixture program that read a stream of lines, up to the line `end`. */
export const streamVariants = {
  followed: 'a GET whose lines are read as they come',
  hasty: 'such a GET that may be without a healthy connection for three seconds',
  left: 'such a GET that is cancelled after two seconds',
} as const;

const numbers: Settings = {
  silence: 2,
  retries: 3,
  healthy: 1.5,
  dropDelay: 0.1,
  baseDelay: 0.1,
  cap: 0.3,
  jitter: 0.02,
};

export const streamSettings: Readonly<Record<keyof typeof streamVariants, Settings>> = {
  followed: numbers,
  hasty: { ...numbers, totalTime: 3 },
  left: numbers,
};

/** A line in two pieces, of which the second never comes. */
const torn: Answer = { status: 200, lines: ['one\r\n', 'tw'], ending: 'reset' };
/** A program that waits for more than it is given shows here: the connection stays open. */
const rest: Answer = { status: 200, lines: ['two\r\n', 'end\r\n'], ending: 'hang' };
const unavailable: Answer = { status: 503 };
const keepAlives: readonly (string | number)[] = ['\r\n', 0.7, '\r\n', 0.7, '\r\n', 0.7, '\r\n', 0.7];
const inOneSecond = (now: number): string => Math.ceil(now / 1000 + 1).toString();
const tooMany =
  '{"title":"ConnectionException","detail":"This stream is currently at the maximum allowed connection limit.","connection_issue":"TooManyConnections","type":"https://api.twitter.com/2/problems/streaming-connection"}';
const capped =
  '{"title":"UsageCapExceeded","detail":"Usage cap exceeded: Monthly product cap","period":"Monthly","type":"https://api.twitter.com/2/problems/usage-capped"}';

const whole = ['one', 'two', 'end'];
const get = (count: number): string[] => Array<string>(count).fill('GET');

/** A stream that is refused for good when it is first opened. */
function refused(status: number): Scenario {
  return {
    name: `a stream that is refused with ${status}`,
    rule: 1,
    variant: 'followed',
    answers: [{ status }, rest],
    expected: { requests: get(1), ends: status, lines: [] },
  };
}

/** A stream of which the first connection is lost, and what is answered next. */
function lost(
  name: string,
  answers: readonly Answer[],
  expected: Scenario['expected'],
  rule: Scenario['rule'] = 1,
): Scenario {
  return { name, rule, variant: 'followed', answers: [torn, ...answers], expected };
}

export const streamScenarios: readonly Scenario[] = [
  lost('a stream that drops', [rest], { requests: get(2), ends: 200, lines: whole, logged: /Reconnect 1 / }),
  {
    name: 'a stream that the server ends',
    rule: 1,
    variant: 'followed',
    answers: [{ status: 200, lines: ['one\r\n'] }, rest],
    expected: { requests: get(2), ends: 200, lines: whole, logged: /Reconnect 1 / },
  },
  {
    name: 'a stream that falls silent',
    rule: 4,
    variant: 'followed',
    answers: [{ status: 200, lines: ['one\r\n'], ending: 'hang' }, rest],
    expected: { requests: get(2), waits: [2], ends: 200, lines: whole, logged: /Reconnect 1 / },
  },
  {
    name: 'a stream that does not open',
    rule: 4,
    variant: 'followed',
    answers: [{ status: 0, instead: 'hang' }, rest],
    expected: { requests: get(2), ends: 200, lines: ['two', 'end'], logged: /Reconnect 1 / },
  },
  {
    name: 'keep-alives keep a stream open',
    rule: 4,
    variant: 'followed',
    answers: [{ status: 200, lines: ['one\r\n', ...keepAlives, 'end\r\n'], ending: 'hang' }],
    expected: { requests: get(1), ends: 200, lines: ['one', 'end'] },
  },
  lost(
    'a 429 with Retry-After when a stream connects anew',
    [{ status: 429, headers: { 'Retry-After': '1' } }, rest],
    {
      requests: get(3),
      waits: [0, 1],
      ends: 200,
      lines: whole,
      logged: /Reconnect 2 .*429/,
    },
    2,
  ),
  lost(
    'a 429 with x-rate-limit-reset when a stream connects anew',
    [{ status: 429, headers: { 'x-rate-limit-reset': inOneSecond } }, rest],
    { requests: get(3), waits: [0, 1], ends: 200, lines: whole },
    2,
  ),
  {
    name: 'a 429 for too many connections',
    rule: 2,
    variant: 'followed',
    // The window of the rate limit is not what is used up.
    answers: [{ status: 429, body: tooMany, headers: { 'x-rate-limit-reset': (now) => `${now / 1000 + 800}` } }, rest],
    expected: { requests: get(2), waits: [0.1], ends: 200, lines: ['two', 'end'] },
  },
  refused(400),
  refused(401),
  refused(403),
  lost('a stream that drops, then 403', [{ status: 403 }, rest], { requests: get(2), ends: 'error', lines: ['one'] }),
  lost('a stream that drops, then a monthly cap', [{ status: 429, body: capped, headers: { 'Retry-After': '1' } }], {
    requests: get(2),
    ends: 'error',
    lines: ['one'],
  }),
  {
    name: 'a stream that is unavailable for ever',
    rule: 4,
    variant: 'followed',
    answers: [unavailable],
    expected: { requests: get(4), waits: [0.1, 0.2, 0.3], ends: 503, lines: [], logged: /Reconnect 3 / },
  },
  {
    name: 'a stream that drops at once, each time',
    rule: 4,
    variant: 'followed',
    answers: [torn],
    expected: { requests: get(4), waits: [0, 0.1, 0.2], ends: 'error', lines: ['one', 'one', 'one', 'one'] },
  },
  {
    name: 'a healthy connection forgives the failures before it',
    rule: 4,
    variant: 'followed',
    answers: [
      unavailable,
      unavailable,
      { status: 200, lines: ['one\r\n', ...keepAlives], ending: 'reset' },
      unavailable,
      unavailable,
      rest,
    ],
    expected: { requests: get(6), waits: [0.1, 0.2, 2, 0.2, 0.3], ends: 200, lines: whole },
  },
  {
    name: 'a stream whose server asks for a wait beyond the limit',
    rule: 3,
    variant: 'followed',
    answers: [torn, { status: 429, headers: { 'Retry-After': '3600' } }],
    expected: { requests: get(2), ends: 'error', lines: ['one'], stops: true, resetIn: 3_600 },
  },
  {
    name: 'the limit of the time without a stream',
    rule: 4,
    variant: 'hasty',
    answers: [{ status: 429, headers: { 'Retry-After': '2' } }],
    expected: { requests: get(2), waits: [2], ends: 429, lines: [] },
  },
  {
    name: 'a stream that is cancelled during a wait',
    rule: 6,
    variant: 'left',
    answers: [torn, { status: 429, headers: { 'Retry-After': '30' } }],
    expected: { requests: get(2), ends: 'error', lines: ['one'], stops: true },
  },
];
