import { type Disposable, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, type MessageTransports } from 'vscode-languageclient/browser';
import { workerScript } from '../workerScript';

/**
 * The worker that the server runs in. Each start needs a new one, and nothing else ends the old one.
 *
 * The script is read and handed over as a blob, with what it shares with the server on Node, because VS Code cannot start a worker from the address of an extension
 * that lies on a remote machine. So every host goes the same way.
 */
export class ServerWorker implements Disposable {
  #worker: Worker | undefined;
  #address: string | undefined;

  /** @param folder the folder of the bundles */
  constructor(private readonly folder: Uri) {}

  /** Gives both ends of the conversation: the library does not know VS Code's own `Worker` for one. */
  async start(): Promise<MessageTransports> {
    const [texts, core, server] = await Promise.all([
      this.#read('texts.json'),
      this.#read('core.js'),
      this.#read('server.web.js'),
    ]);
    this.dispose();
    this.#address = URL.createObjectURL(new Blob(workerScript({ texts, core, server }), { type: 'text/javascript' }));
    this.#worker = new Worker(this.#address);
    return { reader: new BrowserMessageReader(this.#worker), writer: new BrowserMessageWriter(this.#worker) };
  }

  async #read(name: string): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await workspace.fs.readFile(Uri.joinPath(this.folder, name)));
  }

  dispose(): void {
    this.#worker?.terminate();
    if (this.#address) {
      URL.revokeObjectURL(this.#address);
    }
  }
}
