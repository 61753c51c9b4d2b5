import { describe, expect, it } from 'vitest';
import { MessageMatcher } from '../../../server/recogniser/messages';
import { CatalogSet } from '../../../shared/catalog/catalogSet';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';

const matcher = new MessageMatcher(new CatalogSet(builtInCatalogs()).entries);

const find = (text: string) =>
  matcher
    .find(text)
    .map(({ range, entries }) => [text.slice(range.start, range.end), entries.map((entry) => entry.id)]);

describe('a text of which all but a few words vary', () => {
  it.each([
    'Could not find tweet with id: [1790000000000000001].',
    'could not find user with username: [nobody_12345]',
    '{"detail":"Could not find list with list_id: [84839422]."}',
  ])('is found with the punctuation of the API: %s', (text) => {
    expect(find(text)).toEqual([
      [expect.stringMatching(/^could not find \w+ with \w+$/i), ['x-api-v2/resource-not-found']],
    ]);
  });

  it.each([
    'Could not find artifact org.example:cart with version 2.1',
    'could not find `left-pad` in registry `[..]` with version `*`',
    'could not find a configured source with the name [private]',
    'Could not find user with email: bob@example.com',
  ])('is none without it: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
