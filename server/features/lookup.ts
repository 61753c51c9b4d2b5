import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import { MessageMatcher } from '../recogniser/messages';
import { httpOf, shownValue } from '../render/entry';

interface Searchable {
  readonly entry: Entry;
  /** What stands for the entry alone: its value and its slug. */
  readonly names: readonly string[];
  readonly title: string;
  readonly titles: readonly string[];
  /** All its texts, after a space. */
  readonly words: string;
}

/** Searches the catalogs for what a person typed: a code, a status, a title, a message, an address, some words. */
export class Lookup {
  readonly #messages: MessageMatcher;
  /** The entries, each folded once: a query comes with every key that is typed. */
  readonly #searchable: readonly Searchable[];

  constructor(private readonly catalogs: CatalogSet) {
    this.#messages = new MessageMatcher(catalogs.entries);
    this.#searchable = catalogs.entries.map((entry) => ({
      entry,
      names: [fold(shownValue(entry)), fold(entry.slug)],
      title: fold(entry.title),
      titles: (entry.titles ?? []).map(fold),
      words: ` ${fold(
        [
          entry.id,
          entry.value,
          entry.title,
          entry.catalog.name,
          ...(entry.aliases ?? []),
          ...(entry.titles ?? []),
          ...(entry.messages ?? []),
        ]
          .flatMap((text) => [text, text.replace(/[_/#-]/g, ' ')])
          .join(' '),
      )}`,
    }));
  }

  /** The entries that fit, best first. An empty query, as a list begins with, gives the HTTP errors. */
  find(query: string, limit = 50): Entry[] {
    const text = query.trim().slice(0, 2_000);
    if (text === '') {
      return this.catalogs.entries
        .filter((entry) => entry.kind === 'status' && Number(entry.value) >= 400)
        .slice(0, limit);
    }
    const scores = new Map<Entry, number>();
    const add = (entry: Entry | undefined, score: number): void => {
      if (entry) {
        scores.set(entry, Math.max(scores.get(entry) ?? 0, score));
      }
    };
    add(this.catalogs.get(text), 120);
    for (const entry of this.catalogs.byValue(text)) {
      // A word that any system may use comes after the names that only one thing has.
      add(
        entry,
        (entry.common && entry.kind !== 'status' ? (entry.kind === 'message' ? 84 : 94) : 100) + rankOfKind(entry),
      );
    }
    for (const entry of this.catalogs.byProblemType(text)) {
      add(entry, 110);
    }
    for (const match of this.#messages.find(text)) {
      for (const entry of match.entries) {
        add(entry, 75 + Math.min(15, match.words));
      }
    }
    const folded = fold(text);
    const words = folded
      .replace(/[_/#-]/g, ' ')
      .split(' ')
      .filter(Boolean);
    for (const searchable of this.#searchable) {
      add(searchable.entry, this.#score(searchable, text, folded, words));
    }
    return [...scores]
      .filter(([, score]) => score > 0)
      .sort(
        ([a, scoreA], [b, scoreB]) => scoreB - scoreA || Number(a.slug.includes('#')) - Number(b.slug.includes('#')),
      )
      .slice(0, limit)
      .map(([entry]) => entry);
  }

  #score(of: Searchable, text: string, folded: string, words: readonly string[]): number {
    const { entry } = of;
    if (of.names.includes(folded)) {
      return entry.common ? 93 : 98;
    }
    if (of.titles.includes(folded)) {
      return entry.catalog.id === 'http' ? 95 : 86;
    }
    if (/^[1-9]\d\d$/.test(text) && httpOf(entry) === Number(text)) {
      return entry.slug.includes('#') ? 39 : 40;
    }
    if (/^\d+$/.test(text)) {
      return 0;
    }
    if (words.length > 0 && words.every((word) => of.words.includes(` ${word}`))) {
      return of.title.startsWith(folded) ? 60 : 50;
    }
    return 0;
  }
}

/** An error before what is none, and HTTP's own statuses before what a system says of them. */
function rankOfKind(entry: Entry): number {
  if (entry.kind === 'status') {
    return Number(entry.value) < 400 ? -6 : entry.catalog.id === 'http' ? 5 : 1;
  }
  return entry.slug.includes('#') ? 2 : 3;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_./:#-]+/gu, ' ')
    .trim();
}
