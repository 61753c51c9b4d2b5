/**
 * The contract between client and server beyond the Language Server Protocol, written once.
 * Positions and ranges are those of LSP: zero-based lines, UTF-16 characters, end exclusive.
 */
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Kind, StrategyName } from './catalog/catalog';
import type { RuleCode, RuleSettings } from './rules';

/** Name and parameter types of the requests. `Method` is the wire name. */
export namespace LookupRequest {
  /** Client to server: entries that fit what the user typed, best first. */
  export const method = 'apiErrorAssist/lookup';
  export interface Params {
    readonly query: string;
    /** At most this many matches, 50 when absent. */
    readonly limit?: number;
  }
  export type Result = readonly LookupItem[];
}

export namespace FindingAtRequest {
  /** Client to server: the entry under the cursor, of any confidence; null when there is none. */
  export const method = 'apiErrorAssist/findingAt';
  export interface Params {
    readonly textDocument: { readonly uri: string };
    readonly position: Position;
  }
  export type Result = { readonly entry: string; readonly text: string } | null;
}

export namespace EntryRequest {
  /** Client to server: the full text of an entry; null when no catalog has it. */
  export const method = 'apiErrorAssist/entry';
  export interface Params {
    readonly entry: string;
  }
  export type Result = EntryPage | null;
}

export namespace WhyRequest {
  /** Client to server: why the places of a line are findings, or why they are none; null when the document is not open. */
  export const method = 'apiErrorAssist/why';
  export interface Params {
    readonly textDocument: { readonly uri: string };
    readonly position: Position;
  }
  export type Result = WhyPage | null;
}

export namespace InsertHandlerRequest {
  /**
   * Client to server: the edit that makes the call at the position (or, without a call there, the file)
   * handle the entry by its strategy. `refusal` says why there is none.
   */
  export const method = 'apiErrorAssist/insertHandler';
  export interface Params {
    readonly textDocument: { readonly uri: string };
    readonly position: Position;
    readonly entry?: string;
    /** The user is shown the changes first, and asked about them, where the client can do that. */
    readonly preview?: boolean;
  }
  export type Result =
    { readonly edit: WorkspaceEdit; readonly refusal?: never } | { readonly edit?: never; readonly refusal: string };
}

export namespace ReadFileRequest {
  /**
   * Server to client: the text of a catalog file that the server cannot reach itself (in the browser, or in a
   * virtual workspace). Fails when there is no such file, when it is no JSON file, or when it is larger than `maxBytes`.
   */
  export const method = 'apiErrorAssist/readFile';
  export const maxBytes = 32 * 1024 * 1024;
  export interface Params {
    readonly uri: string;
  }
  export type Result = string;
}

export namespace ReadProjectRequest {
  /**
   * Server to client: the texts of files beside and above a source file, which tell on what a project depends and
   * whether it has a handler already. For a server that cannot reach them itself (in the browser, or in a virtual
   * workspace). A text is null for what is no file of the workspace, and for one that is larger than `maxBytes`.
   */
  export const method = 'apiErrorAssist/readProject';
  export const maxBytes = 512 * 1024;
  /** More files than this are not read at once: the rest is null. */
  export const maxFiles = 128;
  export interface Params {
    readonly uris: readonly string[];
  }
  /** In the order of the params. */
  export type Result = readonly (string | null)[];
}

export namespace ReadGrammarRequest {
  /**
   * Server to client, in the browser only: a file of `dist/grammars`. The bytes travel as they are, which needs a
   * transport that clones values, as a worker's does, and not one that writes JSON.
   */
  export const method = 'apiErrorAssist/readGrammar';
  export interface Params {
    /** `tree-sitter.wasm` or `tree-sitter-<language>.wasm`. Any other name fails. */
    readonly fileName: string;
  }
  export type Result = Uint8Array;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** One line of a lookup, and of `explain --format json`. */
export interface Match {
  readonly entry: string;
  readonly kind: Kind;
  readonly value: string;
  readonly title: string;
  readonly http: number | null;
  readonly strategy: StrategyName;
  readonly meaning: string;
  readonly fix: readonly string[];
  readonly sources: readonly string[];
}

/** A match as the lookup command shows it. */
export interface LookupItem extends Match {
  /** The catalog's name as people write it. */
  readonly system: string;
  /** Whether to retry, with the numbers, in one short sentence: the one that a hover begins with. */
  readonly verdict: string;
  /** https address of the documentation. */
  readonly link?: string;
  /** Whether a handler can be inserted for the entry's strategy. */
  readonly hasHandler: boolean;
}

/** The full text of an entry. */
export interface EntryPage {
  readonly entry: string;
  readonly title: string;
  /** Markdown without command links. Catalog text in it is escaped. */
  readonly markdown: string;
  readonly plainText: string;
  /** https address of the documentation. */
  readonly link?: string;
  /** Whether a handler can be inserted for the entry's strategy. */
  readonly hasHandler: boolean;
}

/** One number or word of a line, and what was made of it. */
export interface WhyPlace {
  readonly text: string;
  /** Ids of the entries that it may stand for, likeliest first. */
  readonly candidates: readonly string[];
  readonly verdict: string;
  /** The evidence for it. */
  readonly for: readonly string[];
  /** What speaks against it. */
  readonly against: readonly string[];
  /** What would make it a finding, or a surer one. */
  readonly needed: readonly string[];
}

/** Why the places of a line are findings, or why they are none. */
export interface WhyPage {
  /** Zero-based. */
  readonly line: number;
  readonly places: readonly WhyPlace[];
  /** Why nothing was read at all. */
  readonly note?: string;
  readonly markdown: string;
}

/** What the client tells the server in `initializationOptions`. */
export interface InitializationOptions {
  /** The commands that links in a hover may run. Empty or absent: hovers have no command links. */
  readonly commandLinks?: readonly string[];
  /** The client answers `ReadProjectRequest`. */
  readonly readsProject?: boolean;
}

/** The commands that a hover's link or a code action may run, with their one argument. Nothing else is allowed. */
export const linkCommands = {
  /** Argument: `LookUpArgument`. */
  lookUp: 'apiErrorAssist.lookUp',
  /** Argument: `InsertHandlerArgument`. */
  insertHandler: 'apiErrorAssist.insertHandler',
  /** Argument: `TurnOffRuleArgument`. */
  turnOffRule: 'apiErrorAssist.turnOffRule',
} as const;

/** What to look up, or the entry to show at once. Without it the command starts with what the cursor is on. */
export type LookUpArgument = string | { readonly entry: string };

/** Where to insert a handler and for which entry. What is absent comes from the editor. */
export interface InsertHandlerArgument {
  /** An open document. */
  readonly uri?: string;
  readonly position?: Position;
  readonly entry?: string;
}

/** The rule that is turned off in the workspace's settings. */
export interface TurnOffRuleArgument {
  readonly rule: RuleCode;
}

/** How far a scan of files is: what the command line tells the process that started it, as `{ progress }`. */
export interface ScanProgress {
  readonly bytes: number;
  readonly files: number;
  readonly findings: number;
  /** Bytes a second. */
  readonly rate: number;
  /** Bytes there are, and seconds that are left; absent while that is not known. */
  readonly total?: number;
  readonly remaining?: number;
}

/** How errors in logs and JSON appear as diagnostics. */
export type ProblemsSetting = 'hint' | 'grouped' | 'all' | 'off';

/** The section `apiErrorAssist` of the configuration, with every default. */
export interface Settings {
  readonly problems: ProblemsSetting;
  /** Catalog files of the user: absolute paths, or paths relative to the workspace folder. */
  readonly catalogs: readonly string[];
  /** Ids of the catalogs whose systems the workspace talks to. */
  readonly pinnedCatalogs: readonly string[];
  /** The severity of each rule that is not to have its own. */
  readonly rules: RuleSettings;
}

export const defaultSettings: Settings = { problems: 'hint', catalogs: [], pinnedCatalogs: [], rules: {} };

/** The section's name. */
export const settingsSection = 'apiErrorAssist';
