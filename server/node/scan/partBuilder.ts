import type { EntryOf, Format } from '../cli/formats';
import type { Part } from './part';
import type { BlockFinding } from './recogniseBlock';
import { Report } from './report';

/** Prints, or sums up, the findings of a file or a part of one as they come. */
export class PartBuilder {
  language = '';
  truncated = false;
  bytes = 0;
  problem: string | undefined;
  isBinary = false;
  instead: Part['instead'];
  readonly notes: string[] = [];
  readonly #entries = new Set<string>();
  #report: Report | undefined;
  #output = '';
  #findings = 0;

  /** @param format how findings are printed; undefined when they are only summed up */
  constructor(
    readonly path: string,
    private readonly format: Format | undefined,
    private readonly entry: EntryOf,
  ) {}

  /** @param lines how many lines were read */
  add(findings: readonly BlockFinding[], lines: number): void {
    this.#findings += findings.length;
    if (!this.format) {
      (this.#report ??= new Report()).add(this.path, findings, lines);
      return;
    }
    for (const finding of findings) {
      const printed = this.format.finding(this.path, finding, this.entry);
      if (printed !== undefined) {
        this.#entries.add(finding.entry);
        this.#output += this.#output && this.format.separator ? this.format.separator + printed : printed;
      }
    }
  }

  done(): Part {
    const { path, language, truncated, bytes, notes, problem, isBinary, instead } = this;
    return {
      path, language, truncated, bytes, notes, isBinary,
      output: this.#output, findings: this.#findings, entries: [...this.#entries],
      ...(this.#report && { report: this.#report.data() }),
      ...(problem !== undefined && { problem }),
      ...(instead && { instead }),
    }; // prettier-ignore
  }
}
