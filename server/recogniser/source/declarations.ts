import type { Node } from '@vscode/tree-sitter-wasm';
import { type Grammar, part } from './grammar';
import { SyntaxView } from './syntaxView';

/** A stretch of a document. Stretches follow each other without a gap. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** It is no declaration: imports, constants, statements that run when the file is loaded. */
  readonly isShared: boolean;
}

/**
 * Declarations that have to do with each other, with all that is shared, in the order of the text. The same object for the
 * same text from one version to the next, so what is known of it can be kept by it.
 */
export interface Group {
  /** What its stretches consist of. Units are the same for the same text. */
  readonly units: readonly Unit[];
  /** Where each of its stretches begins in the group's own text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Whether what is shared calls these declarations, so that its own mistakes are to be found here. */
  readonly ownsShared: boolean;
}

/** A group where it stands in a version of the document. */
export interface PlacedGroup {
  readonly group: Group;
  /** All stretches of the document, and the indexes of those that are the group's. */
  readonly stretches: readonly Stretch[];
  readonly members: readonly number[];
}

/** What a top-level node is, by its text. */
export interface Unit {
  readonly type: string;
  readonly is: 'declaration' | 'shared' | 'note';
  readonly words: ReadonlySet<string>;
  /** Names of the functions and classes in it. */
  readonly declares: readonly string[];
}

/** Nodes that only hold a declaration, as their last child. */
const holders = /^(?:export_statement|decorated_definition)$/;
const bindings = /^(?:lexical|variable)_declaration$/;
/** What is written before a declaration and belongs to it. */
const note = /comment|^attribute(?:_item|_list)$/;
/** Lists of what a file exports: they name its functions, and call none. */
const exportList = /^(?:export\s*\{|(?:module\.)?exports\b|__all__\b)/;
/** Every class has these, and nobody calls them by name. */
const makers = /^(?:constructor|__\w+__|__construct|initialize|init|new)$/;
/** All groups together are at most this many times as long as their document. */
const mostLengths = 3;

/** A stretch with the units in it: comments before a declaration, and the declaration. */
interface Part extends Stretch {
  readonly units: readonly Unit[];
}

/** Which parts of a version are put together. */
interface Grouping {
  readonly parts: readonly Part[];
  /** For each group the indexes of its parts. */
  readonly members: readonly (readonly number[])[];
  readonly groups: readonly Group[];
  /** The names that parts are put together by. */
  readonly names: ReadonlySet<string>;
  readonly most: number;
}

/** For each set of linking names the parts are grouped apart; so many groupings are kept. */
const mostGroupings = 4;

/**
 * Cuts the versions of a document into declarations, and puts those together that name each other. What an edit left as
 * it was stays the same objects; the readers of one document share them.
 */
export class Declarations {
  /** What the last version consists of. */
  #units: ReadonlyMap<string, Unit> = new Map();
  #last: { readonly text: string; readonly grammar: Grammar; readonly parts: readonly Part[] } | undefined;
  /** By their linking names, the latest last. */
  readonly #groupings = new Map<string, Grouping>();

  /**
   * The groups of a text. The same for the same text, whatever was there before.
   * @param linking names that put all into one group that has them, whatever they stand for
   */
  groupsOf(text: string, root: Node, grammar: Grammar, linking: ReadonlySet<string>): PlacedGroup[] {
    const parts = this.#partsOf(text, root, grammar);
    const key = [...linking].sort().join(' ');
    const last = this.#groupings.get(key);
    const grouping = last?.parts === parts ? last : groupingOf(parts, text.length, linking, last);
    this.#groupings.delete(key);
    this.#groupings.set(key, grouping);
    const [oldest = key] = this.#groupings.keys();
    if (this.#groupings.size > mostGroupings) {
      this.#groupings.delete(oldest);
    }
    const { members, groups } = grouping;
    return groups.map((group, number) => ({ group, stretches: parts, members: members[number] ?? [] }));
  }

  #partsOf(text: string, root: Node, grammar: Grammar): readonly Part[] {
    if (this.#last?.text === text && this.#last.grammar === grammar) {
      return this.#last.parts;
    }
    const view = new SyntaxView(text, root, grammar);
    const units = new Map<string, Unit>();
    const parts: Part[] = [];
    const nodes = root.namedChildren.filter((node) => node !== null);
    let start = 0;
    let own: Unit[] = [];
    nodes.forEach((node, index) => {
      const end = nodes[index + 1]?.startIndex ?? text.length;
      const written = text.slice(index === 0 ? 0 : node.startIndex, end);
      const known = units.get(written) ?? this.#units.get(written);
      const unit = known?.type === node.type ? known : unitOf(view, node, text.slice(node.startIndex, end));
      units.set(written, unit);
      own.push(unit);
      if (unit.is !== 'note' || index === nodes.length - 1) {
        parts.push({ units: own, start, end, isShared: unit.is !== 'declaration' });
        [start, own] = [end, []];
      }
    });
    this.#units = units;
    this.#last = { text, grammar, parts };
    return parts;
  }
}

function unitOf(view: SyntaxView, node: Node, text: string): Unit {
  const { type } = node;
  const is = note.test(type) ? 'note' : isDeclaration(view, node) ? 'declaration' : 'shared';
  const isSilent = is === 'note' || exportList.test(text);
  const words = new Set(isSilent ? [] : text.match(/[A-Za-z_]\w*/g));
  const types = [...view.grammar.nodes].flatMap(([name, shape]) =>
    shape.is === 'function' || shape.is === 'class' ? [name] : [],
  );
  const declares =
    is === 'declaration'
      ? node.descendantsOfType(types).flatMap((owner) => {
          const name = owner ? nameOf(view, owner) : '';
          return name === '' || makers.test(name) ? [] : [name];
        })
      : [];
  return { type, is, words, declares };
}

function isDeclaration(view: SyntaxView, node: Node): boolean {
  let at: Node | null = node;
  for (let level = 0; at && level < 4; level++) {
    const shape = view.shape(at);
    if (shape?.is === 'function' || shape?.is === 'class') {
      return true;
    }
    const isHolder: boolean = holders.test(at.type) || (bindings.test(at.type) && at.namedChildCount === 1);
    at = shape?.is === 'bind' ? part(at, shape.value) : isHolder ? at.namedChild(at.namedChildCount - 1) : null;
  }
  return false;
}

function nameOf(view: SyntaxView, owner: Node): string {
  const shape = view.shape(owner);
  return shape?.is === 'class' ? view.lastName(part(owner, shape.name)) : view.nameOfFunction(owner);
}

/** Groups parts; what was found of the version before is taken over as far as it holds. */
function groupingOf(
  parts: readonly Part[],
  length: number,
  linking: ReadonlySet<string>,
  last: Grouping | undefined,
): Grouping {
  const most = mostGroups(parts, length);
  const isAlike = last?.most === most && arePutTogetherAlike(parts, last);
  const { members, names } = isAlike ? last : grouped(parts, most, linking);
  const before = last && (isAlike ? last.groups : inOrderOf(members, parts, last));
  const groups = members.map((own, number) => {
    const units = own.flatMap((index) => parts[index]?.units ?? []);
    const known = before?.[number];
    const ownsShared = number === 0;
    return known?.ownsShared === ownsShared && areSame(known.units, units)
      ? known
      : { units, starts: startsOf(parts, own), ownsShared };
  });
  return { parts, members, groups, names, most };
}

/** For each of some groups the one of before that begins its own with the same declaration. */
function inOrderOf(
  members: readonly (readonly number[])[],
  parts: readonly Part[],
  last: Grouping,
): (Group | undefined)[] {
  const ownOf = (own: readonly number[], of: readonly Part[]) => {
    const index = own.find((at) => of[at]?.isShared === false);
    return index === undefined ? undefined : of[index]?.units.at(-1);
  };
  const byOwn = new Map(last.members.map((own, number) => [ownOf(own, last.parts), last.groups[number]] as const));
  return members.map((own) => byOwn.get(ownOf(own, parts)));
}

function startsOf(parts: readonly Part[], members: readonly number[]): number[] {
  let at = 0;
  return members.map((index) => {
    const start = at;
    const part = parts[index];
    at += part ? part.end - part.start : 0;
    return start;
  });
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
      const [own, before] = [units.at(-1), last.parts[index]?.units.at(-1)];
      return own === before || isAlike(own, before);
    })
  );
}

function areSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** How many groups there may be, so that all together are at most {@link mostLengths} times as long as the document. */
function mostGroups(parts: readonly Part[], length: number): number {
  const shared = parts.reduce((sum, { isShared, start, end }) => sum + (isShared ? end - start : 0), 0);
  // More than there are parts do not come.
  return Math.min(parts.length + 1, Math.max(1, Math.floor(((mostLengths - 1) * length) / Math.max(1, shared))));
}

/** Puts the declarations together of which one names what another declares, directly or by way of others. */
function grouped(
  parts: readonly Part[],
  most: number,
  linking: ReadonlySet<string>,
): Pick<Grouping, 'members' | 'names'> {
  const declarers = new Map<string, number>();
  // What is shared counts as one, behind the last.
  const shared = parts.length;
  const roots = Array.from({ length: parts.length + 1 }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (roots[root] !== root) {
      root = roots[root] = roots[roots[root] ?? root] ?? root;
    }
    return root;
  };
  const join = (a: number, b: number) => {
    roots[rootOf(a)] = rootOf(b);
  };
  const memberOf = (index: number) => (parts[index]?.isShared === false ? index : shared);
  const declare = (name: string, member: number) => {
    const declarer = declarers.get(name);
    if (declarer === undefined) {
      declarers.set(name, member);
    } else {
      join(member, declarer);
    }
  };
  const units = parts.map((part) => part.units.at(-1));
  units.forEach((unit, index) => unit?.declares.forEach((name) => declare(name, memberOf(index))));
  units.forEach((unit, index) => {
    for (const word of unit?.words ?? []) {
      if (linking.has(word) || declarers.has(word)) {
        declare(word, memberOf(index));
      }
    }
  });
  // The first is that of what is shared. Where there are too many, several are read as one.
  const numbers = new Map([[rootOf(shared), 0]]);
  const groupOf = parts.map((_, index) => {
    const root = rootOf(memberOf(index));
    const number = numbers.get(root) ?? numbers.size % most;
    numbers.set(root, number);
    return number;
  });
  const members = Array.from({ length: Math.min(most, numbers.size) }, (): number[] => []);
  parts.forEach(({ isShared }, index) => {
    const own = members[groupOf[index] ?? 0];
    for (const group of isShared || !own ? members : [own]) {
      group.push(index);
    }
  });
  return { members, names: new Set([...declarers.keys(), ...linking]) };
}
