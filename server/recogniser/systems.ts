import type { CatalogFile } from '../../shared/catalog/catalog';
import type { OffsetRange } from '../../shared/finding';
import { unitsOf } from './log/bytes';
import { type Anchor, searchedAtOnce, ShiftTable, standsAt } from './log/shiftTable';

/** A catalog's system and what in a text speaks for it, as a phrase: "host api.x.com/2". */
export type Systems = ReadonlyMap<string, string>;

/** A place in a text that speaks for systems. */
export interface Sign {
  readonly range: OffsetRange;
  /** For each catalog, what speaks for it. */
  readonly phrases: Systems;
}

/** Finds what in a text speaks for the system of a catalog: hosts, header names, product and client names. */
export class SystemDetector {
  /** The systems that need no sign. */
  readonly always: Systems;
  /** Length of the longest sign. */
  readonly longest: number;
  readonly #phrases = new Map<string, Map<string, string>>();
  readonly #pattern: RegExp | undefined;
  readonly #table: ShiftTable<Anchor>;

  /** @param pinned ids of catalogs whose systems need no sign */
  constructor(catalogs: readonly CatalogFile[], pinned: readonly string[] = []) {
    this.always = new Map(pinned.map((id) => [id, 'pinned in the settings']));
    for (const { id, context } of catalogs) {
      this.#add(id, 'host', context.hosts);
      this.#add(id, 'header', context.headers);
      this.#add(id, 'name', context.words);
      this.#add(id, 'module', context.modules);
    }
    this.longest = Math.max(0, ...[...this.#phrases.keys()].map((literal) => literal.length));
    if (this.#phrases.size > 0) {
      // The longest first, so that a host with a path wins over the host alone.
      const literals = [...this.#phrases.keys()].sort((a, b) => b.length - a.length).map(escapeForPattern);
      this.#pattern = new RegExp(`(?<![\\w-])(?:${literals.join('|')})(?![\\w-])`, 'iy');
    }
    // The part of a sign that is ASCII is looked for, and the pattern decides.
    const anchors = [...this.#phrases.keys()].map((literal) => /^[!-~ ]*/.exec(literal)?.[0] ?? '');
    this.#table = new ShiftTable(anchors.filter((text) => text.length > 1).map((text) => ({ text, isExact: false })));
  }

  /** The systems that a part of a text speaks for. */
  find(text: string): Systems {
    const found = new Map(this.always);
    for (const { phrases } of this.signs(text, 0, text.length)) {
      for (const [catalog, phrase] of phrases) {
        if (!found.has(catalog)) {
          found.set(catalog, phrase);
        }
      }
    }
    return found;
  }

  /** The signs that begin between two offsets, in order. One that lies in another, as a host in its subdomain, is none. */
  signs(text: string, from: number, to: number): Sign[] {
    const result: Sign[] = [];
    if (!this.#pattern) {
      return result;
    }
    // One unit more than the longest sign, to see whether its word goes on.
    const part = text.slice(0, to + this.longest + 1);
    // What is found may not depend on where one begins to look, so every place is tried, also those inside of a sign.
    let last = 0;
    for (const start of this.#starts(part, Math.max(0, from - this.longest), to)) {
      this.#pattern.lastIndex = start;
      const match = this.#pattern.exec(part);
      const phrases = match && this.#phrases.get(match[0].toLowerCase());
      const end = start + (match?.[0].length ?? 0);
      if (phrases && start >= from && end > last) {
        result.push({ range: { start, end }, phrases });
      }
      last = Math.max(last, end);
    }
    return result;
  }

  /** Where signs may begin between two offsets, ascending. */
  #starts(text: string, from: number, to: number): Iterable<number> {
    const bytes = unitsOf(text, from, text.length);
    const starts = new Set<number>();
    for (let begin = 0; begin < bytes.length; begin += searchedAtOnce) {
      for (const offset of this.#table.search(bytes, begin, begin + searchedAtOnce)) {
        for (const part of this.#table.partsAt(bytes, offset)) {
          const start = offset + 1 - part.end;
          if (from + start < to && standsAt(part, bytes, start)) {
            starts.add(from + start);
          }
        }
      }
    }
    return [...starts].sort((a, b) => a - b);
  }

  #add(catalog: string, what: string, literals: readonly string[] | undefined): void {
    for (const literal of literals ?? []) {
      const key = literal.toLowerCase();
      const phrases = this.#phrases.get(key) ?? new Map<string, string>();
      // One phrase for all: the literal as the first catalog writes it.
      phrases.set(catalog, [...phrases.values()][0] ?? `${what} ${literal}`);
      this.#phrases.set(key, phrases);
    }
  }
}

/** Makes a text a literal in a regular expression. */
export function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
