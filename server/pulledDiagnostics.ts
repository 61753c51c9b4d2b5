import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { OpenDocument } from './document/openDocument';

/** What a client was told last of a document, and of which version. */
interface Answer {
  readonly resultId: string;
  readonly version: number;
  readonly items: readonly Diagnostic[];
}

/**
 * Answers clients that ask for diagnostics. One that holds what it would be told again is told only that: most keys move
 * none, and the diagnostics of a long file take longer to send than to find.
 */
export class PulledDiagnostics {
  readonly #answers = new Map<string, Answer>();
  /** A client may outlive its server: what another one called the same is something else. */
  readonly #server = Date.now().toString(36);
  #count = 0;

  /**
   * @param items of the document as it is now
   * @param previous the id of what the client holds
   */
  report(document: OpenDocument, items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
    const { uri, version } = document;
    const last = this.#answers.get(uri);
    // An editor moves its marks along with the text, and loses those of a text that is removed, whatever comes back.
    const holds = last?.resultId === previous && last !== undefined && document.lastRemoval <= last.version;
    if (holds && last.items.length === items.length && items.every((item, index) => areSame(item, last.items[index]))) {
      this.#answers.set(uri, { ...last, version });
      return { kind: 'unchanged', resultId: last.resultId };
    }
    const resultId = `${this.#server}-${this.#count++}`;
    this.#answers.set(uri, { resultId, version, items });
    return { kind: 'full', resultId, items };
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#answers.delete(uri);
  }
}

/** Whether two values of JSON are the same. */
function areSame(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object' || !one || !other) {
    return one === other;
  }
  const [left, right] = [one, other] as Readonly<Record<string, unknown>>[];
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => areSame(left?.[key], right?.[key]));
}
