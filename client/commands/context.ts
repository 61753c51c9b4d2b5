import type { LogOutputChannel } from 'vscode';
import type { SourceEditors } from '../editors';
import type { Pages } from '../pages';
import type { ScanReports } from '../scan/reports';
import type { ScanRunner } from '../scan/runner';
import type { Session } from '../session';

/** What commands work with. */
export interface CommandContext {
  readonly session: Session;
  readonly editors: SourceEditors;
  readonly pages: Pages;
  readonly reports: ScanReports;
  /** Absent where there is no disk. */
  readonly runScan: ScanRunner | undefined;
  readonly log: LogOutputChannel;
}
