import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

async function found(line: string): Promise<string[]> {
  const { findings } = await testService().recognise(testDocument('log', line));
  return [...new Set(reported(findings).map(({ text, entry }) => `${text} ${entry}`))];
}

describe('the words of a line', () => {
  it.each([
    ['an exception and its number', 'api_core.exceptions.TooManyRequests: 429 Quota exceeded for x', '429 http/429'],
    ['a symbol and its number', 'but it was :internal_server_error (500)', '500 http/500'],
    ['a name in capitals', 'DispatcherServlet : Completed 404 NOT_FOUND', '404 http/404'],
    ['a number in brackets', 'Error: Failed to upload: (503) Service Unavailable', '503 http/503'],
    ['a status by its name', 'RestSharp: Request failed with status code Forbidden', 'Forbidden http/403'],
    ['a status by its name in code', 'StatusCode: TooManyRequests, Version: 1.1', 'TooManyRequests http/429'],
    ['a status by its name alone', 'ERROR pay status code was Forbidden', 'Forbidden http/403'],
    ['an exception by its name', 'X::TooManyRequests: Too Many Requests', 'Too Many Requests http/429'],
    ['a vendor’s word as a value', 'ERROR xquik error=not_found id=12', 'not_found xquik/not_found'],
    [
      'a vendor’s word before its text',
      'OAuth2::Error, unauthorized_client: Missing valid authorization header',
      'unauthorized_client x-api-v2/oauth-unauthorized-client',
    ],
  ])('tell %s', async (_what, line, expected) => {
    expect(await found(line)).toContain(expected);
  });

  it.each([
    ['a process id after a level', 'ERROR 429 --- [nio-8080-exec-6] c.s.erp.ErpClient : busy'],
    ['an error of Windows', 'Windows error 500: The user profile cannot be loaded'],
    ['a class that only begins like a status', 'status code NotFoundHandler registered'],
    ['a number after another name', 'Widgets: 429 Quota for all'],
    ['a vendor’s word in a sentence', 'xquik importer dropped 12 not_found rows, lookup returned not_found for id 500'],
    ['the state of something', 'xquik crm: ticket status=frozen priority=404'],
  ])('are silent on %s', async (_what, line) => {
    expect(await found(line)).toEqual([]);
  });
});
