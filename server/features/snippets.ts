/** An edit's text, and the indentation of the line that it starts on. */
export interface SnippetText {
  readonly newText: string;
  readonly indentation: string;
}

/** What each wrapped call leaves to its owner, by its name or, where a language has no such, by its place. */
const decides = new RegExp(
  [
    /\bidempotent(?:: |=)(?:true|false|True|False)\b/,
    /\bfind(?:: |=)(?:undefined|null|nil|None)\b/,
    /\bsilence(?:: |=)\d[\d_]*/,
    /(?<=\bverifyFirst\(.*, )nil(?=\)$)/,
    /(?<=\bVerification\.send\(.*, )null(?=\)$)/,
    /(?<=\bverification(?:_async)?::call\()None\b/,
    /(?<=\bcurl_with_verification )''/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);
const settings =
  /\b(idempotent|find|silence|retries|base_?[dD]elay|cap|jitter|total_?[tT]ime)(: |=)(true|false|True|False|undefined|null|nil|None|[\d_.]+)/g;
/** Where a handler says what a setting is when nobody sets it: `retries = 3`, `float $cap = 30`, `cap: float = 30.0`. */
const numbers = ['retries', 'base_?delay', 'cap', 'total_?time'].map(
  (name) => new RegExp(`(?<!\\w)\\$?${name}(?:: \\w+)? = (?=[\\d])`, 'i'),
);

/**
 * The texts of edits as snippets, in their order: the settings of the wrapped call become places that Tab walks
 * through, then the numbers of the handler, and the cursor ends behind the call. Undefined for a text that stays as it
 * is. Editors indent the lines of a snippet once more, so a call of several lines gets no places, and the handler none
 * where its line is indented.
 */
export function snippetsOf(edits: readonly SnippetText[]): readonly (string | undefined)[] {
  let place = 0;
  const stop = (value: string): string => `\${${String(++place)}:${value}}`;
  const calls = edits.filter(({ newText }) => [...newText.matchAll(decides)].length === 1);
  const call = calls.length === 1 ? calls[0] : undefined;
  const wrapped = call?.newText;
  if (wrapped === undefined || wrapped.includes('\n')) {
    return edits.map(() => undefined);
  }
  const start = wrapped.search(decides);
  // What stands before belongs to the call itself, whatever its names are.
  const own = placesIn(wrapped.slice(start), stop);
  const snippet = `${escapeSnippet(wrapped.slice(0, start))}${own}$0`;
  return edits.map((edit) => (edit === call ? snippet : handlerSnippet(edit, stop)));
}

/** The settings of a call as places, or the one that its place tells. */
function placesIn(text: string, stop: (value: string) => string): string {
  const alone = /^(?:nil|null|None|'')(?!\w)/.exec(text)?.[0];
  return alone === undefined
    ? escapeSnippet(text).replace(
        settings,
        (_, name: string, equals: string, value: string) => name + equals + stop(value),
      )
    : stop(alone) + escapeSnippet(text.slice(alone.length));
}

/** A handler with its numbers as places. Undefined for other texts, and where an editor would move its lines. */
function handlerSnippet({ newText, indentation }: SnippetText, stop: (value: string) => string): string | undefined {
  const found = numbers
    .map((number) => number.exec(newText))
    .filter((match) => match !== null)
    .map((match) => match.index + match[0].length);
  if (found.length < 2 || indentation !== '') {
    return undefined;
  }
  let result = '';
  let at = 0;
  for (const start of found.toSorted((a, b) => a - b)) {
    const value = /^[\d_.]*\d/.exec(newText.slice(start))?.[0] ?? '';
    result += escapeSnippet(newText.slice(at, start)) + stop(value);
    at = start + value.length;
  }
  return result + escapeSnippet(newText.slice(at));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
