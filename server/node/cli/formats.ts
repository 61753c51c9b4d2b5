import type { Range } from 'vscode-languageserver';
import type { Entry } from '../../../shared/catalog/catalog';
import type { Finding } from '../../../shared/finding';
import { verdictOf } from '../../render/verdict';
import { sarifLocation, sarifOpening } from './sarif';
import { harmless } from './terminal';

/** A finding with its place as lines and characters, zero-based, UTF-16, end exclusive. */
export type PlacedFinding = Omit<Finding, 'range'> & { readonly range: Range };

/** Looks an entry up by its id. */
export type EntryOf = (id: string) => Entry | undefined;

/**
 * One way to print a scan. What is printed comes in parts, file by file, so that nothing has to be kept; findings are
 * printed wherever they are found, also in workers.
 */
export interface Format {
  /** One finding; undefined when the format leaves it out. */
  finding(path: string, finding: PlacedFinding, entry: EntryOf): string | undefined;
  /** What stands between two findings. */
  readonly separator: string;
  /** Whether the findings of all files form one list. */
  readonly isOneList?: boolean;
  readonly begin?: string;
  openFile?(path: string, language: string, isFirst: boolean): string;
  /** Without it, what is left unread is said on standard error. */
  closeFile?(path: string, truncated: boolean): string;
  /** @param entries ids of the entries that were found */
  end?(
    scanned: { readonly files: number; readonly findings: number; readonly entries: ReadonlySet<string> },
    entry: EntryOf,
  ): string;
}

/** Says that a file holds more than was read. */
export function unreadRest(path: string): string {
  return harmless(`${path}: not everything was read; there is more in this file.\n`);
}

/** A finding as the formats for programs print it. */
function plain(finding: PlacedFinding, entry: Entry | undefined) {
  const { range, text: found, kind, entry: id, alternatives, confidence, evidence } = finding;
  return {
    range, text: found, kind, entry: id, alternatives, confidence,
    title: entry?.title ?? id, strategy: entry?.strategy.name ?? 'none', evidence,
  }; // prettier-ignore
}

const json: Format = {
  separator: ',',
  begin: '{"version":1,"files":[',
  openFile: (path, language, isFirst) =>
    `${isFirst ? '' : ','}\n{"path":${JSON.stringify(path)},"language":${JSON.stringify(language)},"findings":[`,
  finding: (_path, finding, entry) => JSON.stringify(plain(finding, entry(finding.entry))),
  closeFile: (_path, truncated) => `],"truncated":${String(truncated)}}`,
  end: () => '\n]}\n',
};

const ndjson: Format = {
  separator: '',
  finding: (path, finding, entry) => `${JSON.stringify({ path, ...plain(finding, entry(finding.entry)) })}\n`,
};

/** The parts of one error are one line for a person. */
const text: Format = {
  separator: '',
  finding(path, finding, entry) {
    if (!finding.lead) {
      return undefined;
    }
    const found = entry(finding.entry);
    const { line, character } = finding.range.start;
    const place = `${path}:${line + 1}:${character + 1}`;
    return harmless(`${place}: ${finding.entry}  ${found?.title ?? ''}. ${found ? verdictOf(found) : ''}.\n`);
  },
  closeFile: (path, truncated) => (truncated ? unreadRest(path) : ''),
  // Of nothing that was read nothing can be said.
  end: ({ files, findings }) => (findings === 0 && files > 0 ? 'No API errors found.\n' : ''),
};

const markdown: Format = {
  separator: '',
  begin: '| Place | Error | What it is | Retry |\n| --- | --- | --- | --- |\n',
  finding(path, finding, entry) {
    if (!finding.lead) {
      return undefined;
    }
    const found = entry(finding.entry);
    const { line, character } = finding.range.start;
    return `| ${cell(`${path}:${line + 1}:${character + 1}`)} | ${cell(finding.entry)} | ${cell(found?.title ?? '')} | ${cell(found ? verdictOf(found) : '')} |\n`;
  },
};

/** A text inside a Markdown table. */
export function cell(value: string): string {
  return harmless(value)
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\|`<>*_[\]]/g, '\\$&');
}

/** SARIF 2.1.0: one result an error, one rule an entry. The rules come last, when all results are known. */
const sarif: Format = {
  separator: ',\n',
  isOneList: true,
  begin: sarifOpening,
  finding(path, { entry: id, range, confidence, lead }, entry) {
    if (!lead) {
      return undefined;
    }
    const found = entry(id);
    return JSON.stringify({
      ruleId: id,
      level: 'note',
      message: { text: `${found?.title ?? id}. ${found ? verdictOf(found) : ''}.` },
      properties: { confidence },
      locations: [sarifLocation(path, range)],
    });
  },
  end({ entries }, entry) {
    const rules = [...entries].map((id) => {
      const found = entry(id);
      return {
        id,
        shortDescription: { text: found?.title ?? id },
        fullDescription: { text: found?.meaning ?? id },
        ...(found?.link && { helpUri: found.link }),
      };
    });
    return `\n],"tool":${JSON.stringify({ driver: { name: 'API Error Assist', rules } })}}]}\n`;
  },
};

export const formats = { text, json, ndjson, sarif, markdown } satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
