import { readFile } from 'node:fs/promises';
import type { RuleSettings } from '../../../shared/rules';
import type { LanguageService } from '../../languageService';
import { nodeRuntime } from '../files';
import { complain } from './terminal';

/** The command line is not as it must be: the help is shown. */
export class UsageError extends Error {}

/**
 * A language service with the built-in catalogs and those of `--catalog`.
 * @param options who is told of what is wrong with them, and the severities of rules that are not to have their own
 * @throws when a catalog cannot be used; what is wrong with single entries goes to standard error
 */
export async function createService(
  catalogFiles: readonly string[],
  { tell = complain, rules = {} }: { tell?: (problem: string) => void; rules?: RuleSettings } = {},
): Promise<LanguageService> {
  const { builtInCatalogs, createLanguageService, loadCatalog } = await import('../../core');
  const catalogs = [...builtInCatalogs()];
  for (const file of catalogFiles) {
    const { catalog, problems } = loadCatalog(await readInput(file), file);
    if (!catalog) {
      throw new Error(problems.join('\n'));
    }
    problems.forEach((problem) => tell(problem));
    catalogs.push(catalog);
  }
  return createLanguageService({
    catalogs,
    readGrammar: (fileName) => nodeRuntime.readGrammar(fileName),
    readProject: (uris) => Promise.all(uris.map((uri) => nodeRuntime.readProjectFile(uri))),
    rules: () => rules,
    now: () => Date.now(),
  });
}

/** The text of a file. @throws an error that names the file and says what is wrong in words */
export async function readInput(path: string): Promise<string> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}`);
  }
}

/** Why a file cannot be read, in words. */
export function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'EISDIR':
      return 'is a folder';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'is too large to be read as a whole';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** A file's text. A byte order mark tells UTF-16, which PowerShell writes; everything else is read as UTF-8. */
export function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
