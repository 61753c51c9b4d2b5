import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { recognitionPage } from '../../docs/page.mjs';
import { printFormats } from '../../server/recogniser/log/formats';
import { jsonRules } from './recogniser/jsonRules';
import { sourceRules } from './recogniser/sourceRules';

it('the page of the rules is the one that the rules generate', async () => {
  const written = await readFile(new URL('../../docs/recognition.md', import.meta.url), 'utf8');
  expect(written).toBe(recognitionPage({ formats: printFormats, json: jsonRules, source: sourceRules }));
});
