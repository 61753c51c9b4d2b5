import { describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { testService } from '../support';

const ids = (query: string) =>
  testService()
    .lookup(query)
    .map((match) => match.entry);

describe('lookup', () => {
  it.each(
    builtInCatalogs().flatMap(({ id, entries }) => entries.map(({ slug, value }) => [`${id}/${slug}`, value] as const)),
  )('answers the value of %s with it among the first', (id, value) => {
    expect(ids(value).slice(0, 12)).toContain(id);
  });

  it.each([
    ['429', 'http/429'],
    ['420', 'http/420'],
    ['88', 'x-api-v1.1/88'],
    ['187', 'x-api-v1.1/187'],
    ['226', 'x-api-v1.1/226'],
    ['214', 'x-api-v1.1/214'],
    ['422', 'http/422'],
    ['x_daily_limit', 'xquik/x_daily_limit'],
    ['X_DAILY_LIMIT', 'xquik/x_daily_limit'],
    ['LINE_ITEM_NOT_FOUND', 'x-ads/LINE_ITEM_NOT_FOUND'],
    ['https://api.twitter.com/2/problems/usage-capped', 'x-api-v2/usage-capped'],
    ['HTTPS://API.X.com/2/problems/usage-capped/', 'x-api-v2/usage-capped'],
    ['usage-capped', 'x-api-v2/usage-capped'],
    ['Too Many Requests', 'http/429'],
    ['status is a duplicate', 'x-api-v1.1/187'],
    ['Status is a duplicate!', 'x-api-v1.1/187'],
    ['This user is not allowed to post a video longer than 2 minutes', 'postpeer/video-not-allowed'],
    ['x-rate-limit-reset', 'x-api-v2/x-rate-limit-reset'],
    ['Retry-After', 'http/retry-after'],
    ['postpeer/duplicate', 'postpeer/duplicate'],
    ['client-not-enrolled', 'x-api-v2/client-forbidden#client-not-enrolled'],
    ['monitor exists', 'xquik/monitor_already_exists'],
    ['error 429', 'http/429'],
    ['Twitter code 32', 'x-api-v1.1/32'],
    ['[{"code":88}]', 'x-api-v1.1/88'],
  ])('%s leads to %s', (query, entry) => {
    expect(ids(query)[0]).toBe(entry);
  });

  it('names the code 422 beside the status 422', () => {
    expect(ids('422').slice(0, 2)).toEqual(['http/422', 'x-api-v1.1/422']);
  });

  it.each(['no such thing at all', '99999', 'constructor', 'toString', '<script>', '\0'])(
    'finds nothing for %j',
    (query) => {
      expect(ids(query)).toEqual([]);
    },
  );

  it('begins with the HTTP errors', () => {
    expect(ids('')[0]).toBe('http/400');
  });

  it('survives a query of a megabyte', () => {
    expect(ids('zzqq '.repeat(200_000))).toEqual([]);
  });

  it('says what a reader needs: status, strategy, fix, sources', () => {
    expect(testService().lookup('x_write_unconfirmed')[0]).toMatchObject({
      entry: 'xquik/x_write_unconfirmed',
      kind: 'code',
      http: 202,
      strategy: 'verify-first',
    });
  });
});
