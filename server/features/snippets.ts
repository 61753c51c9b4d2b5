/** A piece of an edit's text: as it is, or a snippet, which is one place for the cursor. */
export interface Segment {
  readonly text: string;
  readonly isPlace: boolean;
}

/** A place in a text: where its value is, or where the cursor ends when it has none. UTF-16 units. */
interface Place {
  readonly start: number;
  readonly value: string;
}

const decides = /\bidempotent(?:: |=)(?:true|false|True|False)\b/g;
const settings =
  /\b(?:idempotent|retries|base_?[dD]elay|cap|jitter|total_?[tT]ime)(?:: |=)(true|false|True|False|[\d_.]+)/g;
/** Where a handler says what a setting is when nobody sets it: `retries = 3`, `float $cap = 30`, `cap: float = 30.0`. */
const numbers = ['retries', 'base_?delay', 'cap', 'total_?time'].map(
  (name) => new RegExp(`(?<!\\w)\\$?${name}(?:: \\w+)? = ([\\d_.]*\\d)`, 'i'),
);

/**
 * The texts of edits in pieces: the settings of the wrapped call become places that Tab walks through, then the numbers
 * of the handler, and the cursor ends behind the call. Without a wrapped call there are no places.
 *
 * Only places are snippets, and the first piece of a text is one line: editors indent the other lines of a snippet.
 */
export function segmentsOf(texts: readonly string[]): readonly (readonly Segment[])[] {
  const calls = texts.filter((text) => [...text.matchAll(decides)].length === 1);
  const call = calls.length === 1 ? calls[0] : undefined;
  if (call === undefined) {
    return texts.map((text) => [{ text, isPlace: false }]);
  }
  // What stands before belongs to the call itself, whatever its names are.
  const start = call.search(decides);
  const own = [...call.slice(start).matchAll(settings)].map((match) => placeOf(match, start));
  const stops = new Map<string, readonly Place[]>([[call, [...own, { start: call.length, value: '' }]]]);
  for (const text of texts.filter((other) => other !== call)) {
    const found = numbers.map((number) => number.exec(text)).filter((match) => match !== null);
    // One alone may be anything.
    stops.set(text, found.length < 2 ? [] : found.map((match) => placeOf(match)).toSorted((a, b) => a.start - b.start));
  }
  let count = own.length;
  const order = new Map(texts.map((text) => [text, text === call ? 0 : count]));
  for (const text of texts.filter((other) => other !== call)) {
    order.set(text, count);
    count += stops.get(text)?.length ?? 0;
  }
  return texts.map((text) => cut(text, stops.get(text) ?? [], order.get(text) ?? 0));
}

/** The value that the first group of a match is. */
function placeOf(match: RegExpExecArray, offset = 0): Place {
  const value = match[1] ?? '';
  return { start: offset + match.index + match[0].length - value.length, value };
}

function cut(text: string, places: readonly Place[], before: number): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const addPlain = (end: number): void => {
    const line = text.indexOf('\n', at);
    const first = segments.length === 0 && line >= 0 && line < end ? line : end;
    segments.push({ text: text.slice(at, first), isPlace: false }, { text: text.slice(first, end), isPlace: false });
    at = end;
  };
  places.forEach(({ start, value }, index) => {
    addPlain(start);
    segments.push({ text: value ? `\${${String(before + index + 1)}:${value}}` : '$0', isPlace: true });
    at = start + value.length;
  });
  addPlain(text.length);
  return segments.filter((segment, index) => index === 0 || segment.text !== '');
}
