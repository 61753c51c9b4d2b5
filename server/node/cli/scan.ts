import { stat } from 'node:fs/promises';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reported } from '../../findings';
import { languageIds, languageOfFile, readingOf } from '../../recogniser/languages';
import { filesBelow } from './files';
import { formats, isFormat, type ScannedFile } from './formats';
import { complain as tell, print } from './terminal';
import { createService, decode, readInput, reasonOf, UsageError } from './usage';

export interface ScanOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
}

/**
 * Prints the errors in files and folders. Findings of low confidence are left out, and so are headers that stand
 * beside no error.
 * @returns 1 when there are findings, else 0; 2 when a path could not be read, after all others were
 */
export async function scan({ paths, format, language, catalogs }: ScanOptions): Promise<number> {
  if (paths.length === 0) {
    throw new UsageError('scan needs a path; - is standard input');
  }
  if (!isFormat(format)) {
    throw new UsageError(`scan has no format ${format}`);
  }
  if (language !== undefined && !languageIds.includes(language)) {
    throw new UsageError(`the language ${language} is not understood; there are ${languageIds.join(', ')}`);
  }
  const service = await createService(catalogs);
  const writer = formats[format](
    format === 'text' || format === 'markdown' ? print : (text) => process.stdout.write(text),
    (id) => service.entry(id),
  );
  let found = false;
  let failed = false;
  writer.begin();
  for await (const path of inputs(paths, (problem) => (failed = complain(problem)))) {
    try {
      const file = await scanFile(path, language);
      found ||= file.findings.length > 0;
      writer.file(file);
    } catch (error) {
      failed = complain(error instanceof Error ? error.message : String(error));
    }
  }
  writer.end();
  return failed ? 2 : found ? 1 : 0;

  async function scanFile(path: string, chosen: string | undefined): Promise<ScannedFile> {
    const text = path === '-' ? await standardInput() : await readInput(path);
    const languageId = chosen ?? languageOfFile(path) ?? guess(text);
    const document = TextDocument.create(path, languageId, 0, text);
    const { findings, truncated } = await service.recognise(document);
    service.forget(path);
    return {
      path,
      language: languageId,
      truncated,
      findings: reported(findings).map((finding) => ({
        ...finding,
        range: { start: document.positionAt(finding.range.start), end: document.positionAt(finding.range.end) },
      })),
    };
  }
}

function complain(problem: string): true {
  tell(problem);
  return true;
}

/** Files named on the command line, and the files of known languages below the folders named there. */
async function* inputs(paths: readonly string[], complain: (problem: string) => void): AsyncGenerator<string> {
  for (const path of paths) {
    if (path === '-') {
      yield path;
      continue;
    }
    try {
      if ((await stat(path)).isDirectory()) {
        yield* filesBelow(path, isUnderstood, complain);
      } else {
        yield path;
      }
    } catch (error) {
      complain(`${path}: ${reasonOf(error)}`);
    }
  }
}

/** Whether a file below a folder is read: source in a language without a grammar would only be listed. */
function isUnderstood(name: string): boolean {
  return readingOf(languageOfFile(name) ?? '') !== undefined;
}

/** A text without a telling name: a JSON value, or lines. */
function guess(text: string): string {
  const start = text.trimStart().slice(0, 1);
  if (start === '{' || start === '[') {
    try {
      JSON.parse(text);
      return 'json';
    } catch {
      // Several values, or a log that begins with a bracket: lines are read for both.
    }
  }
  return 'log';
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
  }
  return decode(Buffer.concat(chunks));
}
