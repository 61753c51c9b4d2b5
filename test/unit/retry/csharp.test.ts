import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const file = (statements: string, parameters = ''): string =>
  'using System.Net.Http;\n\nnamespace A\n{\n    public class Api\n    {\n        private readonly HttpClient client;\n\n' +
  `        public async Task F(${parameters})\n        {\n${statements}\n        }\n    }\n}\n`;

async function body(statements: string, parameters = ''): Promise<string> {
  const { text } = await apply('csharp', file(statements, parameters));
  return /Task F\([^)]*\)\n {8}\{\n([^]*?)\n {8}\}\n/.exec(text)?.[1] ?? text;
}

const indent = ' '.repeat(12);

describe('C#', () => {
  it.each([
    [
      'var r = await client.GetAsync(u)$$CURSOR$$;',
      'var r = await Backoff.SendAsync(token => client.GetAsync(u, token), idempotent: true);',
    ],
    [
      'return this.client.DeleteAsync(u)$$CURSOR$$;',
      'return Backoff.SendAsync(token => this.client.DeleteAsync(u, token), idempotent: true);',
    ],
    [
      'await client.PostAsync(u, c)$$CURSOR$$;',
      'await Backoff.SendAsync(token => client.PostAsync(u, c, token), idempotent: false);',
    ],
    [
      'await client.SendAsync(request)$$CURSOR$$;',
      'await Backoff.SendAsync(token => client.SendAsync(Backoff.Copy(request), token), idempotent: false);',
    ],
    [
      'await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, u))$$CURSOR$$;',
      'await Backoff.SendAsync(\n' +
        `${indent}    token => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, u), token),\n${indent}    idempotent: true);`,
    ],
    [
      'var t = await client.GetAsync(u).ConfigureAwait(false)$$CURSOR$$;',
      'var t = await Backoff.SendAsync(token => client.GetAsync(u, token), idempotent: true).ConfigureAwait(false);',
    ],
    [
      `var r = await client.GetAsync(u);\n${indent}if ((int)r.StatusCode == 4$$CURSOR$$29) { return; }`,
      `var r = await Backoff.SendAsync(token => client.GetAsync(u, token), idempotent: true);\n${indent}if ((int)r.StatusCode == 429) { return; }`,
    ],
  ])('%s', async (before, after) => {
    expect(await body(indent + before)).toBe(indent + after);
  });

  it('lets the token of the caller end the wait', async () => {
    expect(await body(`${indent}await client.GetAsync(u, stop)$$CURSOR$$;`)).toBe(
      `${indent}await Backoff.SendAsync(token => client.GetAsync(u, token), idempotent: true, cancellationToken: stop);`,
    );
    expect(await body(`${indent}await client.GetAsync(u, token)$$CURSOR$$;`, 'CancellationToken token')).toContain(
      'attempt => client.GetAsync(u, attempt)',
    );
  });

  it('knows a key on a request', async () => {
    const statements =
      `${indent}var r = new HttpRequestMessage(HttpMethod.Post, u);\n` +
      `${indent}r.Headers.Add("Idempotency-Key", k);\n${indent}await client.SendAsync(r)$$CURSOR$$;`;
    expect(await body(statements)).toContain('idempotent: true');
  });

  it('puts the handler into the class, once, and its usings in order', async () => {
    const { text } = await apply(
      'csharp',
      file(`${indent}await client.GetAsync(a)$$CURSOR$$;\n${indent}await client.GetAsync(b);`),
    );
    expect(text).toMatch(
      /^using System;\nusing System\.Globalization;\nusing System\.Linq;\nusing System\.Net\.Http;\n/,
    );
    expect(text).toMatch(/\n {8}private static class Backoff\n {8}\{\n[^]*\n {8}\}\n {4}\}\n\}\n$/);
    const again = (
      await apply(
        'csharp',
        text.replace('client.GetAsync(b', (call) => `${call}$$CURSOR$$`),
      )
    ).text;
    expect(again.match(/class Backoff$/gm)).toHaveLength(1);
    expect(
      await refusal(
        'csharp',
        again.replace('client.GetAsync(a', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['await cache.GetAsync(u)$$CURSOR$$;', /no HTTP call here/],
    ['await client.GetStringAsync(u)$$CURSOR$$;', /no HTTP call here/],
    ['await retryPolicy.ExecuteAsync(() => client.GetAsync(u)$$CURSOR$$);', /already retried/],
    ['await client.GetAsync(requestUri: u)$$CURSOR$$;', /names an argument/],
    ['await client.PostAsync(u, await F())$$CURSOR$$;', /await or declare/],
    [
      'while (true) { var r = await client.GetAsync(u)$$CURSOR$$; if (!r.IsSuccessStatusCode && (int)r.StatusCode == 429) { await Task.Delay(1); continue; } break; }',
      /retries already/,
    ],
  ])('leaves alone: %s', async (statements, reason) => {
    expect(await refusal('csharp', file(indent + statements))).toMatch(reason);
  });
});
