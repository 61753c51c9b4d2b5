import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Entry } from '../../shared/catalog/catalog';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import { linkCommands } from '../../shared/protocol';
import type { RuleCode } from '../../shared/rules';
import { findingAt, type FindingStore } from '../findings';
import type { Project } from '../project';
import { planExactCode } from '../retry/exactCode';
import { retryLanguage } from '../retry/languages';
import { handlerAt, isRefusal, planRetry, type Refusal, type RetryInput, type RetryPlan } from '../retry/retry';
import { type Shape, shapesFor } from '../retry/shapes/shapes';
import { hasRetryLanguage, sourceOf } from '../retry/source';
import type { SyntaxService } from '../syntax/syntax';
import { type DiagnosticData, diagnosticSource } from './diagnostics';
import { KeyActions } from './keyActions';
import { type CodeActionAbilities, workspaceEdit } from './workspaceEdit';

/** What an action carries until its edit is asked for. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** Where the fix applies, in UTF-16 units. */
  readonly offset: number;
  readonly entry?: string;
  readonly shape?: Shape;
  readonly isMistake?: boolean;
  /** The fix adds an idempotency key. */
  readonly isKey?: boolean;
}

/** A place at which help is asked for. */
interface Place {
  /** In UTF-16 units. */
  readonly offset: number;
  /** A rule about repetitions has found something there. */
  readonly isMistake?: boolean;
}

/** A plan, and what it needs to be made again. */
interface ShapedPlan extends RetryPlan {
  readonly shape?: Shape;
}

/** The error under the cursor. */
interface Found {
  readonly entry: Entry | undefined;
  readonly text: string;
  readonly isSure: boolean;
}

/** What a call is prepared for when no error was named: the answers that pass by themselves. */
const defaultEntry = 'http/429';

/**
 * Offers what helps with the error under the cursor: in source the handler of its strategy, everywhere its full text.
 * A fix that should not exist is not offered: the plan is made before an action is, and again when it is chosen.
 */
export class CodeActionsFeature {
  readonly #keys: KeyActions;

  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
    private readonly syntax: SyntaxService,
    private readonly project: Project,
  ) {
    this.#keys = new KeyActions(catalogs, syntax, project);
  }

  async codeActions(
    document: TextDocument,
    range: lsp.Range,
    context: lsp.CodeActionContext,
    abilities: CodeActionAbilities,
    token: lsp.CancellationToken,
  ): Promise<lsp.CodeAction[]> {
    const offset = document.offsetAt(range.start);
    const found = await this.#foundAt(document, offset);
    // Of an error that may be another one nothing is offered: a wrong handler is worse than none.
    if (token.isCancellationRequested || found?.isSure === false) {
      return [];
    }
    const entry = found?.entry;
    const actions: lsp.CodeAction[] = [];
    if (hasRetryLanguage(document.languageId) && isWanted(context)) {
      const isMistake = context.diagnostics.some(isAboutLoop);
      const place = { offset, ...(isMistake && { isMistake }) };
      // A loop that repeats what it must not goes as a whole, whatever the error under the cursor needs.
      for (const about of isMistake && entry ? [undefined, entry] : [entry]) {
        for (const plan of await this.#plans(document, place, about, abilities)) {
          if (actions.every(({ title }) => title !== plan.title)) {
            actions.push(this.#action(document, place, about, plan, context, abilities));
          }
        }
      }
    }
    const key = isWanted(context) ? await this.#keys.action(document, offset, entry, context, abilities) : undefined;
    actions.push(...(key ? [key] : []));
    const exact = found && isWanted(context) ? await this.#exactCode(document, offset, found) : undefined;
    actions.push(...(exact ? [exact] : []));
    if (entry && abilities.commands.includes(linkCommands.lookUp) && isWanted(context)) {
      actions.push(lookUp(entry, context));
    }
    return actions;
  }

  /** Adds the edit to the action that was chosen. An action of an older version of its document gets none. */
  async resolve(
    action: lsp.CodeAction,
    find: (uri: string) => TextDocument | undefined,
    abilities: CodeActionAbilities,
    token: lsp.CancellationToken,
  ): Promise<lsp.CodeAction> {
    const data = action.data as ActionData | undefined;
    const document = data && find(data.uri);
    if (!document || document.version !== data.version) {
      return action;
    }
    const entry = data.entry === undefined ? undefined : this.catalogs.get(data.entry);
    const plan = data.isKey
      ? await this.#keys.plan(document, data, entry)
      : await this.#plan(document, data, entry, data.shape);
    return isRefusal(plan) || token.isCancellationRequested
      ? action
      : { ...action, edit: workspaceEdit(document, plan, abilities) };
  }

  /** The edit that makes the call at a position handle an entry by its strategy, or why there is none. */
  async insertHandler(
    document: TextDocument,
    position: lsp.Position,
    entryId: string | undefined,
    abilities: CodeActionAbilities,
    isPreview = false,
  ): Promise<{ edit: lsp.WorkspaceEdit; refusal?: never } | { refusal: string; edit?: never }> {
    const offset = document.offsetAt(position);
    const found = entryId === undefined ? await this.#foundAt(document, offset) : undefined;
    if (found?.isSure === false) {
      return { refusal: 'It is not certain which error is meant here, so nothing is inserted.' };
    }
    const entry = entryId === undefined ? found?.entry : this.catalogs.get(entryId);
    const [shape] = await this.#shapes(document, { offset }, entry, abilities);
    const plan = await this.#plan(document, { offset }, entry, shape);
    return isRefusal(plan) ? { refusal: plan.refusal } : { edit: workspaceEdit(document, plan, abilities, isPreview) };
  }

  async #foundAt(document: TextDocument, offset: number): Promise<Found | undefined> {
    const position = document.positionAt(offset);
    const finding = findingAt(await this.findings.around(document, { start: position, end: position }), offset);
    // A comment speaks of an error; the code below it may be about something else.
    return finding && !finding.isInComment
      ? { entry: this.catalogs.get(finding.entry), text: finding.text, isSure: finding.confidence !== 'low' }
      : undefined;
  }

  /** What can be done at a place, in each of the shapes that fit the project. */
  async #plans(
    document: TextDocument,
    place: Place,
    entry: Entry | undefined,
    abilities: CodeActionAbilities,
  ): Promise<readonly ShapedPlan[]> {
    const plans: ShapedPlan[] = [];
    for (const shape of await this.#shapes(document, place, entry, abilities)) {
      const plan = await this.#plan(document, place, entry, shape);
      if (!isRefusal(plan)) {
        plans.push({ ...plan, ...(shape && { shape }) });
      }
    }
    return plans;
  }

  /** The shapes that a handler may take here, the best first. Without retries there is only the file itself. */
  async #shapes(
    document: TextDocument,
    place: Place,
    entry: Entry | undefined,
    { createFiles, documentChanges }: CodeActionAbilities,
  ): Promise<readonly (Shape | undefined)[]> {
    const { uri, languageId } = document;
    const handler = await this.#with(document, place, entry, handlerAt);
    const language = retryLanguage(languageId);
    return handler && language
      ? shapesFor(handler, language, { uri, text: document.getText() }, this.project, createFiles && documentChanges)
      : [undefined];
  }

  async #plan(
    document: TextDocument,
    place: Place,
    entry: Entry | undefined,
    shape: Shape | undefined,
  ): Promise<RetryPlan | Refusal> {
    const plan = await this.#with(document, place, entry, (input) => planRetry({ ...input, shape }));
    return plan ?? { refusal: `There is no retry handler for ${document.languageId} yet.` };
  }

  /** Parses a document for a question about one of its places. Undefined when it cannot be parsed. */
  async #with<T>(
    document: TextDocument,
    { offset, isMistake = false }: Place,
    found: Entry | undefined,
    ask: (input: RetryInput) => T,
  ): Promise<T | undefined> {
    const entry = found ?? this.catalogs.get(defaultEntry);
    const { languageId } = document;
    const text = document.getText();
    const tree = entry && (await this.syntax.parse(languageId, text));
    if (!tree) {
      return undefined;
    }
    try {
      return ask({
        text,
        languageId,
        tree,
        offset,
        strategy: entry.strategy,
        entryTitle: entry.title,
        code: codeOf(entry),
        advice: entry.fix[0] ?? entry.meaning,
        isDefault: found === undefined,
        isMistake,
        keyHeaders: this.#keys.headers,
      });
    } finally {
      tree.delete();
    }
  }

  /** The branch on the exact code in place of one on a status that several errors have, or on a text. */
  async #exactCode(
    document: TextDocument,
    offset: number,
    { entry, text }: Found,
  ): Promise<lsp.CodeAction | undefined> {
    const known = entry?.kind === 'code' ? entry.value : undefined;
    if (
      !entry ||
      !hasRetryLanguage(document.languageId) ||
      text === known ||
      (!known && String(entry.http ?? entry.value) !== '403')
    ) {
      return undefined;
    }
    const plan = await this.#with(document, { offset }, entry, ({ tree, languageId, text: whole }) => {
      const source = sourceOf(whole, tree, languageId);
      return source && planExactCode(source, offset, known);
    });
    const exact = plan && this.catalogs.get(`x-api-v1.1/${plan.code}`);
    if (!plan || !exact) {
      return undefined;
    }
    const edits = plan.edits.map(({ range: { start, end }, newText }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText,
    }));
    const title = `Ask for code ${plan.code} (${exact.title}) instead`;
    return { title, kind: 'quickfix', edit: { changes: { [document.uri]: edits } } };
  }

  #action(
    document: TextDocument,
    place: Place,
    entry: Entry | undefined,
    plan: ShapedPlan,
    { diagnostics }: lsp.CodeActionContext,
    abilities: CodeActionAbilities,
  ): lsp.CodeAction {
    const { uri, version } = document;
    const { shape } = plan;
    const data: ActionData = { uri, version, ...place, ...(entry && { entry: entry.id }), ...(shape && { shape }) };
    // Of two fixes editors show the one first that names what it fixes.
    const fixed = diagnostics.filter((diagnostic) => isFixedBy(plan, entry, diagnostic, document));
    const action: lsp.CodeAction = {
      title: plan.title,
      // Beside an error it is a fix, which the lightbulb shows; elsewhere a way to rewrite the call.
      kind: entry || fixed.length > 0 ? 'quickfix' : 'refactor.rewrite',
      ...(fixed.length > 0 && { diagnostics: fixed }),
      data,
    };
    return abilities.resolvesEdits ? action : { ...action, edit: workspaceEdit(document, plan, abilities) };
  }
}

/** By what an answer tells an error: of a problem type its last part, since hosts differ; none for texts and headers. */
function codeOf({ kind, value }: Entry): string | undefined {
  if (kind === 'problem-type') {
    return value.slice(value.lastIndexOf('/') + 1);
  }
  return kind === 'status' || kind === 'code' ? value : undefined;
}

/** Whether a plan puts right what a diagnostic says: a handler of retries sets the time limit that a call lacks, too. */
function isFixedBy(
  { kind, replaces }: RetryPlan,
  entry: Entry | undefined,
  diagnostic: lsp.Diagnostic,
  document: TextDocument,
): boolean {
  const { source, code, range } = diagnostic;
  const about = (diagnostic.data as DiagnosticData | undefined)?.entry;
  const limits = kind === 'backoff' && code === ('no-timeout' satisfies RuleCode);
  const start = document.offsetAt(range.start);
  // With a loop written by hand go the mistakes in it.
  const goes = replaces !== undefined && replaces.start <= start && start < replaces.end && isAboutLoop(diagnostic);
  return source === diagnosticSource && (limits || goes || (entry !== undefined && about === entry.id));
}

/** Whether a diagnostic is about what is repeated, how often, or after which wait. */
function isAboutLoop({ source, code }: lsp.Diagnostic): boolean {
  return source === diagnosticSource && ofLoops.has(String(code));
}

/** The rules about what a loop repeats, how often, and after which wait. */
const ofLoops: ReadonlySet<string> = new Set<RuleCode>([
  'retries-permanent-error',
  'ignores-server-wait',
  'fragile-retry-after',
  'unbounded-retry',
  'no-jitter',
  'sleeps-on-any-error',
  'retries-non-idempotent',
]);

/** Some clients ask for one kind of action only, for example all fixes on save: ours are never for that. */
function isWanted({ only }: lsp.CodeActionContext): boolean {
  return only === undefined || only.some((kind) => ['', 'quickfix', 'refactor', 'refactor.rewrite'].includes(kind));
}

function lookUp(entry: Entry, { diagnostics }: lsp.CodeActionContext): lsp.CodeAction {
  const own = diagnostics.filter(
    ({ source, data }) => source === diagnosticSource && (data as DiagnosticData | undefined)?.entry === entry.id,
  );
  return {
    title: `Look up ${entry.id}: ${entry.title}`,
    kind: 'quickfix',
    command: { title: 'Look up', command: linkCommands.lookUp, arguments: [{ entry: entry.id }] },
    ...(own.length > 0 && { diagnostics: own }),
  };
}
