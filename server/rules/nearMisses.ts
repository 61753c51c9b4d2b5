import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Entry } from '../../shared/catalog/catalog';
import type { Whole } from '../recogniser/source/sourceFile';

/** Shorter codes are too much like other words. */
const shortest = 8;

/** Finds the code of a catalog that a text was meant to be, where it is one slip of the keyboard away. */
export class NearMisses {
  readonly #codes: readonly Entry[];

  constructor(private readonly catalogs: CatalogSet) {
    this.#codes = catalogs.entries.filter(({ kind, value }) => kind === 'code' && isSlug(value));
  }

  /** The entry, when the program speaks of the entry's system and no entry has the code as it is written. */
  of(code: string, says: Whole['says']): Entry | undefined {
    if (!isSlug(code) || this.catalogs.byValue(code).length > 0) {
      return undefined;
    }
    return this.#codes.find((entry) => isOneSlipAway(code, entry.value) && namesSystem(says, entry));
  }
}

function isSlug(text: string): boolean {
  return text.length >= shortest && /^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)+$/.test(text);
}

function namesSystem(says: Whole['says'], { catalog }: Entry): boolean {
  const { hosts = [], modules = [], words = [] } = catalog.context;
  return [...hosts, ...modules, ...words].some(says);
}

/** One letter left out, added or changed, two neighbours swapped, or another sign between the words. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < a.length && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) {
    end++;
  }
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isSwap = left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
  return isSwap || Math.max(left.length, right.length) <= 1;
}
