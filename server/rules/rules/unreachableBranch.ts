import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { isAnd } from '../../recogniser/source/operators';
import { alternative, type Asked, errorsAskedIn, errorsOfArm, isAskedOfEach, operatorBeside } from '../conditions';
import { covers, type Program } from '../program';
import type { Check, RuleFix } from '../rule';

/** Looks for a code under a status that it never comes with. */
export const unreachableBranch: Check = function* (program) {
  const conditions = program.flowsIn(program.root, 'branch').flatMap((branch) => program.conditions(branch));
  const asked = [
    ...conditions.map((condition) => errorsAskedIn(program, condition)),
    ...program.shapesIn(program.root, 'arm').map((arm) => errorsOfArm(program, arm)),
  ];
  for (const ofPlace of asked) {
    for (const { entry, others, finding, node } of ofPlace) {
      // Whatever it may be, it must be known to come with another status.
      const candidates = [entry, ...others.filter(({ kind }) => kind !== 'status')];
      if (entry.kind !== 'code' || candidates.some(({ http }) => http === undefined)) {
        continue;
      }
      const known = [...new Set(candidates.flatMap(statusesOf))];
      const statuses = statusesAround(program, node);
      if (statuses.length > 0 && !known.some((status) => statuses.includes(status))) {
        yield {
          rule: 'unreachable-branch',
          range: finding.range,
          message: `${finding.text} (${entry.title}) comes with ${known.join(' or ')}, not with ${statuses.join(' or ')}: this branch is never taken.`,
          entry: entry.id,
          ...program.fix(() => ofOwnStatus(program, node, known)),
        };
      }
    }
  }
};

function statusesOf(entry: Entry): readonly number[] {
  return entry.http === undefined ? [] : [entry.http, ...(entry.alsoHttp ?? [])];
}

/** Asks for the status that a code comes with, where one condition asks for both and for nothing else. */
function ofOwnStatus(program: Program, code: Node, [status, ...others]: readonly number[]): RuleFix | undefined {
  let comparison = code.parent;
  while (comparison && program.file.shape(comparison)?.is !== 'binary') {
    comparison = comparison.parent;
  }
  const both = comparison?.parent;
  const beside = both?.namedChildren.find((child) => child !== null && child.id !== comparison?.id);
  const isAlone = program
    .flowsIn(program.root, 'branch')
    .some((branch) =>
      program.conditions(branch).some(({ text }) => text === both?.text || text === `(${both?.text ?? ''})`),
    );
  const asked = beside ? exactlyAsked(program, beside) : [];
  const written = beside && asked.length === 1 ? beside.text.lastIndexOf(String(asked[0])) : -1;
  if (!both || !beside || status === undefined || others.length > 0 || !isAlone || written < 0) {
    return undefined;
  }
  const start = beside.startIndex + written;
  return {
    title: `Ask for ${status.toString()}, with which it comes`,
    edits: [{ range: { start, end: start + 3 }, newText: status.toString() }],
  };
}

/** The statuses to which what is around a place has narrowed the answer; empty when it has not. */
function statusesAround(program: Program, place: Node): number[] {
  for (let node = place; node.parent; node = node.parent) {
    const { parent } = node;
    const flow = program.flow(parent);
    if (program.file.shape(parent)?.is === 'binary' && isAnd(operatorBeside(program, parent, node))) {
      const asked = parent.namedChildren.flatMap((child) =>
        child && child.id !== node.id ? exactlyAsked(program, child) : [],
      );
      if (asked.length > 0) {
        return asked;
      }
    }
    // `[ "$error" = … ] && [ "$code" = 429 ]`
    const second = flow?.is === 'branch' && flow.token === '&&' ? program.part(parent, 'then') : null;
    if (second && second.id !== node.id) {
      const asked = exactlyAsked(program, second);
      if (asked.length > 0) {
        return asked;
      }
    }
    const isArm = program.file.shape(parent)?.is === 'arm';
    const clause = flow?.is === 'catch' ? headOf(parent) : null;
    const heads = flow?.is === 'branch' ? program.conditions(parent) : clause ? [clause] : [];
    const body = isArm ? parent : flow?.is === 'branch' ? program.part(parent, 'then') : parent;
    const isOpposite = flow?.is === 'branch' && flow.denies === true;
    if (isArm || (body && !isOpposite && covers(body, place) && !heads.some((head) => covers(head, place)))) {
      const asked = isArm
        ? armStatuses(program, parent)
        : heads.flatMap((head) => exactlyAsked(program, head, flow?.is === 'catch'));
      if (asked.length > 0) {
        return body && isAskedAnew(program, body, place) ? [] : asked;
      }
    }
    if (flow?.is === 'function' && !isAskedOfEach(program, parent)) {
      return [];
    }
  }
  return [];
}

/** The part of a catch clause that names classes. */
function headOf(clause: Node): Node | null {
  return clause.namedChild(0);
}

/** The statuses of a condition that is true for nothing else. */
function exactlyAsked(program: Program, condition: Node, isClause = false): number[] {
  const asked = isClause ? namedIn(program, condition) : errorsAskedIn(program, condition);
  const statuses = asked.filter(({ entry }) => entry.kind === 'status').map(({ entry }) => Number(entry.value));
  const alternatives = condition.text.split(alternative).length;
  return !isClause && alternatives > Math.max(1, asked.length) ? [] : statuses;
}

function namedIn(program: Program, head: Node): Pick<Asked, 'entry'>[] {
  const named = program.errors.filter(({ finding }) =>
    covers(head, { startIndex: finding.range.start, endIndex: finding.range.end }),
  );
  // A class that is not known may stand for any status.
  return /,/.test(head.text) && head.text.split(',').length > named.length ? [] : named;
}

/** The statuses for which an arm is entered, with those of the empty arms before it. */
function armStatuses(program: Program, arm: Node): number[] {
  const statuses = errorsOfArm(program, arm).filter(({ entry }) => entry.kind === 'status');
  const before = arm.previousNamedSibling;
  const fallsThrough = before && program.file.shape(before)?.is === 'arm' && before.namedChildCount <= 1;
  return [
    ...statuses.map(({ entry }) => Number(entry.value)),
    ...(fallsThrough && statuses.length > 0 ? armStatuses(program, before) : []),
  ];
}

/** What follows another request speaks of its answer. */
function isAskedAnew(program: Program, body: Node, place: Node): boolean {
  return program.requestsIn(body).some(({ node }) => node.startIndex < place.startIndex);
}
