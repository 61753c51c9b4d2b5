import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { type RuleCode, ruleCodes } from '../../../shared/rules';
import { ruleLanguage } from '../../../server/rules/languages';
import { createLanguageService } from '../../../server/languageService';
import { readGrammar } from '../../unit/support';
import { corpusFolder } from '../measure';
import { readRuleCases, type RuleCase } from './cases';

// Every rule is on here, whatever its severity is by default.
const everyRule = Object.fromEntries(ruleCodes.map((code) => [code, 'warning' as const]));
const service = createLanguageService({
  catalogs: builtInCatalogs(),
  rules: () => everyRule,
  readGrammar,
  now: () => 0,
});

interface Figures {
  flagged: number;
  found: number;
  silent: number;
  wrong: number;
}

// `npm run corpus` prints the figures; with CORPUS_MISTAKES set, every mistake too.
const figures = new Map<string, Figures>();
const mistakes: string[] = [];
for (const ruleCase of await readRuleCases(join(corpusFolder, 'rules'))) {
  const { language, rule, title, text, lines: wanted } = ruleCase;
  const marked = await linesMarked(ruleCase);
  for (const code of rule === 'any' ? ruleCodes.filter((each) => !ruleLanguage(language)?.without?.[each]) : [rule]) {
    const key = `rules/${language}/${code}`;
    const own = figures.get(key) ?? { flagged: 0, found: 0, silent: 0, wrong: 0 };
    const lines = marked.get(code) ?? [];
    figures.set(key, own);
    const isFlagged = wanted.length > 0;
    own[isFlagged ? 'flagged' : 'silent']++;
    own.found += isFlagged && wanted.every((line) => lines.includes(line)) ? 1 : 0;
    own.wrong += lines.some((line) => !wanted.includes(line)) ? 1 : 0;
    if (lines.join() !== wanted.join()) {
      mistakes.push(`${key}: ${title}: marked ${names(lines)}, should be ${names(wanted)}\n${text}`);
    }
  }
}

function names(lines: readonly number[]): string {
  return lines.length > 0 ? lines.map((line) => line + 1).join(', ') : 'none';
}

const baseline = JSON.parse(await readFile(join(corpusFolder, 'baseline.json'), 'utf8')) as Record<
  string,
  { missed: number; wrong: number } | undefined
>;

describe('the rules', () => {
  it.each([...figures])('%s finds at least as well as recorded', (key, { flagged, found, wrong }) => {
    const recorded = baseline[key] ?? { missed: 0, wrong: 0 };
    const own = mistakes.filter((mistake) => mistake.startsWith(`${key}:`)).join('\n');
    expect(flagged - found, own).toBeLessThanOrEqual(recorded.missed);
    expect(wrong, own).toBeLessThanOrEqual(recorded.wrong);
  });
});

afterAll(() => {
  console.table(Object.fromEntries(figures));
  if (process.env['CORPUS_MISTAKES']) {
    console.log(mistakes.join('\n'));
  }
});

/** The zero-based lines that each rule marks in a case, in order, each once. */
async function linesMarked({ language, rule, title, text }: RuleCase): Promise<ReadonlyMap<RuleCode, number[]>> {
  const document = TextDocument.create(`rules:///${language}/${rule}/${encodeURIComponent(title)}`, language, 0, text);
  const { findings } = await service.checkRules(document);
  service.forget(document.uri);
  const marked = new Map<RuleCode, number[]>();
  for (const finding of findings.all) {
    const line = document.positionAt(finding.range.start).line;
    marked.set(finding.rule, [...new Set([...(marked.get(finding.rule) ?? []), line])].sort((a, b) => a - b));
  }
  return marked;
}
