import { describe, expect, it } from 'vitest';
import catalog from '../../../shared/catalog/data/postpeer.json';
import type { CatalogEntry, CatalogFile, StrategyName } from '../../../shared/catalog/catalog';

const { entries } = catalog as CatalogFile;
const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));

/** The rows of the document: slug, printed text, HTTP status, and the strategy that its advice amounts to. */
const codes: readonly (readonly [string, string, number, StrategyName])[] = [
  ['unauthorized', 'unauthorized', 401, 'refresh-credentials'],
  ['usage-capped', 'usage-capped', 429, 'wait-for-quota'],
  ['duplicate', 'duplicate', 403, 'already-done'],
  ['duplicate-rules', 'duplicate-rules', 403, 'none'],
];

const messages: readonly (readonly [string, string, number, StrategyName])[] = [
  ['invalid-credentials', 'invalid credentials', 401, 'refresh-credentials'],
  ['usage-cap', 'usage cap', 429, 'wait-for-quota'],
  ['already-posted', 'you have already posted this', 403, 'already-done'],
  ['invalid-url', 'invalid url', 403, 'none'],
  ['tweet-invalid-url', 'The Tweet contains an invalid URL', 403, 'none'],
  ['video-longer-than-2-minutes', 'video longer than 2 minutes', 403, 'none'],
  ['video-length', 'video length', 403, 'none'],
  ['video-not-allowed', 'This user is not allowed to post a video longer than 2 minutes', 403, 'none'],
];

function entryOf(slug: string): CatalogEntry {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`postpeer/${slug} is not in the catalog`);
  return entry;
}

describe('postpeer catalog', () => {
  it.each(codes)('explains the code %s', (slug, value, http, name) => {
    const documented = { kind: 'code', value, http, common: true, documented: true, sources: ['postpeer-errors'] };
    expect(entryOf(slug)).toMatchObject({ ...documented, strategy: { name } });
  });

  it.each(messages)('explains the text of %s', (slug, value, http, name) => {
    const documented = { kind: 'message', value, http, documented: true, sources: ['postpeer-errors'] };
    expect(entryOf(slug)).toMatchObject({ ...documented, strategy: { name } });
  });

  it('has the 12 errors of the document and no other', () => {
    expect([...bySlug.keys()].sort()).toEqual([...codes, ...messages].map(([slug]) => slug).sort());
  });

  it.each(['invalid-url', 'usage-cap', 'video-length', 'invalid-credentials'])(
    '%s needs evidence of PostPeer',
    (slug) => {
      expect(entryOf(slug).common).toBe(true);
    },
  );

  it.each(['usage-capped', 'usage-cap'])('%s lasts until the month ends', (slug) => {
    expect(entryOf(slug).strategy).toEqual({ name: 'wait-for-quota', period: 'calendar month' });
  });

  it.each([
    ['usage-capped', 'x-api-v2/usage-capped'],
    ['duplicate-rules', 'x-api-v2/duplicate-rules'],
    ['duplicate', 'x-api-v1.1/187'],
    ['duplicate', 'x-api-v2/duplicate-content'],
  ])('%s names the error of X that it is mistaken for: %s', (slug, other) => {
    expect(entryOf(slug).confusedWith?.map(({ entry }) => entry)).toContain(other);
  });

  it('has samples with the printed text and evidence of PostPeer', () => {
    for (const { slug, value, samples } of entries) {
      expect(samples?.length, slug).toBeGreaterThan(0);
      for (const sample of samples ?? []) {
        expect(sample).toContain(value);
        expect(sample).toContain('postpeer');
      }
    }
  });
});
