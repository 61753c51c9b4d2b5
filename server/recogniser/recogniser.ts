import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding } from '../../shared/finding';
import type { SyntaxService } from '../syntax/syntax';
import { JsonRecogniser } from './json/jsonRecogniser';
import { Knowledge } from './knowledge';
import { readingOf } from './languages';
import { LogRecogniser, type Recognition } from './log/logRecogniser';
import { Scanner } from './log/scanner';
import type { Weighed } from './log/weighing';
import { type Pace, paced } from './paced';
import { GroupReadings } from './source/groupReadings';
import { type SourceReadings, SourceRecogniser } from './source/sourceRecogniser';
import { noSystems, type Systems } from './systems';

export { longestJsonHead } from './json/jsonRecogniser';
export { longestHead, mostFindings, type Places, reach, type Recognition } from './log/logRecogniser';

/**
 * Finds the errors of all catalogs in documents. Knows no documents: the same text gives the same findings.
 * Each reading is prepared by the first text that needs it: most documents need one, and a lookup needs none.
 */
export class Recogniser {
  #preparedKnowledge?: Knowledge;
  #preparedJson?: JsonRecogniser;
  #preparedScanner?: Scanner;
  #preparedLog?: LogRecogniser;
  #preparedSource?: SourceRecogniser;

  /** @param pinned ids of catalogs whose systems are taken as known */
  constructor(
    private readonly catalogs: CatalogSet,
    private readonly syntax: SyntaxService,
    private readonly pinned: readonly string[] = [],
  ) {}

  get #knowledge(): Knowledge {
    return (this.#preparedKnowledge ??= new Knowledge(this.catalogs, this.pinned));
  }

  get #json(): JsonRecogniser {
    return (this.#preparedJson ??= new JsonRecogniser(this.#knowledge));
  }

  get #scanner(): Scanner {
    return (this.#preparedScanner ??= new Scanner(this.catalogs.entries));
  }

  get #log(): LogRecogniser {
    return (this.#preparedLog ??= new LogRecogniser(this.#knowledge, this.#scanner));
  }

  get #source(): SourceRecogniser {
    return (this.#preparedSource ??= new SourceRecogniser(this.#knowledge, this.syntax));
  }

  /**
   * The findings of a text, in the order of their places.
   * @param languageId as VS Code names languages; nothing is found in a language that is not understood
   * @param isWanted asked now and then in a long text; when it says no, what is found is incomplete
   * @param readings what is known of earlier versions of a source file
   * @param pace how it makes room for others
   * @param ofProject the systems that the project's manifest speaks for; a log does without
   */
  async recognise(
    languageId: string,
    text: string,
    isWanted: () => boolean = () => true,
    readings?: SourceReadings,
    pace?: Pace,
    ofProject: Systems = noSystems,
  ): Promise<Recognition> {
    const left: Recognition = { findings: [], truncated: true };
    switch (readingOf(languageId)) {
      case 'json':
        return (await paced(this.#json.recognise(text, ofProject), isWanted, pace)) ?? left;
      case 'log':
        return (await paced(this.#log.recognise(text), isWanted, pace)) ?? left;
      case 'source':
        return this.#source.recognise(languageId, text, isWanted, ofProject, readings, pace);
      case undefined:
        return { findings: [], truncated: false };
    }
  }

  /**
   * The same for a text of which no other version will be read: source is read as a whole, as groups of declarations
   * save nothing the first time.
   */
  recogniseOnce(
    languageId: string,
    text: string,
    isWanted: () => boolean,
    pace: Pace,
    ofProject: Systems,
  ): Promise<Recognition> {
    return this.recognise(languageId, text, isWanted, new GroupReadings(Infinity), pace, ofProject);
  }

  /** See {@link JsonRecogniser.recogniseAt}. */
  recogniseJsonAt(...args: Parameters<JsonRecogniser['recogniseAt']>): Generator<void, Recognition> {
    return this.#json.recogniseAt(...args);
  }

  /** See {@link LogRecogniser.weigh}. */
  weigh(line: string): Weighed[] {
    return this.#log.weigh(line);
  }

  /** See {@link LogRecogniser.systemsOf}. */
  systemsOf(head: string): string {
    return this.#log.systemsOf(head);
  }

  /** Makes what the first log needs, in steps: otherwise that is made in one go when it is needed. */
  *prepareLog(): Generator<void> {
    if (!this.#preparedLog) {
      this.#preparedKnowledge ??= new Knowledge(this.catalogs, this.pinned);
      yield;
      this.#preparedScanner ??= new Scanner(this.catalogs.entries);
      yield;
      yield* this.#log.prepare();
    }
  }

  /** See {@link Scanner.places}. */
  logPlaces(bytes: Uint8Array, from: number, to: number): number[] {
    return this.#scanner.places(bytes, from, to);
  }

  /** See {@link Scanner.mayHoldErrors}. */
  mayHoldErrors(bytes: Uint8Array): boolean {
    return this.#scanner.mayHoldErrors(bytes);
  }

  /** See {@link LogRecogniser.recogniseLine}. */
  recogniseLine(...args: Parameters<LogRecogniser['recogniseLine']>): readonly Finding[] | undefined {
    return this.#log.recogniseLine(...args);
  }

  /** See {@link LogRecogniser.vicinity}. */
  get vicinity(): LogRecogniser['vicinity'] {
    return this.#log.vicinity;
  }

  /**
   * The findings of the errors that begin inside a part of a document which is read as a log, in steps. See
   * {@link LogRecogniser.recogniseWithin}.
   */
  recogniseWithin(...args: Parameters<LogRecogniser['recogniseWithin']>): Generator<void, readonly Finding[]> {
    return this.#log.recogniseWithin(...args);
  }
}
