import type { CodeAction, CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { ruleCodes } from '../../../shared/rules';
import { createLanguageService } from '../../../server/languageService';
import { cursorMark, neverCancelled, readGrammar, testNow } from '../support';

/** What the client of the tests can do. */
export const abilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  annotations: true,
  createFiles: true,
  commands: [],
};

const folder = 'file:///project';

/** A project of some files, one of them open in an editor with the cursor in it. */
export function project(files: Readonly<Record<string, string>>, path: string, languageId: string, marked: string) {
  const service = createLanguageService({
    catalogs: builtInCatalogs(),
    rules: () => Object.fromEntries(ruleCodes.map((code) => [code, 'off' as const])),
    readGrammar,
    now: () => testNow,
    folders: () => [folder],
    readProject: (uris) => Promise.resolve(uris.map((uri) => files[uri.slice(folder.length + 1)] ?? null)),
  });
  const document = TextDocument.create(`${folder}/${path}`, languageId, 1, marked.replace(cursorMark, ''));
  const at = document.positionAt(marked.indexOf(cursorMark));
  const actions = async () =>
    service.codeActions(document, { start: at, end: at }, { diagnostics: [] }, abilities, neverCancelled);
  return {
    titles: async () => (await actions()).map(({ title }) => title),
    /** The document after an action, and the files that it made by their paths. */
    apply: async (title: string) => {
      const action = (await actions()).find((offered) => offered.title === title);
      if (!action) {
        throw new Error(`"${title}" is not offered`);
      }
      // An editor keeps actions as JSON.
      const kept = JSON.parse(JSON.stringify(action)) as CodeAction;
      const { edit } = await service.resolveCodeAction(kept, () => document, abilities, neverCancelled);
      const changes = edit?.documentChanges ?? [];
      const made = changes
        .filter((change): change is CreateFile => 'kind' in change && change.kind === 'create')
        .map(({ uri }) => uri);
      const edits = changes.filter((change): change is TextDocumentEdit => 'textDocument' in change);
      const textOf = (uri: string, before: TextDocument) =>
        TextDocument.applyEdits(
          before,
          edits.filter(({ textDocument }) => textDocument.uri === uri).flatMap((own) => own.edits as TextEdit[]),
        );
      return {
        text: textOf(document.uri, document),
        made: new Map(
          made.map((uri) => [uri.slice(folder.length + 1), textOf(uri, TextDocument.create(uri, languageId, 1, ''))]),
        ),
      };
    },
  };
}
