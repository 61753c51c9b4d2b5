import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { ruleCodes } from '../../../shared/rules';
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
  const key = `rules/${ruleCase.language}/${ruleCase.rule}`;
  const own = figures.get(key) ?? { flagged: 0, found: 0, silent: 0, wrong: 0 };
  figures.set(key, own);
  const marked = await linesMarked(ruleCase);
  const wanted = ruleCase.lines;
  const isFlagged = wanted.length > 0;
  own[isFlagged ? 'flagged' : 'silent']++;
  own.found += isFlagged && wanted.every((line) => marked.includes(line)) ? 1 : 0;
  own.wrong += marked.some((line) => !wanted.includes(line)) ? 1 : 0;
  if (marked.join() !== wanted.join()) {
    const names = (lines: readonly number[]) => (lines.length > 0 ? lines.map((line) => line + 1).join(', ') : 'none');
    mistakes.push(`${key}: ${ruleCase.title}: marked ${names(marked)}, should be ${names(wanted)}\n${ruleCase.text}`);
  }
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

/** The zero-based lines that a rule marks in a case, in order, each once. */
async function linesMarked({ language, rule, title, text }: RuleCase): Promise<number[]> {
  const document = TextDocument.create(`rules:///${language}/${rule}/${encodeURIComponent(title)}`, language, 0, text);
  const { findings } = await service.checkRules(document);
  service.forget(document.uri);
  const lines = findings.filter((finding) => finding.rule === rule).map(({ range }) => document.positionAt(range.start).line);
  return [...new Set(lines)].sort((a, b) => a - b);
}
