import type { Entry } from '../../../shared/catalog/catalog';
import { escapeForPattern } from '../systems';

/**
 * Finds the places of a text that are worth a look, for all catalogs in one pass. Everything else of the recogniser
 * looks only around these places, so it may be slow where this must be fast.
 */
export class Scanner {
  readonly #pattern: RegExp;

  constructor(entries: readonly Entry[]) {
    const literals = new Set<string>(['/problems/']);
    for (const entry of entries) {
      if (entry.kind === 'code' && !/^\d+$/.test(entry.value)) {
        [entry.value, ...(entry.aliases ?? [])].forEach((value) => literals.add(value));
      }
      if (entry.kind === 'header') {
        literals.add(entry.value);
      }
      for (const text of [
        ...(entry.messages ?? []),
        ...(entry.kind === 'message' ? [entry.value, ...(entry.aliases ?? [])] : []),
        ...(entry.kind === 'status' ? [] : (entry.titles ?? [])),
      ]) {
        const word = anchorWord(text);
        if (word) {
          literals.add(word);
        }
      }
    }
    // A three-digit number counts only beside something that makes it a status.
    const contexts = [
      'HTTP[^\\n]{0,40}?\\b[1-9]\\d\\d\\b',
      '(?:status|code|error|exception)[^\\n]{0,24}?\\b[1-9]\\d\\d\\b',
      "[45]\\d\\d, (?:message='|b')",
      '<-- [45]\\d\\d',
      '(?:got|responded|returned|received|answered|replied|response)[^\\n]{0,16}? [45]\\d\\d\\b',
      ' - [45]\\d\\d(?: |$)',
      '(?<=[ "])[45]\\d\\d [\\d-]',
      '(?<![\\w.,:/=$-])[45]\\d\\d(?=\\)?:?(?: -)? {1,2}["\'(]?[A-Z][a-z]|\\)?:?\\s*-?\\s*\\{|\\s*$)',
      '[A-Za-z]{4} \\([45]\\d\\d\\)',
      '(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\\n]{1,2000}? [1-9]\\d\\d(?=[ ,]|$)',
      '["\']?\\bcode\\b["\']?\\]?\\s*(?:[:=]>?|-)',
    ];
    const phrases = entries
      .flatMap((entry) => (entry.kind === 'status' ? (entry.titles ?? []) : []))
      .map(escapeForPattern);
    contexts.push(`^[ \\t]*(?:${[...new Set(phrases)].join('|')})[ \\t]*\\r?$`);
    const sorted = [...literals].sort((a, b) => b.length - a.length).map(escapeForPattern);
    this.#pattern = new RegExp([...contexts, ...sorted].join('|'), 'gim');
  }

  /** Offsets of places worth a look, ascending. */
  *scan(text: string): Generator<number> {
    this.#pattern.lastIndex = 0;
    for (let match = this.#pattern.exec(text); match; match = this.#pattern.exec(text)) {
      yield match.index;
      if (match[0] === '') {
        this.#pattern.lastIndex++;
      }
    }
  }
}

/** The longest word of a text that is never broken or varied: the rarest to look for. */
function anchorWord(text: string): string | undefined {
  const words = text.replace(/<[^>]*>/g, ' ').match(/[A-Za-z][A-Za-z-]{3,}/g) ?? [];
  return words.sort((a, b) => b.length - a.length)[0];
}
