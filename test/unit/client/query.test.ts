import { describe, expect, it } from 'vitest';
import { asQuery, codeAt } from '../../../client/lookup/query';

const cursor = '$$CURSOR$$';

function at(text: string): string | undefined {
  return codeAt(text.replace(cursor, ''), text.indexOf(cursor));
}

describe('code at the cursor', () => {
  it.each([
    ['POST /2/tweets 4$$CURSOR$$29 1ms', '429'],
    ['$$CURSOR$$429', '429'],
    ['429$$CURSOR$$', '429'],
    ['code=88$$CURSOR$$, retry', '88'],
    ['code: 10$$CURSOR$$007', '10007'],
    ['{"error":"rate_limit$$CURSOR$$_exceeded"}', 'rate_limit_exceeded'],
    ['reason: client-$$CURSOR$$forbidden.', 'client-forbidden'],
    ['Error: connect ECONN$$CURSOR$$REFUSED 127.0.0.1', 'ECONNREFUSED'],
    ['HTTPStatus.TOO_$$CURSOR$$MANY_REQUESTS', 'TOO_MANY_REQUESTS'],
    ['case __pro$$CURSOR$$to__:', undefined],
    ['an ordinary wo$$CURSOR$$rd', undefined],
    ['const retry$$CURSOR$$Count = 3', undefined],
    ['id 1445$$CURSOR$$880548472328192', undefined],
    ['0$$CURSOR$$', undefined],
    ['429  $$CURSOR$$  430', undefined],
    ['$$CURSOR$$', undefined],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('takes no code from a word that is longer than any code', () => {
    const long = 'a_'.repeat(1_000_000);
    expect(codeAt(`${long}b`, 1_000_000)).toBeUndefined();
  });

  it('looks only at the surroundings in a long line', () => {
    const filler = 'word '.repeat(1_000_000);
    expect(codeAt(`${filler}429 ${filler}`, filler.length + 1)).toBe('429');
  });
});

describe('query', () => {
  it('is one trimmed line', () => {
    expect(asQuery('\r\n  Rate limit\n\texceeded \u0007')).toBe('Rate limit exceeded');
  });
});
