import type { Tree } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../shared/catalog/catalog';
import type { Finding } from '../../shared/finding';
import { type RuleCode, ruleCodes } from '../../shared/rules';
import type { Declarations } from '../recogniser/source/declarations';
import type { Excerpt } from '../recogniser/source/excerpt';
import { GroupReadings } from '../recogniser/source/groupReadings';
import { grammars } from '../recogniser/source/languages';
import type { Whole } from '../recogniser/source/sourceFile';
import type { KnownChange } from '../syntax/textChange';
import { checkRules } from './check';
import type { RuleFinding } from './rule';

/** A document whose rules are to be checked. */
export interface CheckedText {
  readonly text: string;
  readonly languageId: string;
  readonly tree: Tree;
  /** What made it of an earlier text, where that is known. */
  readonly change?: KnownChange | undefined;
  /** The findings of the text, in the order of their places. */
  readonly findings: readonly Finding[];
  readonly entry: (id: string) => Entry | undefined;
  /** See `NearMisses.of`. */
  readonly nearMiss: (code: string, says: Whole['says']) => Entry | undefined;
  /** Parses a part of the text. Undefined when it cannot be parsed. */
  readonly parse: (part: string) => Tree | undefined;
  /** See `ProgramInput`. Only where the text is read at once. */
  readonly withFixes?: boolean;
}

/** What was found in a group of declarations, and what it depends on besides the text. */
interface RuleReading {
  readonly context: string;
  /** The errors that the group names. */
  readonly named: readonly Finding[];
  /** Those that are to be found in this group and in no other. */
  readonly found: readonly RuleFinding[];
}

/** What the rules found in the versions of one document: see {@link GroupReadings}. */
export class RuleReadings {
  readonly #readings: GroupReadings<RuleReading>;

  /** See {@link GroupReadings}. */
  constructor(shortestText?: number, declarations?: Declarations) {
    this.#readings = new GroupReadings(shortestText, declarations);
  }

  /**
   * What the wanted rules find in a version of the document, in the order of the places. In steps, between which the
   * tree must stay. Undefined when a part cannot be parsed.
   */
  *check(input: CheckedText, isWanted: (rule: RuleCode) => boolean): Generator<void, RuleFinding[] | undefined> {
    const { text, languageId, tree, change, entry, parse, withFixes = false } = input;
    const context = `${languageId} ${ruleCodes.filter(isWanted).join()}`;
    const grammar = grammars.get(languageId);
    if (!grammar) {
      return [];
    }
    const readings = yield* this.#readings.of(
      { text, tree, grammar, change, parse },
      {
        holds: (known, excerpt) => known.context === context && namesSame(excerpt, input.findings, known.named),
        *read(excerpt, part, root, whole) {
          const nearMiss = (code: string) => input.nearMiss(code, whole.says);
          const named = excerpt.pick(input.findings);
          const program = { text: part, languageId, root, findings: named, entry, nearMiss, whole, withFixes };
          const found = yield* checkRules(program, isWanted);
          return { context, named, found: found.filter(({ range }) => excerpt.owns(range)) };
        },
      },
    );
    return readings
      ?.flatMap(({ excerpt, read }) =>
        read.found.map((finding) => ({ ...finding, range: excerpt.inDocument(finding.range) })),
      )
      .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}

/** Whether the errors that an excerpt names are those of before, as far as the rules look at them. */
function namesSame(excerpt: Excerpt, all: readonly Finding[], before: readonly Finding[]): boolean {
  let count = 0;
  const isSame = (one: Finding, by: number) => {
    const other = before[count++];
    return (
      other !== undefined &&
      one.range.start + by === other.range.start &&
      one.range.end + by === other.range.end &&
      one.entry === other.entry &&
      one.confidence === other.confidence &&
      one.isInComment === other.isInComment &&
      (one.alternatives === other.alternatives || one.alternatives.join() === other.alternatives.join())
    );
  };
  return excerpt.every(all, isSame) && count === before.length;
}
