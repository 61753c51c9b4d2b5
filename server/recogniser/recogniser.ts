import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { SyntaxService } from '../syntax/syntax';
import { JsonRecogniser } from './json/jsonRecogniser';
import { Knowledge } from './knowledge';
import { readingOf } from './languages';
import { LogRecogniser, type Recognition } from './log/logRecogniser';
import { SourceRecogniser } from './source/sourceRecogniser';

export type { Recognition } from './log/logRecogniser';

/** Finds the errors of all catalogs in documents. Knows no documents: the same text gives the same findings. */
export class Recogniser {
  readonly #json: JsonRecogniser;
  readonly #log: LogRecogniser;
  readonly #source: SourceRecogniser;

  /** @param pinned ids of catalogs whose systems are taken as known */
  constructor(catalogs: CatalogSet, syntax: SyntaxService, pinned: readonly string[] = []) {
    const knowledge = new Knowledge(catalogs, pinned);
    this.#json = new JsonRecogniser(knowledge);
    this.#log = new LogRecogniser(knowledge);
    this.#source = new SourceRecogniser(knowledge, syntax);
  }

  /**
   * The findings of a text, in the order of their places.
   * @param languageId as VS Code names languages; nothing is found in a language that is not understood
   */
  async recognise(languageId: string, text: string): Promise<Recognition> {
    switch (readingOf(languageId)) {
      case 'json':
        return this.#json.recognise(text);
      case 'log':
        return this.#log.recognise(text);
      case 'source':
        return this.#source.recognise(languageId, text);
      case undefined:
        return { findings: [], truncated: false };
    }
  }
}
