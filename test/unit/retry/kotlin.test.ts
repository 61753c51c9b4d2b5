import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const file = (statements: string): string =>
  'package a\n\nimport java.net.http.HttpClient\nimport java.net.http.HttpRequest\n\n' +
  `class Api(private val client: HttpClient) {\n    fun f(http: HttpClient) {\n${statements}\n    }\n}\n`;

async function body(statements: string, strategy: Parameters<typeof apply>[2] = 'backoff'): Promise<string> {
  const { text } = await apply('kotlin', file(statements), strategy);
  return /fun f\(http: HttpClient\) \{\n([^]*?)\n {4}\}\n/.exec(text)?.[1] ?? text;
}

const okHttp = (statements: string): string =>
  `import okhttp3.OkHttpClient\nimport okhttp3.Request\n\nfun f(client: OkHttpClient) {\n${statements}\n}\n`;

describe('Kotlin with java.net.http', () => {
  it.each([
    [
      '        val r = client.send$$CURSOR$$(request, handler)',
      '        val r = sendWithBackoff(client, request, handler)',
    ],
    ['        return this.client.send$$CURSOR$$(a, b)', '        return sendWithBackoff(this.client, a, b)'],
    ['        run { http.send(a, b)$$CURSOR$$ }', '        run { sendWithBackoff(http, a, b) }'],
    [
      '        val g = { u: URI -> client.send(a, b)$$CURSOR$$.body() }',
      '        val g = { u: URI -> sendWithBackoff(client, a, b).body() }',
    ],
    [
      '        val r = client.send(a, b)\n        if (r.statusCode() == 4$$CURSOR$$29) {\n            log()\n        }',
      '        val r = sendWithBackoff(client, a, b)\n        if (r.statusCode() == 429) {\n            log()\n        }',
    ],
    [
      '        try {\n            client.send(a, b)\n        } catch (e: IOException) {\n            log($$CURSOR$$e)\n        }',
      '        try {\n            sendWithBackoff(client, a, b)\n        } catch (e: IOException) {\n            log(e)\n        }',
    ],
    [
      '        client.send$$CURSOR$$(\n            a,\n            b\n        )',
      '        sendWithBackoff(\n            client,\n            a,\n            b\n        )',
    ],
    [
      '        val answerOfTheServer: HttpResponse<String> = client.send$$CURSOR$$(requestForTheFirstPage, HttpResponse.BodyHandlers.ofString())',
      '        val answerOfTheServer: HttpResponse<String> = sendWithBackoff(\n            client,\n            requestForTheFirstPage,\n            HttpResponse.BodyHandlers.ofString()\n        )',
    ],
    [
      '        val send = { url: URI -> client.send$$CURSOR$$(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString()) }',
      '        val send = { url: URI ->\n            sendWithBackoff(client, HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())\n        }',
    ],
    [
      '        val send = { url: URI -> client.send$$CURSOR$$(HttpRequest.newBuilder(url).header("A", "b").build(), HttpResponse.BodyHandlers.ofString()).body() }',
      '        val send = { url: URI ->\n            sendWithBackoff(\n                client,\n                HttpRequest.newBuilder(url).header("A", "b").build(),\n                HttpResponse.BodyHandlers.ofString()\n            ).body()\n        }',
    ],
  ])('%s', async (before, after) => {
    expect(await body(before)).toBe(after);
  });

  it('hands over the numbers of a strategy', async () => {
    const strategy = { name: 'backoff', attempts: 5, baseDelay: 2 } as const;
    expect(await body('        client.send(a, b)$$CURSOR$$', strategy)).toBe(
      '        sendWithBackoff(client, a, b, retries = 5, baseDelay = 2.0, totalTime = 180.0)',
    );
  });

  it('knows the method of a request that is built here', async () => {
    const titled = async (request: string): Promise<string> =>
      (await apply('kotlin', file(`        val r = ${request}\n        client.send(r, h)$$CURSOR$$`))).plan.title;
    expect(await titled('HttpRequest.newBuilder(u).build()')).toBe('Retry client.send with backoff');
    expect(await titled('HttpRequest.newBuilder(u).POST(b).build()')).toMatch(/a POST is tried once/);
    expect(await titled('HttpRequest.newBuilder(u).method("PATCH", b).build()')).toMatch(/a PATCH is tried once/);
    expect(await titled('HttpRequest.newBuilder(u).header("Idempotency-Key", k).POST(b).build()')).toMatch(/^Retry/);
  });

  it('puts private functions at the end of the file, once, and imports in order', async () => {
    const { text } = await apply('kotlin', file('        client.send(a, b)$$CURSOR$$\n        client.send(c, d)'));
    expect(text).toMatch(/\n\}\n\n\/\*\*\n[^]*\nprivate fun <T> sendWithBackoff\([^]*\n$/);
    expect(text).toContain('package a\n\nimport java.io.IOException\nimport java.net.http.HttpClient\n');
    expect(text.match(/^import java\.net\.http\.HttpClient$/gm)).toHaveLength(1);
    const again = (
      await apply(
        'kotlin',
        text.replace('client.send(c', (call) => `$$CURSOR$$${call}`),
      )
    ).text;
    expect(again.match(/fun <T> sendWithBackoff/g)).toHaveLength(1);
    expect(again).toContain('sendWithBackoff(client, c, d)');
    expect(
      await refusal(
        'kotlin',
        text.replace('Backoff(client, a', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['        cache.send(a, b)$$CURSOR$$', /no HTTP call here/],
    ['        client.sendAsync(a, b)$$CURSOR$$', /no handler for sendAsync/],
    ['        client?.send(a, b)$$CURSOR$$', /may be null/],
    ['        retry(3) { client.send(a, b)$$CURSOR$$ }', /already retried by retry/],
    ['        repeat(3) {\n            client.send(a, b)$$CURSOR$$\n        }', /already retried by repeat/],
    [
      '        while (true) {\n            val r = client.send(a, b)$$CURSOR$$\n            if (r.statusCode() == 429) {\n                Thread.sleep(1)\n                continue\n            }\n            return r\n        }',
      /retries already/,
    ],
    [
      '        for (i in 1..3) {\n            try {\n                return client.send(a, b)$$CURSOR$$\n            } catch (e: IOException) {\n                Thread.sleep(1000)\n            }\n        }',
      /retries already/,
    ],
  ])('leaves alone: %s', async (statements, reason) => {
    expect(await refusal('kotlin', file(statements))).toMatch(reason);
  });

  it('is no retry of a loop over items', async () => {
    const loop = '        for (request in requests) {\n            use(client.send(request, b)$$CURSOR$$)\n        }';
    expect(await body(loop)).toContain('use(sendWithBackoff(client, request, b))');
  });
});

describe('Kotlin with OkHttp', () => {
  it.each([
    ['    client.newCall(r)$$CURSOR$$.execute()', '    executeWithBackoff(client, r, idempotent = false)'],
    [
      '    client.newCall(Request.Builder().url(u).build()).execute()$$CURSOR$$.use { it.body() }',
      '    executeWithBackoff(client, Request.Builder().url(u).build(), idempotent = true).use { it.body() }',
    ],
    [
      '    val r = Request.Builder().url(u).post(b).build()\n    client.newCall(r).execute()$$CURSOR$$',
      '    val r = Request.Builder().url(u).post(b).build()\n    executeWithBackoff(client, r, idempotent = false)',
    ],
  ])('%s', async (before, after) => {
    const { text } = await apply('kotlin', okHttp(before));
    expect(text).toContain(`fun f(client: OkHttpClient) {\n${after}\n}\n`);
    expect(text).toContain('\nprivate fun executeWithBackoff(\n');
    expect(text).not.toContain('java.net.http');
  });

  it('leaves a call alone that is only put in a queue', async () => {
    expect(await refusal('kotlin', okHttp('    client.newCall(r)$$CURSOR$$.enqueue(c)'))).toMatch(/no HTTP call here/);
  });
});
