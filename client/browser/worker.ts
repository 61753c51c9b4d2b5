import { type Disposable, type Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';

/**
 * The worker that the server runs in. Each start needs a new one, and nothing else ends the old one.
 *
 * The script is read and handed over as a blob, because VS Code cannot start a worker from the address of an extension
 * that lies on a remote machine. So every host goes the same way.
 */
export class ServerWorker implements Disposable {
  #worker: Worker | undefined;
  #address: string | undefined;

  constructor(private readonly script: Uri) {}

  /** Gives both ends of the conversation: the library does not know VS Code's own `Worker` for one. */
  async start(): Promise<MessageTransports> {
    const text = await workspace.fs.readFile(this.script);
    this.dispose();
    this.#address = URL.createObjectURL(new Blob([new Uint8Array(text)], { type: 'text/javascript' }));
    this.#worker = new Worker(this.#address);
    return { reader: new BrowserMessageReader(this.#worker), writer: new BrowserMessageWriter(this.#worker) };
  }

  dispose(): void {
    this.#worker?.terminate();
    if (this.#address) {
      URL.revokeObjectURL(this.#address);
    }
  }
}
