import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import { linkCommands } from '../../shared/protocol';
import { findingAt, type FindingStore } from '../findings';
import type { SyntaxService } from '../syntax/syntax';

/** What of the client decides how a code action looks. */
export interface CodeActionCapabilities {
  /** The client asks for the edit of the action that was chosen; otherwise each action carries its edit. */
  readonly resolvesEdits: boolean;
  readonly snippetEdits: boolean;
  readonly commands: readonly string[];
}

export class CodeActionsFeature {
  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
    private readonly syntax: SyntaxService,
  ) {}

  async codeActions(
    document: TextDocument,
    range: lsp.Range,
    _context: lsp.CodeActionContext,
    { commands }: CodeActionCapabilities,
    token: lsp.CancellationToken,
  ): Promise<lsp.CodeAction[]> {
    const { findings } = await this.findings.of(document);
    const finding = findingAt(findings, document.offsetAt(range.start));
    const entry = finding && this.catalogs.get(finding.entry);
    void this.syntax;
    if (token.isCancellationRequested || !entry || !commands.includes(linkCommands.lookUp)) {
      return [];
    }
    return [
      {
        title: `Look up ${entry.id}`,
        kind: 'quickfix',
        command: { title: 'Look up', command: linkCommands.lookUp, arguments: [{ entry: entry.id }] },
      },
    ];
  }

  async resolve(
    action: lsp.CodeAction,
    _find: (uri: string) => TextDocument | undefined,
    _abilities: CodeActionCapabilities,
    _token: lsp.CancellationToken,
  ): Promise<lsp.CodeAction> {
    return Promise.resolve(action);
  }

  async insertHandler(
    _document: TextDocument,
    _position: lsp.Position,
    _entry: string | undefined,
    _abilities: CodeActionCapabilities,
  ): Promise<{ edit: lsp.WorkspaceEdit; refusal?: never } | { refusal: string; edit?: never }> {
    return Promise.resolve({ refusal: 'No HTTP call here.' });
  }
}
