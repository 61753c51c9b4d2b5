import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'api-error-assist.api-error-assist';

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the sample workspace is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...path.split('/')));
  return vscode.window.showTextDocument(document, { preview: false });
}

/**
 * The range of a text that occurs in the document.
 * @param line a longer text around it, when it occurs more than once
 */
export function rangeOf(document: vscode.TextDocument, text: string, line = text): vscode.Range {
  const around = document.getText().indexOf(line);
  assert.notEqual(around, -1, `"${line}" is in ${document.fileName}`);
  const start = document.getText().indexOf(text, around);
  assert.notEqual(start, -1, `"${text}" is in "${line}"`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/**
 * Asks again until the answer satisfies: a server that has just started answers a little later.
 * Fails with what was answered last.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end) assert.fail(`${what}. The last answer was: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The text of every hover at a place, once one of them has the expected text. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position, expected: RegExp): Promise<string> {
  return eventually(
    `a hover that says ${String(expected)}`,
    () => hoverNow(document, at),
    (text) => expected.test(text),
  );
}

/** The text of every hover at a place, empty when there is none. */
export async function hoverNow(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return (
    hovers
      .flatMap((hover) => hover.contents)
      // The command converts whatever a provider returned.
      .map((content) => (content as vscode.MarkdownString).value)
      .join('\n')
  );
}

/** The code actions at a range, edits included. VS Code cancels a request when a language is still loading: it is asked again. */
export async function codeActions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const answer = await eventually(
    'code actions that VS Code does not cancel',
    () => askedOnce(document, range),
    Boolean,
  );
  return answer ?? [];
}

/** @returns undefined where VS Code cancelled the request */
async function askedOnce(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[] | undefined> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      undefined,
      // So many actions are resolved: lazily computed edits come with them.
      50,
    );
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return undefined;
    throw error;
  }
}

/** Our diagnostics of a document. */
export function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'API Error Assist');
}

/** Undoes and closes everything, so that each test starts from the files as they are on disk. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
