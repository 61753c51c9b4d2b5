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

describe("a text of everybody's words", () => {
  it.each([
    ['Invalid or expired token', 3],
    ['The given URL is invalid', 3],
    ['User has been suspended: [<somebody>].', 4],
    ['Could not authenticate you', 4],
  ])('counts as one of few words: %s', (text, words) => {
    expect(matcher.find(text).map((match) => match.words)).toEqual([words]);
  });
});

describe('a text in underscores', () => {
  it('is found as one in quotes is', () => {
    expect(find('we see "_Status is a duplicate_" today')).toEqual([
      ['Status is a duplicate', expect.arrayContaining(['x-api-v1.1/187'])],
    ]);
  });

  it('is none where its words are a part of a name', () => {
    expect(find('status_is_a_duplicate')).toEqual([]);
  });
});

describe('a part that varies', () => {
  it.each([
    ['a list', 'The `tweet.fields` query parameter value [a,b,c,d,e,f,g,h,i,j,k,l] is not one of [author_id]'],
    ['an address', 'The `url` query parameter value [https://a.example/b/c?d=1&e=2&f=3#g] is not valid'],
    ['nothing', 'The `id` query parameter value [] is not valid'],
    ['the words that follow it', 'The `query` query parameter value [what is not said] is not valid'],
    ['an escaped quote', '{"message":"The `id` query parameter value [\\"x\\"] is not valid"}'],
  ])('may be %s', (_, text) => {
    expect(find(text).flatMap(([, entries]) => entries)).toContain('x-api-v2/invalid-request');
  });

  it.each([
    'The `id` query parameter value was long, and what came of it in the end after all the waiting is not known',
    'The `id` query parameter value [1] is known',
  ])('ends where its text goes on: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
