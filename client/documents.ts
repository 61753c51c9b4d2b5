import type { DocumentSelector } from 'vscode-languageclient';

/** Languages of source files, into which a handler can be inserted. */
export const sourceLanguages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'] as const;

/** Languages of source files in which errors are explained, and for which there is no handler. */
export const explainedLanguages = [
  'go',
  'java',
  'kotlin',
  'swift',
  'csharp',
  'rust',
  'ruby',
  'php',
  'powershell',
  'shellscript',
] as const;

/** Languages of logs and responses. */
export const textLanguages = ['log', 'json', 'jsonc', 'jsonl', 'plaintext'] as const;

/** Every language the extension is activated for, by the ids that VS Code gives them. */
export const languages: readonly string[] = [...textLanguages, ...sourceLanguages, ...explainedLanguages];

/**
 * Where documents come from that people read and edit: a disk, a remote or virtual workspace, a file that was never
 * saved. An allow-list, so that output channels (our own too), diffs, notebooks' cells and other extensions' documents
 * never reach the server.
 */
export const schemes: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** Plain text is anything at all: only files that are named like a program's output count. */
const plainTextFiles = '**/*.{log,out,err,txt}';

/** The documents that the server sees. */
export const documentSelector: DocumentSelector = schemes.flatMap((scheme) =>
  languages.map((language) =>
    language === 'plaintext' && scheme !== 'untitled'
      ? { scheme, language, pattern: plainTextFiles }
      : { scheme, language },
  ),
);

/** Whether a handler can be inserted into documents of this language. */
export function isSource(languageId: string): boolean {
  return (sourceLanguages as readonly string[]).includes(languageId);
}
