import type { CatalogFile } from '../../shared/catalog/catalog';
import type { OffsetRange } from '../../shared/finding';
import type { TextChange } from '../syntax/textChange';
import { unitsOf } from './log/bytes';
import { type Anchor, searchedAtOnce, ShiftTable, standsAt } from './log/shiftTable';

/** A catalog's system and what in a text speaks for it, as a phrase: "host api.x.com/2". */
export type Systems = ReadonlyMap<string, string>;

export const noSystems: Systems = new Map();

/** A place in a text that speaks for systems. */
export interface Sign {
  readonly range: OffsetRange;
  /** For each catalog, what speaks for it. */
  readonly phrases: Systems;
}

/** Most bytes of a UTF-16 unit in UTF-8. */
const mostBytes = 3;
/** A class that other programs have with other capitals: `ApiResponseError`, `APIResponseError`. */
const classOfError = /^(?:[A-Z][a-z0-9]+){2,}(?:Error|Exception|Code)$/;
/** Most sets of systems that are kept. */
const mostTogether = 1_000;
const decoder = new TextDecoder();

/** Finds what in a text speaks for the system of a catalog: hosts, header names, product and client names. */
export class SystemDetector {
  /** The systems that need no sign. */
  readonly always: Systems;
  /** Length of the longest sign. */
  readonly longest: number;
  readonly #phrases = new Map<string, Map<string, string>>();
  /** Signs that count only as they are spelled, by their text in lower case. */
  readonly #spellings = new Map<string, string>();
  /** Names, which may be parts of the names of programs. */
  readonly #words = new Set<string>();
  readonly #names = new Map<Systems, number>();
  readonly #together = new Map<string, Systems>();
  readonly #kin = new Map<string, readonly string[]>();
  /** For each catalog with topics, what finds one in a text. The same object each time, by which answers are kept. */
  readonly topics: ReadonlyMap<string, RegExp>;
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
    for (const phrases of this.#phrases.values()) {
      this.#names.set(phrases, this.#names.size);
    }
    this.topics = new Map(
      catalogs.flatMap(({ id, context: { topics = [] } }) =>
        topics.length > 0 ? [[id, patternOfTopics(topics)]] : [],
      ),
    );
    const bare = (hosts: readonly string[] = []) =>
      new Set(hosts.map((host) => host.replace(/\/.*/, '').toLowerCase()));
    for (const { id, context } of catalogs) {
      const own = bare(context.hosts);
      const kin = catalogs.filter(
        (other) => other.id !== id && [...bare(other.context.hosts)].some((host) => own.has(host)),
      );
      this.#kin.set(
        id,
        kin.map((other) => other.id),
      );
    }
    this.longest = Math.max(0, ...[...this.#phrases.keys()].map((literal) => literal.length));
    if (this.#phrases.size > 0) {
      // The longest first, so that a host with a path wins over the host alone.
      const literals = [...this.#phrases.keys()].sort((a, b) => b.length - a.length).map(escapeForPattern);
      const words = [...this.#words].sort((a, b) => b.length - a.length).map(escapeForPattern);
      const joined = words.length > 0 ? `|(?<!\\w)(?:${words.join('|')})(?!\\w)` : '';
      this.#pattern = new RegExp(`(?<![\\w-])(?:${literals.join('|')})(?![\\w-])${joined}`, 'iy');
    }
    // The part of a sign that is ASCII is looked for, and the pattern decides.
    const anchors = [...this.#phrases.keys()].map((literal) => /^[!-~ ]*/.exec(literal)?.[0] ?? '');
    this.#table = new ShiftTable(anchors.filter((text) => text.length > 1).map((text) => ({ text, isExact: false })));
  }

  /** The systems that a part of a text speaks for. */
  find(text: string): Systems {
    return this.of(this.signs(text, 0, text.length));
  }

  /** The systems that signs speak for, those of the first before the others. */
  of(signs: readonly Sign[]): Systems {
    const found = new Map(this.always);
    for (const { phrases } of signs) {
      for (const [catalog, phrase] of phrases) {
        if (!found.has(catalog)) {
          found.set(catalog, phrase);
        }
      }
    }
    return found;
  }

  /** The systems that a part of bytes in UTF-8 speaks for; for the same ones always the same object. */
  near(bytes: Uint8Array, from: number, to: number): Systems {
    const all: Systems[] = [];
    let key = '';
    let last = 0;
    for (const start of this.#startsIn(bytes, Math.max(0, from - mostBytes * this.longest), to)) {
      const text = decoder.decode(bytes.subarray(Math.max(0, start - 1), start + mostBytes * (this.longest + 1)));
      const match = this.#matchAt(text, start > 0 ? 1 : 0);
      const end = match ? start + lengthOf(match.text) : start;
      if (match && start >= from && end <= to && end > last) {
        const name = `<${this.#names.get(match.phrases) ?? ''}>`;
        if (!key.includes(name)) {
          key += name;
          all.push(match.phrases);
        }
      }
      last = Math.max(last, end);
    }
    return all.length === 0 ? this.always : (this.#together.get(key) ?? this.#join(key, all));
  }

  #join(key: string, all: readonly Systems[]): Systems {
    const found = new Map(this.always);
    for (const [catalog, phrase] of all.flatMap((phrases) => [...phrases])) {
      found.set(catalog, found.get(catalog) ?? phrase);
    }
    if (this.#together.size >= mostTogether) {
      this.#together.clear();
    }
    this.#together.set(key, found);
    return found;
  }

  #matchAt(text: string, start: number): { text: string; phrases: Systems } | undefined {
    if (!this.#pattern) {
      return undefined;
    }
    this.#pattern.lastIndex = start;
    const found = this.#pattern.exec(text)?.[0];
    const phrases = found === undefined ? undefined : this.#phrases.get(found.toLowerCase());
    const spelling = found === undefined ? undefined : this.#spellings.get(found.toLowerCase());
    return found !== undefined && phrases && (spelling ?? found) === found ? { text: found, phrases } : undefined;
  }

  /**
   * The same systems, and those that answer at the same host: one host has several APIs, and any of them may give the
   * codes of the other.
   */
  withKin(systems: Systems): Systems {
    const result = new Map(systems);
    for (const [catalog, phrase] of systems) {
      for (const kin of this.#kin.get(catalog) ?? []) {
        if (!result.has(kin)) {
          result.set(kin, phrase);
        }
      }
    }
    return result;
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
      const match = this.#matchAt(part, start);
      const end = start + (match?.text.length ?? 0);
      if (match && start >= from && end > last) {
        result.push({ range: { start, end }, phrases: match.phrases });
      }
      last = Math.max(last, end);
    }
    return result;
  }

  /** The signs of a text that was edited, of which those before the edit are known. */
  signsAfter({ start, oldEnd, newEnd }: TextChange, text: string, before: readonly Sign[]): Sign[] {
    // Whether a sign lies in another is seen as far as both are long.
    const reach = 2 * this.longest + 2;
    const [from, to] = [Math.max(0, start - reach), Math.min(text.length, newEnd + reach)];
    const by = newEnd - oldEnd;
    return [
      ...before.filter(({ range }) => range.start < from),
      ...this.signs(text, from, to),
      ...before
        .filter(({ range }) => range.start + by >= to)
        .map((sign) => ({ ...sign, range: { start: sign.range.start + by, end: sign.range.end + by } })),
    ];
  }

  /** Where signs may begin between two offsets, ascending. */
  #starts(text: string, from: number, to: number): number[] {
    const bytes = unitsOf(text, from, text.length);
    return this.#startsIn(bytes, 0, to - from).map((start) => from + start);
  }

  /** The same in bytes. */
  #startsIn(bytes: Uint8Array, from: number, to: number): number[] {
    const starts: number[] = [];
    // What begins before the end goes on behind it.
    const end = Math.min(bytes.length, to + this.#table.longest);
    for (let begin = from; begin < end; begin += searchedAtOnce) {
      for (const offset of this.#table.search(bytes, begin, Math.min(end, begin + searchedAtOnce))) {
        for (const part of this.#table.partsAt(bytes, offset)) {
          const start = offset + 1 - part.end;
          if (start >= from && start < to && standsAt(part, bytes, start)) {
            starts.push(start);
          }
        }
      }
    }
    return starts.length < 2 ? starts : [...new Set(starts)].sort((a, b) => a - b);
  }

  #add(catalog: string, what: string, literals: readonly string[] | undefined): void {
    for (const literal of literals ?? []) {
      const key = literal.toLowerCase();
      const phrases = this.#phrases.get(key) ?? new Map<string, string>();
      // One phrase for all: the literal as the first catalog writes it.
      phrases.set(catalog, [...phrases.values()][0] ?? `${what} ${literal}`);
      this.#phrases.set(key, phrases);
      if (what === 'name') {
        this.#words.add(key);
      }
      if (classOfError.test(literal)) {
        this.#spellings.set(key, literal);
      }
    }
  }
}

/** Topics at the beginning of a word, also of one that a name is put together of: `tweet`, `oldTweet`, `MY_TWEET`. */
function patternOfTopics(topics: readonly string[]): RegExp {
  const inAnyCase = (text: string) => text.replace(/[a-z]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);
  const all = topics.map((topic) => inAnyCase(escapeForPattern(topic)));
  return new RegExp(`(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]))(?:${all.join('|')})`);
}

/** The length of a text in UTF-8. */
function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

/** Makes a text a literal in a regular expression. */
export function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
