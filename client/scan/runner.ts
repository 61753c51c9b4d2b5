import type { CancellationToken } from 'vscode';
import type { ScanProgress } from '../../shared/protocol';

/** What a scan of files printed. */
export interface ScanResult {
  /** The report, as text. */
  readonly report: string;
  /** What could not be read or was left out, one a line. */
  readonly problems: string;
}

/**
 * Scans a file or a folder of the disk outside of this process. When it is cancelled, the report is on a part.
 * @param path absolute
 * @param catalogs paths of the user's catalog files
 */
export type ScanRunner = (
  path: string,
  catalogs: readonly string[],
  onProgress: (progress: ScanProgress) => void,
  token: CancellationToken,
) => Promise<ScanResult>;
