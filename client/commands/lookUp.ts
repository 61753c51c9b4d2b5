import { window } from 'vscode';
import { queryAtCursor } from '../lookup/cursor';
import { pickEntry } from '../lookup/picker';
import { asLookUpArgument } from './arguments';
import type { CommandContext } from './context';

/** Looks an error up as the user types, and shows the page of the one that was picked. */
export async function lookUp(context: CommandContext, argument: unknown): Promise<void> {
  const wanted = asLookUpArgument(argument);
  const entry =
    typeof wanted === 'object'
      ? wanted.entry
      : await pickEntry(context, wanted ?? (await queryAtCursor(context.session, window.activeTextEditor)));
  if (entry !== undefined) {
    await context.pages.show(entry);
  }
}
