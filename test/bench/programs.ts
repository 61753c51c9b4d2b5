import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { dist, root } from './project';

export interface Run {
  readonly milliseconds: number;
  /** Of the process with all its threads. */
  readonly peakMegabytes: number;
}

/**
 * Runs a program to its end and takes the time of its process, start included. A program that finds nothing or
 * something may say so by its exit code; another code is an error.
 * @param output a file for its standard output; without it the output is dropped
 */
export function runProgram(command: readonly string[], output?: string): Promise<Run> {
  const [program = '', ...args] = command;
  const file = output === undefined ? undefined : openSync(output, 'w');
  return new Promise<Run>((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const child = spawn(program, args, { stdio: ['ignore', file ?? 'ignore', 'pipe', 'pipe'] });
    let problem = '';
    let peak = '';
    child.stderr?.on('data', (chunk: Buffer) => (problem += chunk.toString()));
    child.stdio[3]?.on('data', (chunk: Buffer) => (peak += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
      if (code === 0 || code === 1) {
        resolve({ milliseconds, peakMegabytes: peak === '' ? NaN : Number(peak) / 1024 });
      } else {
        reject(new Error(`${command.join(' ').slice(0, 200)} ended with ${String(code)}: ${problem.slice(-500)}`));
      }
    });
  }).finally(() => {
    if (file !== undefined) {
      closeSync(file);
    }
  });
}

/** A program of ours: a file of dist, which tells its peak of memory when it ends. */
export function ourProgram(file: string, args: readonly string[]): string[] {
  return [process.execPath, '--require', `${root}test/bench/tellPeak.cjs`, dist(file), ...args];
}

/** What a running process holds in memory now, in megabytes. */
export function residentMegabytes(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
