import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { KnownChange } from '../../syntax/textChange';
import { Answers } from './answers';
import { Declarations } from './declarations';
import { Excerpt } from './excerpt';
import type { Grammar } from './grammar';
import type { Group, PlacedGroup } from './grouping';
import type { Whole } from './sourceFile';

/** A shorter text is read at once, and a shorter class: nothing would be won. UTF-16 units. */
const shortest = 8_000;

/** A version of a document that is to be read. */
export interface ReadText {
  readonly text: string;
  readonly tree: Tree;
  readonly grammar: Grammar;
  /** What made it of an earlier one, where that is known. */
  readonly change?: KnownChange | undefined;
  /** Parses a part of the text. Undefined when it cannot be parsed. */
  readonly parse: (part: string) => Tree | undefined;
}

/** A group that is to be read as if it were the whole file. */
export interface ReadGroup {
  readonly placed: PlacedGroup;
  readonly excerpt: Excerpt;
  /** The excerpt's own. */
  readonly text: string;
  readonly root: Node;
  readonly whole: Whole;
}

/** How a group is read. */
export interface GroupReader<T> {
  /** Whether what was read of a group holds, as far as it depends on more than the group's text and the document's. */
  holds(read: T, placed: PlacedGroup): boolean;
  /** Reads a group, in steps. */
  read(group: ReadGroup): Generator<void, T>;
}

/** What was read of a group, and what was asked of the document for it. */
interface Known<T> {
  readonly read: T;
  readonly said: ReadonlyMap<RegExp | string, boolean>;
  readonly used: ReadonlySet<string>;
  /** When the answers were last those that it was told: see {@link Answers.changes}. */
  asOf: number;
}

/** What is known of a group, with its place in the document. */
export interface GroupReading<T> {
  readonly placed: PlacedGroup;
  readonly read: T;
}

/**
 * What was read in the versions of one document. A declaration is read with those that have to do with it, as if they
 * were the whole file, and asks the document only what `Whole` answers. So an edit has one group read anew: what is
 * known of a group holds while its text, what the reader depends on and those answers stay the same.
 */
export class GroupReadings<T> {
  readonly #known = new WeakMap<Group, Known<T>>();
  readonly #answers = new Answers();
  #whole: { readonly text: string; readonly group: PlacedGroup } | undefined;

  /**
   * @param shortestText see there; a test has every text read in groups
   * @param declarations of the document, which its readers share
   */
  constructor(
    private readonly shortestText = shortest,
    readonly declarations = new Declarations(shortestText),
  ) {}

  /** Whether no text is cut into groups, as when no other version will be read. */
  get isOnce(): boolean {
    return this.shortestText === Infinity;
  }

  /**
   * What is read of each group of a version, in steps, between which the tree must stay. Undefined when a group cannot be
   * parsed.
   */
  *of(version: ReadText, reader: GroupReader<T>): Generator<void, GroupReading<T>[] | undefined> {
    const { text } = version;
    const answers = this.#answers;
    answers.turnTo(text, version.change);
    const linking = new Set<string>();
    for (;;) {
      const readings: GroupReading<T>[] = [];
      const before = linking.size;
      for (const placed of this.#groupsOf(version, linking)) {
        let own = this.#known.get(placed.group);
        if (!own || !isStillSaid(own, answers) || !reader.holds(own.read, placed)) {
          own = yield* readGroup(version, placed, reader, answers);
          if (!own) {
            return undefined;
          }
          this.#known.set(placed.group, own);
        }
        own.asOf = answers.changes;
        own.used.forEach((name) => linking.add(name));
        readings.push({ placed, read: own.read });
      }
      // Where the uses of a name decide, all that has the name is read together.
      if (linking.size === before || readings.length === 1) {
        return readings;
      }
    }
  }

  /** Whether a pattern or a literal is in the version that was read last. */
  says(sign: RegExp | string): boolean {
    return this.#answers.says(sign);
  }

  #groupsOf({ text, tree, grammar, change }: ReadText, linking: ReadonlySet<string>): readonly PlacedGroup[] {
    if (text.length >= this.shortestText) {
      return this.declarations.groupsOf(text, tree.rootNode, grammar, change, linking);
    }
    if (this.#whole?.text !== text) {
      const stretches = [{ start: 0, end: text.length, isShared: true }];
      const group: Group = { units: [], starts: [0], owns: [true] };
      this.#whole = { text, group: { group, stretches, members: [0] } };
    }
    return [this.#whole.group];
  }
}

function isStillSaid({ said, asOf }: Known<unknown>, answers: Answers): boolean {
  return asOf === answers.changes || [...said].every(([sign, answer]) => answers.says(sign) === answer);
}

function* readGroup<T>(
  { text: document, tree, parse }: ReadText,
  placed: PlacedGroup,
  reader: GroupReader<T>,
  answers: Answers,
): Generator<void, Known<T> | undefined> {
  const excerpt = new Excerpt(document, placed);
  const { text } = excerpt;
  const own = text === document ? tree.copy() : parse(text);
  if (!own) {
    return undefined;
  }
  const said = new Map<RegExp | string, boolean>();
  const used = new Set<string>();
  const whole: Whole = {
    says: (sign) => {
      const answer = answers.says(sign);
      said.set(sign, answer);
      return answer;
    },
    asksForUses: (name) => used.add(name),
  };
  try {
    const read = yield* reader.read({ placed, excerpt, text, root: own.rootNode, whole });
    return { read, said, used, asOf: answers.changes };
  } finally {
    own.delete();
  }
}
