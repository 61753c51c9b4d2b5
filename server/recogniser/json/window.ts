import { createScanner } from 'jsonc-parser';
import { neighbourhood } from './neighbourhood';

/**
 * How far around a place of a large JSON document is read to answer for that place, in UTF-16 units. An error whose
 * object reaches farther is seen as far as that, and what an object around it farther away says is not.
 */
export const jsonReach = 16 * 1_024;
/** How far it is enough to read where the objects around a place are short, as those of most lists are. UTF-16 units. */
export const shortReach = jsonReach / 4;
/** An error, what carries it, and the record that both are in. */
const levels = 3;

/**
 * Where reading can begin inside of a document: behind a line end, which no string contains, else before an object of a
 * list in one line. Undefined when the first half of a reach has neither.
 * @param text what is before the place that is asked for
 * @param reach how far is read, in UTF-16 units
 */
export function startInside(text: string, reach: number): number | undefined {
  const head = text.slice(0, reach / 2);
  const lineEnd = head.indexOf('\n');
  if (lineEnd >= 0) {
    return lineEnd + 1;
  }
  const seam = /[}\]"\d],\{"/.exec(head);
  return seam ? seam.index + 2 : undefined;
}

/**
 * Whether a part of a document holds what a place in it is judged by: the objects and lists around the place, with what
 * counts as near them.
 * @param place offset in the part
 */
export function isEnclosed(part: string, place: number): boolean {
  const scanner = createScanner(part, true);
  const open: number[] = [];
  // Of what is open at the place: how many are closed by now.
  let closed = 0;
  let inner = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0 && closed < levels; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    if (offset > part.length - neighbourhood) {
      return false;
    }
    const first = part[offset] ?? '';
    const isAfter = offset >= place;
    if (first === '{' || first === '[') {
      if (isAfter) {
        inner++;
      } else {
        open.push(offset);
      }
    } else if (first === '}' || first === ']') {
      if (!isAfter) {
        open.pop();
      } else if (inner > 0) {
        inner--;
      } else {
        closed++;
      }
    }
  }
  return closed === levels && (open.at(-levels) ?? 0) >= neighbourhood;
}
