import type { OffsetRange } from '../../../shared/finding';
import type { Group, Stretch } from './declarations';
import { firstFrom } from '../inOrder';

/** A stretch with where it begins in the excerpt. */
interface Placed extends Stretch {
  readonly at: number;
}

/** The text of a group: its stretches of the document, one behind the other. */
export class Excerpt {
  readonly text: string;
  readonly #stretches: readonly Placed[];
  readonly #ownsShared: boolean;

  constructor(document: string, { stretches, ownsShared }: Group) {
    let at = 0;
    this.#stretches = stretches.map((stretch) => {
      const placed = { ...stretch, at };
      at += stretch.end - stretch.start;
      return placed;
    });
    this.#ownsShared = ownsShared;
    this.text = stretches.map(({ start, end }) => document.slice(start, end)).join('');
  }

  /**
   * What lies in the excerpt of all that is known of the document, at the excerpt's offsets.
   * @param all in the order of their places
   */
  pick<T extends { readonly range: OffsetRange }>(all: readonly T[]): T[] {
    const own: T[] = [];
    for (const { start, end, at } of this.#stretches) {
      let index = firstFrom(all, start, ({ range }) => range.start);
      for (let one = all[index]; one && one.range.start < end; one = all[++index]) {
        own.push({ ...one, range: moved(one.range, at - start) });
      }
    }
    return own;
  }

  /** Whether a place is to be found here, and not in another group. */
  owns({ start }: OffsetRange): boolean {
    const stretch = this.#stretchAt(start);
    return stretch !== undefined && (!stretch.isShared || this.#ownsShared);
  }

  /** A place at the document's offsets. */
  inDocument(range: OffsetRange): OffsetRange {
    const stretch = this.#stretchAt(range.start);
    return moved(range, stretch ? stretch.start - stretch.at : 0);
  }

  #stretchAt(offset: number): Placed | undefined {
    return this.#stretches[firstFrom(this.#stretches, offset + 1, ({ at }) => at) - 1];
  }
}

function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}
