import type { Kind } from './catalog/catalog';

/** A part of a text. Offsets are zero-based UTF-16 units, the end is exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** High: shown everywhere. Medium: shown on hover. Low: only when asked for. */
export type Confidence = 'high' | 'medium' | 'low';

/** An entry recognised at a range of a document. Plain data: it can be cached and sent. */
export interface Finding {
  readonly range: OffsetRange;
  /** The text at `range`. */
  readonly text: string;
  /** Id of the entry that explains the place best. */
  readonly entry: string;
  /** Kind of that entry. */
  readonly kind: Kind;
  /** Ids of the other entries that fit, likeliest first. */
  readonly alternatives: readonly string[];
  readonly confidence: Confidence;
  /** Why this is believed, in short phrases: "key status beside title", "host api.x.com". */
  readonly evidence: readonly string[];
  /** Findings of one error share a number. */
  readonly group: number;
  /** True for the one finding of its group that names the error most exactly. */
  readonly lead: boolean;
  /** It stands in a comment of source: worth a hover, but no error of the program. */
  readonly isInComment?: true;
  /** When the error says how long to wait. */
  readonly wait?: ServerWait;
  /** When a header beside the error says how many calls a limit still allows. */
  readonly callsLeft?: CallsLeft;
}

/** How many calls a limit still allows, by a header of the document. */
export interface CallsLeft {
  /** As printed: `x-rate-limit-remaining`. */
  readonly name: string;
  readonly count: number;
}

/** A wait that the document itself states beside the error. */
export interface ServerWait {
  /** The header or field that says it, as printed: `Retry-After`, `x-rate-limit-reset`, `retryAfter`. */
  readonly name: string;
  /** Delay in seconds, when it is relative. */
  readonly seconds?: number;
  /** Moment in milliseconds since 1970, when it is absolute. */
  readonly at?: number;
  /** The document's own clock at that place in milliseconds since 1970, when the line has a timestamp. */
  readonly loggedAt?: number;
}
