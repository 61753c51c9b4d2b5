import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOfFile } from '../../recogniser/languages';
import { print } from './terminal';
import { uriOf } from '../files';
import { createService, readInput, UsageError } from './usage';

export interface WhyOptions {
  /** `FILE:LINE`, the line counted from one. */
  readonly place: string;
  readonly format: string;
  readonly language: string | undefined;
  readonly catalogs: readonly string[];
}

/** Prints why the places of a line are findings, or why they are none. Exit code 1 when one is a finding, else 0. */
export async function why({ place, format, language, catalogs }: WhyOptions): Promise<number> {
  const [, path, number] = /^(.+):([1-9]\d*)$/s.exec(place) ?? [];
  if (path === undefined || number === undefined) {
    throw new UsageError('--why needs a file and a line, such as app.log:12');
  }
  if (!['text', 'json', 'markdown'].includes(format)) {
    throw new UsageError(`--why has no format ${format}`);
  }
  const service = await createService(catalogs);
  const text = await readInput(path);
  const document = TextDocument.create(uriOf(path), language ?? languageOfFile(path) ?? 'plaintext', 0, text);
  const line = Number(number);
  if (line > document.lineCount) {
    throw new Error(`${path} has ${document.lineCount} lines, not ${line}`);
  }
  const { places, note, markdown } = await service.why(document, line - 1);
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, path, line, places, ...(note && { note }) }, null, 2)}\n`);
  } else if (format === 'markdown') {
    print(markdown);
  } else if (places.length === 0) {
    print(`${note ?? 'No number or word on this line is in a catalog.'}\n`);
  } else {
    for (const { text: found, candidates, verdict, for: evidence, against, needed } of places) {
      print(`${found}: ${verdict}\n  could be: ${candidates.join(', ')}\n`);
      evidence.forEach((item) => print(`  evidence: ${item}\n`));
      against.forEach((item) => print(`  against: ${item}\n`));
      needed.forEach((item) => print(`  would help: ${item}\n`));
    }
  }
  return places.some(({ verdict }) => verdict.startsWith('recognised')) ? 1 : 0;
}
