import { fork } from 'node:child_process';
import type { ScanProgress } from '../../shared/protocol';
import type { ScanRunner } from '../scan/runner';

/** The exit codes with which the command line has printed a report: nothing found, errors found, not all could be read, interrupted. */
const reported = [0, 1, 2, 130];

/**
 * Runs scans in a process of their own, so that neither the editor nor the language server waits for them.
 * @param commandLine path of the bundle `cli.js`
 */
export function scanInProcess(commandLine: string): ScanRunner {
  return (path, catalogs, onProgress, token) =>
    new Promise((resolve, reject) => {
      const args = ['scan', '--report', ...catalogs.flatMap((file) => ['--catalog', file]), '--', path];
      const child = fork(commandLine, args, {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        execArgv: [],
        // VS Code's own program is Electron, which is a Node only when it is told so.
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      });
      let report = '';
      let problems = '';
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (report += text));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (problems += text));
      child.on('message', ({ progress }: { readonly progress?: ScanProgress }) => progress && onProgress(progress));
      child.on('error', reject);
      child.on('close', (code) => {
        cancel.dispose();
        if (report !== '' && code !== null && reported.includes(code)) {
          resolve({ report, problems: problems.replaceAll('api-error-assist: ', '').trim() });
        } else {
          reject(new Error(`The scan ended with ${code ?? 'a signal'}. ${problems}`));
        }
      });
      // A message works on every system, unlike a signal; what was read is reported.
      const cancel = token.onCancellationRequested(() => {
        if (child.connected) {
          child.send('cancel');
        }
      });
    });
}
