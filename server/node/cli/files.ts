import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from './usage';

/** Folders that hold other people's files, or no text. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files below a folder whose names are wanted, in the order of their names. Links are not followed. */
export async function* filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
  complain: (problem: string) => void,
): AsyncGenerator<string> {
  const names: { readonly name: string; readonly isFolder: boolean }[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.isDirectory() ? !skippedFolders.has(entry.name) : entry.isFile() && isWanted(entry.name)) {
        names.push({ name: entry.name, isFolder: entry.isDirectory() });
      }
    }
  } catch (error) {
    complain(`${folder}: ${reasonOf(error)}`);
    return;
  }
  for (const { name, isFolder } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name);
    if (isFolder) {
      yield* filesBelow(path, isWanted, complain);
    } else {
      yield path;
    }
  }
}
