import { describe, expect, it } from 'vitest';
import catalog from '../../../shared/catalog/data/x-api-v2.json';
import type { CatalogEntry, CatalogFile, StrategyName } from '../../../shared/catalog/catalog';

const { entries, context } = catalog as CatalogFile;
const bySlug = new Map(entries.map((entry) => [entry.slug, entry]));

const current = 'x-api-v2-errors';
const older = 'x-api-errors';
const openapi = 'x-api-openapi';
const seen = 'field-reports';

/** Status rows of the two pages that apply to v2: status, printed names, pages, strategy. */
const statuses: readonly (readonly [number, readonly string[], readonly string[], StrategyName])[] = [
  [200, ['OK'], [current, older], 'none'],
  [201, ['Created'], [current], 'none'],
  [204, ['No Content'], [current], 'none'],
  [400, ['Bad Request'], [current, older], 'none'],
  [401, ['Unauthorized'], [current, older], 'refresh-credentials'],
  [403, ['Forbidden'], [current, older], 'none'],
  [404, ['Not Found'], [current, older], 'none'],
  [409, ['Conflict', 'Connection Exception'], [current, older], 'none'],
  [429, ['Too Many Requests'], [current, older], 'wait-for-reset'],
  [500, ['Internal Server Error'], [current, older], 'backoff'],
  [502, ['Bad Gateway'], [current], 'backoff'],
  [503, ['Service Unavailable'], [current, older], 'backoff'],
  [504, ['Gateway Timeout'], [current], 'backoff'],
];

/** Problem types: slug, sources, printed titles, strategy. */
const problemTypes: readonly (readonly [string, readonly string[], readonly string[], StrategyName])[] = [
  ['invalid-request', [current, older, openapi], ['Invalid Request', 'Invalid Request Problem'], 'none'],
  ['resource-not-found', [current, older, openapi], ['Not Found Error', 'Resource Not Found Problem'], 'none'],
  [
    'not-authorized-for-resource',
    [current, older, openapi],
    ['Authorization Error', 'Resource Unauthorized Problem'],
    'none',
  ],
  ['client-forbidden', [current, older], ['Client Forbidden', 'Client Forbidden Problem'], 'none'],
  ['usage-capped', [current, older], ['UsageCapExceeded', 'Usage Capped Problem'], 'wait-for-quota'],
  ['rate-limit-exceeded', [current], [], 'wait-for-reset'],
  ['streaming-connection', [current, older], ['ConnectionException', 'Connection Exception Problem'], 'reconnect'],
  ['rule-cap', [current, older], ['Rule Cap Problem'], 'none'],
  ['invalid-rules', [current, older], ['Invalid Rules Problem'], 'none'],
  ['duplicate-rules', [current, older], ['Duplicate Rules Problem'], 'already-done'],
  ['disallowed-resource', [older, openapi], ['Disallowed Resource Problem'], 'none'],
  ['unsupported-authentication', [older], ['Unsupported Authentication', 'Unsupported Authentication Problem'], 'none'],
  ['client-disconnected', [older], ['Client Disconnected Problem'], 'reconnect'],
  ['operational-disconnect', [older], ['Operational Disconnect Problem'], 'reconnect'],
  ['rule-length', [older], ['Rule Length Problem'], 'none'],
  ['field-hydration-failure', [openapi], [], 'backoff'],
  ['field-unauthorized', [openapi], [], 'none'],
  ['internal-error', [openapi], [], 'backoff'],
  ['not-authorized-for-field', [openapi], ['Field Authorization Error'], 'none'],
  ['resource-unavailable', [openapi], [], 'none'],
  ['oauth1-permissions', [seen], [], 'none'],
  ['credits', [seen], ['CreditsDepleted'], 'none'],
  ['credits-depleted', [seen], ['Payment Required'], 'none'],
];

/** HTTP statuses that a document, or every report, gives for a type. */
const statusOfType: readonly (readonly [string, number])[] = [
  ['invalid-request', 400],
  ['client-forbidden', 403],
  ['client-forbidden#client-not-enrolled', 403],
  ['unsupported-authentication', 403],
  ['oauth1-permissions', 403],
  ['resource-not-found', 404],
  ['streaming-connection#no-rules', 409],
  ['usage-capped', 429],
  ['rate-limit-exceeded', 429],
  ['streaming-connection#too-many-connections', 429],
  ['credits', 402],
  ['credits-depleted', 402],
  ['internal-error', 500],
];

/** Variants of one type that a body field tells apart. */
const variants: readonly (readonly [string, string, string, StrategyName])[] = [
  ['client-forbidden#client-not-enrolled', 'reason', 'client-not-enrolled', 'none'],
  ['usage-capped#monthly', 'period', 'Monthly', 'wait-for-quota'],
  ['usage-capped#daily', 'period', 'Daily', 'wait-for-quota'],
  ['streaming-connection#too-many-connections', 'connection_issue', 'TooManyConnections', 'reconnect'],
];

/** Texts that the API prints, and the entry that each one leads to. */
const texts: readonly (readonly [string, string])[] = [
  [
    'When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project. You can create a project via the developer portal.',
    'client-forbidden#client-not-enrolled',
  ],
  [
    'This request must be made using an approved developer account that is enrolled in the requested endpoint. Learn more by visiting our documentation.',
    'client-forbidden#client-not-enrolled',
  ],
  ['Usage cap exceeded: Monthly product cap', 'usage-capped#monthly'],
  ['This stream is currently at the maximum allowed connection limit.', 'streaming-connection#too-many-connections'],
  ['Authenticating with <method> is forbidden for this endpoint.', 'unsupported-authentication'],
  [
    'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
    'oauth1-permissions',
  ],
  ['Your enrolled account [<account>] does not have any credits to fulfill this request.', 'credits'],
  ['Could not find <resource> with <parameter>: [<value>].', 'resource-not-found'],
  ['You are not allowed to create a Tweet with duplicate content.', 'duplicate-content'],
  [
    'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    'reply-restricted',
  ],
  ['This stream has been disconnected because your client was unable to keep up with us.', 'full-buffer-disconnect'],
  ['This stream has been disconnected for operational reasons.', 'operational-disconnect'],
  ['Value passed for the authorization code was invalid.', 'oauth-invalid-request'],
  ['Missing valid authorization header', 'oauth-unauthorized-client'],
];

/** The 429 family: only the window is worth waiting for. */
const limits: readonly (readonly [string, StrategyName, string | undefined])[] = [
  ['rate-limit-exceeded', 'wait-for-reset', '15 minutes'],
  ['too-many-requests', 'wait-for-reset', '15 minutes'],
  ['usage-capped', 'wait-for-quota', 'calendar month'],
  ['usage-capped#monthly', 'wait-for-quota', 'calendar month'],
  ['usage-capped#daily', 'wait-for-quota', '24 hours'],
  ['daily-limit', 'wait-for-quota', '24 hours'],
  ['streaming-connection#too-many-connections', 'reconnect', undefined],
];

const windowHeaders = ['x-rate-limit-limit', 'x-rate-limit-remaining', 'x-rate-limit-reset'];
const dayHeaders = ['app', 'user'].flatMap((who) =>
  ['limit', 'remaining', 'reset'].map((part) => `x-${who}-limit-24hour-${part}`),
);

function entryOf(slug: string): CatalogEntry {
  const entry = bySlug.get(slug);
  if (!entry) throw new Error(`x-api-v2/${slug} is not in the catalog`);
  return entry;
}

describe('x-api-v2 catalog', () => {
  it.each(statuses)('explains HTTP %i', (status, titles, sources, name) => {
    const entry = entryOf(`http-${status}`);
    expect(entry).toMatchObject({ kind: 'status', value: String(status), http: status, documented: true, sources });
    expect(entry.titles).toEqual(titles);
    expect(entry.strategy.name).toBe(name);
  });

  it.each(problemTypes)('explains the problem type %s', (slug, sources, titles, name) => {
    const entry = entryOf(slug);
    expect(entry).toMatchObject({ kind: 'problem-type', value: `https://api.x.com/2/problems/${slug}` });
    expect(entry.sources).toEqual(expect.arrayContaining([...sources]));
    expect(entry.titles ?? []).toEqual(expect.arrayContaining([...titles]));
    expect(entry.documented).toBe(!sources.includes(seen));
    expect(entry.strategy.name).toBe(name);
  });

  it.each(statusOfType)('%s comes with HTTP %i', (slug, http) => {
    expect(entryOf(slug).http).toBe(http);
  });

  it('knows that about:blank says nothing by itself', () => {
    const about = { kind: 'problem-type', value: 'about:blank', common: true, titles: ['Generic Problem'] };
    expect(entryOf('about-blank')).toMatchObject({ ...about, sources: [current, older], strategy: { name: 'none' } });
  });

  it.each(variants)('%s is told by %s: %s', (slug, field, value, name) => {
    const entry = entryOf(slug);
    expect(entry.fields).toEqual({ [field]: [value] });
    expect(entry.value).toBe(entryOf(slug.replace(/#.*/, '')).value);
    expect(entry.strategy.name).toBe(name);
  });

  it.each(texts)('leads "%s" to %s', (text, slug) => {
    const entry = entryOf(slug);
    expect([entry.value, ...(entry.messages ?? [])]).toContain(text);
    const others = entries.filter(
      (other) => other !== entry && [other.value, ...(other.messages ?? [])].includes(text),
    );
    expect(others.map((other) => other.slug)).toEqual([]);
  });

  it.each(limits)('%s: %s %s', (slug, name, period) => {
    expect(entryOf(slug)).toMatchObject({ http: 429, strategy: period ? { name, period } : { name } });
  });

  it('tells the 429s apart in both directions', () => {
    const family = [
      'http-429',
      'usage-capped',
      'rate-limit-exceeded',
      'streaming-connection#too-many-connections',
      'daily-limit',
    ];
    for (const slug of family) {
      const confused = entryOf(slug).confusedWith?.map(({ entry }) => entry) ?? [];
      for (const other of family) if (other !== slug) expect(confused, slug).toContain(`x-api-v2/${other}`);
    }
  });

  it.each(windowHeaders)('explains the header %s of the current page', (name) => {
    expect(entryOf(name)).toMatchObject({ kind: 'header', value: name, documented: true, sources: [current] });
  });

  it.each(dayHeaders)('explains the header %s, which no page lists', (name) => {
    expect(entryOf(name)).toMatchObject({ kind: 'header', value: name, documented: false, sources: [seen] });
  });

  it('takes its headers as evidence of the system', () => {
    expect(context.headers).toEqual([...windowHeaders, ...dayHeaders]);
  });

  it('says that remaining above 0 with a 429 means another limit', () => {
    expect(entryOf('x-rate-limit-remaining').meaning).toContain('another limit');
    expect(entryOf('http-429').fix.join(' ')).toContain('another limit');
  });

  it('says that resource-not-found also comes in a 200', () => {
    expect(entryOf('resource-not-found')).toMatchObject({ alsoHttp: [200] });
    expect(entryOf('resource-not-found').note).toContain('200');
  });

  it('gives the flagship entry an ordered list of dated causes', () => {
    const { causes, fix } = entryOf('client-forbidden#client-not-enrolled');
    expect(causes.filter((cause) => cause.startsWith('Since ')).length).toBe(3);
    expect(fix[0]).toContain('Pay-per-use');
  });

  it('never waits or retries where only a change helps', () => {
    for (const entry of entries) {
      const { name } = entry.strategy;
      if (name === 'backoff') expect(entry.http === undefined || entry.http >= 500, entry.slug).toBe(true);
      if (entry.http === 403) expect(['none', 'already-done', 'wait-for-quota'], entry.slug).toContain(name);
    }
  });

  it('gives numbers only to strategies that use them', () => {
    for (const { slug, strategy } of entries) {
      // A stream waits longer after a refusal than a request does.
      const numbers: Record<string, object> = {
        backoff: { baseDelay: 1, cap: 30, jitter: 1, attempts: 3 },
        reconnect: { baseDelay: 5, cap: 320, jitter: 1, attempts: 10 },
      };
      const own = numbers[strategy.name];
      if (own) expect(strategy, slug).toMatchObject(own);
      else expect(Object.keys(strategy), slug).not.toContain('baseDelay');
    }
  });

  it('knows the anchors of the support page as other spellings of a type', () => {
    expect(entryOf('usage-capped').aliases).toContain(
      'https://developer.x.com/en/support/x-api/error-troubleshooting#usage-capped',
    );
  });

  it.each(['invalid_request', 'unauthorized_client', 'invalid_grant', 'invalid_client', 'invalid_scope'])(
    'explains the token error %s, but only with evidence of X',
    (word) => {
      const entry = entryOf(`oauth-${word.replace('_', '-')}`);
      expect(entry).toMatchObject({ kind: 'code', value: word, common: true });
    },
  );

  it('has samples for everything but success statuses', () => {
    for (const { slug, kind, http, samples } of entries) {
      if (kind === 'status' && http !== undefined && http < 400) expect(samples, slug).toBeUndefined();
      else expect(samples?.length, slug).toBeGreaterThan(0);
    }
  });

  it('has samples of a status that carry evidence of X', () => {
    for (const { kind, value, samples } of entries) {
      if (kind !== 'status') continue;
      for (const sample of samples ?? []) {
        expect(sample).toContain('https://api.x.com/2/');
        expect(sample).toContain(value);
      }
    }
  });
});
