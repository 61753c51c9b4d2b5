/** How long work goes on before others get their turn, in milliseconds. Short enough that no key waits for it. */
const turn = 5;

/**
 * Does work step by step, with pauses in which the server answers other requests.
 * @param isWanted asked after each pause: work that nobody wants any more is left
 * @returns undefined when it was left
 */
export async function paced<T>(work: Iterator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
  let until = Date.now() + turn;
  let step = work.next();
  while (!step.done) {
    if (Date.now() >= until) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (!isWanted()) {
        return undefined;
      }
      until = Date.now() + turn;
    }
    step = work.next();
  }
  return step.value;
}

/** Does work in one go. */
export function atOnce<T>(work: Iterator<void, T>): T {
  let step = work.next();
  while (!step.done) {
    step = work.next();
  }
  return step.value;
}
