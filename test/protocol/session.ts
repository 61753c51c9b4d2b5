import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeResult,
  Position,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { ReadProjectRequest } from '../../shared/protocol';

export const distFolder = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The built server over stdio, and a client for it. */
export class Session {
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly shown: string[] = [];
  /** How often the server asked for its diagnostics to be pulled anew: when it has read its settings. */
  refreshes = 0;
  #waiting: (() => void)[] = [];

  private constructor(readonly process: ChildProcess) {
    const { stdin, stdout } = process;
    if (!stdin || !stdout) {
      throw new Error('the server has no standard input or output');
    }
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#waiting.splice(0).forEach((wake) => wake());
    });
    this.connection.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      this.shown.push(message);
      this.#waiting.splice(0).forEach((wake) => wake());
      return null;
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#waiting.splice(0).forEach((wake) => wake());
      return null;
    });
    this.connection.listen();
  }

  static async start(
    options: {
      capabilities?: ClientCapabilities;
      command?: readonly string[];
      configuration?: unknown;
      folder?: string;
      commandLinks?: readonly string[];
      /** Files of the project by their URIs, which the client reads for a server that cannot. */
      project?: Readonly<Record<string, string>>;
      /** Whether the test talks to the process by a channel of Node's, beside the protocol. */
      channel?: boolean;
    } = {},
  ): Promise<Session & { initialized: InitializeResult }> {
    const command = options.command ?? [`${distFolder}server.js`, '--stdio'];
    const session = new Session(
      spawn(process.execPath, [...command], { stdio: ['pipe', 'pipe', 'inherit', options.channel ? 'ipc' : 'ignore'] }),
    );
    session.connection.onRequest('workspace/configuration', () => [options.configuration ?? {}]);
    const { project } = options;
    session.connection.onRequest(ReadProjectRequest.method, ({ uris }: ReadProjectRequest.Params) =>
      uris.map((uri) => project?.[uri] ?? null),
    );
    const initialized = await session.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: options.folder ? [{ uri: options.folder, name: 'test' }] : null,
      initializationOptions: { commandLinks: options.commandLinks ?? [], readsProject: project !== undefined },
    });
    await session.connection.sendNotification('initialized', {});
    return Object.assign(session, { initialized });
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  /** Asks for the diagnostics of a document, as a client that holds none. */
  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Asks for the diagnostics of a document, as a client that holds those of an earlier report. */
  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async codeActions(uri: string, position: Position): Promise<readonly CodeAction[]> {
    return (
      (await this.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      })) ?? []
    );
  }

  /** Waits until a condition holds after a notification of the server. */
  async until<T>(what: string, condition: () => T | undefined): Promise<T> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const value = condition();
      if (value !== undefined) {
        return value;
      }
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new Error(`waited 10 s in vain for ${what}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exited = new Promise((resolve) => this.process.once('exit', resolve));
      await this.connection.sendRequest('shutdown');
      await this.connection.sendNotification('exit');
      await exited;
    }
    this.connection.dispose();
  }
}

/** Where a text stands in a document. */
export function positionOf(text: string, found: string): Position {
  const offset = text.indexOf(found);
  if (offset < 0) {
    throw new Error(`the document has no ${found}`);
  }
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
