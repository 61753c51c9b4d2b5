/** What a shell reports of a program that was interrupted. */
export const interrupted = 130;

/** The wish to stop: Ctrl+C, or any message or the end of the process that started this one. A second Ctrl+C ends at once. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly signal: AbortSignal = this.#controller.signal;
  readonly #listener = () => {
    this.dispose();
    this.#controller.abort();
  };

  constructor() {
    process.once('SIGINT', this.#listener);
    process.once('message', this.#listener);
    process.once('disconnect', this.#listener);
    // To listen is no reason to stay.
    process.channel?.unref();
  }

  dispose(): void {
    process.off('SIGINT', this.#listener);
    process.off('message', this.#listener);
    process.off('disconnect', this.#listener);
    if (process.connected) {
      process.disconnect();
    }
  }
}
