import type { Part } from '../scan/part';
import { Report } from '../scan/report';
import type { FileParts } from '../scan/run';
import { type EntryOf, type Format, unreadRest } from './formats';
import { harmless } from './terminal';
import { reportFormats, type ReportFormatName } from './reportFormats';

/** Writes the results of a scan. */
export interface Output {
  begin(): Promise<void>;
  /**
   * @param signal says that the scan was interrupted
   * @param onPart is called for each part before it is written
   */
  file(parts: FileParts, signal: AbortSignal, onPart: (part: Part) => void): Promise<void>;
  /** @param isPartial whether the scan was interrupted */
  end(entry: EntryOf, isPartial: boolean): Promise<void>;
  /** How many findings there were so far. */
  readonly findings: number;
}

/** Writes findings as they come. */
export class FindingsOutput implements Output {
  findings = 0;
  #files = 0;
  readonly #entries = new Set<string>();
  #needsSeparator = false;

  constructor(private readonly format: Format) {}

  begin(): Promise<void> {
    return write(this.format.begin ?? '');
  }

  async file(parts: FileParts, signal: AbortSignal, onPart: (part: Part) => void): Promise<void> {
    const { format } = this;
    let path: string | undefined;
    let truncated = false;
    for await (const part of parts) {
      onPart(part);
      truncated ||= part.truncated || (part.problem !== undefined && path !== undefined);
      // What could not even be opened is no file of the results.
      if (part.isBinary || (part.problem !== undefined && part.findings === 0)) {
        continue;
      }
      if (path === undefined) {
        ({ path } = part);
        await write(format.openFile?.(path, part.language, this.#files === 0) ?? '');
        this.#files++;
        this.#needsSeparator &&= format.isOneList === true;
      }
      this.findings += part.findings;
      part.entries.forEach((id) => this.#entries.add(id));
      if (part.output !== '') {
        await write(this.#needsSeparator ? format.separator + part.output : part.output);
        this.#needsSeparator = true;
      }
    }
    if (path !== undefined && format.closeFile) {
      await write(format.closeFile(path, truncated || signal.aborted));
    } else if (path !== undefined && truncated) {
      process.stderr.write(unreadRest(path));
    }
  }

  end(entry: EntryOf): Promise<void> {
    const scanned = { files: this.#files, findings: this.findings, entries: this.#entries };
    return write(this.format.end?.(scanned, entry) ?? '');
  }
}

/** Sums findings up and writes the report in the end. */
export class ReportOutput implements Output {
  findings = 0;
  #files = 0;
  #truncated = false;
  readonly #report = new Report();

  constructor(private readonly format: ReportFormatName) {}

  begin(): Promise<void> {
    return Promise.resolve();
  }

  async file(parts: FileParts, _signal: AbortSignal, onPart: (part: Part) => void): Promise<void> {
    let isRead = false;
    for await (const part of parts) {
      onPart(part);
      isRead ||= !part.isBinary && part.problem === undefined;
      this.#truncated ||= part.truncated;
      this.findings += part.findings;
      if (part.report) {
        this.#report.merge(part.report);
      }
    }
    this.#files += isRead ? 1 : 0;
  }

  end(entry: EntryOf, isPartial: boolean): Promise<void> {
    const scanned = { files: this.#files, truncated: this.#truncated, isPartial };
    const text = reportFormats[this.format](this.#report.data(), scanned, entry);
    return write(this.format === 'json' ? text : harmless(text));
  }
}

/** Waits when whoever reads standard output is slower than the scan: what is found must not pile up. */
export async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) {
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  }
}
