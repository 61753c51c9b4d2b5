/** How a document is read. */
export type Reading = 'json' | 'log' | 'source';

const readings: ReadonlyMap<string, Reading> = new Map([
  ['json', 'json'],
  ['jsonc', 'json'],
  ['jsonl', 'json'],
  ['log', 'log'],
  ['plaintext', 'log'],
  ['typescript', 'source'],
  ['typescriptreact', 'source'],
  ['javascript', 'source'],
  ['javascriptreact', 'source'],
  ['python', 'source'],
]);

/** How documents of a language are read; undefined for a language that is not understood. */
export function readingOf(languageId: string): Reading | undefined {
  return readings.get(languageId);
}

/** The ids of all languages that are understood. */
export const languageIds: readonly string[] = [...readings.keys()];

const languageOfExtension: ReadonlyMap<string, string> = new Map([
  ['json', 'json'],
  ['jsonc', 'jsonc'],
  ['har', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['log', 'log'],
  ['out', 'log'],
  ['err', 'log'],
  ['txt', 'plaintext'],
  ['ts', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['tsx', 'typescriptreact'],
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['jsx', 'javascriptreact'],
  ['py', 'python'],
  ['pyi', 'python'],
]);

/** The language of a file by its name; undefined when the name does not tell. Rotated logs (`app.log.3`) are logs. */
export function languageOfFile(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (/\.log(?:\.\d+|[.-]\d{4}-?\d\d-?\d\d)?$/.test(name)) {
    return 'log';
  }
  return languageOfExtension.get(name.slice(name.lastIndexOf('.') + 1));
}
