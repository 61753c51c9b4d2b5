import type { CatalogFile } from './catalog';
import http from './data/http.json';
import postpeer from './data/postpeer.json';
import xAds from './data/x-ads.json';
import xApiV11 from './data/x-api-v1.1.json';
import xApiV2 from './data/x-api-v2.json';
import xquik from './data/xquik.json';

// TypeScript reads "kind" and the like in a JSON file as plain strings.
const files = [http, xApiV2, xApiV11, xAds, xquik, postpeer] as unknown as readonly CatalogFile[];

/**
 * The catalogs that come with the program, the general one first. They are taken as they are: the tests validate them,
 * a start does not.
 */
export function builtInCatalogs(): readonly CatalogFile[] {
  return files;
}
