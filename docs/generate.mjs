// Writes the pages that are made from the rules: `npm run generate`. A test keeps them equal.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { handlersPage } from './handlersPage.mjs';
import { recognitionPage } from './page.mjs';
import { rulesPage } from './rulesPage.mjs';

/** The exports of a TypeScript module. @param {string} path */
async function load(path) {
  const entry = fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
}

const { readRuleCases } = await load('../test/corpus/rules/cases.ts');
const { formatsOfLines, printFormats } = await load('../server/recogniser/log/formats.ts');
const { enough } = await load('../server/recogniser/log/sign.ts');
const { signs } = await load('../server/recogniser/log/signs.ts');
const { jsonRules } = await load('../test/unit/recogniser/jsonRules.ts');
const { phraseRules } = await load('../test/unit/recogniser/phraseRules.ts');
const { sourceRules } = await load('../test/unit/recogniser/sourceRules/index.ts');
const page = recognitionPage({
  formats: [...printFormats, ...formatsOfLines],
  signs,
  enough,
  json: jsonRules,
  phrases: phraseRules,
  source: sourceRules,
});
await writeFile(new URL('recognition.md', import.meta.url), page);

const { rules } = await load('../shared/rules.ts');
const { ruleLanguages } = await load('../server/rules/languages/index.ts');
const cases = await readRuleCases(fileURLToPath(new URL('../test/corpus/rules', import.meta.url)));
await writeFile(new URL('rules.md', import.meta.url), rulesPage(rules, cases, ruleLanguages));

// The run was recorded by `HANDLERS_RECORD=docs/handlers.json npm run test:handlers`.
const run = JSON.parse(await readFile(new URL('handlers.json', import.meta.url), 'utf8'));
await writeFile(new URL('handlers.md', import.meta.url), handlersPage(run));
