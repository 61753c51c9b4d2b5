import type { OffsetRange, ServerWait } from '../../shared/finding';
import { answersByAddress } from './answersByAddress';
import { mostCandidates, ownCandidates, waitIn } from './body';
import { type Reading, type ReadWords, surely } from './texts';
import type { Candidate, ErrorGroup } from './candidate';
import { codeCandidates } from './codeInTexts';
import { countsByStatus } from './countsByStatus';
import type { Structure, Value } from './dump';
import type { Node, Scope } from './errorObject';
import { GroupList } from './groupList';
import { listedStatuses } from './listedStatuses';
import type { Knowledge } from './knowledge';
import { statusesByKey } from './statusesByKey';
import { atOnce } from './paced';

/** The groups of the structures that are read. */
type Below = Map<Structure, GroupList | undefined>;

/** See {@link structureSteps}, in one go. */
export function recogniseStructure(...args: Parameters<typeof structureSteps>): ErrorGroup[] {
  return atOnce(structureSteps(...args));
}

/**
 * The errors in a structure and everything below it. An object and the one error that it carries are one group.
 * @param text the whole document; the ranges of the structure refer to it
 * @param scope of the outermost structure
 */
export function* structureSteps(
  text: string,
  root: Structure,
  knowledge: Knowledge,
  scope: Scope,
  readWords?: ReadWords,
): Generator<void, ErrorGroup[]> {
  const below: Below = new Map();
  yield* readAll({ text, knowledge, readWords }, { structure: root, key: '', scope, parent: undefined }, below);
  return below.get(root)?.toArray() ?? [];
}

/**
 * The errors of which a part touches a place, as they are among all errors of the structure. Reads what the place lies in,
 * from the inside outwards, and beside it only what may have to do with the place's error.
 */
export function* groupsAt(
  text: string,
  root: Structure,
  knowledge: Knowledge,
  asked: OffsetRange,
  readWords?: ReadWords,
): Generator<void, ErrorGroup[]> {
  const reading = { text, knowledge, readWords };
  const below: Below = new Map();
  const touches = ({ range }: { readonly range: OffsetRange }) => range.start <= asked.end && range.end >= asked.start;
  const isAsked = ({ candidates }: ErrorGroup) => candidates.some(touches);
  const outermost: Node = { structure: root, key: '', scope: 'object', parent: undefined };
  for (const node of (yield* flatten(outermost, ({ structure }) => touches(structure))).reverse()) {
    const own = ownCandidates(reading, node);
    const { fields, items } = childrenOf(node);
    if (
      ![...own, ...apartCandidates(reading, node)].some(touches) &&
      ![...fields, ...items].some(({ structure }) => below.has(structure))
    ) {
      yield;
      continue;
    }
    for (const child of fields) {
      yield* readAll(reading, child, below);
    }
    // Of a list only the first error may belong to what is around the list, and to some of that only if it is alone.
    const at = items.findIndex(({ structure }) => below.has(structure));
    const after = items.slice(Math.max(0, at)).filter(({ structure }) => !below.has(structure));
    yield* readUntilError(reading, items.slice(0, Math.max(0, at)).reverse(), below);
    yield* readUntilError(reading, after, below);
    const groups = joinedGroups(reading, node, own, below);
    below.set(node.structure, groups);
    if (groups && !groups.isSingle && !isAsked(groups.first)) {
      return groups.toArray().filter(isAsked);
    }
  }
  return (below.get(root)?.toArray() ?? []).filter(isAsked);
}

/** Reads a structure and everything below it. */
function* readAll(reading: Reading, outermost: Node, below: Below): Generator<void> {
  if (below.has(outermost.structure)) {
    return;
  }
  // Children come after their parents, so going backwards every structure finds its children done.
  for (const node of (yield* flatten(outermost)).reverse()) {
    below.set(node.structure, joinedGroups(reading, node, ownCandidates(reading, node), below));
    yield;
  }
}

/** Reads structures one after the other until one has an error. */
function* readUntilError(reading: Reading, nodes: readonly Node[], below: Below): Generator<void> {
  for (const node of nodes) {
    yield* readAll(reading, node, below);
    if (below.get(node.structure)) {
      return;
    }
  }
}

/** The groups of a structure whose children are read. */
function joinedGroups(reading: Reading, node: Node, own: readonly Candidate[], below: Below): GroupList | undefined {
  const { structure } = node;
  const ofFields = structure.fields.flatMap((f) => groupsOf(f.value, below));
  const ofItems = structure.items.flatMap((item) => groupsOf(item, below));
  const apart = apartCandidates(reading, node).map((c) => GroupList.of([{ candidates: [c] }]) ?? []);
  return GroupList.of([...join(own, waitIn(structure, reading.knowledge), ofFields), ...ofItems, ...apart.flat()]);
}

/** What a structure says of several errors, each of which is one of its own. */
function apartCandidates(reading: Reading, node: Node): Candidate[] {
  const { knowledge } = reading;
  // In a log they are settings that a program prints, and what has no number beside a word is not looked at.
  const listed = reading.readWords ? [...listedStatuses(node, knowledge), ...answersByAddress(node, knowledge)] : [];
  const byKey = node.scope === 'object' ? statusesByKey(node.structure, knowledge) : [];
  return [...countsByStatus(node, knowledge), ...byKey, ...listed, ...codeCandidates(reading, node)];
}

/** Structures with their surroundings, parents first. Does not recurse, so that no nesting is too deep. */
function* flatten(outermost: Node, isWanted?: (node: Node) => boolean): Generator<void, Node[]> {
  const nodes = [outermost];
  for (const node of nodes) {
    yield;
    const { fields, items } = childrenOf(node);
    for (const children of [fields, items]) {
      for (const child of children) {
        if (!isWanted || isWanted(child)) {
          nodes.push(child);
        }
      }
    }
  }
  return nodes;
}

/** The structures in the fields of a structure, and its items. */
function childrenOf(parent: Node): { readonly fields: readonly Node[]; readonly items: readonly Node[] } {
  const { structure, key } = parent;
  const fields: Node[] = [];
  for (const f of structure.fields) {
    if (f.value.type === 'structure') {
      fields.push({ structure: f.value, key: f.key.toLowerCase(), scope: 'object', parent });
    }
  }
  const items: Node[] = [];
  for (const item of structure.items) {
    if (item.type === 'structure') {
      items.push({ structure: item, key, scope: 'object', parent });
    }
  }
  return { fields, items };
}

function groupsOf(value: Value, below: Below): readonly GroupList[] {
  const groups = value.type === 'structure' ? below.get(value) : undefined;
  return groups ? [groups] : [];
}

/**
 * What an object says itself belongs to the error in its fields: the parts of one response lie in different fields
 * (`response.status`, `data.errors`). Of a list of errors only the first is joined.
 */
function join(
  own: readonly Candidate[],
  wait: ServerWait | undefined,
  ofFields: readonly GroupList[],
): (GroupList | ErrorGroup)[] {
  const single = ofFields.filter((groups) => groups.isSingle).map((groups) => groups.first);
  const lists = ofFields.filter((groups) => !groups.isSingle);
  let joined: ErrorGroup = { candidates: own, ...(wait && { wait }) };
  let inFields: ErrorGroup = { candidates: [] };
  const apart: ErrorGroup[] = [];
  for (const group of single) {
    const isLarge = joined.candidates.length + group.candidates.length > mostCandidates;
    if (
      isLarge ||
      isWeak(group) ||
      isOtherAnswer(joined, group) ||
      isOtherProblem(inFields, group) ||
      isOtherProblem(group, inFields) ||
      (isExact(joined) && isExact(group) && !sharesEntry(joined, group))
    ) {
      apart.push(group);
    } else {
      joined = mergeGroups(joined, group);
      inFields = mergeGroups(inFields, group);
    }
  }
  const rest = [...apart, ...lists];
  const next = rest[0] instanceof GroupList ? rest[0].first : rest[0];
  const isPartial =
    next &&
    !isWeak(next) &&
    !isOtherAnswer(joined, next) &&
    joined.candidates.length + next.candidates.length <= mostCandidates &&
    joined.candidates.every((c) => c.role === 'status' || c.role === 'header' || c.role === 'field');
  if (isPartial && (joined.candidates.length > 0 || joined.wait)) {
    const merged = mergeGroups(joined, next);
    return [rest[0] instanceof GroupList ? rest[0].with(merged) : merged, ...rest.slice(1)];
  }
  return joined.candidates.length > 0 || joined.wait ? [joined, ...rest] : rest;
}

/** Whether a group is hardly an error: one elsewhere in the object does not make it one. */
function isWeak({ candidates }: ErrorGroup): boolean {
  return candidates.every((c) => c.role === 'status' && c.weight < 0.5) && candidates.length > 0;
}

/** Whether a group names its error exactly: two such groups with nothing in common are two errors. */
function isExact({ candidates }: ErrorGroup): boolean {
  return candidates.some(
    (c) => c.role === 'code' || c.role === 'problem-type' || (c.role === 'message' && c.weight >= surely),
  );
}

/** From this weight on a status is one by its name alone. */
const byName = 0.7;

/** Whether two groups have each a status of its own, and not the same: two answers beside each other. */
function isOtherAnswer(a: ErrorGroup, b: ErrorGroup): boolean {
  const [own, others] = [a, b].map(({ candidates }) =>
    candidates.flatMap((c) => (c.role === 'status' && c.weight >= byName ? c.entries.map((entry) => entry.value) : [])),
  );
  return (
    own !== undefined &&
    others !== undefined &&
    own.length > 0 &&
    others.length > 0 &&
    !own.some((value) => others.includes(value))
  );
}

/**
 * Whether one group has a sure status, and another names its error exactly, and as one that never comes with that status:
 * two answers in different fields, not the parts of one.
 */
function isOtherProblem(a: ErrorGroup, b: ErrorGroup): boolean {
  const statuses = a.candidates.flatMap((c) =>
    c.role === 'status' && c.weight >= 0.9 ? c.entries.map(({ value }) => Number(value)) : [],
  );
  const exact = b.candidates.flatMap((c) => (c.role === 'code' || c.role === 'problem-type' ? c.entries : []));
  return (
    statuses.length > 0 &&
    exact.length > 0 &&
    exact.every(
      ({ http, alsoHttp = [] }) =>
        http !== undefined && ![http, ...alsoHttp].some((status) => statuses.includes(status)),
    )
  );
}

/** Whether two groups name the same error: a status, also by its name, many errors have. */
function sharesEntry(a: ErrorGroup, b: ErrorGroup): boolean {
  const named = ({ candidates }: ErrorGroup) =>
    candidates.flatMap((c) => c.entries.filter(({ kind }) => kind !== 'status'));
  const entries = new Set(named(a));
  return named(b).some((entry) => entries.has(entry));
}

/** One group of two. */
export function mergeGroups(a: ErrorGroup, b: ErrorGroup): ErrorGroup {
  const wait = a.wait ?? b.wait;
  return { candidates: [...a.candidates, ...b.candidates], ...(wait && { wait }) };
}
