import { describe, expect, it } from 'vitest';
import { hasPythonModule, type Outcome, runFixed } from './programs';
import { type Answer, type Arrival, startServer } from './scriptedServer';

const fine: Answer = { status: 200, body: '{"fine":true}' };

interface Scenario {
  readonly answers: readonly Answer[];
  readonly change?: (text: string) => string;
}

/** Runs one function of a fixture against the answers. */
async function play(
  file: string,
  name: string,
  { answers, change }: Scenario,
): Promise<{ outcome: Outcome; arrivals: readonly Arrival[]; waits: number[] }> {
  await using server = await startServer(answers);
  const outcome = await runFixed(file, name, server.url, change);
  const waits = server.arrivals.slice(1).map((arrival, index) => arrival.at - (server.arrivals[index]?.at ?? 0));
  return { outcome, arrivals: server.arrivals, waits };
}

/** A moment that the outcome states, in milliseconds since 1970. */
function resetOf({ resetAt, error, log }: Outcome): number {
  expect(error).toMatch(/asks to wait until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|no notes: 3\.10/);
  expect(log.match(/No retry of HTTP 429: the server asks to wait until \d{4}-/g)).toHaveLength(1);
  return typeof resetAt === 'number' ? resetAt * 1000 : Date.parse(resetAt ?? '');
}

/** Waits are at least as long as they should be, but for the precision of timers, and not much longer. */
const tolerance = 2;
const soon = 10_000;
const capped =
  '{"title":"UsageCapExceeded","detail":"Usage cap exceeded: Monthly product cap","period":"Monthly","type":"https://api.twitter.com/2/problems/usage-capped"}';

/** What every handler does, whatever the client. `kind` is the error of a wait that is too long. */
function rules(file: string, kind: string): void {
  const get = 'get';
  it.concurrent('waits for Retry-After in seconds', async () => {
    const { waits, outcome } = await play(file, get, {
      answers: [{ status: 429, headers: { 'Retry-After': '1' } }, fine],
    });
    expect(outcome).toMatchObject({ status: 200 });
    expect(outcome.body?.replaceAll(' ', '')).toBe(fine.body);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(1_000 - tolerance);
    expect(waits[0]).toBeLessThan(soon);
    expect(outcome.log).toMatch(/Retry 1 .*429/);
  });

  it.concurrent('waits for Retry-After as a date', async () => {
    // A date has whole seconds: three ahead, cut to seconds, are more than two.
    const retryAfter = (now: number): string => new Date(now + 3_000).toUTCString();
    const { waits, outcome } = await play(file, get, {
      answers: [{ status: 503, headers: { 'Retry-After': retryAfter } }, fine],
    });
    expect(outcome.status).toBe(200);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(2_000 - tolerance);
    expect(waits[0]).toBeLessThan(soon);
  });

  it.concurrent('waits for x-rate-limit-reset in epoch seconds', async () => {
    const reset = (now: number): string => Math.ceil(now / 1000 + 1).toString();
    const { waits, outcome } = await play(file, get, {
      answers: [{ status: 429, headers: { 'x-rate-limit-reset': reset } }, fine],
    });
    expect(outcome.status).toBe(200);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(1_000 - tolerance);
    expect(waits[0]).toBeLessThan(soon);
  });

  it.concurrent('waits for retryAfter in the body', async () => {
    const limited = { status: 429, body: '{"error":"rate_limit_exceeded","retryAfter":1}' };
    const { waits, outcome } = await play(file, get, { answers: [limited, fine] });
    expect(outcome.status).toBe(200);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(1_000 - tolerance);
  });

  it.concurrent('backs off from 503 twice, then succeeds', async () => {
    // The window of a rate limit is no reason to wait when the server is down.
    const headers = { 'x-rate-limit-reset': (now: number): string => Math.ceil(now / 1000 + 900).toString() };
    const { waits, outcome } = await play(file, get, {
      answers: [{ status: 503, headers }, { status: 503, headers }, fine],
    });
    expect(outcome.status).toBe(200);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(100 - tolerance);
    expect(waits[1]).toBeGreaterThanOrEqual(150 - tolerance);
    expect(waits[1]).toBeLessThan(soon);
  });

  it.concurrent('gives up on 500 after three retries, with the last answer', async () => {
    const { arrivals, outcome } = await play(file, get, { answers: [{ status: 500 }] });
    expect(arrivals).toHaveLength(4);
    expect(outcome.status).toBe(500);
  });

  it.concurrent.each([
    ['400', { status: 400 }],
    ['403 with code 187', { status: 403, body: '{"errors":[{"code":187,"message":"Status is a duplicate."}]}' }],
    ['a monthly cap', { status: 429, body: capped, headers: { 'Retry-After': '1' } }],
    ['a daily limit', { status: 429, body: '{"error":"x_daily_limit"}' }],
    ['a write of unknown outcome', { status: 500, body: '{"error":"x_write_ambiguous"}' }],
  ])('does not retry %s', async (_name, answer: Answer) => {
    const { arrivals, outcome } = await play(file, get, { answers: [answer] });
    expect(arrivals).toHaveLength(1);
    expect(outcome.status).toBe(answer.status);
    expect(outcome.log).toBe('');
  });

  it.concurrent('fails at once, with the reset time, when the wait is too long', async () => {
    const started = Date.now();
    const { arrivals, outcome } = await play(file, get, {
      answers: [{ status: 429, headers: { 'Retry-After': '3600' } }],
    });
    expect(arrivals).toHaveLength(1);
    expect(outcome).toMatchObject({ status: 429, kind });
    expect(Math.abs(resetOf(outcome) - started - 3_600_000)).toBeLessThan(soon);
  });

  it.concurrent('knows which limit is used up', async () => {
    const day = Math.ceil(Date.now() / 1000) + 80_000;
    const headers = {
      'x-rate-limit-remaining': '12',
      'x-rate-limit-reset': (now: number): string => Math.ceil(now / 1000 + 1).toString(),
      'x-app-limit-24hour-remaining': '40',
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': day.toString(),
    };
    const { arrivals, outcome } = await play(file, get, { answers: [{ status: 429, headers }] });
    expect(arrivals).toHaveLength(1);
    expect(Math.abs(resetOf(outcome) - day * 1000)).toBeLessThan(soon);
  });
}

function timesOut(file: string): void {
  it.concurrent('gives an attempt up that hangs, and tries again', async () => {
    const { waits, outcome } = await play(file, 'limited', { answers: [{ status: 200, hangs: true }, fine] });
    expect(outcome.status).toBe(200);
    expect(waits).toHaveLength(1);
    // Seen from the server, the time of the attempt is not exact: a request may arrive late.
    expect(waits[0]).toBeGreaterThanOrEqual(100 - tolerance);
    expect(waits[0]).toBeLessThan(soon);
    expect(outcome.log).toMatch(/no response/);
  });
}

function postsOnce(file: string): void {
  it.concurrent.each([429, 503])('does not repeat a POST after %i', async (status) => {
    const { arrivals, outcome } = await play(file, 'post', {
      answers: [{ status, headers: { 'Retry-After': '0' } }, fine],
    });
    expect(arrivals.map(({ method }) => method)).toEqual(['POST']);
    expect(outcome.status).toBe(status);
  });
}

describe('TypeScript: fetch', () => {
  rules('fetch.ts', 'error with response 429');
  timesOut('fetch.ts');
  postsOnce('fetch.ts');

  it.concurrent('repeats a POST with an idempotency key', async () => {
    const { arrivals, outcome } = await play('fetch.ts', 'keyed', { answers: [{ status: 503 }, fine] });
    expect(arrivals.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(outcome.status).toBe(200);
  });

  it.concurrent('stops a wait when it is cancelled', async () => {
    const started = performance.now();
    const { arrivals, outcome } = await play('fetch.ts', 'cancelled', {
      answers: [{ status: 429, headers: { 'Retry-After': '30' } }],
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(arrivals).toHaveLength(1);
    expect(outcome.error).toMatch(/AbortError/);
  });

  it.concurrent('retries a refused connection', async () => {
    await using server = await startServer([fine]);
    await server[Symbol.asyncDispose]();
    const outcome = await runFixed('fetch.ts', 'get', server.url);
    expect(outcome.error).toMatch(/fetch failed/);
    expect(outcome.log).toMatch(/Retry 3 .*no response/);
  });
});

describe('JavaScript: errors as axios throws them', () => {
  rules('axios.js', 'AxiosError');
  timesOut('axios.js');
});

describe('JavaScript: errors as got throws them', () => {
  rules('got.js', 'HTTPError');
});

describe('TypeScript: errors as twitter-api-v2 throws them', () => {
  rules('twitter.ts', 'response');
  postsOnce('twitter.ts');
});

describe('Python: urllib', () => {
  it('needs python3', () => {
    expect(hasPythonModule('json'), 'python3 is missing').toBe(true);
  });
  rules('urllib_calls.py', 'HTTPError');
  timesOut('urllib_calls.py');
  postsOnce('urllib_calls.py');

  it.concurrent('leaves the body of the error to the caller', async () => {
    const { outcome } = await play('urllib_calls.py', 'get', { answers: [{ status: 429, body: capped }] });
    expect(outcome.body).toBe(capped);
  });

  it.concurrent('stops a wait when it is cancelled', async () => {
    const started = performance.now();
    const { arrivals, outcome } = await play('urllib_calls.py', 'cancelled', {
      answers: [{ status: 429, headers: { 'Retry-After': '30' } }],
      change: (text) => text.replaceAll('idempotent=True,', 'idempotent=True, cancel=cancel,'),
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(arrivals).toHaveLength(1);
    expect(outcome.status).toBe(429);
  });
});

describe.skipIf(!hasPythonModule('requests'))('Python: requests', () => {
  rules('requests_calls.py', 'RetryLaterError with response 429');
  timesOut('requests_calls.py');
  postsOnce('requests_calls.py');
});

describe.skipIf(!hasPythonModule('httpx'))('Python: httpx.AsyncClient', () => {
  rules('httpx_calls.py', 'RetryLaterError with response 429');
  timesOut('httpx_calls.py');
  postsOnce('httpx_calls.py');

  it.concurrent('stops a wait when its task is cancelled', async () => {
    const started = performance.now();
    const { arrivals, outcome } = await play('httpx_calls.py', 'cancelled', {
      answers: [{ status: 429, headers: { 'Retry-After': '30' } }],
    });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(arrivals).toHaveLength(1);
    expect(outcome.error).toBe('cancelled');
  });
});
