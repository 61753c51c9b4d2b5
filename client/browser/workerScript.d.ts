/**
 * The script of the worker that the server runs in, in parts: the texts that it shares with the server on Node become a
 * global of it.
 * @param texts `dist/texts.json`
 * @param server `dist/server.web.js`
 */
export declare function workerScript<Part>(texts: Part, server: Part): (Part | string)[];
