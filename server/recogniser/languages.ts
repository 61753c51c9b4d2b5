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
  ['go', 'source'],
  ['java', 'source'],
  ['kotlin', 'source'],
  ['swift', 'source'],
  ['csharp', 'source'],
  ['rust', 'source'],
  ['ruby', 'source'],
  ['php', 'source'],
  ['powershell', 'source'],
  ['shellscript', 'source'],
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
  ['ipynb', 'json'],
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
  ['pyw', 'python'],
  ['go', 'go'],
  ['java', 'java'],
  ['kt', 'kotlin'],
  ['kts', 'kotlin'],
  ['swift', 'swift'],
  ['cs', 'csharp'],
  ['csx', 'csharp'],
  ['rs', 'rust'],
  ['rb', 'ruby'],
  ['rake', 'ruby'],
  ['gemspec', 'ruby'],
  ['php', 'php'],
  ['phtml', 'php'],
  ['ps1', 'powershell'],
  ['psm1', 'powershell'],
  ['psd1', 'powershell'],
  ['sh', 'shellscript'],
  ['bash', 'shellscript'],
  ['zsh', 'shellscript'],
  ['ksh', 'shellscript'],
  ['bats', 'shellscript'],
  // Source in languages without a grammar here: read as a log, it would give findings that its syntax denies.
  ['c', 'c'],
  ['h', 'c'],
  ['cc', 'cpp'],
  ['cpp', 'cpp'],
  ['cxx', 'cpp'],
  ['hpp', 'cpp'],
  ['m', 'objective-c'],
  ['mm', 'objective-cpp'],
  ['scala', 'scala'],
  ['groovy', 'groovy'],
  ['gradle', 'groovy'],
  ['dart', 'dart'],
  ['ex', 'elixir'],
  ['exs', 'elixir'],
  ['erl', 'erlang'],
  ['clj', 'clojure'],
  ['fs', 'fsharp'],
  ['vb', 'vb'],
  ['lua', 'lua'],
  ['pl', 'perl'],
  ['pm', 'perl'],
  ['r', 'r'],
  ['jl', 'julia'],
  ['hs', 'haskell'],
  ['ml', 'ocaml'],
  ['nim', 'nim'],
  ['zig', 'zig'],
  ['cr', 'crystal'],
  ['sol', 'solidity'],
  ['sql', 'sql'],
  ['html', 'html'],
  ['htm', 'html'],
  ['css', 'css'],
  ['scss', 'scss'],
  ['less', 'less'],
  ['vue', 'vue'],
  ['svelte', 'svelte'],
  ['astro', 'astro'],
  ['coffee', 'coffeescript'],
  ['bat', 'bat'],
  ['cmd', 'bat'],
  ['proto', 'proto'],
  ['graphql', 'graphql'],
]);

/** The language of a file by its name; undefined when the name does not tell. Rotated logs (`app.log.3`) are logs. */
export function languageOfFile(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (/\.log(?:\.\d+|[.-]\d{4}-?\d\d-?\d\d)?$/.test(name)) {
    return 'log';
  }
  return languageOfExtension.get(name.slice(name.lastIndexOf('.') + 1));
}
