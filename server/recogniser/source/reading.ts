import type { Knowledge } from '../knowledge';
import type { Systems } from '../systems';
import type { Contexts } from './contexts';
import type { SourceFile } from './sourceFile';

/** What the readers of a source text work on. */
export interface Reading {
  readonly file: SourceFile;
  readonly contexts: Contexts;
  readonly knowledge: Knowledge;
  /** The systems that the whole text speaks for. */
  readonly systems: Systems;
  /** Those that the project's manifest speaks for, where the text speaks for none. */
  readonly ofProject: Systems;
}
