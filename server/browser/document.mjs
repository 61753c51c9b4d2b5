// The parser's loader asks a page's `document` for its own address, to fetch its files from beside it. A worker has no
// document, and the files reach the parser by another way. The build puts this in the place of the global.
export const document = { currentScript: { src: 'https://worker.invalid/server.web.js' } };
