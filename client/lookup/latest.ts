/**
 * Keeps only the newest of a series of questions. Asking again cancels the question before; its answer, should it
 * come anyway, is dropped.
 */
export class Latest<Token extends { cancel(): void }> {
  #current: Token | undefined;

  constructor(private readonly newToken: () => Token) {}

  /** Asks, and hands the answer on if no newer question was asked meanwhile. An error of a stale question is dropped. */
  async ask<T>(question: (token: Token) => Promise<T>, answer: (value: T) => void): Promise<void> {
    this.cancel();
    const token = this.newToken();
    this.#current = token;
    try {
      const value = await question(token);
      if (this.#current === token) {
        answer(value);
      }
    } catch (error) {
      if (this.#current === token) {
        throw error;
      }
    }
  }

  /** Drops the question that is under way. */
  cancel(): void {
    this.#current?.cancel();
    this.#current = undefined;
  }
}
