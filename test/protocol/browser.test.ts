import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { workerScript } from '../../client/workerScript';
import { ReadGrammarRequest, ReadProjectRequest } from '../../shared/protocol';
import { distFolder } from './session';

/** What the script finds in the worker of a browser, with what a thread of Node has, and without what tells that it is Node. */
const scope = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = globalThis;
  self.postMessage = (data) => parentPort.postMessage(data);
  const events = new EventTarget();
  self.addEventListener = (...args) => events.addEventListener(...args);
  parentPort.on('message', (data) => {
    const event = Object.assign(new Event('message'), { data });
    self.onmessage?.(event);
    events.dispatchEvent(event);
  });
  require = process = __filename = undefined;
  self.importScripts = () => {};
  self.location = { href: 'blob:test' };
`;

/** What the client can read around a document. */
const projectFiles = new Map([['test:///bot/package.json', '{ "dependencies": { "twitter-api-v2": "1" } }']]);

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A thread that runs the server as the worker of a browser does, and a client for it. */
class BrowserSession {
  readonly #waiting = new Map<Message['id'], (result: unknown) => void>();
  #last = 0;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: Message) => void this.#receive(message));
  }

  static async start(): Promise<BrowserSession> {
    const read = (name: string) => readFile(distFolder + name, 'utf8');
    const script = workerScript({
      texts: await read('texts.json'),
      core: await read('core.js'),
      server: await read('server.web.js'),
    });
    return new BrowserSession(new Worker([scope, ...script].join(''), { eval: true }));
  }

  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  #send(message: Message): void {
    this.worker.postMessage({ jsonrpc: '2.0', ...message });
  }

  async #receive({ id, method, params, result }: Message): Promise<void> {
    if (method === undefined) {
      this.#waiting.get(id)?.(result);
    } else if (method === ReadGrammarRequest.method && id !== undefined) {
      const { fileName } = params as ReadGrammarRequest.Params;
      this.#send({ id, result: new Uint8Array(await readFile(`${distFolder}grammars/${fileName}`)) });
    } else if (method === ReadProjectRequest.method && id !== undefined) {
      const { uris } = params as ReadProjectRequest.Params;
      this.#send({ id, result: uris.map((uri) => projectFiles.get(uri) ?? null) });
    }
  }
}

let session: BrowserSession | undefined;

afterEach(() => session?.stop());

it('answers from a worker, which shares the core with Node', async () => {
  session = await BrowserSession.start();
  await session.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  session.notify('initialized', {});
  const open = (uri: string, languageId: string, text: string) =>
    session?.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  open('test:///a.log', 'log', 'HTTP/1.1 429 Too Many Requests');
  const hover = await session.request('textDocument/hover', {
    textDocument: { uri: 'test:///a.log' },
    position: { line: 0, character: 10 },
  });
  expect(JSON.stringify(hover)).toContain('Too Many Requests');
  const lines = [
    "const response = await fetch('https://api.x.com/2/tweets');",
    'if (response.status === 429) {',
    '}',
    '',
  ];
  open('test:///a.ts', 'typescript', lines.join('\n'));
  const position = { line: 1, character: 26 };
  const inserted = await session.request('apiErrorAssist/insertHandler', {
    textDocument: { uri: 'test:///a.ts' },
    position,
    entry: 'http/429',
  });
  expect(JSON.stringify(inserted)).toContain('async function withBackoff');
});

it('asks the client for the manifest that tells whose codes a file holds', async () => {
  session = await BrowserSession.start();
  const initializationOptions = { readsProject: true };
  await session.request('initialize', { processId: null, rootUri: null, capabilities: {}, initializationOptions });
  session.notify('initialized', {});
  const hover = async (uri: string) => {
    const text = '{ "errors": [{ "code": 187 }] }';
    session?.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
    const position = { line: 0, character: text.indexOf('187') };
    return JSON.stringify(await session?.request('textDocument/hover', { textDocument: { uri }, position }));
  };
  expect(await hover('test:///bot/answer.json')).toContain('X API v1.1');
  expect(await hover('test:///shop/answer.json')).toBe('null');
});
