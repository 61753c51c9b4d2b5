import { type CancellationToken, type LogOutputChannel, window } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { clientOptions } from './clientOptions';
import { errorHandler } from './errorHandler';

/** Makes the client of the library for Node or for the browser. */
export type NewLanguageClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The language server as the rest of the client sees it. The only place that starts, restarts and stops one. A client
 * of the library whose start has failed cannot be started again, so each start makes a new one.
 */
export class Session {
  #client: BaseLanguageClient | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly newLanguageClient: NewLanguageClient,
    private readonly log: LogOutputChannel,
  ) {}

  /** Starts the server. Never fails: what goes wrong is logged, and the user is asked whether to try again. */
  start(): Promise<void> {
    return this.#inTurn(() => this.#start());
  }

  /** Stops the server, if there is one, and starts a new one. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#stop();
      await this.#start();
    });
  }

  dispose(): Promise<void> {
    return this.#inTurn(() => this.#stop());
  }

  /** The running client. Throws when the server was never started or is stopped. */
  get client(): BaseLanguageClient {
    if (!this.#client) {
      throw new Error('The language server is not running.');
    }
    return this.#client;
  }

  /** Sends one of the requests of `shared/protocol.ts`. Waits for a server that is just starting. */
  async request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result> {
    return this.client.sendRequest<Result>(method, params, token);
  }

  /** Sends a notification. One that the server does not get is logged: nobody waits for an answer. */
  async notify(method: string, params: unknown): Promise<void> {
    try {
      await this.client.sendNotification(method, params);
    } catch (error) {
      this.log.warn(`${method} was not sent.`, error);
    }
  }

  async #start(): Promise<void> {
    const client = this.newLanguageClient('apiErrorAssist', 'API Error Assist', clientOptions(this.log));
    this.#client = client;
    const seen = { restart: false, end: false };
    const gaveUp = () => {
      if (!seen.end && this.#client === client) {
        seen.end = true;
        void this.#offerRestart();
      }
    };
    logQuietly(client);
    client.clientOptions.errorHandler = errorHandler(
      client.createDefaultErrorHandler(),
      () => (seen.restart = true),
      gaveUp,
    );
    try {
      await client.start();
    } catch (error) {
      this.log.error('The language server did not start.', error instanceof Error ? error : String(error));
      // A server that ends while it starts is started again by the library until its restarts are used up.
      if (!seen.restart) {
        gaveUp();
      }
    }
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client?.state === State.Starting || client?.state === State.StartFailed) {
      // It can be stopped only when it runs, and it may never get there: nobody waits for it. After a failed start the
      // library may be at the next.
      client.start().then(
        () => client.dispose(),
        () => undefined,
      );
    } else if (client?.state === State.Running) {
      await client
        .dispose()
        .catch((error: unknown) => this.log.warn('The language server did not stop cleanly.', error));
    }
  }

  async #offerRestart(): Promise<void> {
    const restart = 'Restart';
    const message = 'API Error Assist has stopped working. Its output tells why.';
    if ((await window.showErrorMessage(message, restart)) === restart) {
      await this.restart();
    }
  }

  /** One start or stop at a time. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work);
    return this.#turn;
  }
}

/** The library shows some errors in a popup whatever the options say. Here every error goes to the log alone. */
function logQuietly(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  client.error = (message, data) => log(message, data, false);
}
