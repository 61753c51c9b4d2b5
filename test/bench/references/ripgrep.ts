import { createRequire } from 'node:module';
import type { Bench } from '../bench';
import { writePatterns } from './patterns';

const require = createRequire(import.meta.url);

/** The ripgrep that VS Code ships, with one thread, on the patterns of the catalogs. */
export function ripgrep({ folder }: Bench, options: readonly string[], path: string): string[] {
  const { rgPath } = require('@vscode/ripgrep') as typeof import('@vscode/ripgrep');
  return [rgPath, '-j1', '--no-config', '--no-ignore', '-f', writePatterns(folder), ...options, path];
}
