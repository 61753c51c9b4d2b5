// The same in the browser.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';

declare const Worker: new (address: string) => never;

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.web.js').toString());
  client = new LanguageClient('bare', 'Bare', { documentSelector: ['log'] }, worker);
  await client.start();
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
