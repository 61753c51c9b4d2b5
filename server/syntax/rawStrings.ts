/**
 * Raw strings of Swift, `#"\d"#`. The scanner of Swift's grammar keeps how many `#` the string around it has in memory that
 * nobody clears, so only the first parser of a process reads them for certain.
 */
const rawString = /(?<!#)(#{1,8})(?:"""([^]{0,20000}?)"""|"([^"\n][^\n]{0,2000}?|)")\1(?!#)/g;

/** A text with more of them is data, and each may be looked for up to the bounds above. */
const mostRawStrings = 1_000;

/** What is an escape or an end in a string that is not raw. */
const special = /["\\]/g;

/** Whether the parser reads a text otherwise than it is written: it is no edit of another one. */
export function mayHoldRawStrings(grammar: string, text: string): boolean {
  return grammar === 'tree-sitter-swift' && text.includes('#"') && text.split('#"').length <= 2 * mostRawStrings;
}

/** A text in which the strings that a grammar does not read for certain are plain ones, each at its place and as long. */
export function withPlainStrings(grammar: string, text: string): string {
  return !mayHoldRawStrings(grammar, text)
    ? text
    : text.replace(rawString, (_, hashes: string, lines: string | undefined, words: string | undefined) => {
        const quotes = lines === undefined ? '"' : '"""';
        const blank = ' '.repeat(hashes.length);
        return `${blank}${quotes}${(lines ?? words ?? '').replace(special, "'")}${quotes}${blank}`;
      });
}
