import type { Range } from 'vscode-languageserver';
import type { Entry } from '../../../shared/catalog/catalog';
import { encodePath } from '../../../shared/catalog/location';
import type { Finding } from '../../../shared/finding';
import { verdict } from '../../render/verdict';

/** A finding with its place as lines and characters, zero-based, UTF-16, end exclusive. */
export type PlacedFinding = Omit<Finding, 'range'> & { readonly range: Range };

export interface ScannedFile {
  readonly path: string;
  readonly language: string;
  readonly findings: readonly PlacedFinding[];
  readonly truncated: boolean;
}

/** Writes the results of a scan in one format, file by file. */
export interface Writer {
  begin(): void;
  file(file: ScannedFile): void;
  end(): void;
}

type MakeWriter = (write: (text: string) => void, entry: (id: string) => Entry | undefined) => Writer;

const nothing = (): void => undefined;

export const formats = { text, json, ndjson, sarif, markdown } satisfies Record<string, MakeWriter>;

export function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}

/** A finding as the formats for programs print it. */
function plain(finding: PlacedFinding, entry: Entry | undefined) {
  const { range, text: found, kind, entry: id, alternatives, confidence, evidence } = finding;
  return {
    range, text: found, kind, entry: id, alternatives, confidence,
    title: entry?.title ?? id, strategy: entry?.strategy.name ?? 'none', evidence,
  }; // prettier-ignore
}

/** The parts of one error are one line for a person. */
function leads(file: ScannedFile): readonly PlacedFinding[] {
  return file.findings.filter((finding) => finding.lead);
}

function json(write: (text: string) => void, entry: (id: string) => Entry | undefined): Writer {
  let separator = '';
  return {
    begin: () => write('{"version":1,"files":['),
    file: ({ path, language, findings, truncated }) => {
      write(
        `${separator}\n${JSON.stringify({ path, language, findings: findings.map((f) => plain(f, entry(f.entry))), truncated })}`,
      );
      separator = ',';
    },
    end: () => write('\n]}\n'),
  };
}

function ndjson(write: (text: string) => void, entry: (id: string) => Entry | undefined): Writer {
  return {
    begin: nothing,
    file: ({ path, findings }) =>
      findings.forEach((f) => write(`${JSON.stringify({ path, ...plain(f, entry(f.entry)) })}\n`)),
    end: nothing,
  };
}

function text(write: (text: string) => void, entry: (id: string) => Entry | undefined): Writer {
  let count = 0;
  return {
    begin: nothing,
    file: (file) => {
      for (const finding of leads(file)) {
        const found = entry(finding.entry);
        const { line, character } = finding.range.start;
        write(
          `${file.path}:${line + 1}:${character + 1}: ${finding.entry}  ${found?.title ?? ''}. ${found ? verdict(found.strategy) : ''}.\n`,
        );
        count++;
      }
      if (file.truncated) {
        write(`${file.path}: not everything was read; there is more in this file.\n`);
      }
    },
    end: () => write(count === 0 ? 'No API errors found.\n' : ''),
  };
}

function markdown(write: (text: string) => void, entry: (id: string) => Entry | undefined): Writer {
  const cell = (value: string) => value.replace(/[\r\n]+/g, ' ').replace(/[\\|`<>*_[\]]/g, '\\$&');
  return {
    begin: () => write('| Place | Error | What it is | Retry |\n| --- | --- | --- | --- |\n'),
    file: (file) => {
      for (const finding of leads(file)) {
        const found = entry(finding.entry);
        const { line, character } = finding.range.start;
        write(
          `| ${cell(`${file.path}:${line + 1}:${character + 1}`)} | ${cell(finding.entry)} | ${cell(found?.title ?? '')} | ${cell(found ? verdict(found.strategy) : '')} |\n`,
        );
      }
    },
    end: nothing,
  };
}

/** SARIF 2.1.0: one result an error, one rule an entry. */
function sarif(write: (text: string) => void, entry: (id: string) => Entry | undefined): Writer {
  const results: unknown[] = [];
  const rules = new Map<string, unknown>();
  return {
    begin: nothing,
    file: (file) => {
      for (const { entry: id, range, confidence } of leads(file)) {
        const found = entry(id);
        rules.set(id, {
          id,
          shortDescription: { text: found?.title ?? id },
          fullDescription: { text: found?.meaning ?? id },
          ...(found?.link && { helpUri: found.link }),
        });
        results.push({
          ruleId: id,
          level: 'note',
          message: { text: `${found?.title ?? id}. ${found ? verdict(found.strategy) : ''}.` },
          properties: { confidence },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodePath(file.path.replaceAll('\\', '/')) },
                region: {
                  startLine: range.start.line + 1,
                  startColumn: range.start.character + 1,
                  endLine: range.end.line + 1,
                  endColumn: range.end.character + 1,
                },
              },
            },
          ],
        });
      }
    },
    end: () =>
      write(
        `${JSON.stringify(
          {
            $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
            version: '2.1.0',
            runs: [
              {
                tool: { driver: { name: 'API Error Assist', rules: [...rules.values()] } },
                columnKind: 'utf16CodeUnits',
                results,
              },
            ],
          },
          null,
          2,
        )}\n`,
      ),
  };
}
