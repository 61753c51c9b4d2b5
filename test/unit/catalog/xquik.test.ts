import { describe, expect, it } from 'vitest';
import catalog from '../../../shared/catalog/data/xquik.json';
import type { CatalogEntry, CatalogFile } from '../../../shared/catalog/catalog';

const { entries } = catalog as CatalogFile;
const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));

/** The rows of the document: code, HTTP status, whether the document calls it retryable. */
const documented: readonly (readonly [string, number, boolean])[] = [
  ['invalid_input', 400, false],
  ['invalid_json', 400, false],
  ['invalid_id', 400, false],
  ['invalid_tweet_url', 400, false],
  ['invalid_tweet_id', 400, false],
  ['invalid_username', 400, false],
  ['invalid_tool_type', 400, false],
  ['invalid_format', 400, false],
  ['invalid_params', 400, false],
  ['missing_query', 400, false],
  ['missing_params', 400, false],
  ['webhook_inactive', 400, false],
  ['unauthenticated', 401, false],
  ['account_needs_reauth', 401, false],
  ['x_auth_failure', 401, false],
  ['no_subscription', 402, false],
  ['subscription_inactive', 402, false],
  ['usage_limit_reached', 402, false],
  ['no_addon', 402, false],
  ['extra_usage_disabled', 402, false],
  ['extra_usage_requires_v2', 402, false],
  ['manual_subscription', 402, false],
  ['frozen', 402, false],
  ['overage_limit_reached', 402, false],
  ['payment_failed', 402, false],
  ['no_credits', 402, false],
  ['insufficient_credits', 402, false],
  ['api_key_limit_reached', 403, false],
  ['monitor_limit_reached', 403, false],
  ['not_found', 404, false],
  ['user_not_found', 404, false],
  ['tweet_not_found', 404, false],
  ['no_media', 404, false],
  ['article_not_found', 404, false],
  ['draft_not_found', 404, false],
  ['style_not_found', 404, false],
  ['no_cached_style', 404, false],
  ['monitor_already_exists', 409, false],
  ['shadow_account', 422, false],
  ['x_account_feature_required', 422, false],
  ['x_account_suspended', 422, false],
  ['x_account_protected', 422, false],
  ['x_duplicate_action', 422, false],
  ['x_target_not_found', 422, false],
  ['x_content_too_long', 422, false],
  ['x_rejected', 422, false],
  ['x_write_unconfirmed', 202, false],
  ['rate_limit_exceeded', 429, true],
  ['x_api_rate_limited', 502, true],
  ['x_rate_limited', 429, true],
  ['x_daily_limit', 429, false],
  ['internal_error', 500, true],
  ['x_api_unavailable', 502, true],
  ['x_api_unauthorized', 502, true],
  ['stream_registration_failed', 500, true],
  ['x_write_failed', 500, true],
  ['x_write_ambiguous', 500, false],
  ['x_transient_error', 503, true],
  ['media_download_failed', 500, true],
];

/** Codes that other APIs print too: without evidence of Xquik they say nothing. */
const ordinaryWords = [
  'not_found',
  'frozen',
  'internal_error',
  'unauthenticated',
  'invalid_input',
  'invalid_json',
  'invalid_id',
  'invalid_params',
  'invalid_format',
  'invalid_username',
  'user_not_found',
  'payment_failed',
  'no_credits',
  'insufficient_credits',
  'rate_limit_exceeded',
  'missing_params',
  'missing_query',
  'subscription_inactive',
  'usage_limit_reached',
];

const distinctiveCodes = [
  'x_write_unconfirmed',
  'x_write_ambiguous',
  'x_daily_limit',
  'x_rate_limited',
  'monitor_already_exists',
  'account_needs_reauth',
];

/** Strategies that end with the same request being sent again after a wait. */
const retrying = ['backoff', 'wait-for-reset', 'reconnect'];

function entryOf(slug: string): CatalogEntry {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`xquik/${slug} is not in the catalog`);
  return entry;
}

describe('xquik catalog', () => {
  it.each(documented)('explains %s (HTTP %i) and agrees with the document on retrying', (slug, http, retryable) => {
    const entry = entryOf(slug);
    expect(entry).toMatchObject({ kind: 'code', value: slug, http, documented: true, sources: ['xquik-errors'] });
    expect(retrying.includes(entry.strategy.name)).toBe(retryable);
  });

  it('has no code that the document lacks', () => {
    const codes = entries.filter((entry) => entry.kind === 'code').map((entry) => entry.slug);
    expect(codes.sort()).toEqual(documented.map(([slug]) => slug).sort());
  });

  it.each([
    ['rate_limit_exceeded', 'wait-for-reset'],
    ['x_daily_limit', 'wait-for-quota'],
    ['usage_limit_reached', 'wait-for-quota'],
    ['overage_limit_reached', 'wait-for-quota'],
    ['insufficient_credits', 'wait-for-quota'],
    ['monitor_already_exists', 'already-done'],
    ['x_duplicate_action', 'already-done'],
    ['x_write_unconfirmed', 'verify-first'],
    ['x_write_ambiguous', 'verify-first'],
    ['unauthenticated', 'refresh-credentials'],
    ['account_needs_reauth', 'refresh-credentials'],
    ['x_auth_failure', 'refresh-credentials'],
    ['x_write_failed', 'backoff'],
    ['media_download_failed', 'backoff'],
  ])('%s is handled by %s', (slug, strategy) => {
    expect(entryOf(slug).strategy.name).toBe(strategy);
  });

  it.each(['x_rate_limited', 'x_api_rate_limited'])('%s waits minutes, as the document says', (slug) => {
    expect(entryOf(slug).strategy).toMatchObject({ name: 'backoff', baseDelay: 120, cap: 600, attempts: 3 });
  });

  it('retries at most three times, and gives numbers only to strategies that use them', () => {
    for (const { slug, strategy } of entries) {
      if (strategy.name === 'backoff') expect(strategy.attempts, slug).toBe(3);
      else expect(Object.keys(strategy), slug).not.toContain('baseDelay');
    }
  });

  it('says the period of every quota', () => {
    for (const { slug, strategy } of entries) {
      if (strategy.name === 'wait-for-quota') expect(strategy.period, slug).toBeTruthy();
    }
    expect(entryOf('x_daily_limit').strategy.period).toBe('24 hours');
  });

  it('tells where the document contradicts itself', () => {
    expect(entryOf('x_api_rate_limited').alsoHttp).toEqual([429]);
    for (const slug of [
      'x_api_rate_limited',
      'x_daily_limit',
      'x_write_ambiguous',
      'x_write_unconfirmed',
      'x_rejected',
    ]) {
      expect(entryOf(slug).note, slug).toBeTruthy();
    }
  });

  it.each(ordinaryWords)('%s needs evidence of Xquik', (slug) => {
    expect(entryOf(slug).common).toBe(true);
  });

  it.each(distinctiveCodes)('%s speaks for itself', (slug) => {
    expect(entryOf(slug).common).toBeUndefined();
  });

  it('explains the header and the body field that say how long to wait', () => {
    expect(entryOf('retry-after')).toMatchObject({ kind: 'header', value: 'Retry-After' });
    expect(entryOf('retryAfter')).toMatchObject({ kind: 'header', value: 'retryAfter' });
    for (const slug of ['retry-after', 'retryAfter']) expect(entryOf(slug).strategy.name).toBe('wait-for-reset');
  });

  it('has samples that contain the code, with evidence of Xquik where the code is an ordinary word', () => {
    for (const { slug, value, common, samples } of entries) {
      expect(samples?.length, slug).toBeGreaterThan(0);
      for (const sample of samples ?? []) {
        expect(sample.toLowerCase()).toContain(value.toLowerCase());
        if (common) expect(sample).toContain('xquik');
      }
    }
  });
});
