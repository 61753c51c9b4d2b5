import type { DocumentDiagnosticReport, Hover, Position } from 'vscode-languageserver-protocol';
import { Session } from '../protocol/session';

/** A language server with one document in which somebody types. */
export class Server {
  static readonly #running = new Set<Server>();
  #version = 1;
  #uri = '';
  #resultId: string | undefined;

  private constructor(private readonly session: Session) {
    Server.#running.add(this);
  }

  /** Starts one and waits for its answer to `initialize`. It may be asked for diagnostics, so it sends none by itself. */
  static async start(command: readonly string[]): Promise<Server> {
    return new Server(await Session.start({ command, capabilities: { textDocument: { diagnostic: {} } } }));
  }

  get pid(): number {
    return this.session.process.pid ?? 0;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    this.#uri = uri;
    await this.session.open(uri, languageId, text);
  }

  notify(method: string, params: object): Promise<void> {
    return this.session.connection.sendNotification(method, params);
  }

  /** Types one character at a place. */
  async type(position: Position, text: string): Promise<void> {
    await this.notify('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: ++this.#version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
  }

  hover(position: Position): Promise<Hover | null> {
    return this.session.hover(this.#uri, position);
  }

  /** Asks for diagnostics as VS Code does, which tells the server which of them it holds. */
  async diagnostics(): Promise<DocumentDiagnosticReport> {
    const report = await this.session.report(this.#uri, this.#resultId);
    this.#resultId = report.resultId;
    return report;
  }

  async stop(): Promise<void> {
    Server.#running.delete(this);
    await this.session.stop();
  }

  /** Ends those that a row left behind because it failed, without waiting for what they may be at. */
  static end(): void {
    Server.#running.forEach(({ session }) => session.process.kill());
    Server.#running.clear();
  }
}
