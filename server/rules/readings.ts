import type { Tree } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../shared/catalog/catalog';
import type { Finding } from '../../shared/finding';
import { type RuleCode, ruleCodes } from '../../shared/rules';
import { GroupReadings } from '../recogniser/source/groupReadings';
import { grammars } from '../recogniser/source/languages';
import type { Whole } from '../recogniser/source/sourceFile';
import { checkRules } from './check';
import type { RuleFinding } from './rule';

/** A document whose rules are to be checked. */
export interface CheckedText {
  readonly text: string;
  readonly languageId: string;
  readonly tree: Tree;
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

/** What the rules found in the versions of one document: see {@link GroupReadings}. */
export class RuleReadings {
  readonly #readings: GroupReadings<readonly RuleFinding[]>;

  /** @param shortestText see {@link GroupReadings} */
  constructor(shortestText?: number) {
    this.#readings = new GroupReadings(shortestText);
  }

  /**
   * What the wanted rules find in a version of the document, in the order of the places. In steps, between which the
   * tree must stay. Undefined when a part cannot be parsed.
   */
  *check(input: CheckedText, isWanted: (rule: RuleCode) => boolean): Generator<void, RuleFinding[] | undefined> {
    const { text, languageId, tree, entry, parse, withFixes = false } = input;
    const wanted = ruleCodes.filter(isWanted).join();
    const grammar = grammars.get(languageId);
    if (!grammar) {
      return [];
    }
    const readings = yield* this.#readings.of(
      { text, tree, grammar, parse },
      {
        key: (excerpt) => `${languageId} ${wanted} ${JSON.stringify(excerpt.pick(input.findings).map(signatureOf))}`,
        read: (excerpt, root, whole) => {
          const nearMiss = (code: string) => input.nearMiss(code, whole.says);
          const findings = excerpt.pick(input.findings);
          return checkRules(
            { text: excerpt.text, languageId, root, findings, entry, nearMiss, whole, withFixes },
            isWanted,
          );
        },
      },
    );
    return readings
      ?.flatMap(({ excerpt, read }) =>
        read
          .filter(({ range }) => excerpt.owns(range))
          .map((finding) => ({ ...finding, range: excerpt.inDocument(finding.range) })),
      )
      .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}

/** What the rules look at of a finding. */
function signatureOf({ range, entry, confidence, alternatives, isInComment }: Finding): readonly unknown[] {
  return [range.start, range.end, entry, confidence, alternatives, isInComment];
}
