import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ReadGrammarRequest } from '../../shared/protocol';
import { isGrammarFile } from '../grammarFile';

/**
 * Lets the server in the worker read the compiled grammars: a worker cannot fetch from every place an extension can
 * lie in. Gives the client back.
 */
export function answerReadGrammar<Client extends BaseLanguageClient>(client: Client, folder: Uri): Client {
  client.onRequest(
    ReadGrammarRequest.method,
    async ({ fileName }: ReadGrammarRequest.Params): Promise<ReadGrammarRequest.Result> => {
      if (!isGrammarFile(fileName)) {
        throw new Error('Not the name of a grammar.');
      }
      return workspace.fs.readFile(Uri.joinPath(folder, fileName));
    },
  );
  return client;
}
