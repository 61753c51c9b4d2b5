import type * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding } from '../../shared/finding';
import { linkCommands } from '../../shared/protocol';
import {
  type RuleCode,
  ruleCodes,
  rulePage,
  rules,
  type RuleSettings,
  type RuleSeverity,
  severityOf,
  unusedSuppression,
} from '../../shared/rules';
import type { FindingStore } from '../findings';
import { escapeMarkdown, link } from '../render/markdown';
import { paced } from '../recogniser/paced';
import { moved, Placed } from '../recogniser/source/placed';
import { ruleLanguage } from '../rules/languages';
import { NearMisses } from '../rules/nearMisses';
import { type CheckedText, RuleReadings } from '../rules/readings';
import type { RuleFinding } from '../rules/rule';
import {
  complaintOf,
  type Suppression,
  suppressionComment,
  suppressionsIn,
  suppressionWord,
} from '../rules/suppressions';
import type { SyntaxService } from '../syntax/syntax';
import { diagnosticSource } from './diagnostics';

/** The mistakes of one version of a document. */
export interface RuleReport {
  /** Without those that a comment silences. */
  readonly findings: Placed<RuleFinding>;
  /** Those that a comment silences. */
  readonly suppressed: readonly { readonly finding: RuleFinding; readonly by: Suppression }[];
  /** The comments that silence nothing. */
  readonly unused: readonly Suppression[];
  /** Why nothing was checked: there are no rules for the language, or the text is too large or nests too deep. */
  readonly unchecked?: 'language' | 'text';
}

/** LSP's severities; the protocol's own names exist in the library that only the entry files load. */
const severities: Readonly<Record<Exclude<RuleSeverity, 'off'>, 1 | 2 | 3 | 4>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};
/** LSP's tag for what does nothing. */
const unnecessary = 1;

/** Made once: a long file has hundreds of diagnostics. */
const pages = Object.fromEntries(ruleCodes.map((code) => [code, { href: rulePage(code) }])) as Readonly<
  Record<RuleCode, lsp.CodeDescription>
>;

const nothing: RuleReport = { findings: Placed.of<RuleFinding>([]), suppressed: [], unused: [] };

/** Shows wrong handling of errors in source: as diagnostics, on hover, and with the actions that help. */
export class RulesFeature {
  readonly #nearMisses: NearMisses;
  /** The last report of each open document. */
  readonly #reports = new Map<string, { readonly key: string; readonly report: Promise<RuleReport> }>();
  readonly #readings = new Map<string, RuleReadings>();
  /** What was made of findings for the place where they began, by the settings. */
  readonly #diagnostics = new WeakMap<
    readonly RuleFinding[],
    {
      readonly line: number;
      readonly character: number;
      readonly key: string;
      readonly diagnostics: readonly lsp.Diagnostic[];
    }
  >();

  constructor(
    private readonly catalogs: CatalogSet,
    private readonly findings: FindingStore,
    private readonly syntax: SyntaxService,
    /** What the setting says now. */
    private readonly settings: () => RuleSettings,
  ) {
    this.#nearMisses = new NearMisses(catalogs);
  }

  /** What the rules find in a document. Nothing in a language whose control flow is not understood. */
  check(document: TextDocument): Promise<RuleReport> {
    if (!ruleLanguage(document.languageId)) {
      return Promise.resolve({ ...nothing, unchecked: 'language' });
    }
    const settings = this.settings();
    const key = `${document.version} ${document.languageId} ${JSON.stringify(settings)}`;
    const known = this.#reports.get(document.uri);
    if (known?.key === key) {
      return known.report;
    }
    const report = this.#check(document, settings);
    this.#reports.set(document.uri, { key, report });
    report.catch(() => this.#reports.delete(document.uri));
    return report;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#reports.delete(uri);
    this.#readings.delete(uri);
  }

  #readingsOf(uri: string): RuleReadings {
    const readings = this.#readings.get(uri) ?? new RuleReadings(undefined, this.findings.declarationsOf(uri));
    this.#readings.set(uri, readings);
    return readings;
  }

  /** Documents change while they are checked. What is found must fit the text that its ranges are then applied to. */
  async #check(document: TextDocument, settings: RuleSettings): Promise<RuleReport> {
    const { version, uri } = document;
    const isWanted = () => document.version === version && this.#reports.has(uri);
    const isOn = (code: RuleCode) => severityOf(code, settings) !== 'off';
    const found = await this.#find(document, isOn, isWanted, false);
    if (!isWanted()) {
      return this.#reports.has(uri) ? this.check(document) : nothing;
    }
    if (!found) {
      return { ...nothing, unchecked: 'text' };
    }
    const mayBeSuppressed = this.#readingsOf(uri).says(suppressionWord);
    return withoutSuppressed(document, found, mayBeSuppressed ? suppressionsIn(document.getText()) : [], isOn);
  }

  /** What some rules find in the text as it is now; undefined when it was not read, or is not wanted any more. */
  async #find(
    document: TextDocument,
    isOn: (code: RuleCode) => boolean,
    isWanted: () => boolean,
    withFixes: boolean,
  ): Promise<Placed<RuleFinding> | undefined> {
    const text = document.getText();
    const { languageId } = document;
    const { placed: findings = Placed.of<Finding>([]) } = await this.findings.of(document);
    const tree = isWanted() ? await this.syntax.parse(languageId, text, isWanted) : undefined;
    try {
      const entry = (id: string) => this.catalogs.get(id);
      const nearMiss: CheckedText['nearMiss'] = (code, says) => this.#nearMisses.of(code, says);
      const parse = await this.syntax.partParser(languageId);
      const change = this.syntax.changeTo(languageId, text);
      const input = { text, languageId, change, findings, entry, nearMiss, parse, withFixes };
      // A fix is written like the rest of the file, and asked for a few findings only.
      const readings = withFixes ? new RuleReadings(Infinity) : this.#readingsOf(document.uri);
      return tree && (await paced(readings.check({ ...input, tree }, isOn), isWanted));
    } finally {
      tree?.delete();
    }
  }

  /** The same findings with their fixes. */
  async #withFixes(document: TextDocument, findings: readonly RuleFinding[]): Promise<readonly RuleFinding[]> {
    const { version } = document;
    const wanted = new Set(findings.map(({ rule }) => rule));
    const isWanted = () => document.version === version;
    const found = wanted.size > 0 ? await this.#find(document, (code) => wanted.has(code), isWanted, true) : undefined;
    const isSame = (one: RuleFinding, other: RuleFinding) =>
      one.rule === other.rule && one.range.start === other.range.start && one.range.end === other.range.end;
    return findings.map((finding) => found?.all.find((other) => isSame(finding, other)) ?? finding);
  }

  async diagnostics(document: TextDocument, token: lsp.CancellationToken): Promise<lsp.Diagnostic[]> {
    const settings = this.settings();
    const { findings, unused } = await this.check(document);
    if (token.isCancellationRequested) {
      return [];
    }
    const key = JSON.stringify(settings);
    const found = findings.parts.flatMap((part) => this.#diagnosticsOf(document, part, settings, key));
    const idle = unused.map((suppression) => ({
      range: rangeOf(document, suppression.range),
      severity: severities.hint,
      source: diagnosticSource,
      code: unusedSuppression,
      message: complaintOf(suppression),
      tags: [unnecessary as lsp.DiagnosticTag],
    }));
    return [...found, ...idle];
  }

  /** The diagnostics of a part of a document: the same objects as long as they and their lines stay where they are. */
  #diagnosticsOf(
    document: TextDocument,
    { start, found }: { readonly start: number; readonly found: readonly RuleFinding[] },
    settings: RuleSettings,
    key: string,
  ): readonly lsp.Diagnostic[] {
    const { line, character } = document.positionAt(start);
    const made = this.#diagnostics.get(found);
    if (made?.line === line && made.character === character && made.key === key) {
      return made.diagnostics;
    }
    const diagnostics = found.flatMap((finding): lsp.Diagnostic[] => {
      const severity = severityOf(finding.rule, settings);
      return severity === 'off'
        ? []
        : [
            {
              range: rangeOf(document, moved(finding.range, start)),
              severity: severities[severity],
              source: diagnosticSource,
              code: finding.rule,
              codeDescription: pages[finding.rule],
              message: finding.message,
              ...(finding.entry !== undefined && { data: { entry: finding.entry } }),
            },
          ];
    });
    this.#diagnostics.set(found, { line, character, key, diagnostics });
    return diagnostics;
  }

  /** Why a place is marked, for a pointer on it. */
  async hover(document: TextDocument, position: lsp.Position): Promise<lsp.Hover | undefined> {
    const { findings } = await this.check(document);
    const offset = document.offsetAt(position);
    const finding = findings.all.find(({ range }) => range.start <= offset && offset <= range.end);
    if (!finding) {
      return undefined;
    }
    const { title, why, instead } = rules[finding.rule];
    const value = [
      `**${escapeMarkdown(title)}**`,
      escapeMarkdown(why),
      `Instead: ${escapeMarkdown(instead)}`,
      link(finding.rule, rulePage(finding.rule)),
    ].join('\n\n');
    return { contents: { kind: 'markdown', value }, range: rangeOf(document, finding.range) };
  }

  /** The fixes of the mistakes at a place, and the ways to silence their rules. */
  async codeActions(
    document: TextDocument,
    range: lsp.Range,
    context: lsp.CodeActionContext,
    commands: readonly string[],
  ): Promise<{ readonly fixes: readonly lsp.CodeAction[]; readonly silencers: readonly lsp.CodeAction[] }> {
    if (context.only && !context.only.some((kind) => kind === '' || kind === 'quickfix')) {
      return { fixes: [], silencers: [] };
    }
    const { findings, unused } = await this.check(document);
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    const isHere = (place: { readonly start: number; readonly end: number }) =>
      place.start <= end && start <= place.end;
    const edit = (edits: readonly { range: { start: number; end: number }; newText: string }[]): lsp.WorkspaceEdit => ({
      changes: {
        [document.uri]: edits.map(({ range: place, newText }) => ({ range: rangeOf(document, place), newText })),
      },
    });
    const here = findings.all.filter((finding) => isHere(finding.range));
    const ofFindings = (await this.#withFixes(document, here)).flatMap((finding): lsp.CodeAction[] => {
      const diagnostics = context.diagnostics.filter(
        ({ source, code }) => source === diagnosticSource && code === finding.rule,
      );
      const common = { kind: 'quickfix', ...(diagnostics.length > 0 && { diagnostics }) };
      const line = document.positionAt(finding.range.start).line;
      const lineStart = document.offsetAt({ line, character: 0 });
      const indentation = /^[ \t]*/.exec(document.getText().slice(lineStart, lineStart + 400))?.[0] ?? '';
      const eol = document.getText().includes('\r\n') ? '\r\n' : '\n';
      const comment = `${indentation}${suppressionComment(document.languageId, finding.rule)}${eol}`;
      return [
        ...(finding.fix
          ? [
              {
                ...common,
                title: finding.fix.title,
                ...(!belowHandlers.has(finding.rule) && { isPreferred: true }),
                edit: edit(finding.fix.edits),
              },
            ]
          : []),
        {
          ...common,
          title: `Ignore ${finding.rule} here`,
          edit: edit([{ range: { start: lineStart, end: lineStart }, newText: comment }]),
        },
        ...(commands.includes(linkCommands.turnOffRule)
          ? [
              {
                ...common,
                title: `Turn off ${finding.rule}`,
                command: {
                  title: 'Turn off',
                  command: linkCommands.turnOffRule,
                  arguments: [{ rule: finding.rule }],
                },
              },
            ]
          : []),
      ];
    });
    const ofUnused = unused
      .filter((suppression) => isHere(suppression.range))
      .map((suppression): lsp.CodeAction => {
        const diagnostics = context.diagnostics.filter(({ code }) => code === unusedSuppression);
        return {
          title: 'Remove this comment',
          kind: 'quickfix',
          isPreferred: true,
          ...(diagnostics.length > 0 && { diagnostics }),
          edit: edit([{ range: commentAround(document.getText(), suppression.range), newText: '' }]),
        };
      });
    const isFix = (action: lsp.CodeAction) => action.isPreferred === true;
    return {
      fixes: [...ofFindings.filter(isFix), ...ofUnused],
      silencers: ofFindings.filter((action) => !isFix(action)),
    };
  }
}

/** The rules whose mistakes the retry handler makes good as well, and does more. */
const belowHandlers: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'no-timeout',
  'retries-permanent-error',
  'no-jitter',
  'sleeps-on-any-error',
]);

/** Leaves out what a comment silences, and names the comments that silence nothing. */
function withoutSuppressed(
  document: TextDocument,
  found: Placed<RuleFinding>,
  suppressions: readonly Suppression[],
  isOn: (code: RuleCode) => boolean,
): RuleReport {
  if (suppressions.length === 0) {
    return { ...nothing, findings: found };
  }
  const suppressed: { readonly finding: RuleFinding; readonly by: Suppression }[] = [];
  const findings = found.filter((finding) => {
    const { line } = document.positionAt(finding.range.start);
    const by = suppressions.find(
      (suppression) => suppression.line === line && suppression.codes.includes(finding.rule),
    );
    if (by) {
      suppressed.push({ finding, by });
    }
    return !by;
  });
  const used = new Set(suppressed.map(({ by }) => by));
  // A rule that is off finds nothing, which says nothing about the comment.
  const unused = suppressions.filter(
    (suppression) => suppression.unknown.length > 0 || (!used.has(suppression) && suppression.codes.every(isOn)),
  );
  return { findings, suppressed, unused };
}

/** The whole comment around a suppression's words, with the line when nothing else is on it. */
function commentAround(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const before = text.slice(lineStart, start).replace(/\s*(?:\/\/|#|\/\*|--|<!--)[^\S\n]*$/, '');
  return before.trim() === ''
    ? { start: lineStart, end: newline < 0 ? lineEnd : lineEnd + 1 }
    : { start: lineStart + before.length, end: lineEnd - (text[lineEnd - 1] === '\r' ? 1 : 0) };
}

function rangeOf(document: TextDocument, { start, end }: { readonly start: number; readonly end: number }): lsp.Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
