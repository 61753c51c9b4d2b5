import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import type { CatalogFile } from '../../../shared/catalog/catalog';
import { createLanguageService } from '../../../server/languageService';
import { linkCommands } from '../../../shared/protocol';
import { neverCancelled, readGrammar, testDocument, testNow, testService, withCursor } from '../support';

async function hover(languageId: string, marked: string, commands: readonly string[] = [], service = testService()) {
  const { document, offset } = withCursor(languageId, marked);
  const result = await service.hover(document, document.positionAt(offset), commands, neverCancelled);
  return result && { text: (result.contents as MarkupContent).value, range: document.getText(result.range) };
}

/** Lines of a hover in a window of 1400 by 900, which holds about 110 characters in one. */
function linesOf(markdown: string): number {
  const shown = markdown.replace(/\]\([^)]*\)/g, ']').replace(/[\\*`]/g, '');
  return shown.split(/\n+/).reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 110)), 0);
}

describe('hover', () => {
  it.each([
    ['a status', 'log', 'HTTP/1.1 4$$CURSOR$$29 Too Many Requests', '429', ['Too Many Requests', 'Wait for the reset']],
    [
      'a numeric code',
      'log',
      'Request failed with code 429 - Rate limit exceeded (Twitter code 8$$CURSOR$$8)',
      '88',
      ['X API v1.1', '`88`'],
    ],
    [
      'a slug',
      'log',
      'worker: write failed: x_write_$$CURSOR$$unconfirmed',
      'x_write_unconfirmed',
      ['Xquik', 'checking whether it happened'],
    ],
    [
      'a problem type',
      'json',
      '{"type":"https://api.twitter.com/2/problems/usage-$$CURSOR$$capped","title":"UsageCapExceeded"}',
      'https://api.twitter.com/2/problems/usage-capped',
      ['Do not retry'],
    ],
    ['a message', 'log', 'Error: Status is a dup$$CURSOR$$licate.', 'Status is a duplicate', ['already done']],
    ['source', 'typescript', 'if (response.status === 42$$CURSOR$$9) retry();', '429', ['Too Many Requests']],
  ])('explains %s', async (_what, languageId, marked, range, texts) => {
    const result = await hover(languageId, marked);
    expect(result?.range).toBe(range);
    texts.forEach((text) => expect(result?.text).toContain(text));
  });

  it.each([
    ['a port', 'log', 'listening on port 4$$CURSOR$$29'],
    ['a duration', 'log', 'done in 50$$CURSOR$$3 ms'],
    ['a line number', 'log', 'at HttpClientImpl.java:18$$CURSOR$$5'],
    ['an array size', 'typescript', 'const a = new Array(42$$CURSOR$$9);'],
    ['a manifest', 'json', '{"name":"x","version":"1.4.$$CURSOR$$429","port":503}'],
  ])('is silent on %s', async (_what, languageId, marked) => {
    expect(await hover(languageId, marked)).toBeUndefined();
  });

  it('has at most eight lines of text', async () => {
    const result = await hover(
      'json',
      '{"errors":[{"code":8$$CURSOR$$8,"message":"Rate limit exceeded"}]}',
      Object.values(linkCommands),
    );
    expect(result?.text.split('\n').filter((line) => line.trim() !== '').length).toBeLessThanOrEqual(8);
  });

  it('tells a reset that lies ahead, and one that has passed', async () => {
    const at = (seconds: number) =>
      `HTTP/1.1 429 Too Many Requests x-rate-limit-$$CURSOR$$reset: ${testNow / 1000 + seconds}`;
    expect((await hover('log', at(420)))?.text).toContain('in 7 min');
    expect((await hover('log', at(-7_500)))?.text).toContain('2 h 5 min ago');
  });

  it('reads a response that curl prints as one error', async () => {
    const text = [
      '< HTTP/2 4$$CURSOR$$29',
      '< content-type: application/json',
      '< x-rate-limit-limit: 450',
      `< x-rate-limit-reset: ${testNow / 1000 + 420}`,
      '<',
      '{"title":"Too Many Requests","status":429,"detail":"Too Many Requests","type":"about:blank"}',
    ].join('\n');
    expect((await hover('log', text))?.text).toContain('in 7 min');
  });

  it('explains a header by its own value, on its name and on its digits', async () => {
    const line = `HTTP/1.1 429 Too Many Requests retry-after: 120 x-rate-limit-reset: ${testNow / 1000 + 420}`;
    const at = (text: string) =>
      hover(
        'log',
        line.replace(text, () => `${text.slice(0, 2)}$$CURSOR$$${text.slice(2)}`),
      );
    expect((await at('x-rate'))?.text).toContain('in 7 min');
    expect((await at(String(testNow / 1000 + 420)))?.text).toContain('in 7 min');
    expect((await at('retry'))?.text).toContain('wait 2 min');
  });

  it('reads Retry-After as seconds and as a date', async () => {
    expect((await hover('log', 'HTTP/1.1 5$$CURSOR$$03 Service Unavailable Retry-After: 120'))?.text).toContain(
      'wait 2 min',
    );
    expect(
      (await hover('log', 'HTTP/1.1 503 Service Unavailable\nRetry-Aft$$CURSOR$$er: Sat, 21 Nov 2026 02:10:00 GMT'))
        ?.text,
    ).toContain('in 10 min');
  });

  it('names the other reading of a number that is a status and a code', async () => {
    expect((await hover('json', '{"status":4$$CURSOR$$22,"error":"x"}'))?.text).toContain('Unprocessable');
    const code = await hover(
      'json',
      '{"errors":[{"code":4$$CURSOR$$22,"message":"This Post is no longer available because it violated the X Rules."}]}',
    );
    expect(code?.text).toContain('X API v1.1 `422`');
  });

  it('says what the address of an unknown problem type says', async () => {
    const text =
      '{"type":"https://pay.example/prob$$CURSOR$$lems/out-of-credit?token=SECRET","title":"No credit","status":403,"detail":"Balance is 30."}';
    const result = await hover('json', text);
    expect(result?.text).toContain('`out of credit` (`pay.example`)');
    expect(result?.text).toContain('Forbidden');
    expect(result?.text).not.toContain('SECRET');
  });

  it('links to a handler only in source and only for a strategy that has one', async () => {
    const commands = Object.values(linkCommands);
    expect((await hover('typescript', 'if (res.status === 4$$CURSOR$$29) {}', commands))?.text).toContain(
      linkCommands.insertHandler,
    );
    expect((await hover('typescript', 'if (res.status === 4$$CURSOR$$03) {}', commands))?.text).not.toContain(
      linkCommands.insertHandler,
    );
    expect((await hover('log', 'HTTP/1.1 4$$CURSOR$$29 Too Many Requests', commands))?.text).not.toContain(
      linkCommands.insertHandler,
    );
  });

  it('never shows headers, tokens or query strings of the document', async () => {
    const secret =
      'GET https://api.x.com/2/tweets?token=SECRET1 authorization: Bearer SECRET2 "HTTP/1.1 4$$CURSOR$$29 Too Many Requests"';
    expect((await hover('log', secret))?.text).not.toContain('SECRET');
  });

  it('escapes what a hostile catalog says', async () => {
    const evil =
      '[click](command:evil) <img src=x onerror=alert(1)> `code` **bold** ![p](https://evil.example/p.png) https://evil.example';
    const catalog: CatalogFile = {
      format: 1, id: 'evil', name: evil, sources: { s: { title: evil } }, context: {},
      entries: [{
        slug: 'EVIL_CODE', kind: 'code', value: 'EVIL_CODE', title: evil, meaning: `${evil}\n# heading\n- list`, causes: [evil], fix: [evil],
        strategy: { name: 'none', period: evil }, documented: true, sources: ['s'], link: 'https://good.example/"onclick=alert(1)',
      }],
    }; // prettier-ignore
    const service = createLanguageService({ catalogs: [catalog], readGrammar, now: () => testNow });
    const text = (await hover('log', 'error EVIL_$$CURSOR$$CODE', Object.values(linkCommands), service))?.text ?? '';
    expect(text).toContain('click');
    expect(text).not.toMatch(/\]\(command:evil|<img|!\[p\]|\*\*bold|https:\/\/evil|onclick|^# heading|^- list/m);
    expect(service.page('evil/EVIL_CODE')?.markdown).not.toMatch(
      /\]\(command:evil|<img|!\[p\]|\*\*bold|https:\/\/evil|onclick|^# heading/m,
    );
  });
});

describe('a document', () => {
  it('is recognised once for each of its versions, whatever asks', async () => {
    const service = testService();
    const document = testDocument('log', 'HTTP/1.1 503 Service Unavailable');
    const first = await service.recognise(document);
    await service.diagnostics(document, 'hint', neverCancelled);
    expect(await service.recognise(document)).toBe(first);
    service.forget(document.uri);
    expect(await service.recognise(document)).not.toBe(first);
  });

  const onX = '"url":"https://api.x.com/2/tweets"';
  const problems = 'https://api.twitter.com/2/problems';
  it.each([
    [
      'a bare 429 of X: no limit is named, and what would decide is',
      `{${onX},"status":42$$CURSOR$$9,"body":{"title":"Too Many Requests","type":"about:blank"}}`,
      [
        'Too Many Requests',
        'One of four limits',
        'What would decide: ',
        '24-hour limit',
        'TooManyConnections: the streams',
      ],
    ],
    [
      'a window that is used up',
      `{${onX},"status":42$$CURSOR$$9,"headers":{"x-rate-limit-remaining":"0","x-rate-limit-reset":"${(testNow / 1000 + 420).toString()}"}}`,
      ['Wait for the reset', 'in 7 min', '`x-rate-limit-remaining` is 0', 'in the current window', 'Next: Wait until'],
    ],
    [
      'a window that has calls left',
      `{${onX},"status":42$$CURSOR$$9,"headers":{"x-rate-limit-remaining":"12","x-rate-limit-reset":"${(testNow / 1000 + 420).toString()}"}}`,
      ['Do not wait for this reset', '`x-rate-limit-remaining` is 12: another limit', 'What would decide: '],
    ],
    [
      'the window limit',
      `{"status":42$$CURSOR$$9,"title":"x","detail":"y","type":"https://api.x.com/2/problems/rate-limit-exceeded"}`,
      ['Window limit reached', '15 minutes'],
    ],
    [
      'the 24-hour limit',
      `{${onX},"status":42$$CURSOR$$9,"headers":{"x-user-limit-24hour-remaining":"0","x-rate-limit-remaining":"40"}}`,
      ['24-hour limit reached', 'Do not retry now'],
    ],
    [
      'the monthly cap',
      `{"status":42$$CURSOR$$9,"title":"UsageCapExceeded","period":"Monthly","type":"${problems}/usage-capped"}`,
      ['Monthly usage cap reached', 'calendar month'],
    ],
    [
      'a cap whose period nothing says',
      `{"status":42$$CURSOR$$9,"title":"UsageCapExceeded","type":"${problems}/usage-capped"}`,
      ['**Usage cap reached**', 'the body decides: `period: Monthly`'],
    ],
    [
      'the limit of connections, with its own status',
      `{"status":42$$CURSOR$$9,"connection_issue":"TooManyConnections","title":"ConnectionException","type":"${problems}/streaming-connection"}`,
      ['Too many open streams', 'HTTP 429', 'Close the other connection'],
    ],
    [
      'credits that are used up',
      `{"status":40$$CURSOR$$2,"title":"CreditsDepleted","type":"${problems}/credits"}`,
      ['**Out of credits**', 'Do not retry'],
    ],
    [
      'the newer shape of the same',
      `{"status":40$$CURSOR$$2,"title":"Payment Required","type":"https://api.x.com/2/problems/credits-depleted"}`,
      ['**Out of credits**', 'credits-depleted'],
    ],
    [
      'a client that is not enrolled',
      `{"status":40$$CURSOR$$3,"reason":"client-not-enrolled","title":"Client Forbidden","type":"${problems}/client-forbidden"}`,
      ['App is not enrolled', 'Project'],
    ],
    [
      'an access level',
      `{"status":40$$CURSOR$$3,"errors":[{"code":453,"message":"You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints (e.g. media post, oauth) only."}]}`,
      ['The access level does not include this endpoint'],
    ],
    [
      'missing permissions',
      `{"status":40$$CURSOR$$3,"title":"Forbidden","type":"${problems}/oauth1-permissions"}`,
      ['read-only'],
    ],
    [
      'a duplicate',
      `{"status":40$$CURSOR$$3,"title":"Forbidden","detail":"You are not allowed to create a Tweet with duplicate content.","type":"about:blank"}`,
      ['Duplicate post', 'already done'],
    ],
    [
      'the reply rule',
      `{"status":40$$CURSOR$$3,"detail":"Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.","type":"about:blank"}`,
      ['Reply not allowed', 'Do not retry'],
    ],
    [
      'a bare 403 of X',
      `{${onX},"title":"Forbidden","status":40$$CURSOR$$3,"detail":"Forbidden","type":"about:blank"}`,
      ['What would decide: ', 'client-not-enrolled', 'duplicate content'],
    ],
  ])('tells of a family %s', async (_what, marked, texts) => {
    const result = (await hover('json', marked))?.text.replaceAll('\\', '');
    texts.forEach((text) => expect(result).toContain(text));
    expect(linesOf(result ?? '')).toBeLessThanOrEqual(8);
  });

  it('says nothing of the wait for a limit that has calls left', async () => {
    const text = [
      'curl https://api.x.com/2/tweets',
      '< HTTP/2 4$$CURSOR$$29',
      '< x-rate-limit-remaining: 35',
      `< x-rate-limit-reset: ${(testNow / 1000 + 420).toString()}`,
    ].join('\n');
    const result = (await hover('log', text))?.text;
    expect(result).toContain('`x-rate-limit-remaining` is 35');
    expect(result).not.toContain('7 min');
    expect(result).not.toContain('the 15\\-minute window;');
  });
});
