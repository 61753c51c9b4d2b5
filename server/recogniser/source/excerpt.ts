import type { OffsetRange } from '../../../shared/finding';
import { firstFrom } from '../inOrder';
import type { PlacedGroup } from './grouping';
import { moved } from './placed';

/** The text of a group: its stretches of the document, one behind the other. */
export class Excerpt {
  constructor(
    private readonly document: string,
    private readonly placed: PlacedGroup,
  ) {}

  get text(): string {
    const { stretches, members } = this.placed;
    return members.map((index) => this.document.slice(stretches[index]?.start, stretches[index]?.end)).join('');
  }

  /** What lies in its stretches, each at offsets from its start, as it lies in the excerpt. */
  join<T extends { readonly range: OffsetRange }>(found: readonly (readonly T[])[]): T[] {
    const { starts } = this.placed.group;
    return found.flatMap((own, number) => own.map((one) => ({ ...one, range: moved(one.range, starts[number] ?? 0) })));
  }

  /** What is to be found here, and not in another group: for each stretch, at offsets from its start. */
  split<T extends { readonly range: OffsetRange }>(found: readonly T[]): readonly (readonly T[])[] {
    const { group } = this.placed;
    const result = group.starts.map((): T[] => []);
    for (const one of found) {
      const number = firstFrom(group.starts, one.range.start + 1, (start) => start) - 1;
      if (group.owns[number]) {
        result[number]?.push({ ...one, range: moved(one.range, -(group.starts[number] ?? 0)) });
      }
    }
    return result;
  }
}
