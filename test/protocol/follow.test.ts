import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, copyFile, mkdtemp, rename, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { distFolder } from './session';

const patience = { timeout: 20_000 };
const limited = 'HTTP/1.1 429 Too Many Requests\n';
const unavailable = 'HTTP/1.1 503 Service Unavailable\n';

let folder = '';
let log = '';
const followers: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aea-follow-'));
  log = join(folder, 'app.log');
});

afterEach(async () => {
  followers.splice(0).forEach((child) => child.kill('SIGKILL'));
  await rm(folder, { recursive: true });
});

function follow(...args: readonly string[]) {
  const child = spawn(process.execPath, [`${distFolder}cli.js`, 'scan', '--follow', ...args]);
  followers.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (err += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    /** The findings so far, as `line entry`. */
    found: () => [...out.matchAll(/app\.log:(\d+):\d+: (\S+)/g)].map(([, line, entry]) => `${line} ${entry}`),
    out: () => out,
    err: () => err,
    ended,
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('scan --follow', () => {
  it('prints what is there and what comes, each error once, and a half line when it is whole', async () => {
    await writeFile(log, `quiet\n${limited}`);
    const run = follow(log);
    await expect.poll(run.found, patience).toEqual(['2 http/429']);
    await appendFile(log, unavailable.slice(0, 20));
    await appendFile(log, `${unavailable.slice(20)}${limited.slice(0, 14)}`);
    await expect.poll(run.found, patience).toEqual(['2 http/429', '3 http/503']);
    await appendFile(log, `${limited.slice(14)}quiet\n`);
    await expect.poll(run.found, patience).toEqual(['2 http/429', '3 http/503', '4 http/429']);
    expect(await run.interrupt()).toBe(130);
    expect(run.found()).toHaveLength(3);
    expect(run.err()).toMatch(/app\.log: followed until interrupted: \d+ findings\n$/);
  });

  it('prints ndjson', async () => {
    await writeFile(log, limited);
    const run = follow('--format', 'ndjson', log);
    await expect.poll(run.out, patience).toContain('\n');
    await appendFile(log, unavailable);
    await expect.poll(run.out, patience).toContain('http/503');
    const lines = run.out().trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { entry: string }).entry)).toEqual(['http/429', 'http/503']);
    expect(await run.interrupt()).toBe(130);
  });

  it('reads a file that is renamed to its end, and the new one from its start', async () => {
    await writeFile(log, limited);
    const run = follow(log);
    await expect.poll(run.found, patience).toEqual(['1 http/429']);
    await rename(log, `${log}.1`);
    await appendFile(`${log}.1`, unavailable);
    await writeFile(log, `quiet\nquiet\n${unavailable}`);
    // The program has not noticed yet.
    await appendFile(`${log}.1`, limited);
    await expect.poll(run.found, patience).toEqual(['1 http/429', '2 http/503', '3 http/429', '3 http/503']);
    await appendFile(log, limited);
    await expect.poll(run.found, patience).toContain('4 http/429');
    expect(run.err()).toContain('app.log: was rotated');
    expect(await run.interrupt()).toBe(130);
    expect(run.err()).toContain('begun anew 1 times');
  });

  it('reads on when a file is removed and made again', async () => {
    await writeFile(log, limited);
    const run = follow(log);
    await expect.poll(run.found, patience).toEqual(['1 http/429']);
    await unlink(log);
    await expect.poll(run.err, patience).toContain('waiting for a new one');
    await writeFile(log, unavailable);
    await expect.poll(run.found, patience).toEqual(['1 http/429', '1 http/503']);
    expect(await run.interrupt()).toBe(130);
  });

  it('begins anew when a file is copied and truncated', async () => {
    await writeFile(log, `quiet\n${limited}`);
    const run = follow(log);
    await expect.poll(run.found, patience).toEqual(['2 http/429']);
    await copyFile(log, `${log}.1`);
    await truncate(log);
    await appendFile(log, unavailable);
    await expect.poll(run.found, patience).toEqual(['2 http/429', '1 http/503']);
    expect(run.err()).toContain('app.log: was truncated');
    expect(await run.interrupt()).toBe(130);
  });

  it('begins anew when a file is overwritten by a longer text', async () => {
    await writeFile(log, limited);
    const run = follow(log);
    await expect.poll(run.found, patience).toEqual(['1 http/429']);
    await writeFile(log, `${'quiet\n'.repeat(50)}${unavailable}`);
    await expect.poll(run.found, patience).toEqual(['1 http/429', '51 http/503']);
    expect(await run.interrupt()).toBe(130);
  });

  it('waits for a file that is not there, and says so', async () => {
    const run = follow(log);
    await expect.poll(run.err, patience).toContain('app.log: is not there yet; waiting for it');
    await writeFile(log, limited);
    await expect.poll(run.found, patience).toEqual(['1 http/429']);
    expect(await run.interrupt()).toBe(130);
  });

  it('ends at once while it waits', async () => {
    const run = follow(log);
    await expect.poll(run.err, patience).toContain('waiting');
    expect(await run.interrupt()).toBe(130);
    expect(run.err()).toContain('followed until interrupted: 0 findings');
  });

  it.each([
    [['--format', 'json', 'app.log'], 'has the formats text and ndjson'],
    [['--report', 'app.log'], '--follow and --report do not go together'],
    [['-'], 'needs one file'],
    [['a.log', 'b.log'], 'needs one file'],
    [['.'], 'needs a file'],
    [['app.ts'], 'reads logs'],
  ])('refuses %j', async (args, message) => {
    const run = follow(...args);
    expect(await run.ended).toBe(2);
    expect(run.err()).toContain(message);
  });
});
