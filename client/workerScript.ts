/** Files of `dist` that the script of the worker is made of. */
export interface WorkerFiles<Part> {
  /** `texts.json` */
  readonly texts: Part;
  /** `core.js` */
  readonly core: Part;
  /** `server.web.js` */
  readonly server: Part;
}

/**
 * The script of the worker that the server runs in, in parts. It shares the core and its texts with the server on Node: the
 * core becomes a function that the server calls on first need, as on Node it is a module.
 *
 * The parser's loader asks a page's `document` for its own address, to fetch its files from beside it. A worker has no
 * document, and the files reach the parser by another way.
 */
export function workerScript<Part>({ texts, core, server }: WorkerFiles<Part>): (Part | string)[] {
  return [
    'var document={currentScript:{src:"https://worker.invalid/server.web.js"}},texts=',
    texts,
    ';function loadCore(module,require){',
    core,
    '\n}\n',
    server,
  ];
}
