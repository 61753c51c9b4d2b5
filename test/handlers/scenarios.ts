import type { Answer } from './scriptedServer';
import { streamScenarios, streamSettings, streamVariants } from './streamScenarios';

/** The functions of a fixture program, each with one call. A program runs the one that its second argument names. */
export const variants = {
  get: 'a GET',
  post: 'a POST without an idempotency key',
  keyed: 'a POST with the header Idempotency-Key',
  limited: 'a GET with a timeout of two seconds',
  cancelled: 'a GET that is cancelled after two seconds',
  hurried: 'a GET that may take seven seconds in all',
  many: 'a GET with very many short retries',
  renewed: 'a GET with a token that the program can renew',
  done: 'a POST that counts as done when the code is 187',
  missing: 'a GET that fails with a typed error on 404',
  capped: 'a POST that fails with a typed error on x_daily_limit',
  verified: 'a POST, and a function that looks whether it happened',
  unverified: 'a POST, and no such function yet',
  ordered: 'two POSTs to an API that honours an idempotency key',
  ...streamVariants,
} as const;

export type Variant = keyof typeof variants;

/** Settings that the owner of a program gives to the handler, so that waiting is short. Times are seconds. */
export interface Settings {
  readonly retries?: number;
  readonly baseDelay: number;
  readonly cap: number;
  readonly jitter: number;
  readonly totalTime?: number;
  /** Of streams: they take the place of what the inserted call says of silence. */
  readonly silence?: number;
  readonly healthy?: number;
  readonly dropDelay?: number;
}

const quick: Settings = { baseDelay: 0.1, cap: 0.15, jitter: 0.02 };

export const settings: Readonly<Partial<Record<Variant, Settings>>> = {
  get: quick,
  post: quick,
  keyed: quick,
  limited: quick,
  cancelled: quick,
  hurried: { ...quick, totalTime: 7 },
  ordered: quick,
  many: { retries: 40, baseDelay: 0.002, cap: 0.002, jitter: 0.1, totalTime: 60 },
  ...streamSettings,
};

/** What a scenario must look like from the server, and how the call ends. */
export interface Expected {
  /** HTTP methods of the requests, in order. */
  readonly requests: readonly string[];
  /** Lower bounds of the waits between them, in seconds; nothing is waited for ten seconds more. */
  readonly waits?: readonly number[];
  /** The status of the last answer, or of the error that the call ends with; `error` when there is none. */
  readonly ends: number | 'error';
  /** The program ends long before the wait that the server asks for. */
  readonly stops?: boolean;
  /** Seconds from now that the reset time in the log lies ahead. */
  readonly resetIn?: number;
  /** The waits are spread over this many seconds. */
  readonly spread?: number;
  /** The header Authorization of the requests. */
  readonly authorizations?: readonly string[];
  /** Which of the keys of idempotency that the server has seen each request carried, in the order of their first use. */
  readonly keys?: readonly number[];
  /** The code of the typed error that the call ends with; it also says what to do. */
  readonly typed?: string;
  /** The lines of a stream that the program read, without keep-alives. */
  readonly lines?: readonly string[];
  /** What the log says of each retry. `undefined`: there may be none. */
  readonly logged?: RegExp;
}

export interface Scenario {
  readonly name: string;
  /** The rule that it is about, 1 to 7. */
  readonly rule: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly variant: Variant;
  readonly answers: readonly Answer[];
  readonly expected: Expected;
}

const fine: Answer = { status: 200, body: '{"fine":true}' };
const get = (count: number): string[] => Array<string>(count).fill('GET');
const inSeconds =
  (seconds: number) =>
  (now: number): string =>
    Math.ceil(now / 1000 + seconds).toString();

const capped =
  '{"title":"UsageCapExceeded","detail":"Usage cap exceeded: Monthly product cap","period":"Monthly","type":"https://api.twitter.com/2/problems/usage-capped"}';

/** A failure that must not be repeated: one request, nothing waited for, the answer passed on. */
function once(name: string, answer: Answer, variant: Variant = 'get'): Scenario {
  const requests = [variant === 'get' || variant === 'missing' ? 'GET' : 'POST'];
  return {
    name,
    rule: variant === 'post' ? 5 : 1,
    variant,
    answers: [answer, fine],
    expected: { requests, ends: answer.status },
  };
}

/** An answer that says how long to wait, then success. */
function waits(name: string, answer: Answer, seconds: number): Scenario {
  return {
    name,
    rule: 2,
    variant: 'get',
    answers: [answer, fine],
    expected: { requests: get(2), waits: [seconds], ends: 200, logged: /Retry 1 / },
  };
}

const duplicate: Answer = {
  status: 403,
  body: '{"errors":[{"code":187,"message":"Status is a duplicate."}]}',
};
const unconfirmed: Answer = { status: 202, body: '{"error":"x_write_unconfirmed"}' };

const day = 80_000;
/** The window of a rate limit is no reason to wait when the server is down. */
const down: Answer = { status: 503, headers: { 'x-rate-limit-reset': inSeconds(900) } };

export const scenarios: readonly Scenario[] = [
  waits('429 with Retry-After in seconds', { status: 429, headers: { 'Retry-After': '1' } }, 1),
  // A date has whole seconds: three ahead, cut to seconds, are more than two.
  waits(
    '503 with Retry-After as a date',
    { status: 503, headers: { 'Retry-After': (now) => new Date(now + 3_000).toUTCString() } },
    2,
  ),
  waits('429 with x-rate-limit-reset as a moment', { status: 429, headers: { 'x-rate-limit-reset': inSeconds(1) } }, 1),
  waits('429 with ratelimit-reset as a delay', { status: 429, headers: { 'ratelimit-reset': '1' } }, 1),
  waits('429 with retryAfter in the body', { status: 429, body: '{"error":"rate_limit_exceeded","retryAfter":1}' }, 1),
  waits('429 without a hint', { status: 429 }, 0.1),
  {
    name: '503 twice, then 200',
    rule: 2,
    variant: 'get',
    answers: [down, down, fine],
    expected: { requests: get(3), waits: [0.1, 0.15], ends: 200, logged: /Retry 2 / },
  },
  {
    name: 'jitter over 40 waits',
    rule: 2,
    variant: 'many',
    answers: [...Array<Answer>(40).fill({ status: 503 }), fine],
    expected: { requests: get(41), ends: 200, spread: 0.05 },
  },
  {
    name: '500 for ever',
    rule: 4,
    variant: 'get',
    answers: [{ status: 500 }],
    expected: { requests: get(4), waits: [0.1, 0.15, 0.15], ends: 500, logged: /Retry 3 / },
  },
  once('400', { status: 400 }),
  once('401', { status: 401 }),
  once('403 with code 187', duplicate),
  once('429 for a monthly cap', { status: 429, body: capped, headers: { 'Retry-After': '1' } }),
  once('429 for a daily limit', { status: 429, body: '{"error":"x_daily_limit"}' }),
  once('500 for a write that may have happened', { status: 500, body: '{"error":"x_write_ambiguous"}' }, 'keyed'),
  once('202 for a write that is not confirmed', unconfirmed, 'keyed'),
  {
    name: 'a wait longer than the limit',
    rule: 3,
    variant: 'get',
    answers: [{ status: 429, headers: { 'Retry-After': '3600' } }],
    expected: { requests: get(1), ends: 429, stops: true, resetIn: 3_600 },
  },
  {
    name: 'the limit of 24 hours is used up',
    rule: 3,
    variant: 'get',
    answers: [
      {
        status: 429,
        headers: {
          'x-rate-limit-remaining': '12',
          'x-rate-limit-reset': inSeconds(1),
          'x-app-limit-24hour-remaining': '40',
          'x-user-limit-24hour-remaining': '0',
          'x-user-limit-24hour-reset': inSeconds(day),
        },
      },
    ],
    expected: { requests: get(1), ends: 429, stops: true, resetIn: day },
  },
  once('POST without an idempotency key, 503', { status: 503, headers: { 'Retry-After': '0' } }, 'post'),
  once('POST without an idempotency key, 429', { status: 429, headers: { 'Retry-After': '0' } }, 'post'),
  {
    name: 'POST with an idempotency key, 503',
    rule: 5,
    variant: 'keyed',
    answers: [{ status: 503 }, fine],
    expected: { requests: ['POST', 'POST'], ends: 200 },
  },
  {
    name: 'a connection that is reset',
    rule: 1,
    variant: 'get',
    answers: [{ status: 0, instead: 'reset' }, fine],
    expected: { requests: get(2), waits: [0.1], ends: 200, logged: /no response|status 0\b/ },
  },
  {
    name: 'an attempt that hangs',
    rule: 4,
    variant: 'limited',
    answers: [{ status: 0, instead: 'hang' }, fine],
    expected: { requests: get(2), waits: [0.1], ends: 200, logged: /no response|status 0\b/ },
  },
  {
    name: 'the limit of the time in all',
    rule: 4,
    variant: 'hurried',
    answers: [{ status: 429, headers: { 'Retry-After': '4' } }],
    expected: { requests: get(2), waits: [4], ends: 429 },
  },
  {
    name: 'cancelled during a wait',
    rule: 6,
    variant: 'cancelled',
    answers: [{ status: 429, headers: { 'Retry-After': '30' } }],
    expected: { requests: get(1), ends: 'error', stops: true },
  },
  {
    name: '401, then renewed',
    rule: 1,
    variant: 'renewed',
    answers: [{ status: 401 }, fine],
    expected: { requests: get(2), ends: 200, authorizations: ['old', 'new'], logged: /renewing/ },
  },
  {
    name: '401 again after the renewal',
    rule: 1,
    variant: 'renewed',
    answers: [{ status: 401 }],
    expected: { requests: get(2), ends: 'error', authorizations: ['old', 'new'] },
  },
  {
    name: '403 with code 187 counts as a success',
    rule: 1,
    variant: 'done',
    answers: [duplicate],
    expected: { requests: ['POST'], ends: 200, logged: /done already/ },
  },
  once('403 with another code than 187', { status: 403, body: '{"errors":[{"code":64}]}' }, 'done'),
  {
    name: '404 as a typed error',
    rule: 1,
    variant: 'missing',
    answers: [{ status: 404 }],
    expected: { requests: get(1), ends: 'error', typed: '404' },
  },
  once('410 where 404 is a typed error', { status: 410 }, 'missing'),
  {
    name: '429 for a daily limit as a typed error with the reset time',
    rule: 3,
    variant: 'capped',
    answers: [{ status: 429, body: `{"error":"x_daily_limit","retryAfter":${day}}` }],
    expected: { requests: ['POST'], ends: 'error', stops: true, resetIn: day, typed: 'x_daily_limit' },
  },
  {
    name: 'an unconfirmed write that is found',
    rule: 5,
    variant: 'verified',
    answers: [unconfirmed, fine],
    expected: { requests: ['POST', 'GET'], ends: 200, logged: /[Nn]obody knows/ },
  },
  {
    name: 'an unconfirmed write that is not found',
    rule: 5,
    variant: 'verified',
    answers: [unconfirmed, { status: 404 }, fine],
    expected: { requests: ['POST', 'GET', 'POST'], ends: 200 },
  },
  {
    name: 'a write with a 500 that is found',
    rule: 5,
    variant: 'verified',
    answers: [{ status: 500 }, fine],
    expected: { requests: ['POST', 'GET'], ends: 200 },
  },
  {
    name: 'a write whose connection is reset is looked for',
    rule: 5,
    variant: 'verified',
    answers: [{ status: 0, instead: 'reset' }, fine],
    expected: { requests: ['POST', 'GET'], ends: 200, logged: /[Nn]obody knows/ },
  },
  once('a write with a 400 is not looked for', { status: 400 }, 'verified'),
  {
    name: 'an unconfirmed write, and nothing to look with',
    rule: 5,
    variant: 'unverified',
    answers: [unconfirmed],
    expected: { requests: ['POST'], ends: 'error', logged: /[Nn]obody knows/ },
  },
  {
    name: 'each write has a key of its own, which its retry keeps',
    rule: 5,
    variant: 'ordered',
    answers: [fine, { status: 503 }, fine],
    expected: { requests: ['POST', 'POST', 'POST'], ends: 200, keys: [0, 1, 1] },
  },
  {
    name: 'each retry is visible',
    rule: 7,
    variant: 'get',
    answers: [{ status: 502 }, { status: 502 }, fine],
    expected: { requests: get(3), ends: 200, logged: /Retry 1 [^]*502[^]*Retry 2 [^]*502/ },
  },
  ...streamScenarios,
];
