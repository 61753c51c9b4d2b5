import { type TextEditor, window } from 'vscode';
import { WhyRequest } from '../../shared/protocol';
import type { CommandContext } from './context';

/** Shows why the places of the cursor's line are recognised as errors, or why they are not. */
export async function why({ session, pages }: CommandContext): Promise<void> {
  const editor = window.activeTextEditor;
  const page = editor && (await ask(session, editor));
  if (!page) {
    void window.showInformationMessage('API Error Assist does not read this document.');
    return;
  }
  await pages.showText(`line-${page.line + 1}`, page.markdown);
}

function ask(session: CommandContext['session'], { document, selection }: TextEditor): Promise<WhyRequest.Result> {
  const { line, character } = selection.active;
  const params: WhyRequest.Params = {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
  };
  return session.request<WhyRequest.Result>(WhyRequest.method, params);
}
