import { describe, expect, it } from 'vitest';
import { messageOfLine, messagesOfLine } from '../../../server/recogniser/log/messageOfLine';

/** What a logger was given, of a line that it wrote. */
function messageIn(line: string): string | undefined {
  const message = messageOfLine(line);
  return message && line.slice(message.start, message.end);
}

describe('the message of a line is without what a logger wrote before it', () => {
  it.each([
    '2026-11-29 14:02:11,482 WARNING [pier.sync:41] ',
    '2026-11-29 14:02:11.482 | WARNING  | pier.sync:pull:41 - ',
    '[14:02:11.482] ERROR (pier/8841): ',
    '14:02:11.482 [pool-1-thread-3] WARN  c.example.Pier -- ',
    '2026-11-29T14:02:11.482Z  WARN 8841 --- [pier] [nio-8080-exec-2] c.e.pier.Sync : ',
    '2026/11/29 14:02:11 sync.go:41: ',
    'W1129 14:02:11.482011    8841 sync.go:41] ',
    'W, [2026-11-29T14:02:11.482011 #8841]  WARN -- : ',
    'Nov 29 14:02:11 box-7 pier[8841]: ',
    'pier-1  | ',
    '##[error]',
    ' WARN  ',
    'WARNING:pier.sync:',
    'WARNING 2026-11-29 14:02:11,482 pier 8841 140211 ',
    '[2026-11-29T14:02:11.482Z]  WARN: pier/8841 on box-7: ',
    '2026-11-29 14:02:11.482011 W [8841:4420] Pier::Sync -- ',
    '2026-11-29T14:02:11.482Z pid=8841 tid=6b1 class=Sync jid=1a2b WARN: ',
    '[Nest] 8841  - 11/29/2026, 2:02:11 PM    WARN [Sync] ',
    'sync.js:41 ',
    '11-29 14:02:11.482  8841  8862 W PierSync: ',
    '\u26a0\ufe0f  ',
  ])('%s', (prefix) => {
    expect(messageIn(`${prefix}code 404`)).toBe('code 404');
  });
});

describe('the message of a line is without what a logger wrote behind it', () => {
  it.each([' [] []', ' +12ms', '  '])('%s', (tail) => {
    expect(messageIn(`code 404${tail}`)).toBe('code 404');
  });
});

describe('a line that no logger wrote is all message', () => {
  it.each(['code 404', 'pier: code 404', 'Errors 404', '12 boats', 'Error 404: sunk', 'ERR 503', '   503 Error'])(
    '%s',
    (line) => {
      expect(messageIn(line)).toBeUndefined();
    },
  );
});

describe('the messages of a line of data are the texts of its fields that have a status', () => {
  it.each([
    ['{"level":"warn","msg":"pier shut 503","boats":4}', ['pier shut 503']],
    [
      '{"message":"mooring \\"old\\" failed 502","error":"boat lost 404"}',
      ['mooring \\"old\\" failed 502', 'boat lost 404'],
    ],
    ["{'event': 'pier shut 503', 'boats': 4}", ['pier shut 503']],
    ['level=warn msg="pier shut 503" boats=4', ['pier shut 503']],
    ['{"level":"warn","name":"pier shut 503"}', []],
    ['{"msg":"pier shut","boats":503}', []],
    ['level=warn xmsg="pier shut 503"', []],
  ])('%s', (line, wanted) => {
    expect(messagesOfLine(line).map(({ start, end }) => line.slice(start, end))).toEqual(wanted);
  });
});
