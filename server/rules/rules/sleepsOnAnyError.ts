import type { Node } from '@vscode/tree-sitter-wasm';
import type { Program } from '../program';
import type { Check } from '../rule';

/** Catches everything, waits, and goes on as if every error were a rate limit. */
export const sleepsOnAnyError: Check = function* (program) {
  for (const { ways, requests } of program.repetitions) {
    for (const way of ways) {
      const sleep = way.kind === 'catch' ? way.sleeps[0] : undefined;
      const call = requests[0]?.call;
      if (!sleep || !call || !catchesAll(program, way.node) || looksAtError(program, way.node)) {
        continue;
      }
      if (!throwsOnStatus(program, way.node, call.client)) {
        continue;
      }
      yield {
        rule: 'sleeps-on-any-error',
        range: { start: sleep.node.startIndex, end: sleep.node.endIndex },
        message:
          'Every error is waited out here, also those that no wait can pass: a wrong request, refused credentials, a used-up quota, a mistake in this program.',
      };
    }
  }
};

function catchesAll(program: Program, clause: Node): boolean {
  return program.language.catchesAll.test(program.file.textOf(clause, 80));
}

/** Whether the clause does more with the error than to print it. */
function looksAtError(program: Program, clause: Node): boolean {
  return program.language.looksAtError.test(program.part(clause, 'body')?.text ?? '');
}

/** Some clients report a status in the result; the clause sees it only when something makes it an error. */
function throwsOnStatus(program: Program, clause: Node, client: string): boolean {
  const attempt = (clause.parent && program.part(clause.parent, 'body'))?.text ?? '';
  const { names, raises } = program.language.quietClients;
  return !names.test(client) || raises.test(attempt);
}
