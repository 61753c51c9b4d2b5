/**
 * How programs print a status or a code into a line of text, as data. Each rule has lines that must match and lines
 * that must not; all are tests. The named groups say what a number is: `status` an HTTP status, `code` a vendor's code.
 */
export interface PrintFormat {
  readonly name: string;
  readonly pattern: RegExp;
  /** How sure the format alone makes it, see `Candidate.weight`. */
  readonly weight: number;
  /** What else the line must hold, where the format alone is too common. */
  readonly needs?: RegExp;
  /** What a line of this format does not hold: it is about something else. */
  readonly unless?: RegExp;
  readonly matches: readonly string[];
  readonly nonMatches: readonly string[];
}

/** Methods of requests, for patterns. */
export const method = '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE|PROPFIND)';
