import {
  type CodeAction,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { CatalogFile } from '../shared/catalog/catalog';
import {
  defaultSettings,
  EntryRequest,
  FindingAtRequest,
  type InitializationOptions,
  InsertHandlerRequest,
  LookupRequest,
  ReadProjectRequest,
  type Settings,
  settingsSection,
  WhyRequest,
} from '../shared/protocol';
import { OpenDocument } from './document/openDocument';
import type { CodeActionAbilities, LanguageService } from './languageService';
import { PulledDiagnostics } from './pulledDiagnostics';
import { PushDiagnostics } from './pushDiagnostics';
import { readSettings } from './settings';

/** What differs between Node and the browser. */
export interface Runtime {
  /** The text of a file by its URI. Rejects when it cannot be read. */
  readFile(uri: string): Promise<string>;
  /** A file of the folder with the compiled grammars. */
  readGrammar(fileName: string): Promise<Uint8Array>;
  /** The text of a file of a project by its URI; null when it cannot be read from here. Absent: the client reads all. */
  readProjectFile?(uri: string): Promise<string | null>;
  /** Called when the client has its answer to `initialize`. */
  onInitialized?(): void;
}

/** What the server uses of the client's abilities. */
interface ClientAbilities extends CodeActionAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  readonly readsProject: boolean;
}

const noDiagnostics: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Most problems with catalogs that one message names; the output names all. */
const mostProblems = 3;

/** Connects a language service to a client. Each request finds its document, delegates, and passes the token on. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(OpenDocument);
  let abilities = abilitiesOf({} as InitializeParams);
  let folders: readonly string[] = [];
  let settings: Settings = defaultSettings;
  let userCatalogs: readonly CatalogFile[] = [];
  let service: Promise<LanguageService> | undefined;
  const pulled = new PulledDiagnostics();
  const push = new PushDiagnostics(connection, documents, async (document, token) =>
    (await core()).diagnostics(document, settings.problems, token),
  );

  /** The service, loaded on first need: the answer to `initialize` needs nothing of it. */
  function core(): Promise<LanguageService> {
    return (service ??= createService());
  }

  async function createService(): Promise<LanguageService> {
    const { builtInCatalogs, createLanguageService } = await import('./core');
    return createLanguageService({
      catalogs: [...builtInCatalogs(), ...userCatalogs],
      pinnedCatalogs: settings.pinnedCatalogs,
      rules: () => settings.rules,
      readGrammar: (fileName) => runtime.readGrammar(fileName),
      readProject,
      folders: () => folders,
      now: () => Date.now(),
    });
  }

  /** What the server reaches itself it reads itself; for the rest it asks the client, if that answers. */
  async function readProject(uris: readonly string[]): Promise<readonly (string | null)[]> {
    const wanted = uris.slice(0, ReadProjectRequest.maxFiles);
    if (runtime.readProjectFile && wanted.every((uri) => uri.startsWith('file:'))) {
      return Promise.all(wanted.map(async (uri) => runtime.readProjectFile?.(uri) ?? null));
    }
    const params: ReadProjectRequest.Params = { uris: wanted };
    return abilities.readsProject
      ? connection.sendRequest<ReadProjectRequest.Result>(ReadProjectRequest.method, params)
      : [];
  }

  /** Runs a handler so that no error reaches the client as a popup: it is logged, and the answer is the empty one. */
  async function safely<T>(what: string, empty: T, run: () => Promise<T> | T): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ResponseError) {
        throw error;
      }
      connection.console.error(
        `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return empty;
    }
  }

  async function readCatalogs(): Promise<readonly CatalogFile[]> {
    const { builtInCatalogs, loadUserCatalogs } = await import('./core');
    const read = await loadUserCatalogs(settings.catalogs, folders, (uri) => runtime.readFile(uri));
    const known = new Set([...builtInCatalogs(), ...read.catalogs].map(({ id }) => id));
    const unknown = settings.pinnedCatalogs.filter((id) => !known.has(id));
    const problems = [
      ...read.problems,
      ...unknown.map((id) => `The setting pinnedCatalogs names ${JSON.stringify(id)}, which no catalog has as its id.`),
    ];
    problems.forEach((problem) => connection.console.warn(problem));
    if (problems.length > 0) {
      const more = problems.length - mostProblems;
      const rest = more > 0 ? ` And ${more} more, see the output.` : '';
      connection.window.showWarningMessage(problems.slice(0, mostProblems).join(' ') + rest);
    }
    return read.catalogs;
  }

  async function configure(): Promise<void> {
    const previous = settings;
    if (abilities.configuration) {
      settings = readSettings(await connection.workspace.getConfiguration(settingsSection));
    }
    const needsCatalogs = settings.catalogs.length > 0 || previous.catalogs.length > 0;
    if (needsCatalogs || settings.pinnedCatalogs.join() !== previous.pinnedCatalogs.join()) {
      userCatalogs = await readCatalogs();
      service = undefined;
    }
    if (abilities.refreshesDiagnostics) {
      await connection.sendRequest(DiagnosticRefreshRequest.type);
    } else if (!abilities.pullsDiagnostics) {
      push.refresh();
    }
  }

  connection.onInitialize((params): InitializeResult => {
    abilities = abilitiesOf(params);
    folders = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    if (!abilities.pullsDiagnostics) {
      push.start();
    }
    return {
      serverInfo: { name: 'API Error Assist' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite'], resolveProvider: true },
        ...(abilities.pullsDiagnostics && {
          diagnosticProvider: {
            identifier: settingsSection,
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
        workspace: { workspaceFolders: { supported: true } },
      },
    };
  });
  connection.onInitialized(() => {
    runtime.onInitialized?.();
    if (abilities.configuration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    void safely('Configuration', undefined, configure);
  });
  connection.onDidChangeConfiguration(({ settings: pushed }: { settings?: unknown }) => {
    if (!abilities.configuration) {
      settings = readSettings((pushed as Record<string, unknown> | undefined)?.[settingsSection]);
    }
    return safely('Configuration', undefined, configure);
  });
  // The client watches the user's catalog files.
  connection.onDidChangeWatchedFiles(() => safely('Catalogs', undefined, configure));

  connection.onHover(({ textDocument, position }, token) =>
    safely('Hover', null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? ((await (await core()).hover(document, position, abilities.commands, token)) ?? null) : null;
    }),
  );
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    safely<DocumentDiagnosticReport>('Diagnostics', noDiagnostics, async () => {
      const document = documents.get(textDocument.uri);
      const items = document ? await (await core()).diagnostics(document, settings.problems, token) : [];
      const isWanted = document && documents.get(textDocument.uri) === document && !token.isCancellationRequested;
      return isWanted ? pulled.report(document, items, previousResultId) : noDiagnostics;
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    safely('Code actions', [], async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await core()).codeActions(document, range, context, abilities, token) : [];
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    safely<CodeAction>('Code action', action, async () =>
      (await core()).resolveCodeAction(action, (uri) => documents.get(uri), abilities, token),
    ),
  );
  connection.onRequest(LookupRequest.method, ({ query, limit }: LookupRequest.Params) =>
    safely<LookupRequest.Result>('Lookup', [], async () => (await core()).lookup(query, limit)),
  );
  connection.onRequest(FindingAtRequest.method, ({ textDocument, position }: FindingAtRequest.Params) =>
    safely<FindingAtRequest.Result>('Explain', null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await core()).findingAt(document, position) : null;
    }),
  );
  connection.onRequest(WhyRequest.method, ({ textDocument, position }: WhyRequest.Params) =>
    safely<WhyRequest.Result>('Why', null, async () => {
      const document = documents.get(textDocument.uri);
      return document ? (await core()).why(document, position.line, position.character) : null;
    }),
  );
  connection.onRequest(EntryRequest.method, ({ entry }: EntryRequest.Params) =>
    safely<EntryRequest.Result>('Entry', null, async () => (await core()).page(entry)),
  );
  connection.onRequest(InsertHandlerRequest.method, (params: InsertHandlerRequest.Params) =>
    safely<InsertHandlerRequest.Result>(
      'Insert handler',
      { refusal: 'Something went wrong; see the output channel.' },
      async () => {
        const document = documents.get(params.textDocument.uri);
        return document
          ? (await core()).insertHandler(document, params.position, params.entry, abilities, params.preview)
          : { refusal: 'The document is not open in an editor.' };
      },
    ),
  );

  documents.onDidClose(async ({ document }) => {
    pulled.forget(document.uri);
    (await service)?.forget(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}

function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const options = initializationOptions as InitializationOptions | undefined;
  const { textDocument, workspace } = (capabilities as InitializeParams['capabilities'] | undefined) ?? {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    readsProject: options?.readsProject === true,
    annotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    commands: options?.commandLinks ?? [],
  };
}
