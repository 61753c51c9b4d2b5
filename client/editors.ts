import { type Disposable, type TextEditor, window } from 'vscode';
import { isSource } from './documents';

/** Remembers in which editor the user last worked on source, for a handler that is asked for from a log. */
export class SourceEditors implements Disposable {
  readonly #listener: Disposable;
  #latest: TextEditor | undefined;

  constructor() {
    this.#remember(window.activeTextEditor);
    this.#listener = window.onDidChangeActiveTextEditor((editor) => this.#remember(editor));
  }

  /** The active editor if it shows source, else the visible source editor that was active last, else any visible one. */
  find(): TextEditor | undefined {
    const active = window.activeTextEditor;
    if (active && isSource(active.document.languageId)) {
      return active;
    }
    const visible = window.visibleTextEditors.filter((editor) => isSource(editor.document.languageId));
    // VS Code makes a new editor object when a document is hidden and shown again.
    return visible.find((editor) => editor.document === this.#latest?.document) ?? visible[0];
  }

  dispose(): void {
    this.#listener.dispose();
    this.#latest = undefined;
  }

  #remember(editor: TextEditor | undefined): void {
    if (editor && isSource(editor.document.languageId)) {
      this.#latest = editor;
    }
  }
}
