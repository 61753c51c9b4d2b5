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
  /** Those that the project's manifest or the topics of the text speak for, where the text names none. */
  readonly ofProject: Systems;
}
