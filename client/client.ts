import { type ExtensionContext, window } from 'vscode';
import { watchCatalogs } from './catalogs';
import { registerCommands } from './commands/register';
import { SourceEditors } from './editors';
import { answerReadFile } from './files';
import { Pages } from './pages';
import { type NewLanguageClient, Session } from './session';

/**
 * Puts the client together and starts the server.
 *
 * @param newLanguageClient all that differs between the extension hosts of Node and the browser
 */
export async function startClient(context: ExtensionContext, newLanguageClient: NewLanguageClient): Promise<Session> {
  const log = window.createOutputChannel('API Error Assist', { log: true });
  const session = new Session((...client) => answerReadFile(newLanguageClient(...client)), log);
  const editors = new SourceEditors();
  const pages = new Pages(session);

  context.subscriptions.push(log, editors, pages, watchCatalogs(session));
  context.subscriptions.push(...registerCommands({ session, editors, pages, log }));
  await session.start();
  return session;
}
