import type { CatalogFile } from './catalog';
import http from './data/http.json?raw';
import postpeer from './data/postpeer.json?raw';
import xAds from './data/x-ads.json?raw';
import xApiV11 from './data/x-api-v1.1.json?raw';
import xApiV2 from './data/x-api-v2.json?raw';
import xquik from './data/xquik.json?raw';

let parsed: readonly CatalogFile[] | undefined;

/**
 * The catalogs that come with the program, the general one first. They are taken as they are: the tests validate them,
 * a start does not. They are texts until somebody asks: to compile half a megabyte of literals would be the longest
 * part of a start.
 */
export function builtInCatalogs(): readonly CatalogFile[] {
  return (parsed ??= [http, xApiV2, xApiV11, xAds, xquik, postpeer].map((text) => JSON.parse(text) as CatalogFile));
}
