import { expect } from 'vitest';
import type { Command, Driver } from './driver';
import { run } from './run';
import type { Scenario } from './scenarios';
import { startServer } from './scriptedServer';

/** What a program printed about its result. */
interface Outcome {
  readonly status?: number;
  readonly error?: string;
  /** What was read of a stream. */
  readonly lines?: readonly string[];
  /** Of a typed error. */
  readonly code?: string;
  readonly advice?: string;
  /** An ISO date, or epoch seconds. */
  readonly resetAt?: string | number;
}

/** The precision of timers, and what is late on a busy machine. Milliseconds. */
const tolerance = 2;
const late = 10_000;

/** Runs a program in a scenario, and judges what the server saw and how the call ended. */
export async function judge(
  command: Command,
  scenario: Scenario,
  { cancelledEnds, resends = [] }: Pick<Driver, 'cancelledEnds' | 'resends'>,
): Promise<void> {
  const { variant, answers, expected } = seenBelow(scenario, resends);
  await using server = await startServer(answers);
  const began = Date.now();
  const { stdout, stderr } = await run(command.file, [...command.args, server.url, variant], {
    cwd: command.cwd,
    env: { SHOP_API: server.url },
  });
  const outcome = JSON.parse(stdout) as Outcome;
  expect(
    server.arrivals.map(({ method }) => method),
    stderr,
  ).toEqual(expected.requests);

  const waits = server.arrivals.slice(1).map(({ at }, index) => at - (server.arrivals[index]?.at ?? 0));
  for (const [index, seconds] of (expected.waits ?? []).entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(seconds * 1_000 - tolerance);
    expect(waits[index]).toBeLessThan(seconds * 1_000 + late);
  }
  if (expected.spread !== undefined) {
    const sorted = waits.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
    expect(at(0.9) - at(0.1)).toBeGreaterThan(expected.spread * 1_000);
  }

  const ends = variant === 'cancelled' && cancelledEnds !== undefined ? cancelledEnds : expected.ends;
  if (ends === 'error') {
    expect(outcome.error).toBeTruthy();
  } else {
    expect(outcome.status, stdout + stderr).toBe(ends);
  }
  if (expected.lines) {
    expect(outcome.lines, stderr).toEqual(expected.lines);
  }
  if (expected.typed !== undefined) {
    expect(outcome.code).toBe(expected.typed);
    expect(outcome.advice).toBeTruthy();
  }
  if (expected.authorizations) {
    expect(server.arrivals.map(({ authorization }) => authorization)).toEqual(expected.authorizations);
  }
  if (expected.keys) {
    const keys = server.arrivals.map(({ idempotencyKey }) => idempotencyKey ?? 'none');
    const all = [...new Set(keys)];
    expect(keys.map((key) => all.indexOf(key))).toEqual(expected.keys);
    // 32 digits that are random, in groups or not.
    expect(all.filter((key) => !/^[\da-f]{32}$/i.test(key.replaceAll('-', '')))).toEqual([]);
  }
  if (expected.stops) {
    expect(Date.now() - began).toBeLessThan(late * 2);
  }
  if (expected.logged) {
    expect(stderr).toMatch(expected.logged);
  }
  if (expected.requests.length === 1 && !expected.stops) {
    expect(stderr).not.toMatch(/(?:Retry|Reconnect) \d/);
  }
  if (expected.resetIn !== undefined) {
    const logged =
      /until (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/.exec(stderr + stdout)?.[1] ?? 'no reset time is told';
    for (const moment of [Date.parse(logged), ...resetOf(outcome)]) {
      expect(Math.abs(moment - began - expected.resetIn * 1_000), logged).toBeLessThan(late);
    }
  }
}

/** The moment that the outcome states, in milliseconds since 1970. */
function resetOf({ resetAt }: Outcome): number[] {
  if (resetAt === undefined) {
    return [];
  }
  return [typeof resetAt === 'number' ? resetAt * 1_000 : Date.parse(resetAt)];
}

/** The scenario as the server sees it below a client that sends once more by itself, which it may do with a GET. */
function seenBelow(scenario: Scenario, resends: readonly string[]): Scenario {
  const { answers, expected } = scenario;
  const [first] = answers;
  if (!first?.instead || !resends.includes(first.instead) || expected.requests[0] !== 'GET') {
    return scenario;
  }
  const requests = [...expected.requests.slice(0, 1), ...expected.requests];
  return {
    ...scenario,
    answers: [first, ...answers],
    expected: { ...expected, requests, waits: [0, ...(expected.waits ?? [])] },
  };
}
