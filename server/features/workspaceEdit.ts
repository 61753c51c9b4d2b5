import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RetryPlan } from '../retry/retry';
import { indentationAt } from '../retry/wrapping';
import { snippetsOf } from './snippets';

/** What of the client decides how a code action looks. */
export interface CodeActionAbilities {
  /** The client asks for the edit of the action that was chosen; otherwise each action carries its edit. */
  readonly resolvesEdits: boolean;
  /** The client takes edits with places for the cursor. */
  readonly snippetEdits: boolean;
  /** The client applies edits to a document of a certain version only. */
  readonly documentChanges: boolean;
  /** The client shows changes before it makes them, and asks about each. */
  readonly annotations: boolean;
  /** The client makes the files that an edit creates. */
  readonly createFiles: boolean;
  /** The commands that an action may run. */
  readonly commands: readonly string[];
}

/**
 * The edits of a plan in LSP's terms, bound to the document's version where the client can check it.
 *
 * @param isPreview the client shows each change and asks about it, if it can
 */
export function workspaceEdit(
  document: TextDocument,
  { edits, newFiles = [] }: Pick<RetryPlan, 'edits' | 'newFiles'>,
  abilities: CodeActionAbilities,
  isPreview = false,
): lsp.WorkspaceEdit {
  const { uri, version } = document;
  const plain = edits.map(({ range, newText }) => ({
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
    newText,
  }));
  if (!abilities.documentChanges) {
    return { changes: { [uri]: plain } };
  }
  const created = newFiles.flatMap((file) => createFile(uri, file));
  if (isPreview && abilities.annotations) {
    return preview([...created, { textDocument: { uri, version }, edits: plain }]);
  }
  const text = document.getText();
  const texts = edits.map(({ range, newText }) => ({ newText, indentation: indentationAt(text, range.start) }));
  const snippets = abilities.snippetEdits ? snippetsOf(texts) : [];
  const withSnippets = plain.map((edit, index): lsp.TextEdit | lsp.SnippetTextEdit => {
    const value = snippets[index];
    return value === undefined ? edit : { range: edit.range, snippet: { kind: 'snippet', value } };
  });
  return { documentChanges: [...created, { textDocument: { uri, version }, edits: withSnippets }] };
}

/** The same changes, each of which the user is asked about. */
function preview(changes: readonly (lsp.CreateFile | lsp.TextDocumentEdit)[]): lsp.WorkspaceEdit {
  const annotationId = 'handler';
  return {
    documentChanges: changes.map((change) =>
      'kind' in change
        ? { ...change, annotationId }
        : { ...change, edits: change.edits.map((edit) => ({ ...edit, annotationId })) },
    ),
    changeAnnotations: { [annotationId]: { label: 'Retry handler', needsConfirmation: true } },
  };
}

/** Makes a file in the folder of a document. One that came up meanwhile stays, and the whole edit fails. */
function createFile(
  uri: string,
  { path, text }: NonNullable<RetryPlan['newFiles']>[number],
): (lsp.CreateFile | lsp.TextDocumentEdit)[] {
  const file = uri.slice(0, uri.lastIndexOf('/') + 1) + path;
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create' as const, uri: file, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri: file, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
  ];
}
