import type { OffsetRange } from '../../../shared/finding';
import { firstFrom } from '../inOrder';
import type { PlacedGroup } from './declarations';

/** The text of a group: its stretches of the document, one behind the other. */
export class Excerpt {
  readonly #placed: PlacedGroup;

  constructor(
    private readonly document: string,
    placed: PlacedGroup,
  ) {
    this.#placed = placed;
  }

  get group(): PlacedGroup['group'] {
    return this.#placed.group;
  }

  get text(): string {
    const { stretches, members } = this.#placed;
    return members.map((index) => this.document.slice(stretches[index]?.start, stretches[index]?.end)).join('');
  }

  /**
   * What lies in the excerpt of all that is known of the document, at the excerpt's offsets.
   * @param all in the order of their places
   */
  pick<T extends { readonly range: OffsetRange }>(all: readonly T[]): T[] {
    const own: T[] = [];
    this.every(all, (one, by) => own.push({ ...one, range: moved(one.range, by) }) > 0);
    return own;
  }

  /**
   * Whether something holds for all that lies in the excerpt, each with how far its place is moved in the excerpt.
   * @param all in the order of their places
   */
  every<T extends { readonly range: OffsetRange }>(all: readonly T[], holds: (one: T, by: number) => boolean): boolean {
    const { stretches, members, group } = this.#placed;
    return members.every((index, number) => {
      const { start, end } = stretches[index] ?? nowhere;
      const by = (group.starts[number] ?? 0) - start;
      let at = firstFrom(all, start, ({ range }) => range.start);
      for (let one = all[at]; one && one.range.start < end; one = all[++at]) {
        if (!holds(one, by)) {
          return false;
        }
      }
      return true;
    });
  }

  /** Whether a place is to be found here, and not in another group. */
  owns({ start }: OffsetRange): boolean {
    const stretch = this.#placed.stretches[this.#placed.members[this.#numberAt(start)] ?? -1];
    return stretch !== undefined && (!stretch.isShared || this.group.ownsShared);
  }

  /** A place at the document's offsets. */
  inDocument(range: OffsetRange): OffsetRange {
    const number = this.#numberAt(range.start);
    const stretch = this.#placed.stretches[this.#placed.members[number] ?? -1];
    return moved(range, stretch ? stretch.start - (this.group.starts[number] ?? 0) : 0);
  }

  /** Which of its stretches an offset lies in. */
  #numberAt(offset: number): number {
    return firstFrom(this.group.starts, offset + 1, (start) => start) - 1;
  }
}

const nowhere: OffsetRange = { start: 0, end: 0 };

function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}
