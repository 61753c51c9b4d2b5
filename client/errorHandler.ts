import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/**
 * The library's handler, which restarts a server that died unless it dies over and over. What it decides is told on,
 * and it says `handled`, so that the library shows no message beside ours.
 *
 * @param restarts is called when the library starts the server again
 * @param gaveUp is called when it does not
 */
export function errorHandler(library: ErrorHandler, restarts: () => void, gaveUp: () => void): ErrorHandler {
  return {
    async error(error, message, count) {
      const result = await library.error(error, message, count);
      if (result.action === ErrorAction.Shutdown) {
        gaveUp();
      }
      return { ...result, handled: true };
    },
    async closed() {
      const result = await library.closed();
      if (result.action === CloseAction.Restart) {
        restarts();
      } else {
        gaveUp();
      }
      return { ...result, handled: true };
    },
  };
}
