import { commands, window } from 'vscode';
import { findingAtCursor } from '../lookup/cursor';
import { commandIds } from './ids';
import type { CommandContext } from './context';

/** Shows the page of the error under the cursor. */
export async function explain({ session, pages }: CommandContext): Promise<void> {
  const finding = await findingAtCursor(session, window.activeTextEditor);
  if (finding) {
    await pages.show(finding.entry);
    return;
  }
  const lookUp = 'Look Up…';
  if ((await window.showInformationMessage('No API error recognised here.', lookUp)) === lookUp) {
    await commands.executeCommand(commandIds.lookUp);
  }
}
