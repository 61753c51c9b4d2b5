import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { ReadFileRequest, ReadGrammarRequest } from '../../shared/protocol';
import { startServer } from '../server';

const worker = self as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));

// A worker has no disk: the client reads for it.
startServer(connection, {
  readFile: (uri) => connection.sendRequest<ReadFileRequest.Result>(ReadFileRequest.method, { uri }),
  readGrammar: (fileName) => connection.sendRequest<ReadGrammarRequest.Result>(ReadGrammarRequest.method, { fileName }),
});
