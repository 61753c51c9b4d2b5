import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding } from '../../shared/finding';
import { linkCommands } from '../../shared/protocol';
import { findingAt, type FindingStore } from '../findings';
import { hasHandler, httpOf, systemAndValue } from '../render/entry';
import { code, commandLink, escapeMarkdown, link } from '../render/markdown';
import { verdictOf, waitText } from '../render/verdict';
import { hasRetryLanguage } from '../retry/source';

/** Most other entries that a hover names. */
const mostAlternatives = 3;
/** Most errors of one status that a hover tells apart. */
const mostDifferences = 5;

/** Renders the finding under the pointer: what it means, whether to retry, the next step. */
export class HoverFeature {
  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /**
   * @param commands the commands that the client lets a link run
   */
  async hover(
    document: TextDocument,
    position: lsp.Position,
    commands: readonly string[],
    token: lsp.CancellationToken,
  ): Promise<lsp.Hover | undefined> {
    const findings = await this.findings.around(document, { start: position, end: position });
    if (token.isCancellationRequested) {
      return undefined;
    }
    const finding = findingAt(findings, document.offsetAt(position));
    const entry = finding && this.catalogs.get(finding.entry);
    if (!entry || finding.confidence === 'low') {
      return undefined;
    }
    return {
      contents: {
        kind: 'markdown',
        value: this.#text(finding, entry, commands, hasRetryLanguage(document.languageId)),
      },
      range: { start: document.positionAt(finding.range.start), end: document.positionAt(finding.range.end) },
    };
  }

  #text(finding: Finding, entry: Entry, commands: readonly string[], isSource: boolean): string {
    const variant = this.#variant(finding);
    const shown = variant ?? entry;
    const http = httpOf(shown) ?? httpOf(entry);
    const status = http === undefined || entry.kind === 'status' ? '' : ` · HTTP ${http}`;
    const lines = [
      `**${escapeMarkdown(shown.title)}** · ${systemAndValue(entry)}${status}`,
      `**${escapeMarkdown(verdictOf(shown))}.**${finding.wait ? ` ${escapeMarkdown(waitText(finding.wait, this.now()))}.` : ''}`,
      ...unknownType(finding, entry),
      escapeMarkdown(shown.meaning),
      ...(shown.fix[0] === undefined ? [] : [`Next: ${escapeMarkdown(shown.fix[0])}`]),
      ...(variant ? [] : this.#undecided(entry)),
      ...this.#alternatives(finding, entry, variant),
      links(shown, commands, isSource),
    ];
    return lines.filter((line) => line !== '').join('\n\n');
  }

  /** The closer reading of a problem type, when its fields decided for one: the monthly cap of `usage-capped`. */
  #variant(finding: Finding): Entry | undefined {
    const id =
      finding.kind === 'problem-type'
        ? finding.alternatives.find((other) => other.startsWith(`${finding.entry}#`))
        : undefined;
    return id === undefined ? undefined : this.catalogs.get(id);
  }

  /** By what the errors that share a status are told apart. */
  #whatDecides({ confusedWith = [] }: Entry): string[] {
    const readings = confusedWith.slice(0, mostDifferences).flatMap(({ entry, difference }) => {
      const other = this.catalogs.get(entry);
      return other ? [escapeMarkdown(`${other.title} (${difference.replace(/\.$/, '')})`)] : [];
    });
    return readings.length > 1 ? [`What would decide: ${readings.join('; ')}`] : [];
  }

  /** The closer readings of a problem type when no field decided for one, and the field that would. */
  #undecided(entry: Entry): string[] {
    const readings = this.catalogs.entries
      .filter((other) => entry.kind === 'problem-type' && other.id.startsWith(`${entry.id}#`))
      .flatMap(({ fields, title }) =>
        Object.entries(fields ?? {})
          .slice(0, 1)
          .map(([name, [value = '']]) => `${code(`${name}: ${value}`)} ${escapeMarkdown(title)}`),
      );
    return readings.length > 1 ? [`Which one it is, the body decides: ${readings.join('; ')}`] : [];
  }

  /** What a system says of a status beyond HTTP, and the other entries that fit, with what decides. */
  #alternatives(finding: Finding, entry: Entry, variant: Entry | undefined): string[] {
    const others = finding.alternatives
      .filter((id) => id !== variant?.id)
      .map((id) => this.catalogs.get(id))
      .filter((other) => other !== undefined);
    const isSameStatus = (other: Entry) => other.kind === 'status' && Number(other.value) === httpOf(entry);
    const [ofSystem] = entry.kind === 'status' ? others.filter(isSameStatus) : [];
    const texts = others
      // What any system may print, and the other readings of a problem whose reading is decided, say nothing new.
      .filter((other) => !isSameStatus(other) && !other.common && !(variant && other.value === variant.value))
      .slice(0, mostAlternatives)
      .map((other) => {
        const difference =
          entry.confusedWith?.find((confusion) => confusion.entry === other.id)?.difference ??
          other.confusedWith?.find((confusion) => confusion.entry === entry.id)?.difference;
        return `${systemAndValue(other)} ${escapeMarkdown(other.title)}${difference ? ` (${escapeMarkdown(difference)})` : ''}`;
      });
    return [
      ...(ofSystem ? [`${escapeMarkdown(ofSystem.catalog.name)}: ${escapeMarkdown(ofSystem.meaning)}`] : []),
      ...(ofSystem ? this.#whatDecides(ofSystem) : []),
      ...(texts.length > 0 ? [`Also fits: ${texts.join('; ')}`] : []),
    ];
  }
}

function links(entry: Entry, commands: readonly string[], isSource: boolean): string {
  const run = (label: string, command: string) =>
    commands.includes(command) ? commandLink(label, command, { entry: entry.id }) : '';
  return [
    link('Documentation', entry.link),
    isSource && hasHandler(entry) ? run('Insert a handler', linkCommands.insertHandler) : '',
    run('Look up', linkCommands.lookUp),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** What the address of a problem type says that no catalog has: its host and path, never a query string. */
function unknownType({ text }: Finding, entry: Entry): string[] {
  const isKnown = entry.kind === 'problem-type' && entry.slug !== 'problem-details';
  const [, host, path] = /^https?:\/\/([^/?#\s]+)([^?#\s]*)/i.exec(text) ?? [];
  if (isKnown || host === undefined) {
    return [];
  }
  const name = (path ?? '').split('/').filter(Boolean).at(-1) ?? host;
  return [`The problem type says ${code(name.replace(/[-_]/g, ' '))} (${code(host)}); no catalog explains it.`];
}
