import type { LogOutputChannel } from 'vscode';
import type { SourceEditors } from '../editors';
import type { Pages } from '../pages';
import type { Session } from '../session';

/** What commands work with. */
export interface CommandContext {
  readonly session: Session;
  readonly editors: SourceEditors;
  readonly pages: Pages;
  readonly log: LogOutputChannel;
}
