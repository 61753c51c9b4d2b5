import type { CatalogFile } from '../shared/catalog/catalog';
import { loadCatalog } from '../shared/catalog/load';
import { catalogUris } from '../shared/catalog/location';

/** The user's catalogs that could be read, and a sentence for each thing that is wrong with them. */
export interface UserCatalogs {
  readonly catalogs: readonly CatalogFile[];
  readonly problems: readonly string[];
}

/**
 * Reads the catalog files of the setting `catalogs`. A relative path is looked for in every workspace folder and must
 * be in one of them.
 * @param folders URIs of the workspace folders
 */
export async function loadUserCatalogs(
  paths: readonly string[],
  folders: readonly string[],
  readFile: (uri: string) => Promise<string>,
): Promise<UserCatalogs> {
  const catalogs: CatalogFile[] = [];
  const problems: string[] = [];
  for (const path of paths) {
    const read = await Promise.allSettled(catalogUris(path, folders).map((uri) => readFile(uri)));
    const texts = read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    if (texts.length === 0) {
      const reason = read.find((result) => result.status === 'rejected')?.reason as unknown;
      problems.push(`The catalog ${path} cannot be read${reason instanceof Error ? `: ${reason.message}` : ''}.`);
    }
    for (const text of texts) {
      const loaded = loadCatalog(text, path);
      problems.push(...loaded.problems);
      if (loaded.catalog) {
        catalogs.push(loaded.catalog);
      }
    }
  }
  return { catalogs, problems };
}
