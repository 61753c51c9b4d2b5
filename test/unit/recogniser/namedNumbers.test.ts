import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** The errors that a log names, each with its line from zero. */
async function found(text: string): Promise<string[]> {
  const document = testDocument('log', text);
  const { findings } = await testService().recognise(document);
  return reported(findings)
    .filter(({ lead }) => lead)
    .map(({ range, text: part, entry }) => `${document.positionAt(range.start).line} ${part} ${entry}`);
}

describe('a number in a table', () => {
  it.each([
    ['pipes', '| path | status | ms |\n| --- | --- | --- |\n| /users | 404 | 12 |\n', ['2 404 http/404']],
    ['commas', 'time,status,path\n10:01,503,/a\n10:02,200,/b\n', ['1 503 http/503']],
    ['wide spaces', 'PATH      CODE  MS\n/orders   502   88\n', ['1 502 http/502']],
    ['lines', '│ (index) │ url │ status │\n├─────┼─────┼─────┤\n│ 0 │ https://a.example │ 429 │\n', ['2 429 http/429']],
    ['how often', '│ Code │ Count │\n├──────┼───────┤\n│ 503  │ 180   │\n', ['2 503 http/503']],
    ['what was got', 'check,expected,got\n/health,200,500\n', ['1 500 http/500']],
  ])('is the status that the head says: %s', async (_, text, wanted) => {
    expect(await found(text)).toEqual(wanted);
  });

  it.each([
    ['another column', 'time,count,path\n10:01,503,/a\n'],
    ['milliseconds', '| path | status | ms |\n| --- | --- | --- |\n| /users | 200 | 404 |\n'],
    ['a code of no request', 'name,code,city\nAnna,404,Rome\n'],
    ['a refusal that was expected', 'check,expected,got\n/private,403,403\n'],
    ['how many of something', '│ Crate │ Count │\n├──────┼───────┤\n│ 503  │ 180   │\n'],
    ['no head', '10:01,503,/a\n10:02,404,/b\n'],
  ])('is nothing: %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });
});

describe('a number that a line calls a code', () => {
  const twitter = (line: string) => `GET https://api.twitter.com/1.1/statuses/home_timeline.json\n${line}\n`;
  it.each([
    ['post refused: code 187', '1 187 x-api-v1.1/187'],
    ['twitter error 226', '1 226 x-api-v1.1/226'],
    ['failed, code - 385', '1 385 x-api-v1.1/385'],
    ['Steg zu, Twitter-Code 187', '1 187 x-api-v1.1/187'],
    ["refus : code d'erreur de Twitter 326", '1 326 x-api-v1.1/326'],
    ['recusado, código de erro do Twitter: 261', '1 261 x-api-v1.1/261'],
    ['abgelehnt, X-Fehlercode 89', '1 89 x-api-v1.1/89'],
    ['Twitterエラーコード 385', '1 385 x-api-v1.1/385'],
  ])('is one of the system nearby: %s', async (line, wanted) => {
    expect(await found(twitter(line))).toEqual([wanted]);
  });

  it.each([
    'process left with code 34',
    'Twitter-Konto 187',
    'codice postale 88',
    'código do cais 187',
    'X-Code 88 am Steg',
    'worker exited: code 187',
    'job finished with code 88',
    'promo code 187 redeemed',
    'zip code 326',
    'twitter: 226 followers gained',
    'code 187 of 200',
  ])('is nothing: %s', async (line) => {
    expect(await found(twitter(line))).toEqual([]);
  });
});

describe('what a status means in other words', () => {
  it.each([
    ['quota exceeded (429)', '0 429 http/429'],
    ['updating bucket: 403: Insufficient Permission', '0 403 http/403'],
  ])('tells the status: %s', async (line, wanted) => {
    expect(await found(`${line}\n`)).toEqual([wanted]);
  });

  it.each(['quota raised (429 GB)', 'bucket 403: 12 files', 'row 404: permission changed'])(
    'is nothing: %s',
    async (line) => {
      expect(await found(`${line}\n`)).toEqual([]);
    },
  );
});

describe('a number that ends a duration', () => {
  it('is none where the duration goes on behind its point', async () => {
    expect(await found('Request to /api finished in 500.4040ms\n')).toEqual([]);
    expect(await found('Request to /api finished in 500. Giving up\n')).toEqual(['0 500 http/500']);
  });
});

describe('a line of source above an error', () => {
  const error = 'ApiError: Request failed with code 429 - Too Many Requests\n    at send (/srv/a.js:9:1)\n';
  const source = '/srv/node_modules/acme/http.js:104\n        throw new ApiError(text, {\n              ^\n';

  it('makes no printed data of what stands below', async () => {
    const forbidden = 'ApiError: Request failed with code 403\n    at send (/srv/a.js:9:1)\n';
    expect(await found(source + forbidden + error)).toEqual(['3 403 http/403', '5 429 http/429']);
  });
});

describe('two statuses on one line', () => {
  it('are two errors where only one comes with the code', async () => {
    const line =
      'https://api.x.com/1.1/statuses/update.json refused: 403 {"code":187}, so our route answered with 502\n';
    expect(await found(line)).toEqual(['0 187 x-api-v1.1/187', '0 502 http/502']);
  });
});

describe('the error of a token endpoint', () => {
  const refused = (host: string) =>
    `POST ${host}/oauth2/token -> 400 {"error":"invalid_grant","error_description":"Expired."}\n`;

  it('is the status where no system is named, as all of them answer so', async () => {
    expect(await found(refused('https://login.example'))).toContain('0 400 http/400');
  });

  it('is that of the system which is named', async () => {
    expect(await found(refused('https://api.x.com/2'))).toEqual(['0 invalid_grant x-api-v2/oauth-invalid-grant']);
  });
});
