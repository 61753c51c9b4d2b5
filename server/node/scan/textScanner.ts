import { TextDocument } from 'vscode-languageserver-textdocument';
import { reported } from '../../findings';
import type { LanguageService } from '../../languageService';
import { languageOfFile, readingOf } from '../../recogniser/languages';
import { timeOfLine } from '../../recogniser/wait';
import { type Format, formats, isFormat } from '../cli/formats';
import { decode } from '../cli/usage';
import { uriOf } from '../files';
import { type Block, carriageReturn, countLines, newline } from './block';
import { contentOf, isJson, mayBeJson, withoutCompression } from './content';
import type { LineNumbers } from './lineNumbers';
import type { RunOptions } from './part';
import { PartBuilder } from './partBuilder';
import { pace, type Place, recogniseBlock } from './recogniseBlock';

/** Larger JSON is read by lines, larger source not at all: neither can be cut into parts without being read whole. */
export const wholeLimit = 20 * 1024 * 1024;
export const tooLargeSource = 'source of more than 20 MB is not read';
export const tooLargeJson = 'JSON of more than 20 MB is read by lines, as a log is';
/** Smaller JSON is parsed at once; larger is first searched for what may be an error, in bytes. */
const leastSearched = 64 * 1024;
/** How much of a file tells what it is, in bytes. */
export const sniffed = 4_096;

/** How a file is read. */
export interface Manner {
  readonly language: string;
  /** Its name says nothing; its text may turn out to be JSON. */
  readonly isGuessed: boolean;
  /** Its syntax needs the whole of it. */
  readonly isWhole: boolean;
}

/** Scans texts and blocks of texts into parts. */
export class TextScanner {
  readonly #format: Format | undefined;

  /** @param isWanted asked now and then; when it says no, what is given is incomplete */
  constructor(
    private readonly service: LanguageService,
    private readonly options: RunOptions,
    readonly isWanted: () => boolean,
  ) {
    this.#format = options.isReport || !isFormat(options.format) ? undefined : formats[options.format];
  }

  part(path: string): PartBuilder {
    return new PartBuilder(path, this.#format, (id) => this.service.entry(id));
  }

  /** @param head the first bytes of the text */
  manner(path: string, head: Buffer): Manner {
    const known = this.options.language ?? languageOfFile(withoutCompression(path));
    const language = known ?? 'log';
    const reading = readingOf(language);
    const isGuessed = known === undefined && mayBeJson(head);
    return {
      language,
      isGuessed,
      isWhole: isGuessed || reading === 'source' || (reading === 'json' && language !== 'jsonl'),
    };
  }

  /** Reads a text as a whole, as the editor does. */
  async text(part: PartBuilder, bytes: Buffer, { language, isGuessed }: Manner): Promise<void> {
    const isUtf8 = contentOf(bytes) !== 'utf16';
    const isLarge = bytes.length > leastSearched;
    if (isLarge && isUtf8 && !isGuessed && readingOf(language) === 'json' && !this.service.mayHoldErrors(bytes)) {
      part.language = language;
      part.add([], linesOf(bytes));
      return;
    }
    const text = decode(bytes);
    part.language = isGuessed && isJson(text) ? 'json' : language;
    const document = TextDocument.create(`scan:${part.path}`, part.language, 0, text);
    const { findings, truncated } = await this.service.recogniseOnce(
      part.language,
      text,
      this.isWanted,
      pace,
      uriOfPart(part),
    );
    part.truncated ||= truncated;
    const isSource = readingOf(part.language) === 'source';
    const placed = reported(findings).map((finding) => {
      const start = document.positionAt(finding.range.start);
      const lineStart = finding.range.start - start.character;
      const time = finding.lead && !isSource ? timeOfLine(text.slice(lineStart, lineStart + 200)) : undefined;
      return { ...finding, range: { start, end: document.positionAt(finding.range.end) }, time };
    });
    part.add(placed, isUtf8 ? linesOf(bytes) : document.lineCount - (/(?:^|[\r\n])$/.test(text) ? 1 : 0));
  }

  /**
   * Reads a block of a text.
   * @param start where it begins in the text
   * @param lines the block's lines, if they were counted before
   * @returns where the next one begins
   */
  async block(part: PartBuilder, block: Block, start: Place, lines?: LineNumbers): Promise<Place> {
    // JSON that is too large to be read whole is read by lines.
    const language = readingOf(part.language) === 'json' && part.language !== 'jsonl' ? 'log' : part.language;
    const { end, truncated } = await recogniseBlock(
      this.service,
      language,
      block,
      start,
      (findings) => part.add(findings, 0),
      this.isWanted,
      lines,
      uriOfPart(part),
    );
    part.add([], end.line - start.line + (end.character > 0 ? 1 : 0) - (start.character > 0 ? 1 : 0));
    part.truncated ||= truncated;
    part.bytes += block.to - block.from;
    return end;
  }
}

/** Standard input lies in no project. */
function uriOfPart({ path }: PartBuilder): string | undefined {
  return path === '-' ? undefined : uriOf(path);
}

/** How many lines a text has, which is in UTF-8: an empty one none, and nothing behind its last line end is one. */
function linesOf(bytes: Buffer): number {
  const last = bytes.at(-1) ?? newline;
  return countLines(bytes, 0, bytes.length) + (last === newline || last === carriageReturn ? 0 : 1);
}
