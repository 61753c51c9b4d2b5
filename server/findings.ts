import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../shared/finding';
import { ChunkedText } from './document/chunkedText';
import type { OpenDocument } from './document/openDocument';
import { jsonFindingsAround } from './jsonFindings';
import { LogFindings } from './logFindings';
import type { ProjectSystems } from './projectSystems';
import { readingOf } from './recogniser/languages';
import { atOnce, paced } from './recogniser/paced';
import type { Recogniser, Recognition } from './recogniser/recogniser';
import type { Declarations } from './recogniser/source/declarations';
import { GroupReadings } from './recogniser/source/groupReadings';
import type { SourceReadings } from './recogniser/source/sourceRecogniser';

interface Cached {
  readonly version: number;
  readonly languageId: string;
  readonly recognition: Promise<Recognition>;
}

/** The findings of open documents: one recognition for each version of a document, whatever asks for it. */
export class FindingStore {
  readonly #cache = new Map<string, Cached>();
  readonly #logs: LogFindings;
  readonly #sources = new Map<string, SourceReadings>();

  constructor(
    private readonly recogniser: Recogniser,
    private readonly project: Pick<ProjectSystems, 'of'>,
  ) {
    this.#logs = new LogFindings(recogniser);
  }

  /** All findings of a document, of any confidence, in the order of their places. */
  of(document: TextDocument): Promise<Recognition> {
    const cached = this.#cache.get(document.uri);
    if (cached?.version === document.version && cached.languageId === document.languageId) {
      return cached.recognition;
    }
    const recognition = this.#recognise(document);
    this.#cache.set(document.uri, { version: document.version, languageId: document.languageId, recognition });
    // A failure must not stay: the next request tries again.
    recognition.catch(() => this.#cache.delete(document.uri));
    return recognition;
  }

  /**
   * The findings that touch a part of a document, and perhaps others. Of a log or large JSON no more is read than
   * that takes, also while the whole is still being read.
   */
  async around(document: TextDocument, part: lsp.Range): Promise<readonly Finding[]> {
    const range = () => ({ start: document.offsetAt(part.start), end: document.offsetAt(part.end) });
    switch (readingOf(document.languageId)) {
      case 'log':
        return atOnce(this.#logs.around(textOf(document), range()));
      case 'json': {
        const ofProject = await this.project.of(document.uri, document.languageId);
        const found = atOnce(jsonFindingsAround(this.recogniser, textOf(document), range(), ofProject));
        return found ?? (await this.of(document)).findings;
      }
      case 'source':
      case undefined:
        return (await this.of(document)).findings;
    }
  }

  /** Documents change while they are read. What is found must fit the text that its ranges are then applied to. */
  async #recognise(document: TextDocument): Promise<Recognition> {
    const { uri, version, languageId } = document;
    const isWanted = () => document.version === version && this.#cache.has(uri);
    const recognition =
      readingOf(languageId) === 'log'
        ? ((await paced(this.#logs.all(textOf(document)), isWanted)) ?? { findings: [], truncated: true })
        : await this.#recogniseText(document, isWanted);
    return document.version === version ? recognition : this.of(document);
  }

  async #recogniseText(document: TextDocument, isWanted: () => boolean): Promise<Recognition> {
    const { uri, languageId } = document;
    const ofProject = await this.project.of(uri, languageId);
    const text = document.getText();
    return this.recogniser.recognise(languageId, text, isWanted, this.#sourceOf(uri), undefined, ofProject);
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#cache.delete(uri);
    this.#sources.delete(uri);
  }

  /** The declarations of a document of source, for those who read it besides the recogniser. */
  declarationsOf(uri: string): Declarations {
    return this.#sourceOf(uri).declarations;
  }

  #sourceOf(uri: string): SourceReadings {
    const readings: SourceReadings = this.#sources.get(uri) ?? new GroupReadings();
    this.#sources.set(uri, readings);
    return readings;
  }
}

/** Recognised by its shape: the core is a bundle of its own, where the same class is another one. */
function isOpenDocument(document: TextDocument): document is OpenDocument {
  return 'text' in document && typeof document.text === 'object';
}

function textOf(document: TextDocument): ChunkedText {
  return isOpenDocument(document) ? document.text : new ChunkedText(document.getText());
}

const order = { high: 0, medium: 1, low: 2 } as const;

/** The finding at an offset: the surest, then the shortest. The end of a finding counts as part of it, as a cursor stands there. */
export function findingAt(findings: readonly Finding[], offset: number): Finding | undefined {
  return findings
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .sort(
      (a, b) =>
        order[a.confidence] - order[b.confidence] || a.range.end - a.range.start - (b.range.end - b.range.start),
    )[0];
}

/**
 * The findings that a report names: those of errors, not of low confidence, not in comments of source. A header that stands beside no error
 * reports none.
 */
export function reported(findings: readonly Finding[]): Finding[] {
  const errors = new Set(findings.filter((f) => f.lead && f.kind !== 'header').map((f) => f.group));
  return findings.filter((f) => f.confidence !== 'low' && !f.isInComment && errors.has(f.group));
}
