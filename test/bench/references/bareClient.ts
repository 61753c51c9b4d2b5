// The least that a client can be: it starts a server.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  client = new LanguageClient('bare', 'Bare', { module, transport: TransportKind.ipc }, { documentSelector: ['log'] });
  await client.start();
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
