import { writtenOut } from '../addresses';
import type { Check } from '../rule';
import { covers, type Program } from '../program';
import type { Request } from '../requests';
import { isAwaited, local } from './writes';

/** Whether a request is made again after a failure, not to wait until something has started. */
function isMadeAgain(program: Program, { node }: Request): boolean {
  return program.repetitions.some((repetition) => covers(repetition.node, node) && !isAwaited(program, repetition));
}

/** What a module is taken from. */
const imported = /^(?:await\s+)?(?:require|import)\(/;

/** Sends a request with a client that waits for ever unless told otherwise. */
export const noTimeout: Check = function* (program) {
  const { limitless, limits, limitsAll } = program.language;
  if (limitsAll && program.says(limitsAll)) {
    return;
  }
  for (const request of program.requests) {
    const { call, node } = request;
    const known = limitless.filter(({ callee }) => callee.test(call.name));
    // A function of this file is another one, and a server on this machine answers or does not exist.
    if (
      program.file.bindings(call.name).some(({ value }) => !imported.test(value?.text.slice(0, 20) ?? '')) ||
      local.test(writtenOut(program, node).slice(0, 400))
    ) {
      continue;
    }
    // What comes from elsewhere may set a limit.
    if (call.hasLimit || known.length === 0 || limits.test(call.args.text)) {
      continue;
    }
    const around = known.every(({ when, unless }) => !when && !unless) ? '' : program.functionAround(node).text;
    const missing = known.find(
      ({ when, unless, isRepeated }) =>
        (when?.test(around) ?? true) && !unless?.test(around) && (!isRepeated || isMadeAgain(program, request)),
    );
    if (!missing) {
      continue;
    }
    yield {
      rule: 'no-timeout',
      range: {
        start: node.startIndex,
        end: Math.max(node.startIndex + 1, Math.min(call.args.startIndex, node.endIndex)),
      },
      message: `${call.name} has no time limit of its own: when the server does not answer, this waits for ever.`,
      ...program.fix(() => {
        const edits = missing.limit?.(program, request);
        return edits && { title: `Give up on ${call.name} after 10 s`, edits };
      }),
    };
  }
};
