import type { CancellationToken, Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** After the last change of a document its diagnostics wait this long, in milliseconds, so that typing is not answered key by key. */
const quietTime = 300;

/** Sends diagnostics to clients that cannot ask for them. */
export class PushDiagnostics {
  readonly #pending = new Map<string, { timer: ReturnType<typeof setTimeout>; source: CancellationTokenSource }>();

  constructor(
    private readonly connection: Connection,
    private readonly documents: TextDocuments<TextDocument>,
    private readonly diagnose: (document: TextDocument, token: CancellationToken) => Promise<Diagnostic[]>,
  ) {}

  /** Begins to follow the documents. */
  start(): void {
    this.documents.onDidChangeContent(({ document }) => this.#schedule(document));
    this.documents.onDidClose(({ document }) => {
      this.#cancel(document.uri);
      void this.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
  }

  /** Diagnoses all open documents again, after a change of the settings. */
  refresh(): void {
    this.documents.all().forEach((document) => this.#schedule(document));
  }

  #schedule(document: TextDocument): void {
    this.#cancel(document.uri);
    const source = new CancellationTokenSource();
    const timer = setTimeout(() => void this.#send(document, source.token), quietTime);
    this.#pending.set(document.uri, { timer, source });
  }

  async #send(document: TextDocument, token: CancellationToken): Promise<void> {
    const { uri, version } = document;
    try {
      const diagnostics = await this.diagnose(document, token);
      if (!token.isCancellationRequested) {
        await this.connection.sendDiagnostics({ uri, version, diagnostics });
      }
    } catch (error) {
      this.connection.console.error(`Diagnostics failed: ${String(error)}`);
    }
  }

  #cancel(uri: string): void {
    const pending = this.#pending.get(uri);
    if (pending) {
      clearTimeout(pending.timer);
      pending.source.cancel();
      this.#pending.delete(uri);
    }
  }
}
