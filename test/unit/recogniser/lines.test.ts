import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';
import { phraseRules } from './phraseRules';

/** What leads the errors that a log names, in order. */
async function found(text: string): Promise<string[]> {
  const { findings } = await testService().recognise(testDocument('log', text));
  return reported(findings)
    .filter(({ lead }) => lead)
    .map((finding) => finding.text);
}

/** The texts in guillemets, and the text without these. */
function marked(text: string): { text: string; wanted: string[] } {
  return { text: text.replace(/[«»]/g, ''), wanted: [...text.matchAll(/«([^»]*)»/g)].map(([, part = '']) => part) };
}

describe('a line that says little but a status', () => {
  it.each([
    'Error: «500»',
    '[worker] error «503»',
    '* [«404»] [https://a.example/b](https://a.example/b) | Failed: Network error: Not Found',
    'API unknown error: «403» - 488/500 - bot17 - the request was refused',
    'status=«401»',
    'body: {"status":«404»}',
    '{"level":"warn","message":"retry #1 after «503»","pier":4}',
    'level=warn msg="tide look-up failed «503»" pier=4',
    'GET quota: «429» Too Many Requests',
    'msg="crate refused" status_line="«401» Unauthorized"',
    'der Steg antwortet «500»\u00a0: Internal Server Error.',
    '权限不足 («403»)',
    'Доступ запрещён («403»)',
    '12:00:01 WARN status: «500»',
    'resp=«503»',
    'bad response: «403»',
    'Network response was not ok: «503»',
    'received «429», sleeping 30s',
    '«500» Internal Server Error (0.002s, 499.002/s)',
    'hit «429», waiting',
    'WARN «503», retrying in 2 s',
    'Uncaught (in promise) Error: «403»',
    'Failed asserting that «500» matches expected 200.',
    'AssertionError: expected 200 to equal «500»',
    'Error: Expected: 200, Actual: «500»',
    'a_test.go:44: expected 200; got «503»',
    'org.opentest4j.AssertionFailedError: expected: <200> but was: <«500»>',
    'Not equal: expected: 200 actual  : «500»',
    '  Expected: 200  But was:  «500»',
    "APNs: device 5f04 status '«410»' { reason: 'Unregistered', timestamp: 1795852404 }",
    'snscrape: «404» blocked while GET https://api.x.com/graphql/SearchTimeline',
    'retrying after 552ms: Delete: b2_authorize_account: «401»:',
    'running check: [{"message": "«502» Server Error: Bad Gateway for url: https://shop.example/health"}]',
    'Got «403» from partner, again',
    "    raise boat.Error(b'«502»', b'Bad Gateway')",
    'Retrying after «503» Service Unavailable',
    'Original HTTP response code number = «503»',
    '2026-11-28 05:10:19,187 app ERROR fetch failed: «503»',
    'code=«404» t=0.000922',
    'Error: Unexpected «429»',
    '<h1>Error «404»</h1>',
    "parse': «Too Many Requests» (X::TooManyRequests)",
    'Error: States.Http.StatusCode.«429», Cause: busy',
    '  «Conflict» https://nuget.example/api/v2/package/ 449ms',
    'Reason: «ServiceUnavailable»',
    'warn --- error «503» on uplink npmjs, retry 1 of 2',
    'body: {&quot;status&quot;:«403»,&quot;error&quot;:&quot;no&quot;}',
    '<pre>{&#x27;statusCode&#x27;: «502», &#x27;message&#x27;: &#x27;no&#x27;}</pre>',
    '{"log":"    status: «401»,\\n","stream":"stderr"}',
    'Type: Acme\\Errors\\«Forbidden»',
    'Error type: `Twitter::Error::«ServiceUnavailable»`',
    '<b>acme.error.«Forbidden»</b>',
    'acme.exceptions.«ServiceUnavailable»: queue is full',
    'PHP Fatal error:  Uncaught Acme\\Http\\«TooManyRequests»Exception: slower',
    'post 12 failed (Twitter::Error::«Forbidden»)',
    'Error from server («NotFound»): pods "a" not found',
    'error: You must be logged in to the server («Unauthorized»)',
    "ERROR: Operation returned an invalid status '«Too Many Requests»'",
    "expected response to have status reason 'OK' but got '«FORBIDDEN»'",
    'WARNING:django.request:«Not Found»: /a',
    'Error GETing https://a.example/: «Service Unavailable» at a.pl line 4.',
    'JSONHTTPError: «Unprocessable Entity»',
    'ERROR HttpException: DenialException: «Too Many Requests»',
    'JMeter: «503»/Service Unavailable    12   100.00%',
    'it returned (response code, body) of («402», \'{\\n "a": 1\')',
    'kubernetes api: Failure «403» nodes is forbidden: User "a"',
    'Unable to parse «400» error as JSON:',
    'Http failure response for https://a.example/b: «404» OK',
    'Error: [API] «401»: token is gone',
    'second e2= «400» The pier is not open',
    'err= «403» No such pier here',
    'Pier error: «404» -',
    'Crane API error («502»):',
    'Embedding failed: «500» - {}',
    'TideError: «404» - Pier is not known',
    'Error: pull pier manifest: «412»:',
    "response status code isn't 206 Partial Content: «403»",
    'Invalid status code for pier request: «403»',
    'Invalid response: «403».',
    'Unsuccessful response (code=«403»)',
    "RESP: [«503»] {'Date': 'Tue'}",
    '«403» (request "7a1d-22") forbidden',
    'HTTP request failed: [«522»:522] [GET] at [https://a.example/b]',
    'invalid response code: want=200 got=«403»',
    'Test expected 200, have «403»',
    'pier_test.go:88: status=«403», want 101',
    'Got «503», backing-off 12 seconds',
    'the response has a status code\nof «404» and its door was closed',
  ])('%s', async (line) => {
    const { text, wanted } = marked(line);
    expect(await found(text)).toEqual(wanted);
  });

  it.each([
    'make[4]: *** [build] Error 503',
    'elevator controller: error 500',
    'errors: 404',
    '500 rows, 404 not found, 96 updated',
    'card 404 missing',
    'quota: 429 Too Many Boats',
    'tides: 409 conflicts',
    'status_line="404 Boats Lost" n=1',
    '{"msg":"moored 404 boats"}',
    'exit status: 500',
    'Retrying after 503 seconds',
    'number = 503',
    'code=404 size=503',
    '    [size] => 404',
    'Unexpected 404 rows',
    'ok 12 failed: 404',
    'hit 429',
    '"GET /p/404 HTTP/1.1" 200 50312 "-" "Mozilla/5.0" hit 429',
    'received 500, waiting for 12 more',
    'expected 500 rows to match 404',
    'parse of chapter (Title::Five) 404',
    'GET /api/recipes?pagination[pageSize]=500 (429 ms) 200',
    'account: 404: 12',
    'Steps: StatusCode.404.title',
    '192.0.2.50 UNKNOWN backup [28/Nov/2026:02:01:10 +0100] "PASS (hidden)" 530 -',
    'Many Requests (see X)',
    '  OK https://nuget.example/api/v2/package/ 449ms',
    'Conflict https://a.example/b is open since 449 days',
    'Reason: Conflict',
    'Reason: EndOfStream',
    'error 503 on unit 4',
    '"GET" "limit:status:500"',
    'body: {&quot;page&quot;:403,&quot;rows&quot;:404}',
    '{"log":"    pages: 401,\\n","stream":"stderr"}',
    'rescue Twitter::Error::TooManyRequests',
    'except acme.errors.Forbidden',
    'import acme.exceptions.NotFound',
    ' at com.acme.errors.Forbidden.raise(Forbidden.java:404)',
    "t('errors.NotFound')",
    'acme.errors.NotImplemented: later',
    'Error from server (Reader): no',
    'Error: Order Not Found',
    'Error: Not Implemented',
    'https://a.example/docs: Payment Plans',
    'saved img/503/Thumbs/a.png',
    '503/Main Street, Springfield',
    'the order (code, name) of (404, "Lamp")',
    'parse 400 responses as JSON',
    'Found 403 nodes is odd',
    '[API] 404: routes',
    'e= 400 rows of data were read',
    'err= 503 Main Street',
    'error = 404 Mean is 12',
    "the status code isn't 206 Partial Content: 503 rows",
    'piers error: 404 - 12',
    'mean error: 404 -',
    'temperature error: 404 - sensor 5',
    'epoch 12: error: 404 - val_error: 500',
    'Error: read pier: 412: 9',
    'the crane code is not 200 px: 404',
    'Invalid response length: 403.',
    'RESP: [12] 503 keys',
    '502 (requested by ana) pages',
    'slice failed: [404:404] of 900',
    'expected 200 crates, have 404 crates',
    'want=500 got=503 rows',
    'the wall is made of a stone\nof 404 and more',
  ])('nothing: %s', async (line) => {
    expect(await found(line)).toEqual([]);
  });
});

describe.each(phraseRules)('the rule "$name"', ({ matches, nonMatches }) => {
  it.each(matches)('finds %s', async (line, entry) => {
    const { findings } = await testService().recognise(testDocument('log', line));
    expect(reported(findings).map(({ entry: found }) => found)).toEqual([entry]);
  });

  it.each(nonMatches)('is silent on %s', async (line) => {
    expect(await found(line)).toEqual([]);
  });
});

describe('a map of statuses with their counts', () => {
  it.each([
    ["INFO {\n  total: 9,\n  errorCodes: { '«503»': 5, '«401»': 4 }\n}", 'on one line'],
    [
      'result:\n{\n  "p": { "50": 404 },\n  "statusCodeDistribution": {\n    "«429»": 5\n  }\n}',
      'on lines of their own',
    ],
    ["{'gemiler': 90, 'hata': {'«404»': 1, '«502»': 3}}", 'by the name of errors in another language'],
    ['boats=90 errors={«404»: 1, «502»: 3}', 'without quotes'],
    ['{:boats=>90, :failed=>{«404»=>1, «502»=>3}}', 'with arrows'],
    ["errori: {\n  '«404»': 1,\n  '«502»': 3\n}", 'without any other sign'],
  ])('is read: %s, %s', async (log) => {
    const { text, wanted } = marked(log);
    expect(await found(text)).toEqual(wanted);
  });
});

describe('data with a prefix before each of its lines', () => {
  const sendgrid = [
    'ResponseError: Unauthorized',
    '    at /srv/client.js:146:29 {',
    '  code: 401,',
    '  response: {',
    "    headers: { 'content-length': '404' },",
    '    body: { errors: [ { message: "The grant is invalid", field: null } ] }',
    '  }',
    '}',
  ];

  it.each(['0|notify   | ', 'web_1  | ', '>  ', '[worker] '])('is read as one: %s', async (prefix) => {
    expect(await found(sendgrid.map((line) => prefix + line).join('\n'))).toEqual(['Unauthorized', '401']);
  });

  it('is not that of another program', async () => {
    const lines = sendgrid.flatMap((line, index) => [`a | ${line}`, ...(index === 1 ? ['b | listening'] : [])]);
    expect(await found(lines.join('\n'))).toEqual(['Unauthorized']);
  });

  it('is read by the line where each line is a record of its own', async () => {
    const at = '[2026-11-28T09:17:41.929Z]';
    const lines = [
      'Executed HTTP request: {',
      '  "requestId": "404",',
      '  "status": "500",',
      '  "duration": "429"',
      '}',
    ];
    expect(await found(lines.map((line) => `${at} ${line}`).join('\n'))).toEqual(['500']);
  });
});

describe('a program whose name holds that of a system', () => {
  it.each(['[xquik-sync] failed: «no_subscription» (402)', 'XquikError: «no_subscription» (402)'])(
    'speaks for the system: %s',
    async (line) => {
      const { text, wanted } = marked(line);
      expect((await found(text)).slice(0, 1)).toEqual(wanted);
    },
  );

  it('does not where the name is only a part of a word', async () => {
    expect(await found('[xquiksync] failed: no_subscription (402)')).toEqual(['402']);
  });
});
