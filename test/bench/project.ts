import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogFile } from '../../shared/catalog/catalog';

/** The project's root folder. The bundle of the bench lies as deep as this file. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export const dist = (file: string): string => join(root, 'dist', file);

/** The built-in catalogs, with their samples. */
export function catalogs(): readonly CatalogFile[] {
  const folder = join(root, 'shared/catalog/data');
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CatalogFile);
}
