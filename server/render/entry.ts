import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { EntryPage, LookupItem } from '../../shared/protocol';
import { code, escapeMarkdown, link } from './markdown';
import { verdictOf } from './verdict';

/** The strategies that have a handler: those under which a call is repeated by itself. */
export function hasHandler(entry: Entry): boolean {
  return entry.strategy.name === 'backoff' || entry.strategy.name === 'wait-for-reset';
}

/** The system and the value, such as "X API v1.1 `88`". */
export function systemAndValue(entry: Entry): string {
  return `${escapeMarkdown(entry.catalog.name)} ${code(shownValue(entry))}`;
}

/** A problem type is known by the last part of its address. */
export function shownValue(entry: Entry): string {
  return entry.kind === 'problem-type' ? (entry.value.split('/').at(-1) ?? entry.value) : entry.value;
}

export function lookupItem(entry: Entry): LookupItem {
  return {
    entry: entry.id,
    kind: entry.kind,
    value: entry.value,
    title: entry.title,
    http: httpOf(entry) ?? null,
    strategy: entry.strategy.name,
    meaning: entry.meaning,
    fix: entry.fix,
    sources: sourcesOf(entry),
    system: entry.catalog.name,
    verdict: verdictOf(entry),
    ...(entry.link && { link: entry.link }),
    hasHandler: hasHandler(entry),
  };
}

/** The HTTP status that an entry comes with, or is. */
export function httpOf(entry: Entry): number | undefined {
  return entry.http ?? (entry.kind === 'status' ? Number(entry.value) : undefined);
}

function sourcesOf(entry: Entry): string[] {
  return entry.sources.map((key) => {
    const source = entry.catalog.sources[key];
    return source ? (source.url ? `${source.title}, ${source.url}` : source.title) : key;
  });
}

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

function sections(entry: Entry, catalogs: CatalogSet): Section[] {
  const confusions = (entry.confusedWith ?? []).map(({ entry: id, difference }) => {
    const other = catalogs.get(id);
    return `${id}${other ? ` (${other.title})` : ''}: ${difference}`;
  });
  return [
    { heading: 'Retry', lines: [`${verdictOf(entry)}.`] },
    { heading: 'What it means', lines: [entry.meaning] },
    { heading: 'Why it happens', lines: entry.causes },
    { heading: 'What to do', lines: entry.fix },
    { heading: 'Not to be confused with', lines: confusions },
    { heading: 'Printed as', lines: [...(entry.titles ?? []), ...(entry.messages ?? [])] },
    { heading: 'Note', lines: entry.note ? [entry.note] : [] },
    {
      heading: 'Source',
      lines: [...sourcesOf(entry), ...(entry.documented ? [] : ['Met in the wild; no document lists it.'])],
    },
  ].filter((section) => section.lines.length > 0);
}

/** The full text of an entry, for the lookup view and the command line. */
export function pageOf(entry: Entry, catalogs: CatalogSet): EntryPage {
  const http = httpOf(entry);
  const parts = sections(entry, catalogs);
  const status = http === undefined || entry.kind === 'status' ? '' : ` · HTTP ${http}`;
  const markdown = [
    `# ${escapeMarkdown(entry.title)}`,
    `${systemAndValue(entry)}${status} · ${code(entry.id)}`,
    ...parts.map(({ heading, lines }) => {
      const isList = lines.length > 1 || heading === 'Printed as';
      const body = lines.map(
        (line) => `${isList ? '- ' : ''}${heading === 'Printed as' ? code(line) : escapeMarkdown(line)}`,
      );
      return `## ${heading}\n\n${body.join('\n')}`;
    }),
    ...(link('Documentation', entry.link) ? [link('Documentation', entry.link)] : []),
  ].join('\n\n');
  const plainText = [
    entry.title,
    `${entry.catalog.name} ${shownValue(entry)}${http === undefined || entry.kind === 'status' ? '' : `, HTTP ${http}`} (${entry.id})`,
    ...parts.map(({ heading, lines }) => `${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}`),
    ...(entry.link ? [`Documentation: ${entry.link}`] : []),
  ].join('\n\n');
  return {
    entry: entry.id,
    title: entry.title,
    markdown: `${markdown}\n`,
    plainText: `${plainText}\n`,
    ...(entry.link && { link: entry.link }),
    hasHandler: hasHandler(entry),
  };
}
