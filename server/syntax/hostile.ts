/** How far apart a text is probed, and how long a repeated part may be, in UTF-16 units. */
const stride = 1_000;
const longestPart = 32;
/** So often no program repeats a part that opens something. */
const mostRepeats = 500;

/**
 * Whether a text repeats a part that opens more than it closes over and over: `((((`, `<div><div>`, `a[a[`. It is no
 * program, and its nesting would take the parser minutes, or more stack than it has.
 */
export function nestsWithoutEnd(text: string): boolean {
  for (let at = 0; at < text.length; at += stride) {
    const part = repeatedPart(text, at);
    if (part !== undefined && opens(part) && isRepeated(text, at, part.length)) {
      return true;
    }
  }
  return false;
}

/** The shortest part that the text repeats at an offset. */
function repeatedPart(text: string, at: number): string | undefined {
  const first = text.charCodeAt(at);
  for (let length = 1; length <= longestPart; length++) {
    // Most are told apart by their first unit.
    const part = text.charCodeAt(at + length) === first ? text.slice(at, at + length) : undefined;
    if (part !== undefined && text.startsWith(part, at + length) && text.startsWith(part, at + 2 * length)) {
      return part;
    }
  }
  return undefined;
}

function isRepeated(text: string, at: number, length: number): boolean {
  const end = at + length * mostRepeats;
  for (let index = at; index < end; index++) {
    if (text.charCodeAt(index) !== text.charCodeAt(index + length)) {
      return false;
    }
  }
  return true;
}

/** Tags open with `<div>` and close with `</div>` or `/>`, so that a lone `<` opens as well. */
function opens(part: string): boolean {
  // The part may begin anywhere in what is repeated.
  const twice = part + part;
  const count = (pattern: RegExp) => twice.match(pattern)?.length ?? 0;
  return count(/[([{]/g) > count(/[)\]}]/g) || count(/<(?![/=\s])/g) > count(/<\/|\/>/g) || /\|[a-z]\|/.test(twice);
}
