import type { OffsetRange } from '../../../shared/finding';
import type { Scalar, Structure, Value } from '../dump';

/** Most lines outside of all values that are read. A text with more of them is no JSON. */
const mostLines = 1_000;
/** Longer lines are not read, in UTF-16 units. */
const longestLine = 2_000;
/** Two words of which one may be a number: a number alone is a value. */
const words = /[A-Za-z]\W+\w|\d\W+[A-Za-z]/;

/**
 * The lines of a text that are not JSON: what stands above, between or below its values, as notes and terminals have it
 * (`409 Conflict`, `HTTP/1.1 404 Not Found`).
 * @param root the outermost structure of the text
 */
export function linesOutside(text: string, root: Structure): OffsetRange[] {
  const lines: OffsetRange[] = [];
  const isWord = (value: Value): value is Scalar => value.type === 'scalar' && !value.quoted;
  const places = [
    ...root.items.filter(isWord).map(({ range }) => range.start),
    ...root.fields.filter(({ keyRange }) => text[keyRange.start - 1] !== '"').map(({ keyRange }) => keyRange.start),
  ].sort((a, b) => a - b);
  for (const place of places) {
    if (lines.length === mostLines) {
      break;
    }
    if (place < (lines.at(-1)?.end ?? 0)) {
      continue;
    }
    const start = text.lastIndexOf('\n', place) + 1;
    const lineEnd = text.indexOf('\n', place);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (end - start <= longestLine && words.test(text.slice(start, end))) {
      lines.push({ start, end });
    }
  }
  return lines;
}
