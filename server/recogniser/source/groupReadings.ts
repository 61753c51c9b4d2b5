import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import { Declarations, type Group, type PlacedGroup } from './declarations';
import { Excerpt } from './excerpt';
import type { Grammar } from './grammar';
import type { Whole } from './sourceFile';

/** A shorter text is read at once: nothing would be won. UTF-16 units. */
const shortest = 8_000;

/** A version of a document that is to be read. */
export interface ReadText {
  readonly text: string;
  readonly tree: Tree;
  readonly grammar: Grammar;
  /** Parses a part of the text. Undefined when it cannot be parsed. */
  readonly parse: (part: string) => Tree | undefined;
}

/** How a group is read. */
export interface GroupReader<T> {
  /** Whether what was read of a group holds, as far as it depends on more than the group's text and the document's. */
  holds(read: T, excerpt: Excerpt): boolean;
  /** Reads a group as if it were the whole file, in steps. */
  read(excerpt: Excerpt, text: string, root: Node, whole: Whole): Generator<void, T>;
}

/** What was read of a group, and what was asked of the document for it. */
interface Known<T> {
  readonly read: T;
  readonly said: ReadonlyMap<RegExp | string, boolean>;
  readonly used: ReadonlySet<string>;
}

/** What is known of a group, with its place in the document. */
export interface GroupReading<T> {
  readonly excerpt: Excerpt;
  readonly read: T;
}

/**
 * What was read in the versions of one document. A declaration is read with those that have to do with it, as if they
 * were the whole file, and asks the document only what `Whole` answers. So an edit has one group read anew: what is
 * known of a group holds while its text, what the reader depends on and those answers stay the same.
 */
export class GroupReadings<T> {
  readonly #known = new WeakMap<Group, Known<T>>();
  #whole: { readonly text: string; readonly group: PlacedGroup } | undefined;

  /**
   * @param shortestText see there; a test has every text read in groups
   * @param declarations of the document, which its readers share
   */
  constructor(
    private readonly shortestText = shortest,
    readonly declarations = new Declarations(),
  ) {}

  /**
   * What is read of each group of a version, in steps, between which the tree must stay. Undefined when a group cannot be
   * parsed.
   */
  *of(version: ReadText, reader: GroupReader<T>): Generator<void, GroupReading<T>[] | undefined> {
    const { text } = version;
    const says = answersOf(text);
    const linking = new Set<string>();
    for (;;) {
      const readings: GroupReading<T>[] = [];
      const before = linking.size;
      for (const placed of this.#groupsOf(version, linking)) {
        const excerpt = new Excerpt(text, placed);
        let own = this.#known.get(placed.group);
        if (!own || !isStillSaid(own.said, says) || !reader.holds(own.read, excerpt)) {
          own = yield* readGroup(version, excerpt, reader, says);
        }
        if (!own) {
          return undefined;
        }
        this.#known.set(placed.group, own);
        own.used.forEach((name) => linking.add(name));
        readings.push({ excerpt, read: own.read });
      }
      // Where the uses of a name decide, all that has the name is read together.
      if (linking.size === before || readings.length === 1) {
        return readings;
      }
    }
  }

  #groupsOf({ text, tree, grammar }: ReadText, linking: ReadonlySet<string>): readonly PlacedGroup[] {
    if (text.length >= this.shortestText) {
      return this.declarations.groupsOf(text, tree.rootNode, grammar, linking);
    }
    if (this.#whole?.text !== text) {
      const stretches = [{ start: 0, end: text.length, isShared: true }];
      const group: Group = { units: [], starts: [0], ownsShared: true };
      this.#whole = { text, group: { group, stretches, members: [0] } };
    }
    return [this.#whole.group];
  }
}

function isStillSaid(said: Known<unknown>['said'], says: Whole['says']): boolean {
  for (const [sign, answer] of said) {
    if (says(sign) !== answer) {
      return false;
    }
  }
  return true;
}

function* readGroup<T>(
  { text, tree, parse }: ReadText,
  excerpt: Excerpt,
  reader: GroupReader<T>,
  says: Whole['says'],
): Generator<void, Known<T> | undefined> {
  const part = excerpt.text;
  const own = part === text ? tree.copy() : parse(part);
  if (!own) {
    return undefined;
  }
  const said = new Map<RegExp | string, boolean>();
  const used = new Set<string>();
  const whole: Whole = {
    says: (sign) => {
      const answer = says(sign);
      said.set(sign, answer);
      return answer;
    },
    asksForUses: (name) => used.add(name),
  };
  try {
    return { read: yield* reader.read(excerpt, part, own.rootNode, whole), said, used };
  } finally {
    own.delete();
  }
}

/** Answers what a text says, each question once. */
function answersOf(text: string): Whole['says'] {
  const answers = new Map<RegExp | string, boolean>();
  return (sign) => {
    const answer = answers.get(sign) ?? (typeof sign === 'string' ? text.includes(sign) : sign.test(text));
    answers.set(sign, answer);
    return answer;
  };
}
