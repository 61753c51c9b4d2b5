import type { Tree } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../shared/catalog/catalog';
import type { Finding } from '../../shared/finding';
import { type RuleCode, ruleCodes } from '../../shared/rules';
import type { Declarations } from '../recogniser/source/declarations';
import { GroupReadings } from '../recogniser/source/groupReadings';
import { grammars } from '../recogniser/source/languages';
import { Placed } from '../recogniser/source/placed';
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
  /** The findings of the text. */
  readonly findings: Placed<Finding>;
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
  /** The errors that the group names, for each of its stretches. */
  readonly named: readonly (readonly Finding[])[];
  /** Those that are to be found in this group and in no other, for each of its stretches. */
  readonly found: readonly (readonly RuleFinding[])[];
}

/** What the rules found in the versions of one document: see {@link GroupReadings}. */
export class RuleReadings {
  readonly #readings: GroupReadings<RuleReading>;

  /** See {@link GroupReadings}. */
  constructor(shortestText?: number, declarations?: Declarations) {
    this.#readings = new GroupReadings(shortestText, declarations);
  }

  /**
   * What the wanted rules find in a version of the document. In steps, between which the tree must stay. Undefined when
   * a part cannot be parsed.
   */
  *check(input: CheckedText, isWanted: (rule: RuleCode) => boolean): Generator<void, Placed<RuleFinding> | undefined> {
    const { text, languageId, tree, change, findings, entry, parse, withFixes = false } = input;
    const context = `${languageId} ${ruleCodes.filter(isWanted).join()}`;
    const grammar = grammars.get(languageId);
    const readings =
      grammar &&
      (yield* this.#readings.of(
        { text, tree, grammar, change, parse },
        {
          holds: (known, placed) => known.context === context && namesSame(findings.in(placed), known.named),
          *read({ placed, excerpt, text: part, root, whole }) {
            const nearMiss = (code: string) => input.nearMiss(code, whole.says);
            const named = findings.in(placed);
            const own = excerpt.join(named);
            const program = { text: part, languageId, root, findings: own, entry, nearMiss, whole, withFixes };
            const found = yield* checkRules(program, isWanted);
            return { context, named, found: excerpt.split(found) };
          },
        },
      ));
    return readings && Placed.of(readings.map(({ placed, read }) => ({ placed, found: read.found })));
  }

  /** Whether a text is in the version that was checked last. */
  says(text: string): boolean {
    return this.#readings.says(text);
  }
}

/** Whether the errors that a group names are those of before, as far as the rules look at them. */
function namesSame(now: readonly (readonly Finding[])[], before: readonly (readonly Finding[])[]): boolean {
  return now.every((own, number) => {
    const then = before[number] ?? [];
    return own === then || (own.length === then.length && own.every((one, at) => isSame(one, then[at])));
  });
}

function isSame(one: Finding, other: Finding | undefined): boolean {
  return (
    other !== undefined &&
    one.range.start === other.range.start &&
    one.range.end === other.range.end &&
    one.entry === other.entry &&
    one.confidence === other.confidence &&
    one.isInComment === other.isInComment &&
    (one.alternatives === other.alternatives || one.alternatives.join() === other.alternatives.join())
  );
}
