import type { Node } from '@vscode/tree-sitter-wasm';
import { writtenOut } from '../addresses';
import type { Program } from '../program';
import { sleepsIn } from '../waits';
import type { Check } from '../rule';

const remaining = /x-rate-?limit-remaining/i;
const answersLimit = /\b429\b|too_?many_?requests|retry-?_?after|rate_?limit_?(?:error|exceeded)/i;

/** Decides by the remaining requests alone when to wait. */
export const gatesOnRemaining: Check = function* (program) {
  if (!program.says(remaining)) {
    return;
  }
  for (const branch of program.flowsIn(program.root, 'branch')) {
    const condition = program.conditions(branch).find((each) => readsRemaining(program, each));
    const body = program.part(branch, 'then');
    if (!condition || !body || sleepsIn(program, body).length === 0) {
      continue;
    }
    if (answersLimit.test(program.textAround(branch))) {
      continue;
    }
    yield {
      rule: 'gates-on-remaining',
      range: { start: condition.startIndex, end: condition.endIndex },
      message:
        'x-rate-limit-remaining tells of one window only. A 429 of another limit (24 hours, the month, the app) comes while requests remain, and nothing here answers it.',
      entry: 'http/429',
    };
  }
};

/** Whether a condition looks at the header, or at a name that was set to it. */
function readsRemaining(program: Program, condition: Node): boolean {
  if (remaining.test(writtenOut(program, condition))) {
    return true;
  }
  return condition.descendantsOfType(program.nameTypes).some((name) => {
    const value = name && program.valueOf(name);
    return value ? remaining.test(writtenOut(program, value)) : false;
  });
}
