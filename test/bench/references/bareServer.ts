// The least that a language server can be: the library, its documents, and a hover that says where it is.
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true },
}));
connection.onHover(({ textDocument, position }) => {
  const offset = documents.get(textDocument.uri)?.offsetAt(position);
  return offset === undefined ? null : { contents: { kind: 'markdown', value: `offset ${offset}` } };
});
documents.listen(connection);
connection.listen();
