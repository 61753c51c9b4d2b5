/** Walks over the lines around a line, the nearest first. */

/** The lines above an offset at which a line begins, each as a whole. */
export function* linesAbove(text: string, from: number): Generator<string> {
  for (let end = from - 1; end > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    yield text.slice(start, end);
    end = start - 1;
  }
}

/** The lines below an offset at which a line ends. */
export function* linesBelow(text: string, to: number): Generator<string> {
  for (let start = text.indexOf('\n', to) + 1; start > 0 && start < text.length;) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    start = end + 1;
  }
}

/** The first lines of a walk, up to so many and so many UTF-16 units in all. */
export function nearest(walk: Iterable<string>, most: { readonly lines: number; readonly units?: number }): string[] {
  const result: string[] = [];
  let left = most.units ?? Infinity;
  for (const line of walk) {
    left -= line.length + 1;
    if (left < 0 || result.push(line) === most.lines) {
      break;
    }
  }
  return result;
}
