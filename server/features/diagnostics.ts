import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Entry } from '../../shared/catalog/catalog';
import type { Finding } from '../../shared/finding';
import type { ProblemsSetting } from '../../shared/protocol';
import type { FindingStore } from '../findings';
import { readingOf } from '../recogniser/languages';
import { verdictOf } from '../render/verdict';

/** The `source` of our diagnostics. */
export const diagnosticSource = 'API Error Assist';

/** What a diagnostic carries for the code actions. */
export interface DiagnosticData {
  readonly entry: string;
}

/** VS Code shows at most 1,000 diagnostics of a file; more would push out those of others. */
const mostDiagnostics = 500;
/** Most diagnostics of one entry in one document; the last of them says how many more there are. */
const mostOfEntry = 50;
/** How many places of an entry a grouped diagnostic names. */
const groupedPlaces = 5;

/** LSP's severities; the protocol's own names exist in the library that only the entry files load. */
const severity = { information: 3, hint: 4 } as const;

/**
 * Names the errors in logs and JSON. Source has none: there a code is no problem.
 */
export class DiagnosticsFeature {
  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
  ) {}

  async diagnostics(
    document: TextDocument,
    problems: ProblemsSetting,
    token: lsp.CancellationToken,
  ): Promise<lsp.Diagnostic[]> {
    if (problems === 'off' || readingOf(document.languageId) === 'source') {
      return [];
    }
    const { findings } = await this.findings.of(document);
    if (token.isCancellationRequested) {
      return [];
    }
    const errors = findings.filter(
      (finding) => finding.lead && finding.confidence === 'high' && finding.kind !== 'header',
    );
    return problems === 'grouped' ? this.#grouped(document, errors) : this.#each(document, errors, problems);
  }

  #each(document: TextDocument, errors: readonly Finding[], problems: ProblemsSetting): lsp.Diagnostic[] {
    const counts = new Map<string, number>();
    for (const { entry } of errors) {
      counts.set(entry, (counts.get(entry) ?? 0) + 1);
    }
    const shown = new Map<string, number>();
    const result: lsp.Diagnostic[] = [];
    for (const finding of errors) {
      const count = (shown.get(finding.entry) ?? 0) + 1;
      shown.set(finding.entry, count);
      if (count <= mostOfEntry && result.length < mostDiagnostics) {
        const more = count === mostOfEntry ? (counts.get(finding.entry) ?? 0) - mostOfEntry : 0;
        const note = more > 0 ? ` (and ${more} more in this file)` : '';
        result.push(
          ...this.#diagnostic(document, finding, problems === 'all' ? severity.information : severity.hint, note),
        );
      }
    }
    return result;
  }

  #grouped(document: TextDocument, errors: readonly Finding[]): lsp.Diagnostic[] {
    const byEntry = new Map<string, Finding[]>();
    for (const finding of errors) {
      const same = byEntry.get(finding.entry);
      if (same) {
        same.push(finding);
      } else {
        byEntry.set(finding.entry, [finding]);
      }
    }
    return [...byEntry.values()].slice(0, mostDiagnostics).flatMap((same) => {
      const [first] = same;
      if (!first) {
        return [];
      }
      const note = same.length > 1 ? ` (${same.length} times in this file)` : '';
      const related = same.slice(1, groupedPlaces + 1).map((finding) => ({
        location: { uri: document.uri, range: rangeOf(document, finding) },
        message: 'The same error',
      }));
      return this.#diagnostic(document, first, severity.information, note).map((diagnostic) => ({
        ...diagnostic,
        ...(related.length > 0 && { relatedInformation: related }),
      }));
    });
  }

  #diagnostic(document: TextDocument, finding: Finding, level: 3 | 4, note: string): lsp.Diagnostic[] {
    const entry = this.catalogs.get(finding.entry);
    if (!entry) {
      return [];
    }
    const data: DiagnosticData = { entry: entry.id };
    return [
      {
        range: rangeOf(document, finding),
        severity: level,
        source: diagnosticSource,
        code: entry.id,
        // A hint is read only above the hover, which says whether to retry.
        message: level === severity.hint ? `${entry.title}.${note}` : `${entry.title}. ${verdictOf(entry)}.${note}`,
        data,
        ...documentation(entry),
      },
    ];
  }
}

function documentation(entry: Entry): { codeDescription?: lsp.CodeDescription } {
  return entry.link ? { codeDescription: { href: entry.link } } : {};
}

function rangeOf(document: TextDocument, { range }: Finding): lsp.Range {
  return { start: document.positionAt(range.start), end: document.positionAt(range.end) };
}
