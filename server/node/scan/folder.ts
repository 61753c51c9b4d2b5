import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../cli/usage';

/** Folders that hold other people's files, or no text. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files below a folder whose names are wanted, in the order of their names. Links are not followed. */
export function* filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
  complain: (problem: string) => void,
): Generator<string> {
  // Folders that wait for their turn, the next one last: a deep tree needs no deep stack.
  const waiting: { readonly path: string; readonly isFolder: boolean }[] = [{ path: folder, isFolder: true }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!next.isFolder) {
      yield next.path;
      continue;
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(next.path, { withFileTypes: true });
    } catch (error) {
      complain(`${next.path}: ${reasonOf(error)}`);
      continue;
    }
    const { path } = next;
    entries
      .filter((entry) =>
        entry.isDirectory() ? !skippedFolders.has(entry.name) : entry.isFile() && isWanted(entry.name),
      )
      .sort((a, b) => (a.name > b.name ? -1 : 1))
      .forEach((entry) => waiting.push({ path: join(path, entry.name), isFolder: entry.isDirectory() }));
  }
}
