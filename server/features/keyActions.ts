import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogFile, Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { RuleCode } from '../../shared/rules';
import type { Project } from '../project';
import { headersOf, type KeyPlan, planKey } from '../retry/keys/keys';
import { isRefusal, type Refusal } from '../retry/language';
import { retryLanguage } from '../retry/languages';
import { manifestNames } from '../manifests';
import type { SyntaxService } from '../syntax/syntax';
import type { ActionData } from './codeActions';
import { diagnosticSource } from './diagnostics';
import { type CodeActionAbilities, workspaceEdit } from './workspaceEdit';

/** Offers a fresh idempotency key for a write to an API of which a catalog says that it honours one. */
export class KeyActions {
  /** The headers of all those APIs. */
  readonly headers: readonly string[];
  readonly #apis: readonly CatalogFile[];

  constructor(
    catalogs: CatalogSet,
    private readonly syntax: SyntaxService,
    private readonly project: Project,
  ) {
    this.#apis = catalogs.catalogs.filter(({ idempotencyKey }) => idempotencyKey !== undefined);
    this.headers = headersOf(this.#apis);
  }

  /** The action at an offset (UTF-16); undefined where no key is due, or none can be added surely. */
  async action(
    document: TextDocument,
    offset: number,
    entry: Entry | undefined,
    { diagnostics }: lsp.CodeActionContext,
    abilities: CodeActionAbilities,
  ): Promise<lsp.CodeAction | undefined> {
    const { uri, version } = document;
    const fixed = diagnostics.filter(isAboutWrite);
    const isMistake = fixed.length > 0;
    const data: ActionData = { uri, version, offset, ...(entry && { entry: entry.id }), isMistake, isKey: true };
    const plan = await this.plan(document, data, entry);
    if (isRefusal(plan)) {
      return undefined;
    }
    const isFix = isMistake || entry?.catalog.idempotencyKey !== undefined;
    const action: lsp.CodeAction = {
      title: plan.title,
      kind: isFix ? 'quickfix' : 'refactor.rewrite',
      ...(isMistake && { diagnostics: fixed }),
      data,
    };
    return abilities.resolvesEdits ? action : { ...action, edit: workspaceEdit(document, plan, abilities) };
  }

  /** The edits that add a key, or why there are none. */
  async plan(
    document: TextDocument,
    { offset, isMistake = false }: Pick<ActionData, 'offset' | 'isMistake'>,
    entry: Entry | undefined,
  ): Promise<KeyPlan | Refusal> {
    const { uri, languageId } = document;
    const language = retryLanguage(languageId);
    const text = document.getText();
    // Without such an API nothing is parsed and nothing is read.
    const isPossible = this.#apis.length > 0 && language?.keys !== undefined;
    const manifests = isPossible ? await this.project.manifests(uri, manifestNames[language.name] ?? []) : [];
    const tree = isPossible ? await this.syntax.parse(languageId, text) : undefined;
    if (!tree) {
      return { refusal: 'No catalog says of an API that it honours an idempotency key.' };
    }
    try {
      const met = entry?.catalog.idempotencyKey ? entry.catalog : undefined;
      return planKey({ text, languageId, tree, offset, apis: this.#apis, met, isMistake, manifests });
    } finally {
      tree.delete();
    }
  }
}

/** Whether a diagnostic says that a write is repeated without a key. */
function isAboutWrite({ source, code }: lsp.Diagnostic): boolean {
  return source === diagnosticSource && code === ('retries-non-idempotent' satisfies RuleCode);
}
