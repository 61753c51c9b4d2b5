import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from '../client';
import type { Session } from '../session';
import { answerReadGrammar } from './grammars';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  const grammars = Uri.joinPath(context.extensionUri, 'dist', 'grammars');
  let worker: Worker | undefined;

  // Each start needs a new worker, and nothing else ends the old one.
  const startWorker = () => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });

  session = await startClient(context, (id, name, options) =>
    answerReadGrammar(new LanguageClient(id, name, startWorker, options), grammars),
  );
}

export async function deactivate(): Promise<void> {
  await session?.dispose();
  session = undefined;
}
