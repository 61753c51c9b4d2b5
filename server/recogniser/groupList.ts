import type { ErrorGroup } from './candidate';

/** A part of a list of groups: a group, or none, and the parts after it. */
interface GroupsPart {
  readonly first?: ErrorGroup;
  readonly rest: readonly GroupsPart[];
}

/**
 * One or more groups in order. Every level of nested data hands on the groups of all levels below: lists that are made
 * of lists spare copying them at each.
 */
export class GroupList implements GroupsPart {
  private constructor(
    readonly first: ErrorGroup,
    readonly rest: readonly GroupsPart[],
  ) {}

  /** All groups of lists; undefined without any. */
  static of(lists: readonly (GroupList | ErrorGroup)[]): GroupList | undefined {
    const [first, ...rest] = lists.map((list) => (list instanceof GroupList ? list : new GroupList(list, [])));
    return first && (rest.length === 0 ? first : new GroupList(first.first, [{ rest: first.rest }, ...rest]));
  }

  get isSingle(): boolean {
    return this.rest.length === 0;
  }

  /** The same with another first group. */
  with(first: ErrorGroup): GroupList {
    return new GroupList(first, this.rest);
  }

  /** Does not recurse, as the lists are as deep as the data. */
  toArray(): ErrorGroup[] {
    const result: ErrorGroup[] = [];
    const open: GroupsPart[] = [this];
    for (let part = open.pop(); part; part = open.pop()) {
      if (part.first) {
        result.push(part.first);
      }
      // One by one: a list can be longer than a call can have arguments.
      for (const next of part.rest.toReversed()) {
        open.push(next);
      }
    }
    return result;
  }
}
