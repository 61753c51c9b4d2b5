import type { Node } from '@vscode/tree-sitter-wasm';
import type { Check } from '../rule';
import type { Way } from '../ways';
import { hasKey, isRead, isUnsafeWrite, looks } from './writes';

const leftOpen = /^(?:408|504)$/;

/** Repeats a write of which nobody knows whether it happened. */
export const retriesUnknownOutcome: Check = function* (program) {
  for (const repetition of program.repetitions) {
    const { ways, requests } = repetition;
    const writes = requests.some(isUnsafeWrite) && !hasKey(program, repetition);
    for (const way of ways) {
      if (looks.test(way.body.text)) {
        continue;
      }
      for (const { finding, entry, node } of way.errors) {
        const isOpen =
          entry.strategy.name === 'verify-first' ? !requests.every(isRead) : writes && leftOpen.test(entry.value);
        if (isOpen) {
          yield {
            rule: 'retries-unknown-outcome',
            range: { start: node.startIndex, end: node.endIndex },
            message: `After ${finding.text} nobody knows whether the write happened. Repeating it without a look may do it twice.`,
            entry: entry.id,
          };
        }
      }
      if (way.lost && writes) {
        yield {
          rule: 'retries-unknown-outcome',
          range: headOf(way, way.lost),
          message:
            'The answer was lost, not the request: the write may have happened. Repeating it without a look may do it twice.',
        };
      }
    }
  }
};

/** What asks for the lost answer, without the body that follows. */
function headOf({ body }: Way, lost: Node): { start: number; end: number } {
  const end = lost.startIndex < body.startIndex && body.startIndex < lost.endIndex ? body.startIndex : lost.endIndex;
  const text = lost.text.slice(0, end - lost.startIndex);
  return { start: lost.startIndex, end: lost.startIndex + (text.split('\n')[0] ?? '').trimEnd().length };
}
