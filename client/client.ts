import { type ExtensionContext, window } from 'vscode';
import { watchCatalogs } from './catalogs';
import { registerCommands } from './commands/register';
import { SourceEditors } from './editors';
import { answerReadFile, answerReadProject } from './files';
import { Pages } from './pages';
import { offerScanOfBigFiles } from './scan/bigFiles';
import { ScanReports } from './scan/reports';
import type { ScanRunner } from './scan/runner';
import { type NewLanguageClient, Session } from './session';

/**
 * Puts the client together and starts the server.
 *
 * @param newLanguageClient makes the client of the library for Node or for the browser
 * @param runScan scans from disk, where there is one
 */
export async function startClient(
  context: ExtensionContext,
  newLanguageClient: NewLanguageClient,
  runScan?: ScanRunner,
): Promise<Session> {
  const log = window.createOutputChannel('API Error Assist', { log: true });
  const session = new Session((...client) => answerReadProject(answerReadFile(newLanguageClient(...client))), log);
  const editors = new SourceEditors();
  const pages = new Pages(session);
  const reports = new ScanReports();

  context.subscriptions.push(log, editors, pages, reports, watchCatalogs(session));
  if (runScan) {
    context.subscriptions.push(offerScanOfBigFiles());
  }
  context.subscriptions.push(...registerCommands({ session, editors, pages, reports, runScan, log }));
  await session.start();
  return session;
}
