import { type TextEditor, window, workspace } from 'vscode';
import { type InsertHandlerArgument, InsertHandlerRequest } from '../../shared/protocol';
import { isSource } from '../documents';
import { asInsertHandlerArgument } from './arguments';
import type { CommandContext } from './context';

/** Inserts the handler for an entry at the cursor, or where a hover's link or a code action says. */
export function insertHandler(context: CommandContext, argument: unknown): Promise<void> {
  return insert(context, argument, false);
}

/** The same, but shows the changes first and asks about them. */
export function previewHandler(context: CommandContext, argument: unknown): Promise<void> {
  return insert(context, argument, true);
}

async function insert(context: CommandContext, argument: unknown, preview: boolean): Promise<void> {
  const wanted = asInsertHandlerArgument(argument);
  const editor = editorOf(wanted) ?? context.editors.find();
  if (!editor) {
    await window.showInformationMessage('Open the TypeScript, JavaScript or Python file that should get the handler.');
    return;
  }
  const { client } = context.session;
  // A position belongs to the document that came with it: in another one it means nothing.
  const here = wanted.uri !== undefined && editor === editorOf(wanted) ? wanted.position : undefined;
  const params: InsertHandlerRequest.Params = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    position: here ?? client.code2ProtocolConverter.asPosition(editor.selection.active),
    ...(wanted.entry !== undefined && { entry: wanted.entry }),
    ...(preview && { preview }),
  };
  const answer = await context.session.request<InsertHandlerRequest.Result>(InsertHandlerRequest.method, params);
  if (answer.refusal !== undefined) {
    await window.showInformationMessage(answer.refusal);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  const isCurrent = client.validateWorkspaceEdit(answer.edit);
  const isDone = isCurrent && (await workspace.applyEdit(edit, { isRefactoring: preview }));
  if (!isDone) {
    // Who was asked may have declined.
    if (!preview || !isCurrent) {
      await window.showInformationMessage('The file changed meanwhile, so nothing was inserted. Try again.');
    }
    return;
  }
  await window.showTextDocument(editor.document, editor.viewColumn);
}

/** The visible source editor of the document that an argument names. No link can change a file that is not in sight. */
function editorOf({ uri }: InsertHandlerArgument): TextEditor | undefined {
  return window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri && isSource(document.languageId),
  );
}
