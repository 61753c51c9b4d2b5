import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogEntry } from '../../../shared/catalog/catalog';
import { catalogs } from '../project';

/** What makes a number a status or a code, as far as a regular expression can say it. */
const contexts = [
  'HTTP/[0-9.]+"? [45][0-9][0-9]',
  'status=[45][0-9][0-9]',
  'status_code=[45][0-9][0-9]',
  'status code:? [45][0-9][0-9]',
  '"status": ?[45][0-9][0-9]',
  '"statusCode": ?[45][0-9][0-9]',
  '"code": ?[0-9]{2,3}[,}]',
  'error code:? [0-9]{2,3}',
  'code=[0-9]{2,3}',
  '[45][0-9][0-9] (Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests)',
];

/**
 * A file of patterns for ripgrep: the literals of all catalogs, and the contexts that make a number a status. They are
 * looked for as they are written; in any case ripgrep would be slower.
 */
export function writePatterns(folder: string): string {
  const literals = new Set(
    catalogs()
      .flatMap((catalog) => catalog.entries)
      .flatMap(literalsOf),
  );
  const path = join(folder, 'patterns.txt');
  writeFileSync(path, `${[...[...literals].map(escape), ...contexts].join('\n')}\n`);
  return path;
}

function literalsOf(entry: CatalogEntry): string[] {
  const values = [entry.value, ...(entry.aliases ?? [])];
  const texts = [...(entry.messages ?? []), ...(entry.kind === 'status' ? [] : (entry.titles ?? []))];
  return [
    ...(entry.kind === 'status' ? [] : values.filter((value) => !/^\d+$/.test(value))),
    ...texts.map(fixedPart),
  ].filter((text) => text.length > 4);
}

/** The longest part of a message that does not vary. */
function fixedPart(message: string): string {
  const parts = message.split(/<[^>]*>/).map((part) => part.trim());
  return parts.sort((a, b) => b.length - a.length)[0] ?? '';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
