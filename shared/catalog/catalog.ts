/**
 * The catalog format: what a catalog file holds, and what the loader makes of it.
 * `catalog.schema.json` beside this file says the same as a JSON Schema.
 */

/** What sort of thing an entry explains. */
export type Kind = 'status' | 'code' | 'problem-type' | 'message' | 'header';

/** What to do about an error. */
export type StrategyName =
  | 'none'
  | 'backoff'
  | 'wait-for-reset'
  | 'wait-for-quota'
  | 'verify-first'
  | 'refresh-credentials'
  | 'reconnect'
  | 'already-done';

/** A strategy and its numbers. Times are seconds. */
export interface Strategy {
  readonly name: StrategyName;
  /** First delay of an exponential backoff. */
  readonly baseDelay?: number;
  /** Longest single delay of an exponential backoff. */
  readonly cap?: number;
  /** Upper end of the random part that is added to a delay. */
  readonly jitter?: number;
  /** How many retries at the most (the first call does not count). */
  readonly attempts?: number;
  /** The window or quota period in words: "15 minutes", "24 hours", "calendar month". */
  readonly period?: string;
}

/** How another entry is mistaken for this one, and what tells them apart. */
export interface Confusion {
  /** Id of the other entry, `<catalog>/<slug>`. */
  readonly entry: string;
  /** What decides between the two, in one sentence. */
  readonly difference: string;
}

/** An entry as written in a catalog file. */
export interface CatalogEntry {
  /** The part of the id after the slash. A variant of one code has a `#` part: `214#webhook-latency`. */
  readonly slug: string;
  readonly kind: Kind;
  /** What is recognised: a code, a status number, a type URI, a message or a header name. */
  readonly value: string;
  /** Other spellings of `value`: older wordings, other hosts, constants of client libraries. */
  readonly aliases?: readonly string[];
  /** The short names that the API prints for it (`title`, reason phrase), word for word. */
  readonly titles?: readonly string[];
  /** Texts that the API prints for it (`message`, `detail`), word for word. A part that varies is written `<name>`. */
  readonly messages?: readonly string[];
  /** Body fields whose value decides for this entry, for example `{ "reason": ["client-not-enrolled"] }`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** Texts in the neighbourhood that decide for this entry among those of the same value: `account_activity`. */
  readonly near?: readonly string[];
  /** The value is an ordinary word or is used by other systems too: it needs evidence of this system. */
  readonly common?: boolean;
  readonly title: string;
  /** HTTP status that the error comes with, where one belongs. */
  readonly http?: number;
  /** Further HTTP statuses it was seen with, for example in older documentation. */
  readonly alsoHttp?: readonly number[];
  readonly meaning: string;
  readonly causes: readonly string[];
  /** What to do, most helpful first. */
  readonly fix: readonly string[];
  readonly strategy: Strategy;
  /** False when the error was met in the wild and no document lists it. */
  readonly documented: boolean;
  /** Keys of the catalog's `sources`. */
  readonly sources: readonly string[];
  /** Documentation page, https. */
  readonly link?: string;
  /** Anything a reader must know about the documents, such as that an older one differs. */
  readonly note?: string;
  readonly confusedWith?: readonly Confusion[];
  /** Lines or JSON texts in which this entry must be recognised. Each is a test. */
  readonly samples?: readonly string[];
}

/** Where a catalog's facts come from. */
export interface Source {
  readonly title: string;
  readonly url?: string;
}

/** What in a document speaks for the system of a catalog. Compared without regard to case. */
export interface SystemContext {
  /** Host names, with a path prefix where only a part of the host belongs to the system: `api.x.com/1.1`. */
  readonly hosts?: readonly string[];
  /** Modules that a client of the system imports. */
  readonly modules?: readonly string[];
  /** Names of a client's packages in the manifests of projects, where they are not those of its modules. */
  readonly packages?: readonly string[];
  /** Names of headers that only this system sends. */
  readonly headers?: readonly string[];
  /** Whole words in a log or in source: product and client names. */
  readonly words?: readonly string[];
  /** What a program with the system deals with, in any name: where nothing else speaks, codes in source may be its. */
  readonly topics?: readonly string[];
}

/** A request header by which an API knows a write that is sent once more, and does it once only. */
export interface IdempotencyKey {
  /** The name of the header. */
  readonly header: string;
  /** The methods with which the API looks at it. Absent: both. */
  readonly methods?: readonly ('POST' | 'PATCH')[];
}

/** A catalog file. */
export interface CatalogFile {
  readonly $schema?: string;
  /** Version of the format. */
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly context: SystemContext;
  /** Absent: no document says that the API honours such a key. */
  readonly idempotencyKey?: IdempotencyKey;
  readonly entries: readonly CatalogEntry[];
}

/** An entry as the rest of the program sees it: the file's entry with its id and its catalog. */
export interface Entry extends CatalogEntry {
  /** `<catalog>/<slug>` */
  readonly id: string;
  readonly catalog: CatalogFile;
}
