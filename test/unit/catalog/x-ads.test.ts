import { expect, test } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import xAds from '../../../shared/catalog/data/x-ads.json';
import { CatalogSet } from '../../../shared/catalog/catalogSet';
import { loadCatalog } from '../../../shared/catalog/load';

const loaded = loadCatalog(JSON.stringify(xAds), 'x-ads.json');
const set = new CatalogSet(loaded.catalog === undefined ? [] : [loaded.catalog]);

/** The codes of the API's error page, each with its HTTP status. */
const codes: readonly (readonly [string, number])[] = [
  ['ACCOUNT_LOCKED_OUT', 403],
  ['ACCOUNT_MEDIA_NOT_FOUND', 404],
  ['ACCOUNT_NOT_FOUND', 403],
  ['ACTION_NOT_ALLOWED', 403],
  ['APP_EVENT_PROVIDER_CONFIGURATION_NOT_FOUND', 404],
  ['APP_EVENT_TAG_NOT_FOUND', 404],
  ['BEHAVIOR_OR_BEHAVIOR_EXPANDED_NOT_FOUND', 404],
  ['CAMPAIGN_NOT_FOUND', 404],
  ['CANCELLED_REQUEST', 408],
  ['CARD_NOT_FOUND', 404],
  ['CURRENT_USER_SUSPENDED', 403],
  ['DUPLICATE_TWEET', 400],
  ['EXCLUSIVE_PARAMETERS', 400],
  ['FEATURE_NOT_AVAILABLE', 400],
  ['FUNDING_INSTRUMENT_ACCESS_NOT_ALLOWED', 403],
  ['FUNDING_INSTRUMENT_EXCEEDS_AVAILABLE_CREDIT_LIMIT', 403],
  ['FUNDING_INSTRUMENT_NOT_FOUND', 404],
  ['GENERIC_TWEET_ERROR', 403],
  ['ILLEGAL_CHARACTERS', 400],
  ['INCLUSIVE_PARAMETERS', 400],
  ['INTERNAL_ERROR', 500],
  ['INVALID_APP_ID', 404],
  ['INVALID_APP_STORE', 404],
  ['INVALID_DENOMINATION', 400],
  ['INVALID_FUNDING_INSTRUMENT', 400],
  ['INVALID_IAB_CATEGORY', 404],
  ['INVALID_ID_ILLEGAL_CHARACTERS', 404],
  ['INVALID_IMAGE', 400],
  ['INVALID_MEDIA', 400],
  ['INVALID_MEDIA_ID', 400],
  ['INVALID_PARAMETER', 400],
  ['INVALID_PLACEMENT_TYPE', 400],
  ['INVALID_TAILORED_AUDIENCE_TYPE', 400],
  ['INVALID_TARGETING_TYPE', 400],
  ['INVALID_TIME_WINDOW', 400],
  ['INVALID_TV_SHOW_LOCATIONS', 400],
  ['INVALID_TWEET', 400],
  ['INVALID_USER', 400],
  ['INVALID_USER_ID', 400],
  ['LOCK_ACQUISITION_TIMEOUT', 423],
  ['LINE_ITEM_APP_NOT_FOUND', 404],
  ['LINE_ITEM_NOT_FOUND', 404],
  ['MACT_APP_NOT_FOUND', 404],
  ['MALWARE_STATUS', 403],
  ['MEDIA_CREATIVE_NOT_FOUND', 404],
  ['MEDIA_NOT_FOUND', 404],
  ['METHOD_NOT_ALLOWED', 405],
  ['MISSING_PARAMETER', 400],
  ['NO_PROVIDER_AVAILABLE_FOR_THIS_CLIENT_APPLICATION', 404],
  ['NOT_FOUND', 404],
  ['PROMOTABLE_USER_NOT_FOUND', 404],
  ['PROMOTED_ACCOUNT_NOT_FOUND', 404],
  ['PROMOTED_TWEET_NOT_FOUND', 404],
  ['READONLY_CLIENT_APPLICATION', 403],
  ['REQUEST_TOO_COMPLEX', 400],
  ['ROUTE_NOT_FOUND', 404],
  ['SERVICE_UNAVAILABLE', 503],
  ['OVER_CAPACITY', 503],
  ['SPEND_EXCEEDS_BUDGET', 400],
  ['TAILORED_AUDIENCE_CHANGE_FILE_NOT_FOUND', 404],
  ['TAILORED_AUDIENCE_NOT_FOUND', 404],
  ['TAILORED_AUDIENCE_OR_TAILORED_AUDIENCE_EXPANDED_NOT_FOUND', 404],
  ['TARGETING_CRITERION_NOT_FOUND', 404],
  ['TOO_MANY_CAMPAIGNS', 400],
  ['TOO_MANY_LINE_ITEMS', 400],
  ['TOO_MANY_REQUESTS', 429],
  ['TV_SHOW_OUTSIDE_MARKET', 400],
  ['TWEET_CANNOT_BE_BLANK', 400],
  ['TWEET_IS_SPAM', 403],
  ['TWEET_NOT_FOUND', 404],
  ['TWEET_RATE_LIMIT_EXCEEDED', 429],
  ['UNAUTHORIZED_ACCESS', 401],
  ['UNAUTHORIZED_CLIENT_APPLICATION', 403],
  ['UNKNOWN_CARD_TYPE', 400],
  ['UNKNOWN_CRITERIA_TYPE', 400],
  ['USER_NOT_FOUND', 403],
  ['WEB_EVENT_TAG_NOT_FOUND', 404],
];

/** Every code that is not listed here has the strategy `none`. */
const strategies: Readonly<Record<string, readonly string[]>> = {
  backoff: ['CANCELLED_REQUEST', 'INTERNAL_ERROR', 'LOCK_ACQUISITION_TIMEOUT', 'OVER_CAPACITY', 'SERVICE_UNAVAILABLE'],
  'already-done': ['DUPLICATE_TWEET'],
  'wait-for-reset': ['TOO_MANY_REQUESTS', 'TWEET_RATE_LIMIT_EXCEEDED'],
  'refresh-credentials': ['UNAUTHORIZED_ACCESS'],
};

test('the file is valid', () => {
  expect(loaded.problems).toEqual([]);
  expect(loaded.catalog).toMatchObject({
    id: 'x-ads',
    name: 'X Ads API',
    context: { hosts: ['ads-api.x.com', 'ads-api.twitter.com'], modules: ['twitter_ads', 'twitter-ads'] },
  });
});

test('it has the documented codes and nothing else', () => {
  const sorted = (slugs: readonly string[]) => [...slugs].sort();
  expect(sorted(set.entries.map(({ slug }) => slug))).toEqual(sorted(codes.map(([code]) => code)));
});

test.each(codes)('%s comes with HTTP %i', (code, http) => {
  expect(set.get(`x-ads/${code}`)).toMatchObject({ kind: 'code', value: code, http, documented: true });
  expect(set.get(`x-ads/${code}`)?.sources).toContain('x-ads-errors');
});

test('only the codes of the list are retried or refreshed', () => {
  const found: Record<string, string[]> = {};
  for (const { slug, strategy } of set.entries) {
    if (strategy.name !== 'none') {
      (found[strategy.name] ??= []).push(slug);
    }
  }
  for (const slugs of Object.values(found)) {
    slugs.sort();
  }
  expect(found).toEqual(strategies);
});

test('a rate limit has its window', () => {
  for (const code of ['TOO_MANY_REQUESTS', 'TWEET_RATE_LIMIT_EXCEEDED']) {
    expect(set.get(`x-ads/${code}`)?.strategy.period).toBe('15 minutes');
  }
});

test.each([
  'ACTION_NOT_ALLOWED',
  'INTERNAL_ERROR',
  'INVALID_PARAMETER',
  'METHOD_NOT_ALLOWED',
  'MISSING_PARAMETER',
  'NOT_FOUND',
  'ROUTE_NOT_FOUND',
  'SERVICE_UNAVAILABLE',
  'TOO_MANY_REQUESTS',
  'USER_NOT_FOUND',
])('%s is an ordinary code: it needs context, and its first sample has it', (code) => {
  const entry = set.get(`x-ads/${code}`);
  expect(entry?.common).toBe(true);
  expect(entry?.samples?.join('\n')).toMatch(/ads-api\.(?:x|twitter)\.com|twitter_ads/);
});

test('every sample has the code, and its JSON is whole', () => {
  for (const { value, samples = [] } of set.entries) {
    expect(samples, value).not.toHaveLength(0);
    for (const sample of samples) {
      expect(sample).toContain(value);
      const body = /\{"errors".*\}$/.exec(sample)?.[0];
      if (body !== undefined) {
        expect(JSON.parse(body)).toMatchObject({ errors: [{ code: value }] });
      }
    }
  }
});

test('the texts are short and plain', () => {
  for (const entry of set.entries) {
    expect(entry.causes, entry.id).not.toHaveLength(0);
    expect(entry.fix, entry.id).not.toHaveLength(0);
    expect(entry.meaning.length, entry.id).toBeLessThan(200);
    expect([entry.meaning, ...entry.causes, ...entry.fix].join(' '), entry.id).not.toMatch(/[`<>]/);
  }
});

test('codes are told apart by case', () => {
  expect(set.byValue('TWEET_NOT_FOUND')).toHaveLength(1);
  expect(set.byValue('tweet_not_found')).toEqual([]);
});

test.each(builtInCatalogs().map((catalog) => [catalog.id, catalog] as const))('%s is valid', (id, catalog) => {
  expect(loadCatalog(JSON.stringify(catalog), `${id}.json`)).toEqual({ catalog, problems: [] });
});
