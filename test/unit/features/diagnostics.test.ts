import { describe, expect, it } from 'vitest';
import { neverCancelled, testDocument, testService } from '../support';
import type { ProblemsSetting } from '../../../shared/protocol';

const diagnose = (languageId: string, text: string, problems: ProblemsSetting = 'hint') =>
  testService().diagnostics(testDocument(languageId, text), problems, neverCancelled);

describe('diagnostics', () => {
  it('name one error once, at its most exact part, as a hint with code, data and documentation', async () => {
    const [only, ...others] = await diagnose(
      'json',
      '{"status":403,"errors":[{"code":187,"message":"Status is a duplicate."}]}',
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      severity: 4,
      code: 'x-api-v1.1/187',
      data: { entry: 'x-api-v1.1/187' },
      range: { start: { line: 0, character: 32 } },
    });
    // The hover below it says whether to retry.
    expect(only?.message).not.toContain('Do not retry');
  });

  it('are absent in source', async () => {
    expect(await diagnose('typescript', 'if (res.status === 429) {}', 'all')).toEqual([]);
  });

  it('are capped for each entry, and the last says how many more there are', async () => {
    const found = await diagnose('log', 'HTTP/1.1 404 Not Found\n'.repeat(80));
    expect(found.length).toBe(50);
    expect(found.at(-1)?.message).toContain('30 more');
  });

  it('are grouped into one for each entry, with its first places', async () => {
    const found = await diagnose(
      'log',
      `${'HTTP/1.1 404 Not Found\n'.repeat(9)}HTTP/1.1 503 Service Unavailable\n`,
      'grouped',
    );
    expect(found.map((d) => [d.code, d.severity, d.relatedInformation?.length])).toEqual([
      ['http/404', 3, 5],
      ['http/503', 3, undefined],
    ]);
    expect(found[0]?.message).toContain('9 times');
  });
});
