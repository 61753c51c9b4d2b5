import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

/**
 * The library's handler, which restarts a server that died unless it dies over and over, with one addition: when it
 * gives up, `gaveUp` is told. It says `handled`, so that the library shows no message beside ours.
 */
export function errorHandler(library: ErrorHandler, gaveUp: () => void): ErrorHandler {
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
      if (result.action === CloseAction.DoNotRestart) {
        gaveUp();
      }
      return { ...result, handled: true };
    },
  };
}
