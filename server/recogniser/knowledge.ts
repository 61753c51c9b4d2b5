import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import { ErrorNames } from './errorNames';
import { FieldNames } from './fieldNames';
import { MessageMatcher } from './messages';
import { escapeForPattern, SystemDetector } from './systems';

/** A problem type's address: the part after `problems/` names it. */
const problemTypePattern = /https?:\\*\/\\*\/[\w.-]+(?:\\*\/[\w.-]+)*\\*\/problems\\*\/[\w-]+\/?/gi;

const nothing: readonly Entry[] = [];
/** Longest name of a status in any spelling, in UTF-16 units. */
const longestName = 200;
/** A shorter part of a reason phrase may be that of any word. */
const shortestPart = 4;

/** What the recogniser knows, prepared once from all catalogs. */
export class Knowledge {
  readonly messages: MessageMatcher;
  readonly systems: SystemDetector;
  readonly fieldNames = new FieldNames((name) => this.header(name).length > 0 || this.#fields.has(name.toLowerCase()));
  /** Finds the names of rate-limit and retry headers. */
  readonly headerPattern: RegExp | undefined;
  readonly #fields = new Map<string, { readonly value: string; readonly entry: Entry }[]>();
  readonly #fieldValues = new Set<string>();
  readonly #statuses = new Map<number, readonly Entry[]>();
  readonly #codes = new Map<string, Entry[]>();
  readonly #titles = new Map<string, Entry[]>();
  readonly #constants = new Map<string, Entry[]>();
  readonly #phrases = new Map<string, Set<string>>();
  #errorNames: ErrorNames | undefined;
  #printed: readonly { readonly words: string; readonly entry: Entry }[] | undefined;

  /** @param pinned ids of catalogs whose systems are taken as known in every document */
  constructor(
    readonly catalogs: CatalogSet,
    pinned: readonly string[] = [],
  ) {
    const { entries } = catalogs;
    this.systems = new SystemDetector([...new Set(entries.map((entry) => entry.catalog))], pinned);
    const headers = entries.filter((entry) => entry.kind === 'header').map((entry) => entry.value);
    if (headers.length > 0) {
      const names = [...new Set(headers)].sort((a, b) => b.length - a.length).map(escapeForPattern);
      this.headerPattern = new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'gi');
    }
    // A reason phrase says no more than its status, whoever prints it.
    const phrases = new Set(
      entries.filter((e) => e.kind === 'status').flatMap((e) => (e.titles ?? []).map(constantName)),
    );
    this.messages = new MessageMatcher(entries, (text) => !phrases.has(constantName(text)));
    for (const entry of entries) {
      for (const code of entry.kind === 'code' ? new Set([entry.value, ...(entry.aliases ?? [])]) : []) {
        this.#codes.set(code, [...(this.#codes.get(code) ?? []), entry]);
      }
      for (const [name, values] of Object.entries(entry.fields ?? {})) {
        const list = this.#fields.get(name.toLowerCase()) ?? [];
        list.push(...values.map((value) => ({ value: value.toLowerCase(), entry })));
        this.#fields.set(name.toLowerCase(), list);
        values.forEach((value) => this.#fieldValues.add(value));
      }
      for (const title of entry.kind === 'status' || entry.kind === 'header' ? [] : (entry.titles ?? [])) {
        this.#titles.set(title, [...(this.#titles.get(title) ?? []), entry]);
      }
      if (entry.kind === 'status') {
        for (const name of [...(entry.titles ?? []), ...(entry.aliases ?? [])]) {
          const constant = constantName(name);
          // What a registry notes in brackets, `(Unused)`, is the name of no constant.
          if (!name.startsWith('(')) {
            this.#constants.set(constant, [...(this.#constants.get(constant) ?? []), entry]);
          }
          const phrases = this.#phrases.get(entry.value) ?? new Set();
          phrases.add(constant);
          this.#phrases.set(entry.value, phrases);
        }
      }
    }
  }

  /** Entries of kind status for a number; the catalog `http` first. */
  status(text: string): readonly Entry[] {
    const number = Number(text);
    let known = this.#statuses.get(number);
    if (!known) {
      const found = this.catalogs.byStatus(number);
      known = [...found].sort((a, b) => Number(b.catalog.id === 'http') - Number(a.catalog.id === 'http'));
      if (known.length > 0) {
        this.#statuses.set(number, known);
      }
    }
    return known;
  }

  isStatus(text: string): boolean {
    return this.status(text).length > 0;
  }

  /** Entries of kind code for a vendor's code, exactly as printed. */
  code(text: string): readonly Entry[] {
    return this.#codes.get(text) ?? nothing;
  }

  /**
   * Entries of kind code that a client has under this name: `DuplicateStatus`, `COULD_NOT_AUTHENTICATE`.
   * @param isWhole whether the name has to say all that a text of the entry says
   */
  errorNamed(name: string, isWhole: boolean): readonly Entry[] {
    return (this.#errorNames ??= new ErrorNames(this.catalogs)).of(name, isWhole);
  }

  /** Entries of a header by its name in any case. A name without a hyphen looks like a variable: its case counts. */
  header(name: string): readonly Entry[] {
    const found = this.catalogs.byValue(name).filter((entry) => entry.kind === 'header');
    return name.includes('-') ? found : found.filter((entry) => entry.value === name);
  }

  problemType(uri: string): readonly Entry[] {
    return this.catalogs.byProblemType(uri.replaceAll('\\', ''));
  }

  /** Addresses of problem types in a part of a text. Slashes may be escaped. */
  *problemTypes(
    text: string,
    from: number,
    to: number,
  ): Generator<{ start: number; end: number; entries: readonly Entry[] }> {
    const part = text.slice(from, to);
    for (const match of part.matchAll(problemTypePattern)) {
      const start = from + match.index;
      yield { start, end: start + match[0].length, entries: this.problemType(match[0]) };
    }
  }

  /** Entries for which a body field with this value decides, such as `reason: client-not-enrolled`, after their bases. */
  byField(name: string, value: string): readonly Entry[] {
    const wanted = value.toLowerCase();
    const decided = (this.#fields.get(name.toLowerCase()) ?? []).filter((f) => f.value === wanted).map((f) => f.entry);
    const bases = decided
      .map(({ id }) => this.catalogs.get(id.replace(/#.*/, '')))
      .filter((entry) => entry !== undefined);
    return [...new Set([...bases, ...decided])];
  }

  /** Whether a text is the value of a body field that decides in some entry, exactly as printed. */
  isFieldValue(text: string): boolean {
    return this.#fieldValues.has(text);
  }

  /** Entries of vendors with this title, exactly as printed; of what HTTP calls a status, none. */
  titled(text: string): readonly Entry[] {
    const found = this.#titles.get(text) ?? [];
    return found.length > 0 && this.statusConstant(text).some(({ catalog }) => catalog.id === 'http') ? [] : found;
  }

  /** Entries of a status named by a constant of a library, in any spelling: `TOO_MANY_REQUESTS`, `StatusTooManyRequests`. */
  statusConstant(name: string): readonly Entry[] {
    return this.#constants.get(constantName(name)) ?? [];
  }

  /** Whether a text is a reason phrase of this status. */
  isReasonPhrase(status: string, phrase: string): boolean {
    return this.#phrases.get(status)?.has(constantName(phrase)) ?? false;
  }

  /** Whether a text begins with a reason phrase of this status: `Not Found - GET https://…`. */
  beginsWithPhrase(status: string, text: string): boolean {
    const beginning = constantName(text.slice(0, longestName));
    return this.reasonPhrases(status).some((phrase) => beginning.startsWith(phrase));
  }

  /** The reason phrases of a status, in small letters without spaces. */
  reasonPhrases(status: string): readonly string[] {
    return [...(this.#phrases.get(status) ?? [])];
  }

  /** Whether a text is how a reason phrase of this status begins or ends: `Unprocessable`, `Unavailable`. */
  isPartOfPhrase(status: string, text: string): boolean {
    const part = constantName(text);
    const phrases = part.length < shortestPart ? [] : [...(this.#phrases.get(status) ?? [])];
    return phrases.some((phrase) => phrase.startsWith(part) || phrase.endsWith(part));
  }

  /** Entries that print a message with these words in it: `duplicate content`. */
  withMessagePart(text: string): Entry[] {
    const part = ` ${separateWords(text)} `;
    this.#printed ??= this.catalogs.entries.flatMap((entry) =>
      [...(entry.messages ?? []), ...(entry.kind === 'message' ? [entry.value] : [])].map((message) => ({
        words: ` ${separateWords(message)} `,
        entry,
      })),
    );
    return [...new Set(this.#printed.filter(({ words }) => words.includes(part)).map(({ entry }) => entry))];
  }
}

/** One spelling for `Too Many Requests`, `TOO_MANY_REQUESTS` and `TooManyRequests`. */
function constantName(name: string): string {
  // A longer text is no name, and a document can have very long ones.
  if (name.length > longestName) {
    return '';
  }
  return name.replace(/[^a-z0-9]/gi, '').toLowerCase();
}

/** Whether the value of a field that decides is a name that is nobody else's: `client-not-enrolled`, no `Monthly`. */
export function isOwnName(value: string): boolean {
  return /[a-z](?:-|[A-Z])/.test(value) && value.length > 12;
}

/** A text as its words, in small letters with one space between them: for comparing texts and their parts. */
export function separateWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
