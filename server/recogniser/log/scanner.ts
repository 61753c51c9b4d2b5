import type { Entry } from '../../../shared/catalog/catalog';
import { escapeForPattern } from '../systems';

const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS';
/** What may be a status some way after a method. */
const numberAfterMethod = / [1-9]\d\d(?=[ ,]|$)/gm;
/** How far after a method its status is looked for, in UTF-16 units. */
const longestRequest = 2_000;

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
      ' - [45]\\d\\d(?:\\s|$)',
      '[(<|]\\s{0,20}[45]\\d\\d(?:\\)? <| http|\\s{0,20}\\|)',
      'code E[45]\\d\\d',
      "Result: '[45]\\d\\d'",
      '\\t[45]\\d\\d\\t',
      'Sent [45]\\d\\d in',
      'resp=[45]\\d\\d',
      '\\[[45]\\d\\d\\](?:: |>|[ \\t])',
      'status ?code(?: is| was| of)?[:=]? ?["\']?[A-Z]{3}',
      '::[A-Za-z]{3,40}: [A-Z]',
      '[45]\\d\\d Unknown Status',
      'too many [45]\\d\\d',
      '(?:Not Found|Bad Request|Forbidden|Unauthorized|Server Error|Unavailable|Not Allowed|Too Many Requests|Gone): /',
      '\\[\\d{1,3}m[45]\\d\\d',
      '(?<=[ "])[45]\\d\\d [\\d-]',
      '(?<![\\w.,:/=$-])[45]\\d\\d(?=\\)?:?(?: -)? {1,2}["\'(]?[A-Z][a-z]|\\)?:?\\s{0,20}-?\\s{0,20}\\{|[^\\S\\n]{0,200}$)',
      '[A-Za-z]{4} \\([45]\\d\\d\\)',
      '["\']?\\bcode\\b["\']?\\]?\\s{0,40}(?:[:=]>?|-)',
    ];
    const phrases = entries
      .flatMap((entry) => (entry.kind === 'status' ? (entry.titles ?? []) : []))
      .map(escapeForPattern);
    contexts.push(`^[ \\t]*(?:${[...new Set(phrases)].join('|')})[ \\t]*\\r?$`);
    const sorted = [...literals].sort((a, b) => b.length - a.length).map(escapeForPattern);
    // A method comes last: whether a number follows it is looked up for all methods of a line at once.
    this.#pattern = new RegExp([...contexts, ...sorted, `(?<method>(?:${methods}) )`].join('|'), 'gim');
  }

  /** Offsets of places worth a look, ascending. */
  *scan(text: string): Generator<number> {
    // Several texts may be read by turns, so each has its own place.
    const pattern = new RegExp(this.#pattern);
    const numbers = new RegExp(numberAfterMethod);
    let number = numbers.exec(text);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const method = match.groups?.['method'];
      if (method === undefined) {
        yield match.index;
        if (match[0] === '') {
          pattern.lastIndex++;
        }
        continue;
      }
      const least = match.index + method.length + 1;
      while (number && number.index < least) {
        numbers.lastIndex = Math.max(numbers.lastIndex, least);
        number = numbers.exec(text);
      }
      if (number && number.index - least < longestRequest && !text.slice(match.index, number.index).includes('\n')) {
        yield match.index;
        pattern.lastIndex = Math.max(pattern.lastIndex, number.index + number[0].length);
      } else {
        pattern.lastIndex = match.index + 1;
      }
    }
  }
}

/** The longest word of a text that is never broken or varied: the rarest to look for. */
function anchorWord(text: string): string | undefined {
  const words = text.replace(/<[^>]*>/g, ' ').match(/[A-Za-z][A-Za-z-]{3,}/g) ?? [];
  return words.sort((a, b) => b.length - a.length)[0];
}
