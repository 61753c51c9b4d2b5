import { describe, expect, it } from 'vitest';
import { messageOfLine } from '../../../server/recogniser/log/messageOfLine';

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
  it.each(['code 404', 'pier: code 404', 'Errors 404', '12 boats'])('%s', (line) => {
    expect(messageIn(line)).toBeUndefined();
  });
});
