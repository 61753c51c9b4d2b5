import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const file = (statements: string, annotation = ''): string =>
  'package a;\n\nimport java.net.http.HttpClient;\nimport java.net.http.HttpRequest;\n\nclass Api {\n' +
  `  private final HttpClient client = HttpClient.newHttpClient();\n\n${annotation}  void f(HttpClient http) {\n${statements}\n  }\n}\n`;

async function body(statements: string, strategy: Parameters<typeof apply>[2] = 'backoff'): Promise<string> {
  const { text } = await apply('java', file(statements), strategy);
  return /void f\(HttpClient http\) \{\n([^]*?)\n {2}\}\n/.exec(text)?.[1] ?? text;
}

describe('Java', () => {
  it.each([
    [
      '    var r = client.send$$CURSOR$$(request, handler);',
      '    var r = new Backoff().send(client, request, handler);',
    ],
    ['    return this.client.send$$CURSOR$$(a, b);', '    return new Backoff().send(this.client, a, b);'],
    ['    run(() -> http.send(a, b)$$CURSOR$$);', '    run(() -> new Backoff().send(http, a, b));'],
    [
      '    var r = client.send(a, b);\n    if (r.statusCode() == 4$$CURSOR$$29) {\n      log();\n    }',
      '    var r = new Backoff().send(client, a, b);\n    if (r.statusCode() == 429) {\n      log();\n    }',
    ],
    [
      '    try {\n      client.send(a, b);\n    } catch (IOException e) {\n      log($$CURSOR$$e);\n    }',
      '    try {\n      new Backoff().send(client, a, b);\n    } catch (IOException e) {\n      log(e);\n    }',
    ],
    [
      '    client.send$$CURSOR$$(\n        a,\n        b);',
      '    new Backoff().send(\n        client,\n        a,\n        b);',
    ],
  ])('%s', async (before, after) => {
    expect(await body(before)).toBe(after);
  });

  it('hands over the numbers of a strategy', async () => {
    const strategy = { name: 'backoff', attempts: 5, baseDelay: 0.5 } as const;
    expect(await body('    HttpResponse<String> response = client.send(request, handler)$$CURSOR$$;', strategy)).toBe(
      '    HttpResponse<String> response = new Backoff()\n' +
        '        .with(b -> b.retries = 5)\n        .with(b -> b.baseDelay = Duration.ofMillis(500))\n' +
        '        .send(client, request, handler);',
    );
  });

  it('knows the method of a request that is built here', async () => {
    const titled = async (request: string): Promise<string> =>
      (await apply('java', file(`    var r = ${request};\n    client.send(r, h)$$CURSOR$$;`))).plan.title;
    expect(await titled('HttpRequest.newBuilder(u).build()')).toBe('Retry client.send with backoff');
    expect(await titled('HttpRequest.newBuilder(u).POST(b).build()')).toMatch(/a POST is tried once/);
    expect(await titled('HttpRequest.newBuilder(u).method("PATCH", b).build()')).toMatch(/a PATCH is tried once/);
    expect(await titled('HttpRequest.newBuilder(u).header("Idempotency-Key", k).POST(b).build()')).toMatch(/^Retry/);
    expect(await titled('requestFor(u)')).toBe('Retry client.send with backoff');
  });

  it('puts the handler into the class, once, and its imports in order', async () => {
    const { text } = await apply('java', file('    client.send(a, b)$$CURSOR$$;\n    client.send(c, d);'));
    expect(text).toMatch(
      /\n {2}\}\n\n {2}\/\*\*\n[^]*\n {2}private static final class Backoff \{\n[^]*\n {2}\}\n\}\n$/,
    );
    expect(text).toContain(
      'import java.io.IOException;\nimport java.net.http.HttpClient;\nimport java.net.http.HttpHeaders;',
    );
    expect(text.match(/^import java\.net\.http\.HttpClient;/gm)).toHaveLength(1);
    const again = (
      await apply(
        'java',
        text.replace('client.send(c', (call) => `$$CURSOR$$${call}`),
      )
    ).text;
    expect(again.match(/class Backoff /g)).toHaveLength(1);
    expect(again).toContain('new Backoff().send(client, c, d);');
    expect(
      await refusal(
        'java',
        text.replace('.send(client, a', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['    cache.send(a, b)$$CURSOR$$;', '', /no HTTP call here/],
    ['    client.sendAsync(a, b)$$CURSOR$$;', '', /no handler for sendAsync/],
    ['    client.send(a, b)$$CURSOR$$;', '  @Retryable(maxAttempts = 3)\n', /already retried by @Retryable/],
    ['    retryTemplate.execute(c -> client.send(a, b)$$CURSOR$$);', '', /already retried/],
    [
      '    while (true) {\n      var r = client.send(a, b)$$CURSOR$$;\n      if (r.statusCode() == 429) {\n        Thread.sleep(1);\n        continue;\n      }\n      return r;\n    }',
      '',
      /retries already/,
    ],
  ])('leaves alone: %s', async (statements, annotation, reason) => {
    expect(await refusal('java', file(statements, annotation))).toMatch(reason);
  });

  it('refuses where a name that it needs is something else', async () => {
    const own = file('    client.send(a, b)$$CURSOR$$;').replace(
      'package a;\n',
      'package a;\n\nimport mine.Instant;\n',
    );
    expect(await refusal('java', own)).toMatch(/has a Instant of its own/);
    expect(await refusal('java', `${file('    client.send(a, b)$$CURSOR$$;')}class Backoff {}\n`)).toMatch(
      /Backoff of its own/,
    );
  });

  it.each([
    ['    client.newCall(r)$$CURSOR$$.execute();', 'new OkHttpBackoff().execute(client, r)'],
    [
      '    this.http.newCall(new Request.Builder().url(u).post(b)$$CURSOR$$.build()).execute();',
      'new OkHttpBackoff().execute(this.http, new Request.Builder().url(u).post(b).build())',
    ],
  ])('hands a request of OkHttp over: %s', async (statement, expected) => {
    const marked = `import okhttp3.*;\n\nclass A {\n  void f() throws Exception {\n${statement}\n  }\n}\n`;
    const { text, plan } = await apply('java', marked);
    expect(text).toContain(expected);
    expect(text).toContain('private static final class OkHttpBackoff {');
    expect(plan.title).toMatch(
      statement.includes('post') ? /^Wrap .* \(a POST is tried once/ : /newCall with backoff$/,
    );
    expect(
      await refusal(
        'java',
        text.replace('.execute(', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it('leaves a call of OkHttp alone that is only put in a queue', async () => {
    const marked = `import okhttp3.*;\n\nclass A {\n  void f() {\n    client.newCall(r)$$CURSOR$$.enqueue(c);\n  }\n}\n`;
    expect(await refusal('java', marked)).toMatch(/no HTTP call here/);
  });

  const spring = (statements: string): string =>
    'import org.springframework.web.client.RestTemplate;\n\nclass A {\n  private final RestTemplate rest;\n\n' +
    `  void f(String u) {\n${statements}\n  }\n}\n`;

  it.each([
    [
      '    return rest.getForObject(u, Page.class)$$CURSOR$$;',
      '    return new RestBackoff()\n        .with(b -> b.idempotent = true)\n        .call(() -> rest.getForObject(u, Page.class));',
    ],
    [
      '    var page = this.rest.postForEntity(u, body, Page.class)$$CURSOR$$;',
      '    var page = new RestBackoff().call(() -> this.rest.postForEntity(u, body, Page.class));',
    ],
    [
      '    rest.put$$CURSOR$$(u, body);',
      '    new RestBackoff().with(b -> b.idempotent = true).call(() -> rest.put(u, body));',
    ],
    [
      '    Page page = rest.exchange(u, HttpMethod.GET, entity, Page.class)$$CURSOR$$.getBody();',
      '    Page page = new RestBackoff()\n        .with(b -> b.idempotent = true)\n' +
        '        .call(() -> rest.exchange(u, HttpMethod.GET, entity, Page.class)).getBody();',
    ],
    [
      '    try {\n      rest.getForObject(u, A.class);\n    } catch (HttpServerErrorException e) {\n      log($$CURSOR$$e);\n    }',
      'new RestBackoff().with(b -> b.idempotent = true).call(() -> rest.getForObject(u, A.class));\n    } catch',
    ],
  ])('hands a call of a RestTemplate over: %s', async (before, after) => {
    const { text } = await apply('java', spring(before));
    expect(text).toContain(after);
    expect(text).toContain('private static final class RestBackoff {');
    expect(
      await refusal(
        'java',
        text.replace('rest.', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it('knows a key of the only call of a RestTemplate in a method', async () => {
    const key = '    headers.set("Idempotency-Key", k);\n';
    const call = '    rest.exchange(u, HttpMethod.POST, new HttpEntity<>(b, headers), A.class)';
    const { plan } = await apply('java', spring(`${key}${call}$$CURSOR$$;`));
    expect(plan.title).toMatch(/^Retry/);
    const both = await apply('java', spring(`${key}${call};\n${call}$$CURSOR$$;`));
    expect(both.plan.title).toMatch(/a POST is tried once/);
    expect(both.text).not.toContain('idempotent = true');
  });

  it.each([
    ['    cache.getForObject(u, A.class)$$CURSOR$$;', /no HTTP call here/],
    ['    u = next(u);\n    rest.getForObject(u, A.class)$$CURSOR$$;', /u is assigned more than once/],
    ['    retryTemplate.execute(c -> rest.getForObject(u, A.class)$$CURSOR$$);', /already retried/],
  ])('leaves a call of a RestTemplate alone: %s', async (statements, reason) => {
    expect(await refusal('java', spring(statements))).toMatch(reason);
  });
});
