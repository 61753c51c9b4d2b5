import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogFile, Entry } from '../shared/catalog/catalog';
import { CatalogSet } from '../shared/catalog/catalogSet';
import type { RuleSettings } from '../shared/rules';
import type { EntryPage, LookupItem, ProblemsSetting } from '../shared/protocol';
import { CodeActionsFeature } from './features/codeActions';
import { DiagnosticsFeature } from './features/diagnostics';
import { HoverFeature } from './features/hover';
import { Lookup } from './features/lookup';
import { RulesFeature } from './features/rules';
import { WhyFeature } from './features/why';
import { findingAt, FindingStore } from './findings';
import { Project, type ReadProject } from './project';
import { ProjectSystems } from './projectSystems';
import type { Pace } from './recogniser/paced';
import { Recogniser, type Recognition } from './recogniser/recogniser';
import { noSystems } from './recogniser/systems';
import { lookupItem, pageOf } from './render/entry';
import { type ReadGrammar, SyntaxService } from './syntax/syntax';

export interface LanguageServiceOptions {
  /** Built-in catalogs first; a later catalog replaces one with the same id. */
  readonly catalogs: readonly CatalogFile[];
  /** Ids of catalogs whose systems are taken as known: they need no evidence in a document. */
  readonly pinnedCatalogs?: readonly string[];
  /** The severities of rules that are not to have their own. Asked for whenever they matter. */
  readonly rules?: () => RuleSettings;
  readonly readGrammar: ReadGrammar;
  /** Reads files around a document. Absent: nothing is known of them. */
  readonly readProject?: ReadProject;
  /** URIs of the workspace's folders. */
  readonly folders?: () => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a code action may use of the client. */
export type { CodeActionAbilities } from './features/workspaceEdit';

/** The core's door: everything that the product knows of a document or of a catalog, without any connection. */
export interface LanguageService {
  /** All findings of a document, of any confidence. */
  recognise(document: TextDocument): Promise<Recognition>;
  /** All findings of a text that is no open document, and of which no other version will be read; of a file, by its URI. */
  recogniseOnce(
    languageId: string,
    text: string,
    isWanted: () => boolean,
    pace: Pace,
    uri?: string,
  ): Promise<Recognition>;
  /** The findings of a part of a text that is too large for a document, read as a log, in steps. */
  recogniseWithin: Recogniser['recogniseWithin'];
  /** The places worth a look in the bytes of a log. */
  logPlaces: Recogniser['logPlaces'];
  /** Whether JSON in bytes may hold an error, before it is parsed. */
  mayHoldErrors: Recogniser['mayHoldErrors'];
  prepareLog: Recogniser['prepareLog'];
  /** The findings of a line of a log by itself. */
  recogniseLine: Recogniser['recogniseLine'];
  /** How much must be at hand around a place besides its record. */
  readonly vicinity: Recogniser['vicinity'];
  hover: HoverFeature['hover'];
  diagnostics(
    document: TextDocument,
    problems: ProblemsSetting,
    token: lsp.CancellationToken,
  ): Promise<lsp.Diagnostic[]>;
  codeActions: CodeActionsFeature['codeActions'];
  /** What the rules find in a source file. */
  checkRules: RulesFeature['check'];
  resolveCodeAction: CodeActionsFeature['resolve'];
  /** The edit that makes the call at a position handle an entry, or why there is none. */
  insertHandler: CodeActionsFeature['insertHandler'];
  /** The entry under a position, of any confidence. */
  findingAt(document: TextDocument, position: lsp.Position): Promise<{ entry: string; text: string } | null>;
  /** Why the places of a line are findings, or why they are none. */
  why: WhyFeature['why'];
  /** The entries that fit a query, best first. */
  lookup(query: string, limit?: number): LookupItem[];
  page(entry: string): EntryPage | null;
  entry(id: string): Entry | undefined;
  /** Forgets a document that was closed. */
  forget(uri: string): void;
}

/** Builds the core from its parts. This is the one place where they are put together. */
export function createLanguageService(options: LanguageServiceOptions): LanguageService {
  const { catalogs, pinnedCatalogs = [], rules: ruleSettings = () => ({}), readGrammar, now } = options;
  const { readProject = () => Promise.resolve([]), folders = () => [] } = options;
  const set = new CatalogSet(catalogs);
  const syntax = new SyntaxService(readGrammar);
  const recogniser = new Recogniser(set, syntax, pinnedCatalogs);
  const project = new Project(readProject, folders, now);
  const projectSystems = new ProjectSystems(project, new Set(set.entries.map(({ catalog }) => catalog)), now);
  const store = new FindingStore(recogniser, projectSystems);
  const hover = new HoverFeature(set, store, now);
  const diagnostics = new DiagnosticsFeature(set, store);
  const codeActions = new CodeActionsFeature(set, store, syntax, project);
  // Its index of all words is as large as the catalogs, and most sessions look nothing up.
  let lookup: Lookup | undefined;
  const rules = new RulesFeature(set, store, syntax, ruleSettings);
  const why = new WhyFeature(set, store, recogniser);
  return {
    recognise: (document) => store.of(document),
    async recogniseOnce(languageId, text, isWanted, pace, uri) {
      const ofProject = uri === undefined ? noSystems : await projectSystems.of(uri, languageId);
      return recogniser.recogniseOnce(languageId, text, isWanted, pace, ofProject);
    },
    recogniseWithin: (...args) => recogniser.recogniseWithin(...args),
    mayHoldErrors: (bytes) => recogniser.mayHoldErrors(bytes),
    prepareLog: () => recogniser.prepareLog(),
    recogniseLine: (...args) => recogniser.recogniseLine(...args),
    logPlaces: (...args) => recogniser.logPlaces(...args),
    get vicinity() {
      return recogniser.vicinity;
    },
    async hover(document, position, commands, token) {
      const found = await hover.hover(document, position, commands, token);
      return found ?? (await rules.hover(document, position));
    },
    async diagnostics(document, problems, token) {
      const found = await diagnostics.diagnostics(document, problems, token);
      return [...found, ...(await rules.diagnostics(document, token))];
    },
    async codeActions(document, range, context, abilities, token) {
      const { fixes, silencers } = await rules.codeActions(document, range, context, abilities.commands);
      return [...fixes, ...(await codeActions.codeActions(document, range, context, abilities, token)), ...silencers];
    },
    checkRules: (document) => rules.check(document),
    resolveCodeAction: (...args) => codeActions.resolve(...args),
    insertHandler: (...args) => codeActions.insertHandler(...args),
    async findingAt(document, position) {
      const findings = await store.around(document, { start: position, end: position });
      const finding = findingAt(findings, document.offsetAt(position));
      return finding ? { entry: finding.entry, text: finding.text } : null;
    },
    why: (...args) => why.why(...args),
    lookup: (query, limit) => (lookup ??= new Lookup(set)).find(query, limit).map(lookupItem),
    page(id) {
      const entry = set.get(id);
      return entry ? pageOf(entry, set) : null;
    },
    entry: (id) => set.get(id),
    forget(uri) {
      store.forget(uri);
      rules.forget(uri);
    },
  };
}
