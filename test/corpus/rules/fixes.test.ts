import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { type RuleCode, ruleCodes } from '../../../shared/rules';
import { createLanguageService } from '../../../server/languageService';
import { SyntaxService } from '../../../server/syntax/syntax';
import { neverCancelled, readGrammar } from '../../unit/support';
import { corpusFolder } from '../measure';
import { readFixCases } from '../../unit/rules/fixCases';

const everyRule = Object.fromEntries(ruleCodes.map((code) => [code, 'warning' as const]));
const service = createLanguageService({
  catalogs: builtInCatalogs(),
  rules: () => everyRule,
  readGrammar,
  now: () => 0,
});
const syntax = new SyntaxService(readGrammar);
const abilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  annotations: false,
  createFiles: false,
  commands: [],
};
/** Actions about a finding that are no fix of the rule. */
const others = /^(?:Retry|Wrap|Replace the loop|Ignore|Turn off|Look up|Insert) /;

let documents = 0;
const cases = await readFixCases(join(corpusFolder, 'rules'));

/** The text after the first fix of a rule in it, as an editor is offered it. Undefined without a fix. */
async function fixed(language: string, rule: RuleCode, text: string): Promise<string | undefined> {
  const document = TextDocument.create(`fixes:///${(documents++).toString()}`, language, 0, text);
  const diagnostics = await service.diagnostics(document, 'hint', neverCancelled);
  const found = diagnostics.find(({ code }) => code === rule);
  if (!found) {
    throw new Error(`nothing is found by ${rule} in\n${text}`);
  }
  const context = { diagnostics: [found], triggerKind: 1 as const };
  const actions = await service.codeActions(document, found.range, context, abilities, neverCancelled);
  service.forget(document.uri);
  const [edits] = actions.flatMap(({ title, edit, diagnostics: of }) =>
    others.test(title) || of?.includes(found) !== true ? [] : Object.values(edit?.changes ?? {}),
  );
  return edits && TextDocument.applyEdits(document, edits);
}

/** Whether a text has no place that its language's grammar cannot read. */
async function isRead(language: string, text: string): Promise<boolean> {
  const tree = await syntax.parse(language, text, () => true);
  const isWhole = tree?.rootNode.hasError === false;
  tree?.delete();
  return isWhole;
}

describe('the fix of', () => {
  it.each(cases)('$rule in $language: $title', async ({ language, rule, before, after }) => {
    expect(await fixed(language, rule, before)).toBe(after);
    if (after !== undefined) {
      const document = TextDocument.create(`fixes:///${(documents++).toString()}`, language, 0, after);
      const { findings } = await service.checkRules(document);
      service.forget(document.uri);
      expect(findings.all.filter((finding) => finding.rule === rule)).toEqual([]);
      expect(await isRead(language, after)).toBe(await isRead(language, before));
    }
  });
});
