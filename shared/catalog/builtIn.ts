import type { CatalogFile } from './catalog';
import http from './data/http.json';
import xAds from './data/x-ads.json';

/**
 * The catalogs that come with the program, the general one first. They are taken as they are: the tests validate them,
 * a start does not.
 */
export function builtInCatalogs(): readonly CatalogFile[] {
  return files;
}

// TypeScript reads "kind" and the like in a JSON file as plain strings.
const files = [http, xAds] as unknown as readonly CatalogFile[];
