import { ourProgram } from './programs';

/** How the command line scans: what it prints, and with how many workers. */
export interface Scan {
  readonly form: 'count' | 'ndjson';
  readonly workers?: number;
}

/** The command that scans a file or a folder. */
export function scanCommand(path: string, { form }: Scan): string[] {
  return ourProgram('cli.js', ['scan', '--format', form === 'count' ? 'text' : 'ndjson', path]);
}
