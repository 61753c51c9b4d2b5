import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from '../client';
import type { Session } from '../session';
import { scanInProcess } from './scanProcess';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6409'] } };

  session = await startClient(
    context,
    (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    scanInProcess(Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath),
  );
}

export async function deactivate(): Promise<void> {
  await session?.dispose();
  session = undefined;
}
