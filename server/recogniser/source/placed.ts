import type { OffsetRange } from '../../../shared/finding';
import type { PlacedGroup, Stretch } from './grouping';

/** Something that was found at a place. */
interface Found {
  readonly range: OffsetRange;
}

/** What was found in a group: for each of its stretches, in the order of the places, at offsets from its start. */
export interface FoundInGroup<T> {
  readonly placed: PlacedGroup;
  readonly found: readonly (readonly T[])[];
}

const nothing: readonly never[] = [];

/**
 * What was found in a version of a document, by the stretches in which it begins. What an edit did not touch stays the
 * same objects, wherever it is now: places in the document are made only where somebody asks for them.
 */
export class Placed<T extends Found> {
  #all: readonly T[] | undefined;

  /**
   * @param found for each of the stretches, at offsets from its start; undefined for nothing
   * @param place gives what was found in a stretch, by its index, its place in the document
   */
  private constructor(
    private readonly stretches: readonly Stretch[],
    private readonly found: readonly (readonly T[] | undefined)[],
    private readonly place: (one: T, range: OffsetRange, stretch: number) => T,
  ) {}

  /**
   * What was found in the groups of a version.
   * @param place gives what was found in a group, by its index, its place in the document
   */
  static of<T extends Found>(
    groups: readonly FoundInGroup<T>[],
    place: (one: T, range: OffsetRange, group: number) => T = (one, range) => ({ ...one, range }),
  ): Placed<T> {
    const found: (readonly T[])[] = [];
    const owners: number[] = [];
    groups.forEach(({ placed, found: own }, group) => {
      placed.members.forEach((stretch, number) => {
        const here = own[number];
        if (here && here.length > 0) {
          found[stretch] = here;
          owners[stretch] = group;
        }
      });
    });
    const stretches = groups[0]?.placed.stretches ?? [];
    return new Placed(stretches, found, (one, range, stretch) => place(one, range, owners[stretch] ?? 0));
  }

  /** All, in the order of their places, at the document's offsets. */
  get all(): readonly T[] {
    return (this.#all ??= this.stretches.flatMap((_, index) => this.#inDocument(index)));
  }

  get count(): number {
    return this.found.reduce((sum, found) => sum + (found?.length ?? 0), 0);
  }

  /** The stretches in which something was found, with that. */
  get parts(): readonly { readonly start: number; readonly found: readonly T[] }[] {
    return this.stretches.flatMap(({ start }, index) => {
      const found = this.found[index] ?? nothing;
      return found.length === 0 ? [] : [{ start, found }];
    });
  }

  /** What begins in each stretch of a group, at offsets from its start. */
  in({ stretches, members }: PlacedGroup): readonly (readonly T[])[] {
    return members.map((index) => {
      const { start, end } = stretches[index] ?? nowhere;
      const own = this.stretches[index];
      return own?.start === start && own.end === end
        ? (this.found[index] ?? nothing)
        : this.all
            .filter(({ range }) => range.start >= start && range.start < end)
            .map((one) => ({ ...one, range: moved(one.range, -start) }));
    });
  }

  /** Those that are wanted, each asked with its place in the document. */
  filter(isWanted: (one: T) => boolean): Placed<T> {
    const found = this.stretches.map((_, index) => {
      const all = this.found[index];
      const wanted = this.#inDocument(index).map(isWanted);
      return wanted.every(Boolean) ? all : all?.filter((_one, number) => wanted[number]);
    });
    return new Placed(this.stretches, found, this.place);
  }

  #inDocument(index: number): readonly T[] {
    const start = this.stretches[index]?.start ?? 0;
    return this.found[index]?.map((one) => this.place(one, moved(one.range, start), index)) ?? nothing;
  }
}

const nowhere: OffsetRange = { start: 0, end: 0 };

/** A range at offsets that are counted from elsewhere. */
export function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}
