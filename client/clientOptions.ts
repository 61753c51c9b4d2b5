import type { LogOutputChannel } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { type InitializationOptions, linkCommands } from '../shared/protocol';
import { documentSelector } from './documents';

/** How the library is to behave: which documents, which log, and what Markdown of the server may do. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  const commandLinks = Object.values(linkCommands);
  return {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Without this the library shows the error in a popup. The session logs it.
    initializationFailedHandler: () => false,
    initializationOptions: { commandLinks, readsProject: true } satisfies InitializationOptions,
    // Links in a hover may run these commands and no others, whatever a catalog's text contains.
    markdown: { isTrusted: { enabledCommands: commandLinks }, supportHtml: false },
  };
}
