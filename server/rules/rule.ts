import type { OffsetRange } from '../../shared/finding';
import type { RuleCode } from '../../shared/rules';
import type { TextEdits } from '../retry/textEdits';
import type { Program } from './program';

/** A mistake in the handling of an error, at a place in source. */
export interface RuleFinding {
  readonly rule: RuleCode;
  readonly range: OffsetRange;
  /** What is wrong at this place and what follows from it, in one or two sentences. */
  readonly message: string;
  /** The id of the entry that it is about. */
  readonly entry?: string;
  /** Only where fixes were asked for. */
  readonly fix?: RuleFix;
}

/** The edits that put a mistake right. */
export interface RuleFix {
  readonly title: string;
  readonly edits: TextEdits;
}

/** Finds one kind of mistake. Speaks only when it is sure: a wrong hint is worse than none. */
export type Check = (program: Program) => Iterable<RuleFinding>;
