import { statSync } from 'node:fs';
import { languageIds, languageOfFile, readingOf } from '../../recogniser/languages';
import { unpacked } from '../scan/chunks';
import { textsOf } from '../scan/growingFile';
import type { Part } from '../scan/part';
import { streamed } from '../scan/streamScanner';
import { TextScanner } from '../scan/textScanner';
import { formats } from './formats';
import { interrupted, Interruption } from './interruption';
import { FindingsOutput } from './output';
import { complain } from './terminal';
import { createService, UsageError } from './usage';

export interface FollowOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
}

/**
 * Prints the errors in a log, and those that come into it, until it is interrupted. Rotated, truncated and missing files
 * are read as soon as there is something new, each line once.
 * @returns 130 when it was interrupted, 2 when it cannot read on
 */
export async function follow(options: FollowOptions): Promise<number> {
  const { path, format, language } = checked(options);
  const { catalogs } = options;
  const service = await createService(catalogs);
  const interruption = new Interruption();
  const { signal } = interruption;
  const texts = new TextScanner(service, { format, isReport: false, language, catalogs }, () => !signal.aborted);
  const say = (note: string) => complain(`${path}: ${note}`);
  let count = 0;
  async function* parts(): AsyncGenerator<Part> {
    for await (const text of textsOf(path, signal, say)) {
      count++;
      yield* streamed(texts, path, unpacked(text, false), signal);
    }
  }
  const output = new FindingsOutput(formats[format]);
  // What is printed of a log that grows is always a part: to be interrupted makes it no less complete.
  await output.file(parts(), new AbortController().signal, (part) => {
    part.notes.forEach(say);
    if (part.problem !== undefined) {
      say(part.problem);
    }
  });
  interruption.dispose();
  if (!signal.aborted) {
    return 2;
  }
  const times = count > 1 ? `, begun anew ${count - 1} times` : '';
  say(`followed until interrupted: ${output.findings} findings${times}`);
  return interrupted;
}

/** @throws when the command line is wrong */
function checked({ paths, format, language }: FollowOptions): {
  readonly path: string;
  readonly format: 'text' | 'ndjson';
  readonly language: string;
} {
  const [path, ...others] = paths;
  if (path === undefined || path === '-' || others.length > 0) {
    throw new UsageError('--follow needs one file; standard input is followed without it');
  }
  if (format !== 'text' && format !== 'ndjson') {
    throw new UsageError(`--follow has the formats text and ndjson, not ${format}`);
  }
  if (language !== undefined && !languageIds.includes(language)) {
    throw new UsageError(`the language ${language} is not understood; there are ${languageIds.join(', ')}`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new UsageError(`--follow needs a file, which ${path} is not`);
  }
  const known = language ?? languageOfFile(path) ?? 'log';
  const reading = readingOf(known);
  if (reading === 'source') {
    throw new UsageError(`--follow reads logs, not ${known}`);
  }
  // JSON that grows is read by lines: it has no end to wait for.
  return { path, format, language: reading === 'json' && known !== 'jsonl' ? 'log' : known };
}
