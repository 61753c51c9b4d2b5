import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { handlersPage, type HandlersRun } from '../../docs/handlersPage.mjs';
import { ruleLanguages } from '../../server/rules/languages';
import { rulesPage } from '../../docs/rulesPage.mjs';
import { recognitionPage } from '../../docs/page.mjs';
import { rules } from '../../shared/rules';
import { readRuleCases } from '../corpus/rules/cases';
import { formatsOfLines, printFormats } from '../../server/recogniser/log/formats';
import { enough } from '../../server/recogniser/log/sign';
import { signs } from '../../server/recogniser/log/signs';
import { scenarios } from '../handlers/scenarios';
import { jsonRules } from './recogniser/jsonRules';
import { phraseRules } from './recogniser/phraseRules';
import { sourceRules } from './recogniser/sourceRules';

it('the page of the rules is the one that the rules generate', async () => {
  const written = await readFile(new URL('../../docs/recognition.md', import.meta.url), 'utf8');
  expect(written).toBe(
    recognitionPage({
      formats: [...printFormats, ...formatsOfLines],
      signs,
      enough,
      json: jsonRules,
      phrases: phraseRules,
      source: sourceRules,
    }),
  );
});

it('the page of the rules about retry handling is the one that they generate', async () => {
  const written = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  const cases = await readRuleCases(fileURLToPath(new URL('../corpus/rules', import.meta.url)));
  expect(written).toBe(rulesPage(rules, cases, ruleLanguages));
});

it('the page of the handlers is the one that the recorded run generates', async () => {
  const run = JSON.parse(await readFile(new URL('../../docs/handlers.json', import.meta.url), 'utf8')) as HandlersRun;
  expect(await readFile(new URL('../../docs/handlers.md', import.meta.url), 'utf8')).toBe(handlersPage(run));
  expect(run.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(scenarios.map(({ name }) => name)));
});
