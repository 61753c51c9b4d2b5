import type { LookupItem } from '../../shared/protocol';

/** The texts of a line in the lookup. */
export interface ItemTexts {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** What a line of the lookup says: code and title, system and HTTP status, verdict and meaning. */
export function itemTexts(item: LookupItem): ItemTexts {
  return {
    label: plain(label(item)),
    description: plain(
      item.http !== null && item.kind !== 'status' ? `${item.system} · HTTP ${item.http}` : item.system,
    ),
    detail: plain(`${sentence(item.verdict)} ${item.meaning}`),
  };
}

/** Type URIs and messages are long and the title says the same: their value is left out. */
function label(item: LookupItem): string {
  const shown = item.kind === 'problem-type' || item.kind === 'message' ? '' : item.value;
  return shown === '' || item.title.startsWith(shown) ? item.title : `${shown} ${item.title}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** VS Code draws `$(name)` as an icon; in a catalog's text it is just text. A zero-width space keeps it so. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** What the buttons of a line do. */
export type ItemAction = 'insert' | 'copy' | 'open';

/** The buttons that make sense for a match. */
export function itemActions(item: LookupItem, editorIsOpen: boolean): readonly ItemAction[] {
  return [
    ...(item.hasHandler && editorIsOpen ? (['insert'] as const) : []),
    'copy',
    ...(isHttps(item.link) ? (['open'] as const) : []),
  ];
}

/** Only such links are opened: a user's catalog may hold anything. */
export function isHttps(link: string | undefined): link is string {
  return link !== undefined && /^https:\/\/[^\s<>"']+$/i.test(link);
}

/** A match as plain text for the clipboard: title, meaning, whether to retry, what to do. */
export function itemText(item: LookupItem): string {
  return [
    `${label(item)} (${item.system})`,
    '',
    item.meaning,
    sentence(item.verdict),
    ...(item.fix.length > 0 ? ['', ...item.fix.map((step) => `- ${step}`)] : []),
    ...(isHttps(item.link) ? ['', item.link] : []),
    '',
  ].join('\n');
}
