import type { Unit } from './units';

/** A stretch of a document. Stretches follow each other without a gap. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It is no declaration: imports, constants, statements that run when the file is loaded. */
  readonly isShared: boolean;
}

/** A stretch with the units in it: comments before a declaration, and the declaration. */
export interface Part extends Stretch {
  readonly units: readonly Unit[];
  /** See `Piece.depth`. */
  readonly depth: number;
}

/**
 * Declarations that are read together, with what they name and with all that is shared, in the order of the text. The
 * same object for the same text from one version to the next, so what is known of it can be kept by it.
 */
export interface Group {
  /** What its stretches consist of. Units are the same for the same text. */
  readonly units: readonly Unit[];
  /** Where each of its stretches begins in the group's own text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Of each of its stretches whether what is found there is to be found in this group: in just one of all groups. */
  readonly owns: readonly boolean[];
}

/** A group where it stands in a version of the document. */
export interface PlacedGroup {
  readonly group: Group;
  /** All stretches of the document, and the indexes of those that are the group's. */
  readonly stretches: readonly Stretch[];
  readonly members: readonly number[];
}

/** Which parts of a version are put together. */
export interface Grouping {
  readonly parts: readonly Part[];
  readonly sets: readonly GroupSet[];
  /** What they were before the last halving of their number; undefined where none was needed. */
  readonly before: readonly GroupSet[] | undefined;
  readonly groups: readonly Group[];
  /** The names that parts are put together by. */
  readonly names: ReadonlySet<string>;
}

/** Which parts, by their indexes in order, a group has, and which of these are its own. */
interface GroupSet {
  readonly members: readonly number[];
  readonly own: ReadonlySet<number>;
}

/** All groups together are at most this many times as long as their document. */
const mostLengths = 3;
/** So often, on the average, a declaration may be read for others; more often, those that name each other are one. */
const mostReadings = 12;

/** Groups parts; what was found of the version before is taken over as far as it holds. */
export function groupingOf(parts: readonly Part[], linking: ReadonlySet<string>, last: Grouping | undefined): Grouping {
  const isAlike = last !== undefined && arePutTogetherAlike(parts, last) && isAsLong(parts, last);
  const { sets, before, names } = isAlike ? last : grouped(parts, linking);
  const known = last && (isAlike ? last.groups : inOrderOf(sets, parts, last));
  const groups = sets.map(({ members, own }, number) => {
    const same = known?.[number];
    if (same && isAlike && members.every((index) => parts[index]?.units === last.parts[index]?.units)) {
      return same;
    }
    const units = members.flatMap((index) => parts[index]?.units ?? []);
    const owns = members.map((index) => own.has(index));
    return same && areSame(same.owns, owns) && areSame(same.units, units)
      ? same
      : { units, starts: startsOf(parts, members), owns };
  });
  return { parts, sets, before, groups, names };
}

/** For each of some sets the group of before that begins its own with the same declaration. */
function inOrderOf(sets: readonly GroupSet[], parts: readonly Part[], last: Grouping): (Group | undefined)[] {
  const ownOf = ({ members, own }: GroupSet, of: readonly Part[]) => {
    const index = members.find((at) => own.has(at) && of[at]?.isShared === false);
    return index === undefined ? undefined : of[index]?.units.at(-1);
  };
  const byOwn = new Map(last.sets.map((set, number) => [ownOf(set, last.parts), last.groups[number]] as const));
  return sets.map((set) => byOwn.get(ownOf(set, parts)));
}

function startsOf(parts: readonly Part[], members: readonly number[]): number[] {
  let at = 0;
  return members.map((index) => {
    const start = at;
    at += sizeOf(parts[index]);
    return start;
  });
}

function sizeOf(part: Part | undefined): number {
  return part ? part.end - part.start : 0;
}

/** Whether parts differ from those of before only in what puts none of them together with another. */
function arePutTogetherAlike(parts: readonly Part[], last: Grouping): boolean {
  const namesOf = ({ words }: Unit) => [...words].filter((word) => last.names.has(word));
  const isAlike = (a: Unit | undefined, b: Unit | undefined) => {
    if (!a || !b || a.is !== b.is || !areSame(a.declares, b.declares)) {
      return false;
    }
    const [own, others] = [namesOf(a), new Set(namesOf(b))];
    return own.length === others.size && own.every((name) => others.has(name));
  };
  return (
    parts.length === last.parts.length &&
    parts.every(({ units }, index) => {
      const before = last.parts[index]?.units;
      return units === before || units.at(-1) === before?.at(-1) || isAlike(units.at(-1), before?.at(-1));
    })
  );
}

/** Whether the parts would be put together just as often. */
function isAsLong(parts: readonly Part[], { sets, before }: Grouping): boolean {
  return !areTooLong(parts, sets) && (before === undefined || areTooLong(parts, before));
}

function areTooLong(parts: readonly Part[], sets: readonly GroupSet[]): boolean {
  const most = mostLengths * (parts.at(-1)?.end ?? 0);
  let all = 0;
  for (const { members } of sets) {
    all += members.reduce((sum, index) => sum + sizeOf(parts[index]), 0);
  }
  return sets.length > 1 && all > most;
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Makes a group of each declaration with what it names, and of several where all together would be too long. */
function grouped(parts: readonly Part[], linking: ReadonlySet<string>): Omit<Grouping, 'parts' | 'groups'> {
  const relations = new Relations(parts, linking);
  let before: GroupSet[] | undefined;
  let sets = relations.sets();
  while (areTooLong(parts, sets)) {
    before = sets;
    sets = halved(sets);
  }
  return { sets, before, names: relations.names };
}

/** Half as many sets: two that stand side by side are one. */
function halved(sets: readonly GroupSet[]): GroupSet[] {
  return sets.flatMap((set, number) => {
    const next = sets[number + 1];
    if (number % 2 === 1) {
      return [];
    }
    return [
      {
        members: next ? [...new Set([...set.members, ...next.members])].sort((a, b) => a - b) : set.members,
        own: next ? new Set([...set.own, ...next.own]) : set.own,
      },
    ];
  });
}

/** What parts have to do with each other. */
class Relations {
  /** See {@link Grouping.names}. */
  readonly names: ReadonlySet<string>;
  readonly #declarers = new Map<string, number>();
  /** What is shared counts as one, behind the last. */
  readonly #shared: number;
  /** Parts with the same root are one. */
  readonly #roots: number[];
  /** The roots of what the declarations of a root name. */
  #named = new Map<number, ReadonlySet<number>>();

  constructor(
    private readonly parts: readonly Part[],
    private readonly linking: ReadonlySet<string>,
  ) {
    this.#shared = parts.length;
    this.#roots = Array.from({ length: parts.length + 1 }, (_, index) => index);
    // Several declarations of one name are one, and all that has a name whose uses decide.
    this.#eachUnit((unit, member) => unit.declares.forEach((name) => this.#declare(name, member)));
    this.names = new Set([...this.#declarers.keys(), ...linking]);
    this.#eachUnit((unit, member) => {
      for (const word of unit.words) {
        if (this.linking.has(word)) {
          this.#declare(word, member);
        }
      }
    });
    this.#named = this.#findNamed();
  }

  /** The set of what is shared, and one for each declaration that is not one with another, in the order of the text. */
  sets(): GroupSet[] {
    const closures = this.#closures() ?? this.#closuresOfOne();
    const ofRoot = new Map<number, number[]>();
    this.parts.forEach((_, index) => {
      const root = this.#rootOf(this.#memberOf(index));
      const own = ofRoot.get(root);
      if (own) {
        own.push(index);
      } else {
        ofRoot.set(root, [index]);
      }
    });
    const shared = this.parts.flatMap(({ isShared }, index) => (isShared ? [index] : []));
    const first = this.#rootOf(this.#shared);
    const roots = [first, ...[...ofRoot.keys()].filter((root) => root !== first)];
    return roots.map((root) => {
      const read = [...(closures.get(root) ?? [])].flatMap((other) => ofRoot.get(other) ?? []);
      const own = ofRoot.get(root) ?? [];
      return { members: [...new Set([...shared, ...own, ...read])].sort((a, b) => a - b), own: new Set(own) };
    });
  }

  /** For each root those that it names, directly or by way of others. Undefined where these are too many. */
  #closures(): Map<number, ReadonlySet<number>> | undefined {
    let left = mostReadings * (this.parts.length + 1);
    const closures = new Map<number, ReadonlySet<number>>();
    for (const root of this.#named.keys()) {
      const found = new Set([root]);
      for (const each of found) {
        this.#named.get(each)?.forEach((other) => found.add(other));
      }
      closures.set(root, found);
      left -= found.size;
      if (left < 0) {
        return undefined;
      }
    }
    return closures;
  }

  /** The same, after all that name each other were made one. */
  #closuresOfOne(): Map<number, ReadonlySet<number>> {
    this.#named.forEach((named, root) => named.forEach((other) => this.#join(root, other)));
    return new Map();
  }

  #findNamed(): Map<number, ReadonlySet<number>> {
    const named = new Map<number, Set<number>>();
    this.#eachUnit((unit, member) => {
      const root = this.#rootOf(member);
      const own = named.get(root) ?? new Set();
      named.set(root, own);
      for (const word of unit.words) {
        const declarer = this.#declarers.get(word);
        if (declarer !== undefined && this.#rootOf(declarer) !== root) {
          own.add(this.#rootOf(declarer));
        }
      }
    });
    return named;
  }

  #eachUnit(visit: (unit: Unit, member: number) => void): void {
    this.parts.forEach(({ units }, index) => {
      const unit = units.at(-1);
      if (unit) {
        visit(unit, this.#memberOf(index));
      }
    });
  }

  #memberOf(index: number): number {
    return this.parts[index]?.isShared === false ? index : this.#shared;
  }

  #declare(name: string, member: number): void {
    const declarer = this.#declarers.get(name);
    if (declarer === undefined) {
      this.#declarers.set(name, member);
    } else {
      this.#join(member, declarer);
    }
  }

  #join(a: number, b: number): void {
    this.#roots[this.#rootOf(a)] = this.#rootOf(b);
  }

  #rootOf(index: number): number {
    const roots = this.#roots;
    let root = index;
    while (roots[root] !== root) {
      root = roots[root] = roots[roots[root] ?? root] ?? root;
    }
    return root;
  }
}
