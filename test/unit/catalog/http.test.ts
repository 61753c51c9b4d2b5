import { describe, expect, test } from 'vitest';
import http from '../../../shared/catalog/data/http.json';
import { CatalogSet } from '../../../shared/catalog/catalogSet';
import { loadCatalog } from '../../../shared/catalog/load';

const loaded = loadCatalog(JSON.stringify(http), 'http.json');
const set = new CatalogSet(loaded.catalog === undefined ? [] : [loaded.catalog]);
const status = (code: number) => set.get(`http/${code}`);

/** The rows of the IANA registry, and its names of the statuses. */
const registry: readonly (readonly [number, string])[] = [
  [100, 'Continue'],
  [101, 'Switching Protocols'],
  [102, 'Processing'],
  [103, 'Early Hints'],
  [104, 'Upload Resumption Supported'],
  [200, 'OK'],
  [201, 'Created'],
  [202, 'Accepted'],
  [203, 'Non-Authoritative Information'],
  [204, 'No Content'],
  [205, 'Reset Content'],
  [206, 'Partial Content'],
  [207, 'Multi-Status'],
  [208, 'Already Reported'],
  [226, 'IM Used'],
  [300, 'Multiple Choices'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [305, 'Use Proxy'],
  [306, '(Unused)'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [411, 'Length Required'],
  [412, 'Precondition Failed'],
  [413, 'Content Too Large'],
  [414, 'URI Too Long'],
  [415, 'Unsupported Media Type'],
  [416, 'Range Not Satisfiable'],
  [417, 'Expectation Failed'],
  [418, '(Unused)'],
  [421, 'Misdirected Request'],
  [422, 'Unprocessable Content'],
  [423, 'Locked'],
  [424, 'Failed Dependency'],
  [425, 'Too Early'],
  [426, 'Upgrade Required'],
  [428, 'Precondition Required'],
  [429, 'Too Many Requests'],
  [431, 'Request Header Fields Too Large'],
  [451, 'Unavailable For Legal Reasons'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [505, 'HTTP Version Not Supported'],
  [506, 'Variant Also Negotiates'],
  [507, 'Insufficient Storage'],
  [508, 'Loop Detected'],
  [510, 'Not Extended'],
  [511, 'Network Authentication Required'],
];

const unregistered = [
  419, 420, 440, 444, 449, 450, 460, 494, 495, 496, 497, 498, 499, 509, 520, 521, 522, 523, 524, 525, 526, 527, 529,
  530, 561, 598, 599,
];

/** Older reason phrases, and those that servers print differently. */
const otherPhrases: readonly (readonly [number, string])[] = [
  [302, 'Moved Temporarily'],
  [408, 'Request Time-out'],
  [413, 'Payload Too Large'],
  [413, 'Request Entity Too Large'],
  [414, 'Request-URI Too Long'],
  [414, 'Request-URI Too Large'],
  [416, 'Requested Range Not Satisfiable'],
  [418, "I'm a teapot"],
  [420, 'Enhance Your Calm'],
  [420, 'Method Failure'],
  [422, 'Unprocessable Entity'],
  [425, 'Unordered Collection'],
  [499, 'Client Closed Request'],
  [503, 'Service Temporarily Unavailable'],
  [504, 'Gateway Time-out'],
];

/** Every status that is not listed here has the strategy `none`. */
const strategies: Readonly<Record<string, readonly number[]>> = {
  backoff: [408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529, 598, 599],
  'wait-for-reset': [420, 429],
  'refresh-credentials': [401],
};

const headers = [
  ['retry-after', 'Retry-After'],
  ['ratelimit', 'RateLimit'],
  ['ratelimit-limit', 'RateLimit-Limit'],
  ['ratelimit-remaining', 'RateLimit-Remaining'],
  ['ratelimit-reset', 'RateLimit-Reset'],
  ['x-ratelimit-limit', 'X-RateLimit-Limit'],
  ['x-ratelimit-remaining', 'X-RateLimit-Remaining'],
  ['x-ratelimit-reset', 'X-RateLimit-Reset'],
] as const;

test('the file is valid', () => {
  expect(loaded.problems).toEqual([]);
  expect(loaded.catalog).toMatchObject({ id: 'http', name: 'HTTP', context: {} });
});

test('it has the registry, the common unregistered statuses, the headers and nothing else', () => {
  const statuses = [...registry.map(([code]) => code), ...unregistered].sort((a, b) => a - b);
  expect(set.entries.filter(({ kind }) => kind === 'status').map(({ slug }) => Number(slug))).toEqual(statuses);
  expect(set.entries.filter(({ kind }) => kind === 'header').map(({ slug }) => slug)).toEqual(
    headers.map(([slug]) => slug),
  );
});

test.each(registry)('%i %s is documented, with its number and a link', (code, phrase) => {
  expect(status(code)).toMatchObject({ kind: 'status', value: String(code), http: code, documented: true });
  expect(status(code)?.titles).toContain(phrase);
  expect(status(code)?.sources).toContain('iana-http-status');
  expect(status(code)?.link).toMatch(/^https:\/\/www\.(?:rfc-editor|iana)\.org\//);
});

test.each(unregistered)('%i is marked as undocumented', (code) => {
  expect(status(code)).toMatchObject({ kind: 'status', value: String(code), http: code, documented: false });
});

test.each(otherPhrases)('%i is also printed as %s', (code, phrase) => {
  expect(status(code)?.titles).toContain(phrase);
});

test.each(headers)('%s is found as %s in any case', (slug, name) => {
  expect(set.byValue(name).map(({ id }) => id)).toEqual([`http/${slug}`]);
  expect(set.byValue(name.toUpperCase()).map(({ id }) => id)).toEqual([`http/${slug}`]);
});

describe('strategies', () => {
  test('only those of the list are retried', () => {
    const found: Record<string, number[]> = {};
    for (const { kind, slug, strategy } of set.entries) {
      if (kind === 'status' && strategy.name !== 'none') {
        (found[strategy.name] ??= []).push(Number(slug));
      }
    }
    expect(found).toEqual(strategies);
  });

  test('a backoff has the default numbers', () => {
    for (const { strategy } of set.entries.filter((entry) => entry.strategy.name === 'backoff')) {
      expect(strategy).toEqual({ name: 'backoff', baseDelay: 1, cap: 30, jitter: 1, attempts: 3 });
    }
  });

  test('429 has no fixed period, and 503 honours Retry-After', () => {
    expect(status(429)?.strategy.period).toBeUndefined();
    expect(status(503)?.fix[0]).toContain('Retry-After');
  });
});

describe('texts', () => {
  test('every error and every header has a sample, in which no other system is named', () => {
    for (const entry of set.entries) {
      const samples = entry.samples ?? [];
      if (entry.kind === 'header' || (entry.http ?? 0) >= 400) {
        expect(samples, entry.id).not.toHaveLength(0);
      }
      expect(samples.join('\n'), entry.id).not.toMatch(/twitter|\bx\.com|xquik|postpeer/i);
    }
  });

  test('a sample has the number or the name of what it is a sample of', () => {
    for (const entry of set.entries.filter(({ kind }) => kind !== 'problem-type')) {
      for (const sample of entry.samples ?? []) {
        expect(sample.toLowerCase(), entry.id).toContain(entry.value.toLowerCase());
      }
    }
  });

  test('every error says why it happens and what to do', () => {
    for (const entry of set.entries) {
      expect(entry.causes, entry.id).not.toHaveLength(0);
      expect(entry.fix, entry.id).not.toHaveLength(0);
      expect(entry.meaning.length, entry.id).toBeLessThan(220);
      expect([entry.meaning, ...entry.causes, ...entry.fix].join(' '), entry.id).not.toMatch(/[`<>]/);
    }
  });

  test('confusions name entries that exist, as far as they are of this catalog', () => {
    for (const entry of set.entries) {
      for (const { entry: other } of entry.confusedWith ?? []) {
        expect(other).not.toBe(entry.id);
        expect(!other.startsWith('http/') || set.get(other) !== undefined, `${entry.id} -> ${other}`).toBe(true);
      }
    }
  });

  test('no alias or value belongs to two entries', () => {
    for (const entry of set.entries) {
      for (const value of [entry.value, ...(entry.aliases ?? [])]) {
        expect(set.byValue(value), value).toHaveLength(1);
      }
    }
  });
});
