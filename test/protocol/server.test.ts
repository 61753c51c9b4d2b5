import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import { EntryRequest, FindingAtRequest, LookupRequest } from '../../shared/protocol';
import { distFolder, positionOf, Session } from './session';

const pulling = { textDocument: { diagnostic: {} } };
const log = [
  '2026-11-21T02:11:09Z INFO GET https://api.x.com/2/tweets "HTTP/1.1 429 Too Many Requests"',
  'x-rate-limit-reset: 1795227600',
  'tweepy.errors.Forbidden: 403 Forbidden',
  '187 - Status is a duplicate.',
  'listening on port 4290, took 503 ms',
].join('\n');

let session: Session | undefined;
afterEach(async () => {
  await session?.stop();
  session = undefined;
});

function textOf(hover: { contents: unknown } | null): string {
  return hover ? (hover.contents as MarkupContent).value : '';
}

describe('the built server over stdio', () => {
  it.each([
    ['server.js --stdio', [`${distFolder}server.js`, '--stdio']],
    ['cli.js lsp --stdio', [`${distFolder}cli.js`, 'lsp', '--stdio']],
  ])('%s answers a hover', async (_name, command) => {
    session = await Session.start({ command });
    await session.open('file:///a.log', 'log', log);
    expect(textOf(await session.hover('file:///a.log', positionOf(log, '429')))).toContain('Too Many Requests');
    expect(textOf(await session.hover('file:///a.log', positionOf(log, '187 -')))).toContain('already done');
    expect(await session.hover('file:///a.log', positionOf(log, '4290'))).toBeNull();
    expect(await session.hover('file:///a.log', positionOf(log, '503 ms'))).toBeNull();
  });

  it('decodes a reset time against the time of the log line', async () => {
    session = await Session.start();
    const text = `2026-11-21T02:00:00Z WARN status=429 path=/2/tweets x-rate-limit-reset=${String(Date.parse('2026-11-21T02:07:00Z') / 1000)}`;
    await session.open('file:///reset.log', 'log', text);
    expect(textOf(await session.hover('file:///reset.log', positionOf(text, '429')))).toContain(
      '7 min after this line',
    );
  });

  it('gives hints by pull to a client that pulls, each with code and data', async () => {
    session = await Session.start({ capabilities: pulling });
    await session.open('file:///a.log', 'log', log);
    const diagnostics = await session.pull('file:///a.log');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['http/429', 4],
      ['x-api-v1.1/187', 4],
    ]);
    expect(diagnostics[1]?.data).toEqual({ entry: 'x-api-v1.1/187' });
  });

  it('says that diagnostics are unchanged where an edit moved none, and only to a client that holds them', async () => {
    session = await Session.start({ capabilities: pulling });
    const uri = 'file:///a.log';
    let version = 1;
    const edit = (line: number, from: number, to: number, text: string) =>
      session?.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
      });
    await session.open(uri, 'log', log);
    const first = await session.report(uri);
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'http/429' }, { code: 'x-api-v1.1/187' }] });
    await edit(4, 0, 0, 'x');
    expect(await session.report(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    expect(await session.report(uri)).toMatchObject({ kind: 'full', items: [{}, {}] });
    expect(await session.report(uri, 'of another server')).toMatchObject({ kind: 'full', items: [{}, {}] });

    // The place of the first moves.
    const held = await session.report(uri);
    await edit(0, 0, 0, 'x');
    const moved = await session.report(uri, held.resultId);
    expect(moved.kind).toBe('full');

    // What was removed has lost its marks in the editor, also when it comes back.
    await edit(3, 0, 3, '');
    await edit(3, 0, 0, '187');
    expect(await session.report(uri, moved.resultId)).toMatchObject({
      kind: 'full',
      items: [{}, { code: 'x-api-v1.1/187' }],
    });
  });

  it('pushes the same to a client that does not pull, and nothing after closing', async () => {
    session = await Session.start();
    const { published } = session;
    await session.open('file:///a.log', 'log', log);
    const first = await session.until('diagnostics', () => published.at(-1));
    expect(first.diagnostics.map((d) => d.code)).toEqual(['http/429', 'x-api-v1.1/187']);
    await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///a.log' } });
    await session.until('empty diagnostics', () => (published.at(-1)?.diagnostics.length === 0 ? true : undefined));
  });

  it('follows an edit', async () => {
    session = await Session.start({ capabilities: pulling });
    await session.open('file:///e.log', 'log', 'nothing here\n');
    expect(await session.pull('file:///e.log')).toEqual([]);
    await session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///e.log', version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          text: 'HTTP/1.1 503 Service Unavailable\n',
        },
      ],
    });
    expect((await session.pull('file:///e.log')).map((d) => d.code)).toEqual(['http/503']);
  });

  it.each([
    ['grouped', [['http/404', 3]]],
    [
      'all',
      [
        ['http/404', 3],
        ['http/404', 3],
      ],
    ],
    ['off', []],
  ])('shows problems as %s when the setting says so', async (problems, expected) => {
    session = await Session.start({
      capabilities: { ...pulling, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      configuration: { problems },
    });
    const { connection } = session;
    const refreshed = new Promise<void>((resolve) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });
    await session.open('file:///g.log', 'log', 'HTTP/1.1 404 Not Found\nHTTP/1.1 404 Not Found\n');
    await refreshed;
    expect((await session.pull('file:///g.log')).map((d) => [d.code, d.severity])).toEqual(expected);
  });

  it('reads the catalogs of the user, and says what is wrong with one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aea-catalogs-'));
    try {
      const catalog = {
        format: 1,
        id: 'acme',
        name: 'Acme',
        sources: { docs: { title: 'Acme errors' } },
        context: { words: ['acme'] },
        entries: [
          {
            slug: 'ACME_TEAPOT', kind: 'code', value: 'ACME_TEAPOT', title: 'The pot is empty', meaning: 'No tea is left.',
            causes: ['Somebody drank it.'], fix: ['Fill the pot.'], strategy: { name: 'none' }, documented: true, sources: ['docs'],
          }, // prettier-ignore
        ],
      };
      await writeFile(join(folder, 'acme.error-catalog.json'), JSON.stringify(catalog));
      session = await Session.start({
        capabilities: { ...pulling, workspace: { configuration: true } },
        configuration: { catalogs: ['acme.error-catalog.json', 'missing.json'] },
        folder: pathToFileURL(folder).href,
      });
      const { shown } = session;
      expect(await session.until('a warning', () => shown[0])).toContain('missing.json');
      const text = 'acme said ACME_TEAPOT';
      await session.open('file:///acme.log', 'log', text);
      expect(textOf(await session.hover('file:///acme.log', positionOf(text, 'ACME_TEAPOT')))).toContain(
        'The pot is empty',
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('answers the requests of the lookup', async () => {
    session = await Session.start();
    const { connection } = session;
    const matches = await connection.sendRequest<LookupRequest.Result>(LookupRequest.method, { query: '88' });
    expect(matches[0]).toMatchObject({
      entry: 'x-api-v1.1/88',
      http: 429,
      strategy: 'wait-for-reset',
      hasHandler: true,
    });
    const page = await connection.sendRequest<EntryRequest.Result>(EntryRequest.method, { entry: 'x-api-v1.1/88' });
    expect(page?.markdown).toContain('## What to do');
    expect(await connection.sendRequest(EntryRequest.method, { entry: 'no/such' })).toBeNull();
    await session.open('file:///f.log', 'log', log);
    expect(
      await connection.sendRequest<FindingAtRequest.Result>(FindingAtRequest.method, {
        textDocument: { uri: 'file:///f.log' },
        position: positionOf(log, '187'),
      }),
    ).toMatchObject({ entry: 'x-api-v1.1/187', text: '187' });
  });

  it('has command links in a hover only for the commands that the client allows', async () => {
    session = await Session.start({ commandLinks: ['apiErrorAssist.lookUp'] });
    await session.open('file:///a.log', 'log', log);
    expect(textOf(await session.hover('file:///a.log', positionOf(log, '429')))).toContain(
      '(command:apiErrorAssist.lookUp?',
    );
    const plain = await Session.start();
    await plain.open('file:///a.log', 'log', log);
    expect(textOf(await plain.hover('file:///a.log', positionOf(log, '429')))).not.toContain('command:');
    await plain.stop();
  });
});

describe('bad input', () => {
  const deep = '['.repeat(200_000);
  it.each([
    ['an empty log', 'log', ''],
    ['an empty JSON file', 'json', ''],
    ['broken JSON', 'json', '{"errors":[{"code":88,"message":"Rate limit exceeded"'],
    ['deep JSON', 'json', deep],
    ['a 5 MB line', 'log', 'x429y '.repeat(900_000)],
    ['a 5 MB line of near misses', 'log', 'status=4290 https://api.x.com/2/problems '.repeat(125_000)],
    ['a 5 MB line of brackets', 'log', '{[('.repeat(1_700_000)],
    ['a 5 MB JSON string', 'json', JSON.stringify({ message: '{\\"a\\":'.repeat(600_000) })],
    ['NUL bytes', 'log', `\0\0\0HTTP/1.1 503 Service Unavailable\0\0${'\0'.repeat(10_000)}`],
    ['lone surrogates', 'log', '\ud83d HTTP/1.1 503 Service Unavailable \udc00'],
    ['lone surrogates in JSON', 'json', '{"status":503,"error":"\ud83d"}'],
    ['broken TypeScript', 'typescript', 'if (res.status === 429 { ((('],
    ['very broken Python', 'python', '(('.repeat(20_000) + 'if r.status_code == 429'],
  ])('%s is answered, and the server lives on', async (_name, languageId, text) => {
    session = await Session.start({ capabilities: pulling });
    await session.open('file:///bad', languageId, text);
    expect(Array.isArray(await session.pull('file:///bad'))).toBe(true);
    await session.hover('file:///bad', { line: 0, character: 1 });
    await session.open('file:///good.log', 'log', log);
    expect(textOf(await session.hover('file:///good.log', positionOf(log, '429')))).toContain('Too Many Requests');
  });

  it('finds the error in broken JSON, beside NUL bytes and beside lone surrogates', async () => {
    session = await Session.start({ capabilities: pulling });
    await session.open('file:///1', 'json', '{"errors":[{"code":88,"message":"Rate limit exceeded"');
    await session.open('file:///2', 'log', '\0\0HTTP/1.1 503 Service Unavailable\0');
    await session.open('file:///3', 'log', '\ud83d HTTP/1.1 503 Service Unavailable \udc00');
    expect((await session.pull('file:///1')).map((d) => d.code)).toEqual(['x-api-v1.1/88']);
    expect((await session.pull('file:///2')).map((d) => d.code)).toEqual(['http/503']);
    expect((await session.pull('file:///3')).map((d) => d.code)).toEqual(['http/503']);
  });

  it('answers a request for a document that is not open, and one that was cancelled', async () => {
    session = await Session.start({ capabilities: pulling });
    expect(await session.hover('file:///none.log', { line: 0, character: 0 })).toBeNull();
    expect(await session.pull('file:///none.log')).toEqual([]);
    await session.open('file:///a.log', 'log', log);
    await session.connection.sendNotification('$/cancelRequest', { id: 9_999 });
    expect(textOf(await session.hover('file:///a.log', positionOf(log, '429')))).not.toBe('');
  });

  it('asks the client for the files of a project that it cannot reach, and only one that answers', async () => {
    const uri = 'vscode-vfs://github/owner/name/src/a.ts';
    const text = "const res = await fetch('https://api.example');\n";
    const titles = async (project?: Readonly<Record<string, string>>): Promise<string[]> => {
      session = await Session.start({ folder: 'vscode-vfs://github/owner/name', ...(project && { project }) });
      await session.open(uri, 'typescript', text);
      const actions = await session.codeActions(uri, positionOf(text, 'etch'));
      await session.stop();
      return actions.map(({ title }) => title);
    };
    const manifest = '{"dependencies":{"p-retry":"7"}}';
    expect(await titles({ 'vscode-vfs://github/owner/name/package.json': manifest })).toContain(
      'Retry fetch with p-retry',
    );
    // What lies above the folder of the workspace is not asked for.
    expect(await titles({ 'vscode-vfs://github/owner/package.json': manifest })).not.toContain(
      'Retry fetch with p-retry',
    );
    expect((await titles()).filter((title) => /p-retry|new file/.test(title))).toEqual([]);
  });
});
