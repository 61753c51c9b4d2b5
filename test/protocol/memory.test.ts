import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { distFolder, positionOf, Session } from './session';

const small = '2026-11-21T02:11:09Z INFO GET https://api.x.com/2/tweets "HTTP/1.1 429 Too Many Requests"\n';
const megabyte = 1e6;

let session: Session;
afterEach(() => session.stop());

async function start(): Promise<void> {
  const hook = fileURLToPath(new URL('tellHeap.cjs', import.meta.url));
  session = await Session.start({
    capabilities: { textDocument: { diagnostic: {} } },
    command: ['--expose-gc', '--require', hook, `${distFolder}server.js`, '--stdio'],
    channel: true,
  });
}

/** What the server holds after a collection, in megabytes. */
async function held(): Promise<number> {
  const answer = once(session.process, 'message') as Promise<[number]>;
  session.process.send('');
  return (await answer)[0] / megabyte;
}

/** Types a letter at a place and takes it back, so many times, and now and then asks for a hover and diagnostics. */
async function type(uri: string, text: string, place: string, keys: number, version: number): Promise<void> {
  const position = positionOf(text, place);
  for (let key = 0; key < keys; key++) {
    const isLetter = key % 2 === 0;
    const end = { line: position.line, character: position.character + (isLetter ? 0 : 1) };
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + key },
      contentChanges: [{ range: { start: position, end }, text: isLetter ? 'x' : '' }],
    });
    if (key % 10 === 0) {
      await session.hover(uri, position);
      await session.pull(uri);
    }
  }
}

// Much is sent and read, on machines that may have other work.
vi.setConfig({ testTimeout: 120_000 });

describe('memory', () => {
  it('is given back when a large log is closed', async () => {
    await start();
    await session.open('file:///small.log', 'log', small);
    await session.hover('file:///small.log', positionOf(small, '429'));
    const idle = '2026-11-21T02:11:09Z INFO worker is idle, nothing to do\n'.repeat(100);
    const failed = 'tweepy.errors.Forbidden: 403 Forbidden\n187 - Status is a duplicate.\n';
    // What is made once for all logs is no part of what this one holds.
    await session.open('file:///short.log', 'log', idle + failed);
    expect(await session.hover('file:///short.log', positionOf(idle + failed, '187 -'))).not.toBeNull();
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///short.log' } });
    await session.hover('file:///small.log', positionOf(small, '429'));
    const before = await held();
    const large = (idle + failed).repeat((50 * megabyte) / (idle.length + failed.length));
    await session.open('file:///large.log', 'log', large);
    expect(await session.hover('file:///large.log', positionOf(large, '187 -'))).not.toBeNull();
    expect(await held()).toBeGreaterThan(before + 40);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///large.log' } });
    await session.hover('file:///small.log', positionOf(small, '429'));
    expect(await held()).toBeLessThan(before + 5);
  });

  it.each([
    ['a log', 'log', small.repeat(50), '429'],
    ['JSON', 'json', JSON.stringify({ errors: Array(50).fill({ code: 88, message: 'Rate limit exceeded' }) }), 'Rate'],
    ['source', 'typescript', 'if (response.status === 429) {\n  retry();\n}\n'.repeat(50), 'retry'],
  ])('does not grow while somebody types in %s', async (_name, languageId, text, place) => {
    await start();
    await session.open('file:///typed', languageId, text);
    await type('file:///typed', text, place, 100, 2);
    const before = await held();
    await type('file:///typed', text, place, 1_000, 102);
    expect(await held()).toBeLessThan(before + 3);
  });
});
