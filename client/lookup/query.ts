/** Longer texts are no code and no message that anybody looks up. */
export const maxQueryLength = 300;

/** One line, trimmed, of a length that can be searched for. */
export function asQuery(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, maxQueryLength)
    .trimEnd();
}

/**
 * The code under the cursor, for a lookup to start with: a number of an error code's length, or a word that is written
 * like a code (`rate_limit_exceeded`, `too-many-connections`, `ECONNRESET`). An ordinary word or a long number is
 * rarely what somebody wants to look up, and an empty field is better than a wrong one.
 *
 * @param character zero-based UTF-16 offset in the line
 */
export function codeAt(line: string, character: number): string | undefined {
  // The window keeps this cheap on a line of megabytes; no code is longer.
  const start = Math.max(0, character - maxCodeLength);
  const window = line.slice(start, character + maxCodeLength);
  for (const match of window.matchAll(word)) {
    const from = start + match.index;
    if (from <= character && character <= from + match[0].length) {
      return looksLikeCode(match[0]) ? match[0] : undefined;
    }
  }
  return undefined;
}

const maxCodeLength = 100;

/** Letters, digits and what joins the words of a code. A full stop ends a sentence more often than it joins. */
const word = /[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*/g;

function looksLikeCode(text: string): boolean {
  return (
    text.length <= maxCodeLength &&
    (/^[1-9][0-9]{1,4}$/.test(text) || // 32, 429, 10007
      /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(text) || // rate_limit_exceeded
      /^[a-z]+(?:-[a-z]+)+$/.test(text) || // client-forbidden
      /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text) || // TOO_MANY_REQUESTS
      /^E[A-Z0-9]{4,}$/.test(text)) // ECONNRESET
  );
}
