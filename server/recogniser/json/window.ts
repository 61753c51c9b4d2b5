/**
 * How far around a place of a large JSON document is read to answer for that place, in UTF-16 units. An error whose
 * object reaches farther is seen as far as that, and what an object around it farther away says is not.
 */
export const jsonReach = 16 * 1_024;

/**
 * Where reading can begin inside of a document: behind a line end, which no string contains, else before an object of a
 * list in one line. Undefined when the first half of a reach has neither.
 * @param text what is before the place that is asked for
 */
export function startInside(text: string): number | undefined {
  const head = text.slice(0, jsonReach / 2);
  const lineEnd = head.indexOf('\n');
  if (lineEnd >= 0) {
    return lineEnd + 1;
  }
  const seam = /[}\]"\d],\{"/.exec(head);
  return seam ? seam.index + 2 : undefined;
}
