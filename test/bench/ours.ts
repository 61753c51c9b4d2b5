import { ourProgram } from './programs';
import { dist } from './project';

/** The language server. */
export const serverCommand: readonly string[] = [dist('server.js'), '--stdio'];

/** How the command line scans: what it prints, and with how many workers; without a number it chooses. */
export interface Scan {
  readonly form: 'count' | 'ndjson';
  readonly workers?: number;
}

/** The command that scans a file or a folder. A report counts the findings and keeps none. */
export function scanCommand(path: string, { form, workers }: Scan): string[] {
  const output = form === 'count' ? ['--report', '--format', 'json'] : ['--format', 'ndjson'];
  const jobs = workers === undefined ? [] : ['--jobs', String(workers)];
  return ourProgram('cli.js', ['scan', ...output, ...jobs, path]);
}
