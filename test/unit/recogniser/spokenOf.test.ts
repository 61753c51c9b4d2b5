import { describe, expect, it } from 'vitest';
import { signs } from '../../../server/recogniser/log/signs';
import { isSpokenOf } from '../../../server/recogniser/log/spokenOf';

/** Whether the number in guillemets is one that something speaks of. */
function asked(line: string): boolean {
  const encoder = new TextEncoder();
  const [before = ''] = line.split('«');
  return isSpokenOf(encoder.encode(line.replace(/[«»]/g, '')), encoder.encode(before).length);
}

describe('a number is spoken of', () => {
  it.each([
    'upstream responded with status=«503» after 4 ms',
    'HTTP/1.1 «503» Service Unavailable',
    'GET /a/b «404» 12ms',
    '"POST /a HTTP/1.1" «503» URX 0 91',
    'Error: BadStatus(«503»)',
    '"statusCode":«429»},"msg":"failed"',
    String.raw`{"body":"{\"statusCode\":«429»}"}`,
    String.raw`{"a":"{\"body\":\"{\\\"status\\\":«429»}\"}"}`,
    'probe failed with statuscode: «503»',
    'events[0].meta("http_status") == "«404»"',
    'answer.status !== «503»',
    'attempt 2/5: «503»',
    'Slack API: «429» ratelimited',
    'a «502» error from it',
    '«404» - gone: x',
    '0.000 0.187 0.000 «502» 502 404 1403 "POST https://a.example:443/ HTTP/1.1"',
    'x \u001b[31m«404»\u001b[0m',
    'request «403» {"errors":[]}',
  ])('%s', (line) => {
    expect(asked(line)).toBe(true);
  });
});

describe('a number is not spoken of', () => {
  it.each([
    'msg="payload parsed «413»" took=41ms',
    'caller=server.go:«449» component=a',
    'took=«404» size=12',
    '"lineno": «449», "duration_ms": 12',
    'flushing batch of «460» on port 80',
    'worker «429» did not start',
    'GET /a?page=«404» HTTP/1.1',
    '0/0/9/«407»/401 200',
    '- - ---- «429»/99/0/0/0',
    'HTTP/1.1" 200 «404» "-" "curl/8.5"',
    'File "a.py", line «426», in run',
    'no error in shard «440»',
  ])('%s', (line) => {
    expect(asked(line)).toBe(false);
  });
});

describe('a number is let pass that one sign makes a status', () => {
  // What stands right beside it and says so much that the line hardly matters.
  it.each(signs.filter(({ place, points }) => place !== 'line' && points >= 2))('$name: $seen', ({ seen }) => {
    expect(asked(seen)).toBe(true);
  });
});
