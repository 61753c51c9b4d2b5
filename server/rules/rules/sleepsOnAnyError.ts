import type { Node } from '@vscode/tree-sitter-wasm';
import { covers, type Program } from '../program';
import type { Check, RuleFix } from '../rule';
import type { Request } from '../requests';
import type { Way } from '../ways';
import { isAwaited } from './writes';

/** Catches everything, waits, and goes on as if every error were a rate limit. */
export const sleepsOnAnyError: Check = function* (program) {
  for (const repetition of program.repetitions) {
    const { ways, requests } = repetition;
    if (isAwaited(program, repetition)) {
      continue;
    }
    for (const way of ways) {
      const sleep = way.kind === 'catch' ? way.sleeps[0] : undefined;
      const [request] = requests;
      if (!sleep || !request || !catchesAll(program, way.node) || looksAtError(program, way)) {
        continue;
      }
      const seesStatus = throwsOnStatus(program, way.node, request);
      if (!seesStatus && !program.language.namesErrors) {
        continue;
      }
      yield {
        rule: 'sleeps-on-any-error',
        range: { start: sleep.node.startIndex, end: sleep.node.endIndex },
        message: seesStatus
          ? 'Every error is waited out here, also those that no wait can pass: a wrong request, refused credentials, a used-up quota, a mistake in this program.'
          : 'Every error is waited out here, also those that no wait can pass: a wrong address, a refused certificate, a mistake in this program.',
        ...program.fix(() => catchLimit(program, way.node, request.call.client)),
      };
    }
  }
};

/** Catches the error of the limit alone, of a client that has one. */
function catchLimit(program: Program, clause: Node, client: string): RuleFix | undefined {
  const limit = program.language.limitErrors?.find((error) => error.client === client && program.says(error.module));
  const head = limit?.head.exec(program.file.textOf(clause, 200));
  const [written = '', before = '', caught = ''] = head ?? [];
  if (!limit || !head || !written.startsWith(before)) {
    return undefined;
  }
  const start = clause.startIndex + (caught === '' ? before.trimEnd() : before).length;
  return {
    title: `Catch ${limit.name} alone`,
    edits: [{ range: { start, end: start + caught.length }, newText: caught === '' ? ` ${limit.name}` : limit.name }],
  };
}

function catchesAll(program: Program, clause: Node): boolean {
  return program.language.catchesAll.test(program.file.textOf(clause, 80));
}

/** A statement and those that follow it. */
function fromOn(statement: Node): Node[] {
  const next = statement.nextNamedSibling;
  return next ? [statement, ...fromOn(next)] : [statement];
}

const limitOfAttempts = /\b(?:[ijkn]|\w*(?:attempt|tries|retr|count|max|left|remaining)\w*)\b/i;

/** Whether the clause does more with the error than to print it; a look at the number of attempts is none. */
function looksAtError(program: Program, { node, body }: Way): boolean {
  const error = program.part(node, 'error');
  const name = /(\w+)\W*$/.exec(error?.text ?? '')?.[1] ?? program.language.errorName ?? '';
  const parts = covers(node, body) ? [body] : fromOn(body);
  if (parts.some((part) => program.flowsIn(part, 'switch').length > 0)) {
    return true;
  }
  const branches = parts.flatMap((part) => program.flowsIn(part, 'branch'));
  const isOfAttempts = branches.every((branch) => {
    const conditions = program.conditions(branch);
    const condition = conditions.map(({ text }) => text).join();
    return (
      conditions.every((each) => program.errorsIn(each).length === 0) &&
      limitOfAttempts.test(condition) &&
      !(name !== '' && new RegExp(`(?<!\\w)${name}(?!\\w)`).test(condition))
    );
  });
  return branches.length > 0 ? !isOfAttempts : parts.some(({ text }) => program.language.looksAtError.test(text));
}

/** Some clients report a status in the result; the clause sees it only when something makes it an error. */
function throwsOnStatus(program: Program, clause: Node, { node, call }: Request): boolean {
  const attempt = program.attempt(clause) ?? (program.language.failures?.ofItself ? node : undefined);
  const { names, raises } = program.language.quietClients;
  return !names.test(call.client) || raises.test(attempt?.text ?? '');
}
