import { STATUS_CODES } from 'node:http';
import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';
import { jsonRules } from './jsonRules';

const findAll = async (languageId: string, text: string) =>
  (await testService().recognise(testDocument(languageId, text))).findings;
const find = async (languageId: string, text: string) => reported(await findAll(languageId, text));

describe.each(jsonRules)('the rule "$name"', ({ matches, nonMatches, isOfDocuments }) => {
  it.each(matches)('explains %s', async (text, entry) => {
    expect((await find('json', text)).filter((f) => f.lead).map((f) => f.entry)).toEqual([entry]);
  });

  it.each(isOfDocuments ? [] : matches)('explains the same printed into a log: %s', async (text, entry) => {
    const found = await find('log', `2026-11-21T02:00:00Z ERROR call failed ${text}`);
    expect(found.filter((f) => f.lead).map((f) => f.entry)).toEqual([entry]);
  });

  it.each(nonMatches.map((text) => [text]))('is silent on %s', async (text) => {
    expect(await find('json', text)).toEqual([]);
  });
});

describe('a header', () => {
  it.each([
    ['a field', '{"headers":{"Retry-After":"30"}}', 'Retry-After":"30', 'http/retry-after'],
    ['a name and a value', '[{"name":"Retry-After","value":"30"}]', 'Retry-After","value":"30', 'http/retry-after'],
    ['a key and a value', '[{"key":"retry-after","value":30}]', 'retry-after","value":30', 'http/retry-after'],
    ['a name and a value on two lines', '[{\n"name":"Retry-After",\n"value":"30"}]', '30', 'http/retry-after'],
  ])('is found with its value in %s', async (_what, text, found, entry) => {
    const findings = await findAll('json', text);
    expect(findings.map((f) => [f.text, f.entry])).toEqual([[found, entry]]);
  });

  it.each([['{"name":"Retry-After","in":"header"}'], ['[{"name":"Retry","value":"30"}]']])(
    'is not found in %s',
    async (text) => {
      expect(await findAll('json', text)).toEqual([]);
    },
  );
});

describe('quotes that a forum has set anew', () => {
  const text = '{\n“errors”: [\n{ “code”: 187, “message”: “Status is a duplicate.” }\n]\n}';

  it.each(['json', 'log'])('are quotes in %s', async (languageId) => {
    const found = await find(languageId, text);
    expect(found.map((f) => [f.text.replace(/\W+$/, ''), f.entry])).toEqual([
      ['187', 'x-api-v1.1/187'],
      ['Status is a duplicate', 'x-api-v1.1/187'],
    ]);
  });

  it('are no quotes of data in a text', async () => {
    const found = await find('json', '{"note":"rooms, {“code”: 187","status":503,"error":"busy"}');
    expect(found.filter((f) => f.lead).map((f) => f.text)).toEqual(['503']);
  });
});

describe('an object as a program prints it', () => {
  it.each([
    [
      "{\n  errors: [\n    { title: 'DuplicateRule', type: 'https://api.twitter.com/2/problems/duplicate-rules' }\n  ]\n}",
    ],
    ["{'errors': [{'title': 'DuplicateRule', 'type': 'https://api.twitter.com/2/problems/duplicate-rules'}]}"],
  ])('is read where a file of JSON holds it: %s', async (text) => {
    const found = await find('json', text);
    expect(found.filter((f) => f.lead).map((f) => f.entry)).toEqual(['x-api-v2/duplicate-rules']);
  });

  it('leaves JSON with such quotes in its texts as it is', async () => {
    const found = await find('json', `{"note":"{'code': 1, 'a","status":503,"error":"busy"}`);
    expect(found.filter((f) => f.lead).map((f) => f.text)).toEqual(['503']);
  });
});

describe('one error', () => {
  it('is one group, and all its parts explain it', async () => {
    const text =
      '{"title":"UsageCapExceeded","detail":"Usage cap exceeded: Monthly product cap","type":"https://api.twitter.com/2/problems/usage-capped","status":429}';
    const found = await find('json', text);
    expect(new Set(found.map((f) => f.entry))).toEqual(new Set(['x-api-v2/usage-capped']));
    expect(new Set(found.map((f) => f.group)).size).toBe(1);
    expect(found.filter((f) => f.lead).map((f) => f.text)).toEqual(['https://api.twitter.com/2/problems/usage-capped']);
    expect(found.map((f) => f.text)).toContain('429');
  });

  it.each([
    ['what a report shows', '{"id":"http-status-code","title":"Answered","score":0,"displayValue":"404"}', '404'],
    ['a header of HTTP/2', '{"headers":[{"name":":status","value":"429"}]}', '429'],
    ['the words before data in a text', '{"error":"no token: 400 Bad Request\\nBody: {\\"a\\":1}"}', '400'],
    ['the same in a list', '{"rawErrorMessage":["409 Conflict - \\"{\\\\\\"a\\\\\\":1}\\""]}', '409'],
    ['what Laravel says', '{"message":"Unauthenticated.","exception":"AuthenticationException"}', 'Unauthenticated.'],
    ['a page in a text', '{"body":"<pre>{&quot;status&quot;:403,&quot;error&quot;:&quot;no&quot;}</pre>"}', '403'],
    ['what a test found', '{"message":"GET /orders\\n\\nExpected: 201\\nReceived: 500\\n"}', '500'],
    ['a line of a log that a query gave', '{"values":[["1767225600404000000","GET /x status=503 ms=404"]]}', '503'],
    ['a trace', '{"trace":["AxiosError: Request failed with status code 502","  at settle (a.js:404:5)"]}', '502'],
    ['what a monitor says of a status', '{"status":"down","statusdesc":"HTTP Error 503","probeid":404}', '503'],
    [
      'what somebody says in a chat',
      '{"user":"U1","text":"the API answers 503 Service Unavailable","ts":"17.5"}',
      '503',
    ],
    ['an answer with its phrase', '{"lastResponse":{"code":401,"text":"Unauthorized"},"next":500}', '401'],
    ['a number with its type', '{"httpStatus":{"N":"503"},"path":{"S":"/a"},"attempts":{"N":"404"}}', '503'],
    [
      'a number of a database',
      '{"status":{"$numberInt":"429"},"url":"https://a.example","n":{"$numberInt":"503"}}',
      '429',
    ],
    ['the text of an error that begins with it', '{"ok":false,"error":"422: text is too long"}', '422'],
    [
      'the words before data in an answer',
      '{"response":"HTTP/1.1 429 Too Many Requests\\r\\n\\r\\n{\\"a\\":1}"}',
      '429',
    ],
    ['a number before data that an error is', '{"error":"529 {\\"type\\":\\"overloaded\\"}","retryInMs":404}', '529'],
    [
      'a failure with a method in brackets',
      '{"failureMessages":["FetchError: [GET] \\"http://a.example\\": 401 Unauthorized"]}',
      '401',
    ],
    ['the page of a proxy', '{"html":"<html>\\r\\n<head><title>504 Gateway Time-out</title></head>"}', '504'],
    ['what curl says of an answer', '{"curl":"* Connected #404\\n< HTTP/2 403 \\n< age: 503\\n"}', '403'],
    ['the status of a service by its name', '{"message":"No such box","docker_api_status":404}', '404'],
    ['the status beside an answer with an error', '{"app":"a","reply":{"error":{"type":"X"}},"status":403}', '403'],
    ['the same in a list', '{"app":"a","reply":[{"message":"b","errorCode":"C"}],"status":400}', '400'],
    ['a number in brackets that an error begins with', '{"error":{"message":"[400] seat must be a number"}}', '400'],
    ['the head of an answer', '{"curl":"< HTTP/2 503 \\n< server: a","exit":22}', '503'],
    [
      'a compact event',
      '{"@l":"Error","@x":"HttpRequestException: Status 504 (Gateway Timeout).\\n   at A.B()"}',
      '504',
    ],
    [
      'a message beside the path that it is about',
      '{"request":"\\/1.1\\/media\\/upload.json","error":"media type unrecognized."}',
      'media type unrecognized',
    ],
  ])('is found in %s', async (_what, text, status) => {
    expect((await find('json', text)).filter((f) => f.lead).map((f) => f.text)).toEqual([status]);
  });

  it('is not found in what a test of no API found', async () => {
    const text = '{"status": "failed", "message":"keeps rows\\n\\nExpected: 404\\nReceived: 403"}';
    expect(await find('json', text)).toEqual([]);
  });

  it('is not found in a list of numbers and words that is no line of a log', async () => {
    expect(await find('json', '{"values":[["404","status=503 rooms"],[1767225600404,"503 rooms"]]}')).toEqual([]);
  });

  it.each([
    ['what somebody says of other numbers', '{"user":"U1","text":"we sold 503 tickets, room 404 is full","ts":"17.5"}'],
    ['what somebody explains', '{"user":"U1","text":"when the API returns HTTP 429 you should wait","ts":"17.5"}'],
    ['what a linter says', '{"code":"E501","message":"Line too long (503 > 500)","location":{"row":404}}'],
    ['the status beside what is no error', '{"app":"a","reply":{"title":"b"},"status":403}'],
    ['a number of a record', '{"tables":[{"number":503,"code":"503","reason":"out of order"}]}'],
    [
      'numbers of records',
      `[${[32, 50, 404, 500].map((code) => `{"code":${code.toString()},"message":"Table"}`).join()}]`,
    ],
    ['what a device says', '{"device":"till","status":429,"statusText":"paper low"}'],
    ['the start of a sentence', '{"status":"error","error":"404 of the rows failed"}'],
    ['a message that others print', '{"request":"/upload","error":"media type unrecognized."}'],
    ['what is described', '{"status":"up","statusdesc":"404 rooms","responsetime":503}'],
    ['a compact event about a number', '{"@l":"Error","@m":"moved 503 of 504 parcels"}'],
  ])('is not found in %s', async (_what, text) => {
    expect(await find('json', text)).toEqual([]);
  });

  it('is another one than the next in the list', async () => {
    const text =
      '{"errors":[{"code":88,"message":"Rate limit exceeded"},{"code":187,"message":"Status is a duplicate."}]}';
    expect((await find('json', text)).filter((f) => f.lead).map((f) => f.entry)).toEqual([
      'x-api-v1.1/88',
      'x-api-v1.1/187',
    ]);
  });

  it.each([
    ['JSON Lines', 'jsonl', '{"status":404,"error":"a"}\n{"status":503,"error":"b"}\n'],
    ['values one after another', 'json', '{"status":404,"error":"a"} {"status":503,"error":"b"}'],
    ['comments', 'jsonc', '// first\n[{"status":404,"error":"a"}, /* second */ {"status":503,"error":"b"}]'],
    ['a cut-off text', 'json', '[{"status":404,"error":"a"},{"status":503,"error":"b'],
  ])('is found in %s', async (_what, languageId, text) => {
    expect((await find(languageId, text)).filter((f) => f.lead).map((f) => f.entry)).toEqual(['http/404', 'http/503']);
  });

  it('is found up to three levels of escaping deep', async () => {
    let text = '{"errors":[{"code":215,"message":"Bad Authentication data."}]}';
    for (let level = 1; level <= 3; level++) {
      text = JSON.stringify({ data: text });
      const found = await find('json', text);
      expect(
        found.filter((f) => f.lead).map((f) => f.entry),
        `level ${level}`,
      ).toEqual(['x-api-v1.1/215']);
    }
  });
});

describe('lists of statuses', () => {
  it.each(['{"retryStatusCodes":[408,429]}', '{"accepted_statuses":[200,408,429]}', '{"retryOn":[408,429]}'])(
    'are read in %s',
    async (text) => {
      expect((await find('json', text)).map(({ entry }) => entry)).toEqual(['http/408', 'http/429']);
    },
  );

  it.each(['{"statuses":[1,404]}', '{"pages":[404,503]}', '{"codes":[404,503]}', '{"if":{"statusCodes":[404]}}'])(
    'are none in %s',
    async (text) => {
      expect(await find('json', text)).toEqual([]);
    },
  );
});

describe('a table of statuses', () => {
  it('is one error for each of its keys, however many it has', async () => {
    const found = await find('json', JSON.stringify(STATUS_CODES, undefined, 1));
    const errors = Object.keys(STATUS_CODES).filter((status) => Number(status) >= 400);
    expect(errors.length).toBeGreaterThan(20);
    expect(found.map((f) => f.text)).toEqual(errors);
    expect(new Set(found.map((f) => f.group)).size).toBe(errors.length);
  });

  it('has statuses as its other keys, too', async () => {
    const table = '{"400":"Bad Request","401":"Unauthorized","404":"Not Found","429":"Slow down, ferry"}';
    expect((await find('json', table)).map((f) => f.text)).toContain('429');
    const others = '{"400":"Bad Request","404":"Not Found","429":"Slow down, ferry"}';
    expect((await find('json', others)).map((f) => f.text)).not.toContain('429');
  });
});

describe('what is no JSON in a file of JSON', () => {
  it.each([
    ['fields of an object in a program', 'status: 422,\nresponseText: \'[{ "key": "blank" }]\'', 'http/422'],
    ['single quotes without commas', "title:'No crate'\ndetail:'It is not here'\nstatus:404", 'http/404'],
    ['what Ruby prints', '{"errors"=>[{"code"=>88, "message"=>"Rate limit exceeded"}]}', 'x-api-v1.1/88'],
    ['what Java prints', '{errors=[{code=88, message=Rate limit exceeded}]}', 'x-api-v1.1/88'],
    [
      'what Foundation prints',
      '{\n errors = (\n {\n code = 88;\n message = "Rate limit exceeded";\n }\n );\n}',
      'x-api-v1.1/88',
    ],
    ['what PHP prints', '["error"]=>\n array(1) {\n ["code"]=>\n int(503)\n }', 'http/503'],
    ['what Python prints', "{u'code': 503, u'message': u'busy'}", 'http/503'],
    ['escaped quotes', '{\\"status\\":500,\\"message\\":\\"boom\\"}', 'http/500'],
    ['quotes of HTML', '{&quot;status&quot;:500,&quot;message&quot;:&quot;boom&quot;}', 'http/500'],
    ['numbers of a shell', '{"statusCode":NumberInt(404),"error":"x"}', 'http/404'],
    ['texts of a shell', '{"statusCode":NumberLong("404"),"error":"x"}', 'http/404'],
    ['a link for an address', '{"type":"<https://api.twitter.com/2/problems/usage-capped>"}', 'x-api-v2/usage-capped'],
  ])('%s', async (_what, text, entry) => {
    expect((await find('json', text)).filter(({ lead }) => lead).map((f) => f.entry)).toEqual([entry]);
  });

  it.each([
    ['a configuration', "{\n name: 'shop',\n port: 500,\n pages: [ 404, 500 ]\n}"],
    ['measures', "width: 404,\nheight: 503,\ncolor: '#500500'"],
    ['a hash', "{:room=>404, :name=>'Blue', :status=>503}"],
  ])('is silent on %s', async (_what, text) => {
    expect(await find('json', text)).toEqual([]);
  });
});

describe('answers in different fields of an object', () => {
  it('are two where each has its status', async () => {
    const text = '{"errors":{"notFound":{"status":404,"message":"a"},"server":{"status":500,"message":"b"}}}';
    expect((await find('json', text)).filter(({ lead }) => lead).map(({ entry }) => entry)).toEqual([
      'http/404',
      'http/500',
    ]);
  });

  const byField = async (text: string) =>
    (await find('json', text)).filter(({ lead }) => lead).map(({ entry }) => entry);

  it('are errors of their own where the one never comes with the status of the other', async () => {
    const text =
      '{"mentions":{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"},' +
      '"search":{"title":"UsageCapExceeded","type":"https://api.twitter.com/2/problems/usage-capped","period":"Monthly"}}';
    const [first, ...others] = await byField(text);
    expect(first).toMatch(/401$/);
    expect(others).toEqual(['x-api-v2/usage-capped']);
  });

  it('are one error where it does', async () => {
    const text =
      '{"response":{"status":429},"data":{"title":"UsageCapExceeded","type":"https://api.twitter.com/2/problems/usage-capped"}}';
    expect(await byField(text)).toEqual(['x-api-v2/usage-capped']);
  });

  it('are errors of their own where nothing but the name of their status is common to them', async () => {
    const text =
      '{"post":{"title":"Forbidden","type":"about:blank","detail":"You are not allowed to create a Tweet with duplicate content."},' +
      '"run":{"message":"Request failed with code 403 - Client is not permitted to perform this action. (Twitter code 87)"}}';
    expect(await byField(text)).toEqual(['x-api-v2/duplicate-content', 'x-api-v1.1/87']);
  });
});

describe('an ordinary word as a code', () => {
  const answers = (first: string) =>
    `[{"result":{"isError":true,"status":422,"error":"${first}"}},` +
    '{"result":{"isError":true,"status":404,"error":"no_media","issues":[]}}]';

  it('is that of the system whose own codes the document has', async () => {
    const found = await find('json', answers('x_account_protected'));
    expect(found.filter(({ lead }) => lead).map(({ entry }) => entry)).toEqual([
      'xquik/x_account_protected',
      'xquik/no_media',
    ]);
  });

  it('is nobody’s without one', async () => {
    const found = await find('json', answers('account_protected'));
    expect(found.filter(({ lead }) => lead).map(({ entry }) => entry)).toEqual(['http/422', 'http/404']);
  });
});

it('takes the status with which the text of an error begins', async () => {
  const texts = ['{"err":{"message":"503 - \\"busy\\""}}', '{"err":{"message":"503 shelves - busy"}}'];
  expect(await Promise.all(texts.map(async (text) => (await find('json', text)).map(({ entry }) => entry)))).toEqual([
    ['http/503'],
    [],
  ]);
});
