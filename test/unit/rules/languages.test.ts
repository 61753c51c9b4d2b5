import { expect, it } from 'vitest';
import { languageIds, readingOf } from '../../../server/recogniser/languages';
import { ruleLanguage } from '../../../server/rules/languages';

const sources = languageIds.filter((id) => readingOf(id) === 'source');

it.each(sources)('the rules know %s', (languageId) => {
  expect(ruleLanguage(languageId)?.languageIds).toContain(languageId);
});
