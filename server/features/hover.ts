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
/** The differences that a hover tells of other entries, in UTF-16 units. */
const longestDifferences = 120;
/** Statuses of limits, of which a system may have several. */
const limitStatuses: ReadonlySet<string> = new Set(['420', '429']);
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
    const others = finding.alternatives
      .filter((id) => id !== variant?.id)
      .map((id) => this.catalogs.get(id))
      .filter((other) => other !== undefined);
    // What a system says of a status is more exact than what HTTP says of it.
    const ofSystem = entry.kind === 'status' ? others.find((other) => isSameStatus(other, entry)) : undefined;
    const explained = ofSystem ? (this.#limitOf(ofSystem, finding) ?? ofSystem) : shown;
    const meaning = ofSystem ? `${ofSystem.catalog.name}: ${explained.meaning}` : shown.meaning;
    const decides = explained === ofSystem ? this.#whatDecides(ofSystem, finding) : [];
    const [next] = explained.fix;
    const lines = [
      `**${escapeMarkdown(shown.title)}** · ${systemAndValue(entry)}${status}`,
      this.#verdict(finding, entry, shown),
      ...unknownType(finding, entry),
      escapeMarkdown(meaning),
      // To find out which error it is comes before what to do about it.
      ...(decides.length > 0 || next === undefined ? decides : [`Next: ${escapeMarkdown(next)}`]),
      ...(variant ? [] : this.#undecided(entry)),
      ...this.#alternatives(others, entry, variant),
      links(shown, commands, isSource),
    ];
    return lines.filter((line) => line !== '').join('\n\n');
  }

  /**
   * The verdict with its wait. Beside a status a header may say which of several limits was reached, or which one cannot
   * have been: the one that has calls left.
   */
  #verdict({ wait, callsLeft }: Finding, entry: Entry, shown: Entry): string {
    const left = entry.kind === 'status' && limitStatuses.has(entry.value) ? callsLeft : undefined;
    if (left && left.count > 0) {
      return `**Do not wait for this reset.** ${code(left.name)} is ${left.count.toString()}: another limit was reached.`;
    }
    return [
      `**${escapeMarkdown(verdictOf(shown))}.**`,
      ...(wait ? [`${escapeMarkdown(waitText(wait, this.now()))}.`] : []),
      ...(left ? [`${code(left.name)} is 0: this limit was reached.`] : []),
    ].join(' ');
  }

  /** The closer reading of a problem type, when its fields decided for one: the monthly cap of `usage-capped`. */
  #variant(finding: Finding): Entry | undefined {
    const id =
      finding.kind === 'problem-type'
        ? finding.alternatives.find((other) => other.startsWith(`${finding.entry}#`))
        : undefined;
    return id === undefined ? undefined : this.catalogs.get(id);
  }

  /** The error of a system's status that a header with no calls left tells. */
  #limitOf({ confusedWith }: Entry, { callsLeft }: Finding): Entry | undefined {
    const told = callsLeft?.count === 0 && confusedWith?.find((other) => isAbout(other.difference, callsLeft.name));
    return told ? this.catalogs.get(told.entry) : undefined;
  }

  /** By what the errors that share a status are told apart, without the limit that has calls left. */
  #whatDecides({ confusedWith = [] }: Entry, { callsLeft }: Finding): string[] {
    const readings = confusedWith
      .filter(({ difference }) => !callsLeft || !isAbout(difference, callsLeft.name))
      .filter(({ entry }) => this.catalogs.get(entry) !== undefined)
      .slice(0, mostDifferences)
      .map(({ difference }) => escapeMarkdown(difference.replace(/\.$/, '')));
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

  /** The other entries that fit, with what would decide for them. */
  #alternatives(others: readonly Entry[], entry: Entry, variant: Entry | undefined): string[] {
    let length = 0;
    const texts = others
      // What any system may print, and the other readings of a problem whose reading is decided, say nothing new.
      .filter((other) => !isSameStatus(other, entry) && (!other.common || other.value === entry.value))
      .filter((other) => !(variant && other.value === variant.value))
      .slice(0, mostAlternatives)
      .map((other) => {
        const [host] = other.catalog.context.hosts ?? [];
        const difference =
          entry.confusedWith?.find((confusion) => confusion.entry === other.id)?.difference ??
          other.confusedWith?.find((confusion) => confusion.entry === entry.id)?.difference ??
          (other.catalog !== entry.catalog && other.value === entry.value && host ? `beside ${host}` : undefined);
        length += difference?.length ?? 0;
        const inBrackets = difference && length <= longestDifferences ? ` (${escapeMarkdown(difference)})` : '';
        return `${systemAndValue(other)} ${escapeMarkdown(other.title)}${inBrackets}`;
      });
    return texts.length > 0 ? [`Also fits: ${texts.join('; ')}`] : [];
  }
}

/** Whether a difference speaks of a header. */
function isAbout(difference: string, header: string): boolean {
  return difference.toLowerCase().includes(header.toLowerCase());
}

/** Whether an entry is what a system says of the status that another entry comes with. */
function isSameStatus(other: Entry, entry: Entry): boolean {
  return other.kind === 'status' && Number(other.value) === httpOf(entry);
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
