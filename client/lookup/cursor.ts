import type { TextEditor } from 'vscode';
import { FindingAtRequest } from '../../shared/protocol';
import type { Session } from '../session';
import { asQuery, codeAt } from './query';

/** What the server recognises at the cursor, of any confidence. */
export async function findingAtCursor(
  session: Session,
  editor: TextEditor | undefined,
): Promise<FindingAtRequest.Result> {
  if (!editor) {
    return null;
  }
  const { code2ProtocolConverter: convert } = session.client;
  return session.request<FindingAtRequest.Result>(FindingAtRequest.method, {
    textDocument: convert.asTextDocumentIdentifier(editor.document),
    position: convert.asPosition(editor.selection.active),
  } satisfies FindingAtRequest.Params);
}

/** What a lookup starts with: the selection, else the recognised error, else a word that is written like a code. */
export async function queryAtCursor(session: Session, editor: TextEditor | undefined): Promise<string> {
  if (!editor) {
    return '';
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    return asQuery(document.getText(selection));
  }
  const finding = await findingAtCursor(session, editor);
  const line = () => document.lineAt(selection.active).text;
  return asQuery(finding?.text ?? codeAt(line(), selection.active.character) ?? '');
}
