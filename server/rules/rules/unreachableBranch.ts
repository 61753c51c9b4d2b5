import type { Entry } from '../../../shared/catalog/catalog';
import { errorsAskedIn } from '../conditions';
import { covers } from '../program';
import type { Check } from '../rule';

/** Looks for a code under a status that it never comes with. */
export const unreachableBranch: Check = function* (program) {
  for (const branch of program.flowsIn(program.root, 'branch')) {
    const condition = program.part(branch, 'condition');
    const body = program.part(branch, 'then');
    const statuses = condition ? errorsAskedIn(program, condition).filter(({ entry }) => entry.kind === 'status') : [];
    if (!body || statuses.length === 0) {
      continue;
    }
    const asked = new Set(statuses.map(({ entry }) => Number(entry.value)));
    for (const inner of program.flowsIn(body, 'branch')) {
      // What follows another request speaks of its answer.
      if (program.requestsIn(body).some(({ node }) => node.startIndex < inner.startIndex)) {
        continue;
      }
      const test = program.part(inner, 'condition');
      for (const { entry, others, finding } of test ? errorsAskedIn(program, test) : []) {
        // Whatever it may be, it must be known to come with another status.
        const candidates = [entry, ...others.filter(({ kind }) => kind !== 'status')];
        const known = [...new Set(candidates.flatMap(statusesOf))];
        const isSure = entry.kind === 'code' && candidates.every(({ http }) => http !== undefined);
        if (isSure && covers(body, inner) && !known.some((status) => asked.has(status))) {
          yield {
            rule: 'unreachable-branch',
            range: finding.range,
            message: `${finding.text} (${entry.title}) comes with ${known.join(' or ')}, not with ${[...asked].join(' or ')}: this branch is never taken.`,
            entry: entry.id,
          };
        }
      }
    }
  }
};

function statusesOf(entry: Entry): readonly number[] {
  return entry.http === undefined ? [] : [entry.http, ...(entry.alsoHttp ?? [])];
}
