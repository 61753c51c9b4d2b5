import { execFile } from 'node:child_process';

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Fails with all that it printed. */
export function run(
  file: string,
  args: readonly string[],
  {
    cwd,
    input,
    env,
  }: { readonly cwd?: string | undefined; readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { cwd, env: { ...process.env, ...env }, timeout: 300_000, maxBuffer: 1e7 },
      (error, stdout, stderr) => {
        if (error) {
          reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
        } else {
          resolve({ stdout, stderr });
        }
      },
    );
    // A program may end without having read what it was given.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
  });
}
