import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../client';
import type { Session } from '../session';
import { answerReadGrammar } from './grammars';
import { ServerWorker } from './worker';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new ServerWorker(Uri.joinPath(context.extensionUri, 'dist'));
  const grammars = Uri.joinPath(context.extensionUri, 'dist', 'grammars');
  context.subscriptions.push(worker);

  session = await startClient(context, (id, name, options) =>
    answerReadGrammar(new LanguageClient(id, name, () => worker.start(), options), grammars),
  );
}

export async function deactivate(): Promise<void> {
  await session?.dispose();
  session = undefined;
}
