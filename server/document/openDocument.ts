import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ChunkedText } from './chunkedText';

/** A text up to this long is kept in one piece until the next edit: several read the whole of it. UTF-16 units. */
const longestKept = 2_000_000;

/** A document that a client has open: what LSP's library calls a text document, whose edits cost the same at any size. */
export class OpenDocument implements TextDocument {
  #text: ChunkedText;
  #version: number;
  #lastRemoval: number;
  #whole: string | undefined;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    version: number,
    text: string,
  ) {
    this.#version = this.#lastRemoval = version;
    this.#text = new ChunkedText(text);
  }

  static create(uri: string, languageId: string, version: number, text: string): OpenDocument {
    return new OpenDocument(uri, languageId, version, text);
  }

  /** Applies changes one after the other: each refers to what the one before it left. */
  static update(
    document: OpenDocument,
    changes: readonly lsp.TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    for (const change of changes) {
      if ('range' in change) {
        const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
        document.#text.replace({ start: Math.min(a, b), end: Math.max(a, b) }, change.text);
        document.#lastRemoval = a === b ? document.#lastRemoval : version;
      } else {
        document.#text = new ChunkedText(change.text);
        document.#lastRemoval = version;
      }
    }
    document.#version = version;
    document.#whole = undefined;
    return document;
  }

  get version(): number {
    return this.#version;
  }

  /** The last version for which something of the text before was removed. */
  get lastRemoval(): number {
    return this.#lastRemoval;
  }

  /** The text as it is now. */
  get text(): ChunkedText {
    return this.#text;
  }

  get lineCount(): number {
    return this.#text.lineCount;
  }

  getText(range?: lsp.Range): string {
    if (range) {
      return this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
    }
    const whole = this.#whole ?? this.#text.slice();
    this.#whole = whole.length <= longestKept ? whole : undefined;
    return whole;
  }

  positionAt(offset: number): lsp.Position {
    return this.#text.placeAt(offset);
  }

  offsetAt(position: lsp.Position): number {
    return this.#text.offsetAt(position);
  }

  getLineRange(line: number): lsp.Range {
    const at = Math.min(Math.max(0, line), this.lineCount - 1);
    const character = line < 0 ? 0 : this.#lineEnd(at) - this.offsetAt({ line: at, character: 0 });
    return { start: { line: at, character: 0 }, end: { line: at, character } };
  }

  getEOLCharacters(line: number): string {
    return line < 0 || line + 1 >= this.lineCount
      ? ''
      : this.#text.slice(this.#lineEnd(line), this.offsetAt({ line: line + 1, character: 0 }));
  }

  #lineEnd(line: number): number {
    return this.offsetAt({ line, character: Infinity });
  }
}
