/** A rule of recognition in source, by example. The documentation lists them. */
export interface SourceRule {
  readonly name: string;
  /** What counts, in one sentence. */
  readonly says: string;
  /** Language id, a text, and the entries that must be found in it, in order. */
  readonly matches: readonly (readonly [language: string, text: string, entries: readonly string[]])[];
  readonly nonMatches: readonly (readonly [language: string, text: string])[];
}

/** So much that a text is no short one, of which nothing can be asked. */
export const room = ' '.repeat(700);
