import { describe, expect, it } from 'vitest';
import { apply, type Language, refusal } from './support';

/** A program of a language around a function that renews, what the function sends, and a branch on 401. */
type Program = (renew: string, send: string) => string;

interface Case {
  readonly program: Program;
  readonly renew: string;
  readonly send: string;
  /** How the call is handed to the handler. */
  readonly becomes: string;
  /** Calls that cannot be sent with new credentials. */
  readonly stale: readonly string[];
  /** Functions that the handler cannot call. */
  readonly others: readonly string[];
}

const cases: Readonly<Partial<Record<Language, Case>>> = {
  go: {
    program: (renew, send) =>
      `package main\n\nimport "net/http"\n\n${renew}\n\nfunc load(old string) error {\n\treq, _ := http.NewRequest("GET", url, nil)\n${send}\n\tif res.StatusCode == 40$$CURSOR$$1 {\n\t\treturn err\n\t}\n\treturn nil\n}\n`,
    renew: 'func refreshToken() error { return nil }',
    send: '\treq.Header.Set("Authorization", c.token)\n\tres, err := http.DefaultClient.Do(req)',
    becomes:
      'res, err := withRenewal(http.DefaultClient, req, func() error {\n\t\tif err := refreshToken(); err != nil {\n\t\t\treturn err\n\t\t}\n\t\treq.Header.Set("Authorization", c.token)\n\t\treturn nil\n\t})',
    stale: [
      '\tres, err := http.DefaultClient.Do(req)',
      '\treq.Header.Set("Authorization", old)\n\tres, err := http.DefaultClient.Do(req)',
      '\ttoken := current()\n\treq.Header.Set("Authorization", token)\n\tres, err := http.DefaultClient.Do(req)',
    ],
    others: [
      'func refreshToken() (string, error) { return "", nil }',
      'func refreshToken(user string) error { return nil }',
      'func show() {}',
    ],
  },
};

describe.each(Object.entries(cases) as [Language, Case][])('in %s, a call', (language, one) => {
  const { program, renew, send, becomes, stale, others } = one;

  it('is sent once more by the handler', async () => {
    const { text, plan } = await apply(language, program(renew, send), 'refresh-credentials');
    expect(plan.kind).toBe('renew');
    expect(text).toContain(becomes);
    expect(text.match(/renewing the credentials/g)).toHaveLength(1);
  });

  it('is handed over once', async () => {
    const { text } = await apply(language, program(renew, send), 'refresh-credentials');
    const at = text.replace(/(?<===[ ="]*40)1(?!: )/, () => '$$CURSOR$$1');
    expect(await refusal(language, at, 'refresh-credentials')).toMatch(/already|before the credentials are renewed/);
  });

  it.each(stale)('is left alone when it would have the old credentials: %s', async (old) => {
    expect(await refusal(language, program(renew, old), 'refresh-credentials')).toMatch(/old credentials/);
  });

  it.each(others)('is left alone beside a function that cannot renew: %s', async (other) => {
    expect(await refusal(language, program(other, send), 'refresh-credentials')).toMatch(/before the credentials/);
  });
});
