import type { Knowledge } from '../knowledge';
import { weigh, type Weighed } from './weighing';

/** What sets a colour in a terminal, also where a viewer has eaten the escape character. */
const colour = /\u001b?\[\d{1,3}(?:;\d{1,3}){0,4}m(?!s\])/g;

/** A line whose colours are spaces: as good as these, and of the same length. */
export function withoutColours(printed: string): string {
  return printed.replace(colour, (sequence) => ' '.repeat(sequence.length));
}

/** A text without its colours, and where what is left stood with them. */
export function uncoloured(printed: string): {
  readonly line: string;
  readonly offsetOf: (offset: number) => number;
} {
  const removed: { readonly at: number; readonly length: number }[] = [];
  let total = 0;
  const line = printed.replace(colour, (sequence: string, index: number) => {
    removed.push({ at: index - total, length: sequence.length });
    total += sequence.length;
    return '';
  });
  const offsetOf = (offset: number) =>
    removed.reduce((sum, { at, length }) => (at <= offset ? sum + length : sum), offset);
  return { line, offsetOf };
}

/** Weighs the numbers of a line as if it had no colours: `error (\u001b[33m401\u001b[0m)`. Ranges in offsets of the line. */
export function weighPrinted(
  printed: string,
  knowledge: Knowledge,
  options: Parameters<typeof weigh>[2] = {},
): Weighed[] {
  if (printed.search(colour) < 0) {
    return weigh(printed, knowledge, options);
  }
  const kept: number[] = [];
  let line = '';
  let last = 0;
  const keep = (start: number, end: number) => {
    for (let offset = start; offset < end; offset++) {
      kept.push(offset);
    }
    line += printed.slice(start, end);
  };
  for (const { 0: sequence, index } of printed.matchAll(colour)) {
    keep(last, index);
    last = index + sequence.length;
    // A colour between two words parts them.
    if (/\w$/.test(line) && /^\w/.test(printed.slice(last, last + 1))) {
      kept.push(index);
      line += ' ';
    }
  }
  keep(last, printed.length);
  const { isKnown } = options;
  return weigh(line, knowledge, {
    ...options,
    ...(isKnown && { isKnown: (start: number) => isKnown(kept[start] ?? printed.length) }),
  }).map((weighed) => ({
    ...weighed,
    range: {
      start: kept[weighed.range.start] ?? printed.length,
      end: (kept[weighed.range.end - 1] ?? printed.length) + 1,
    },
  }));
}
