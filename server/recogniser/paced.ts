/** How long work goes on before others get their turn, in milliseconds. Short enough that no key waits for it. */
const turn = 5;

/** How work makes room for others: how long it goes on, in milliseconds, and how it pauses. */
export interface Pace {
  readonly turn: number;
  readonly pause: () => Promise<void>;
}

const unnoticed: Pace = { turn, pause: () => new Promise((resolve) => setTimeout(resolve, 0)) };

/**
 * Does work step by step, with pauses in which the server answers other requests.
 * @param isWanted asked after each pause: work that nobody wants any more is left
 * @returns undefined when it was left
 */
export async function paced<T>(
  work: Iterator<void, T>,
  isWanted: () => boolean,
  pace = unnoticed,
): Promise<T | undefined> {
  let until = Date.now() + pace.turn;
  let step = work.next();
  while (!step.done) {
    if (Date.now() >= until) {
      await pace.pause();
      if (!isWanted()) {
        // What the work holds is given back.
        work.return?.();
        return undefined;
      }
      until = Date.now() + pace.turn;
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
