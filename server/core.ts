/**
 * What a document needs and the answer to `initialize` does not. It is imported on first need only, and the build makes
 * it a file of its own, which the server and the command line share.
 */
export { builtInCatalogs } from '../shared/catalog/builtIn';
export { loadCatalog } from '../shared/catalog/load';
export { loadUserCatalogs } from './catalogs';
export { createLanguageService } from './languageService';
