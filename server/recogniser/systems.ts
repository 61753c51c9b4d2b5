import type { CatalogFile } from '../../shared/catalog/catalog';

/** A catalog's system and what in a text speaks for it, as a phrase: "host api.x.com/2". */
export type Systems = ReadonlyMap<string, string>;

interface Sign {
  readonly catalogs: string[];
  readonly phrase: string;
}

/** Finds what in a text speaks for the system of a catalog: hosts, header names, product and client names. */
export class SystemDetector {
  readonly #signs = new Map<string, Sign>();
  readonly #pattern: RegExp | undefined;

  /** @param pinned ids of catalogs whose systems need no sign */
  constructor(
    catalogs: readonly CatalogFile[],
    private readonly pinned: readonly string[] = [],
  ) {
    for (const { id, context } of catalogs) {
      this.#add(id, 'host', context.hosts);
      this.#add(id, 'header', context.headers);
      this.#add(id, 'name', context.words);
      this.#add(id, 'module', context.modules);
    }
    if (this.#signs.size > 0) {
      // The longest first, so that a host with a path wins over the host alone.
      const literals = [...this.#signs.keys()].sort((a, b) => b.length - a.length).map(escapeForPattern);
      this.#pattern = new RegExp(`(?<![\\w-])(?:${literals.join('|')})(?![\\w-])`, 'gi');
    }
  }

  /** The systems that a part of a text speaks for. */
  find(text: string): Systems {
    const found = new Map(this.pinned.map((id) => [id, 'pinned in the settings']));
    if (!this.#pattern) {
      return found;
    }
    for (const [literal] of text.matchAll(this.#pattern)) {
      const sign = this.#signs.get(literal.toLowerCase());
      for (const catalog of sign?.catalogs ?? []) {
        if (sign && !found.has(catalog)) {
          found.set(catalog, sign.phrase);
        }
      }
    }
    return found;
  }

  #add(catalog: string, what: string, literals: readonly string[] | undefined): void {
    for (const literal of literals ?? []) {
      const key = literal.toLowerCase();
      const sign = this.#signs.get(key) ?? { catalogs: [], phrase: `${what} ${literal}` };
      sign.catalogs.push(catalog);
      this.#signs.set(key, sign);
    }
  }
}

/** Makes a text a literal in a regular expression. */
export function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
