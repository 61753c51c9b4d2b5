import { describe, expect, it } from 'vitest';
import { type Language } from './support';
import { address, csharp, go, java, kotlin, laravel, php, python, request, ruby, rust, script, shell } from './writes';
import { catalog, shop, keyed } from './keyed';

describe('a write to an API that honours a key gets one', () => {
  const cases: readonly (readonly [Language, string, string])[] = [
    [
      'typescript',
      script("fetch(API, { method: 'POST', body: item })"),
      "  const idempotencyKey = crypto.randomUUID();\n  const r = await fetch(API, {\n    method: 'POST',\n    body: item,\n    headers: { 'Idempotency-Key': idempotencyKey },\n  });",
    ],
    [
      'typescript',
      script("fetch(API, { method: 'PATCH', headers })", "const headers = { accept: 'x' };\n"),
      "    headers: { ...headers, 'Idempotency-Key': idempotencyKey },\n",
    ],
    [
      'typescript',
      script('axios.post(API, { item })', "import axios from 'axios';\n"),
      "axios.post(\n    API,\n    { item },\n    { headers: { 'Idempotency-Key': idempotencyKey } },\n  );",
    ],
    [
      'javascript',
      script(
        "shop.post('/orders')",
        `import axios from 'axios';\nconst shop = axios.create({ baseURL: '${address}' });\n`,
      ),
      "  const r = await shop.post('/orders', undefined, {\n    headers: { 'Idempotency-Key': idempotencyKey },\n  });",
    ],
    [
      'javascript',
      script("fetch(API, { method: 'POST' })", "import crypto from 'crypto-js';\n"),
      'const idempotencyKey = globalThis.crypto.randomUUID();',
    ],
    [
      'javascript',
      script("fetch(API, { method: 'POST' })", "import crypto from 'node:crypto';\n"),
      'const idempotencyKey = crypto.randomUUID();',
    ],
    [
      'python',
      python('requests', 'requests.post(API, json=item)'),
      'import uuid\n\nimport requests\n\nAPI = "https://api.shop.example/v1/orders"\n\n\ndef order(item):\n    idempotency_key = str(uuid.uuid4())\n    r = requests.post(API, json=item, headers={"Idempotency-Key": idempotency_key})',
    ],
    [
      'python',
      python('requests', 'requests.post(API, headers={"Accept": "x"}, json=item)'),
      'r = requests.post(\n        API, headers={"Accept": "x", "Idempotency-Key": idempotency_key}, json=item\n    )',
    ],
    [
      'python',
      python('urllib.request', 'urllib.request.urlopen(urllib.request.Request(API, data=item))'),
      'data=item, headers={"Idempotency-Key": idempotency_key}',
    ],
    ['go', go('', request), '\n\treq.Header.Set("Idempotency-Key", idempotencyKey)\n\tres, err := http.Default'],
    ['go', go('', request), 'import (\n\tcrand "crypto/rand"\n\t"fmt"\n\t"net/http"\n)'],
    ['go', go('\n\t"github.com/google/uuid"\n', request), '\tidempotencyKey := uuid.NewString()\n\treq.Header.Set('],
    [
      'java',
      java(
        'java.net.http.HttpClient',
        '    HttpRequest request = HttpRequest.newBuilder(u(API)).POST(body).build();\n    HttpClient client = HttpClient.newHttpClient();\n    var r = $$CURSOR$$client.send(request, as);\n',
      ),
      '    String idempotencyKey = UUID.randomUUID().toString();\n    HttpRequest request =\n        HttpRequest.newBuilder(u(API)).POST(body).header("Idempotency-Key", idempotencyKey).build();',
    ],
    [
      'java',
      java(
        'java.net.http.HttpClient',
        '    HttpRequest request = HttpRequest.newBuilder(of(API)).timeout(Duration.ofSeconds(9)).POST(body).build();\n    HttpClient client = HttpClient.newHttpClient();\n    var r = $$CURSOR$$client.send(request, as);\n',
      ),
      '    HttpRequest request =\n        HttpRequest.newBuilder(of(API))\n            .timeout(Duration.ofSeconds(9))\n            .POST(body)\n            .header("Idempotency-Key", idempotencyKey)\n            .build();',
    ],
    [
      'java',
      java(
        'java.net.http.HttpClient',
        '    HttpClient client = HttpClient.newHttpClient();\n    var r = $$CURSOR$$client.send(HttpRequest.newBuilder(of(API)).POST(body).build(), as);\n',
      ),
      '    var r =\n        client.send(\n            HttpRequest.newBuilder(of(API))\n                .POST(body)\n                .header("Idempotency-Key", idempotencyKey)\n                .build(),\n            as);',
    ],
    [
      'java',
      java(
        'okhttp3.OkHttpClient',
        '    var r = $$CURSOR$$http.newCall(new Request.Builder().url(API).post(body).build()).execute();\n',
      ),
      '    var r =\n        http\n            .newCall(\n                new Request.Builder()\n                    .url(API)\n                    .post(body)\n                    .header("Idempotency-Key", idempotencyKey)\n                    .build())\n            .execute();',
    ],
    [
      'java',
      java(
        'okhttp3.OkHttpClient',
        '    return $$CURSOR$$http.newCall(new Request.Builder().url(API).post(body).build()).execute();\n',
      ),
      '    return http\n        .newCall(\n            new Request.Builder()\n                .url(API)\n',
    ],
    [
      'kotlin',
      kotlin(
        'okhttp3.OkHttpClient',
        '    val request = Request.Builder().url(api).header("Accept", "application/json").post(body).build()\n    val r = $$CURSOR$$client.newCall(request).execute()\n',
      ),
      '    val request = Request.Builder()\n        .url(api)\n        .header("Accept", "application/json")\n        .post(body)\n        .header("Idempotency-Key", idempotencyKey)\n        .build()\n',
    ],
    [
      'kotlin',
      kotlin(
        'okhttp3.OkHttpClient',
        '    val response = $$CURSOR$$client.newCall(Request.Builder().url(api).post(body).build()).execute()\n',
      ),
      '    val response = client.newCall(\n        Request.Builder()\n            .url(api)\n            .post(body)\n            .header("Idempotency-Key", idempotencyKey)\n            .build()\n    ).execute()\n',
    ],
    [
      'kotlin',
      kotlin(
        'java.net.http.HttpClient',
        '    return $$CURSOR$$client.send(HttpRequest.newBuilder(URI(api)).POST(body).build(), BodyHandlers.ofString())\n',
      ),
      '    return client.send(\n        HttpRequest.newBuilder(URI(api))\n            .POST(body)\n            .header("Idempotency-Key", idempotencyKey)\n            .build(),\n        BodyHandlers.ofString()\n    )\n',
    ],
    [
      'php',
      laravel("    return Http::acceptJson()->$$CURSOR$$post(API, ['item' => $item]);\n"),
      "    return Http::withHeaders(['Idempotency-Key' => $idempotencyKey])->acceptJson()->post(API, ['item' => $item]);",
    ],
    [
      'php',
      laravel(
        "    return Http::withToken($token)->acceptJson()->$$CURSOR$$post(API, ['item' => $item, 'count' => 1]);\n",
      ),
      "    return Http::withHeaders(['Idempotency-Key' => $idempotencyKey])\n        ->withToken($token)\n        ->acceptJson()\n        ->post(API, ['item' => $item, 'count' => 1]);",
    ],
    [
      'php',
      laravel("    return Http::acceptJson()\n        ->$$CURSOR$$post(API, ['item' => $item]);\n"),
      "    return Http::withHeaders(['Idempotency-Key' => $idempotencyKey])\n        ->acceptJson()\n        ->post(API, ['item' => $item]);",
    ],
    ['csharp', csharp('client.PostAsync(Api, item)'), 'var idempotencyKey = Guid.NewGuid().ToString();\n'],
    [
      'csharp',
      csharp('client.PostAsync(Api, item)'),
      'client.SendAsync(new HttpRequestMessage(HttpMethod.Post, Api)\n        {\n            Content = item,\n            Headers = { { "Idempotency-Key", idempotencyKey } }\n        });',
    ],
    [
      'csharp',
      csharp('client.SendAsync(new HttpRequestMessage(HttpMethod.Post, Api) { Content = item })'),
      '{ Content = item, Headers = { { "Idempotency-Key", idempotencyKey } } })',
    ],
    [
      'ruby',
      ruby("  $$CURSOR$$Net::HTTP.post(API, item, { 'Accept' => 'x' })\n"),
      "item, { 'Accept' => 'x', 'Idempotency-Key' => idempotency_key })",
    ],
    [
      'ruby',
      ruby(
        '  request = Net::HTTP::Post.new(API)\n  http = Net::HTTP.new(API.host)\n  $$CURSOR$$http.request(request)\n',
      ),
      "  idempotency_key = SecureRandom.uuid\n  request['Idempotency-Key'] = idempotency_key\n  http.request(request)",
    ],
    [
      'php',
      php(`    return $$CURSOR$$$client->post('${address}', ['headers' => ['Accept' => 'x']]);\n`),
      "    $idempotencyKey = bin2hex(random_bytes(16));\n    return $client->post('https://api.shop.example/v1/orders', ['headers' => ['Accept' => 'x', 'Idempotency-Key' => $idempotencyKey]]);",
    ],
    [
      'php',
      php(
        `    $curl = curl_init('${address}');\n    curl_setopt($curl, CURLOPT_POST, true);\n    curl_setopt($curl, CURLOPT_HTTPHEADER, ['Accept: x']);\n    return $$CURSOR$$curl_exec($curl);\n`,
      ),
      "    $idempotencyKey = bin2hex(random_bytes(16));\n    curl_setopt($curl, CURLOPT_HTTPHEADER, ['Accept: x', 'Idempotency-Key: ' . $idempotencyKey]);\n    return",
    ],
    [
      'shellscript',
      shell('curl -sS -d "$1" "$API"'),
      `\tidempotency_key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \\n')\n\tcurl -H "Idempotency-Key: $idempotency_key" -sS -d "$1" "$API"\n`,
    ],
  ];
  it.each(cases)('in %s: %s', async (language, marked, expected) => {
    expect(await keyed(language, marked)).toContain(expected);
  });

  it.each([
    ['uuid = { version = "1", features = ["v4"] }', 'uuid::Uuid::new_v4().to_string();'],
    ['[dependencies]\nrand = "0.8"', 'format!("{:032x}", rand::random::<u128>());'],
  ])('in Rust by a crate of the project: %s', async (manifest, made) => {
    const text = await keyed('rust', rust('client.post(API).body(TEXT).send().await'), { manifest });
    expect(text).toContain(`    let idempotency_key = ${made}\n`);
    expect(text).toContain('\n        .header("Idempotency-Key", &idempotency_key)\n        .send()\n        .await?;');
  });

  it.each(['', 'uuid = "1"', '[dependencies]\nrand_core = "0.6"'])(
    'in Rust not without such a crate: %s',
    async (manifest) => {
      expect(await keyed('rust', rust('client.post(API).send().await'), { manifest })).toMatch(
        /Cargo.toml names neither/,
      );
    },
  );

  it('at an error of the API, also where the call has no address', async () => {
    const text =
      "async function order(url) {\n  const r = await fetch(url, { method: 'POST' });\n  if (r.code === 'B$$CURSOR$$USY') wait();\n}\n";
    expect(await keyed('javascript', text, { met: shop })).toContain("'Idempotency-Key': idempotencyKey");
    expect(await keyed('javascript', text)).toMatch(/no call here to an API/);
    const other = text.replace('fetch(url', "fetch('https://other.example/'");
    expect(await keyed('javascript', other, { met: shop })).toMatch(/no call here to an API/);
  });
});

describe('a key is made once for each call', () => {
  const post = "$$CURSOR$$fetch(API, { method: 'POST' })";
  const inside = (body: string): string => `const API = '${address}';\n${body}`;
  const made = 'const idempotencyKey = crypto.randomUUID();\n';

  it('above a handler, which may repeat the call from then on', async () => {
    const text = await keyed(
      'javascript',
      inside(
        `function withBackoff(call, options) {}\nasync function order() {\n  const r = await withBackoff(() => ${post}, { idempotent: false });\n}\n`,
      ),
    );
    expect(text).toContain(`  ${made}  const r = await withBackoff(`);
    expect(text).toContain('{ idempotent: true }');
  });

  it('above a loop that repeats the call by hand', async () => {
    const text = await keyed(
      'javascript',
      inside(
        `async function order() {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    const r = await ${post};\n    if (r.status === 503) {\n      await sleep(1);\n      continue;\n    }\n    return r;\n  }\n}\n`,
      ),
    );
    expect(text).toContain(`  ${made}  for (let attempt`);
  });

  it('in a loop over items, for each of them', async () => {
    const text = await keyed(
      'javascript',
      inside(`async function all(items) {\n  for (const item of items) {\n    await ${post};\n  }\n}\n`),
    );
    expect(text).toContain(`{\n    ${made}    await fetch(`);
  });

  it('above the block that retry begins anew in Ruby', async () => {
    const body = '  begin\n    $$CURSOR$$Net::HTTP.post(API, item)\n  rescue IOError\n    retry\n  end\n';
    expect(await keyed('ruby', ruby(body))).toContain('  idempotency_key = SecureRandom.uuid\n  begin\n');
  });

  it('above a loop of a shell that asks curl', async () => {
    const text = await keyed(
      'shellscript',
      shell('curl -d 1 "$API"; do\n\t\tsleep 1\n\tdone').replace('\t$', () => '\tuntil $'),
    );
    expect(text).toMatch(/\n\tidempotency_key=.*\n\tuntil curl -H /);
  });

  it.each([
    ['nothing is known of the variable', `const order = (item) => ${post};\n`, /no place for a statement/],
    ['its loop has no block', `async function all() {\n  for (const item of items) await ${post};\n}\n`, /no place/],
    [
      'what repeats it repeats others, too',
      `async function all() {\n  await pRetry(() => Promise.all(items.map(async (item) => {\n    await ${post};\n  })));\n}\n`,
      /others with it/,
    ],
    [
      'its function is handed to what repeats it',
      `async function order() {\n  return await ${post};\n}\nconst r = await pRetry(() => order());\n`,
      /order is repeated as a whole by pRetry/,
    ],
    [
      'a loop calls its function again',
      `async function order() {\n  return await ${post};\n}\nasync function all() {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    const r = await order();\n    if (r.status !== 503) break;\n    await sleep(1);\n  }\n}\n`,
      /order is repeated as a whole by a loop/,
    ],
  ])('and not at all where %s', async (_, body, why) => {
    expect(await keyed('javascript', inside(body))).toMatch(why);
  });

  it('and not at all in a function with a decorator that repeats it', async () => {
    const text = python('requests', 'requests.post(API)').replace('def order', '@retry(tries=3)\ndef order');
    expect(await keyed('python', text)).toMatch(/repeated as a whole by retry/);
  });

  it('and not at all where several calls would have it, because their request is made before', async () => {
    const body = request.replace(
      /\tres, err := (.*)\n/,
      '\tfor _, client := range clients {\n\t\tres, err := $1\n\t}\n',
    );
    expect(await keyed('go', go('', body))).toMatch(/several calls would have one key/);
  });

  it('and has a name of its own', async () => {
    const text = await keyed('javascript', inside(`async function order(idempotencyKey) {\n  await ${post};\n}\n`));
    expect(text).toContain('const idempotencyKey2 = crypto.randomUUID();\n');
    expect(text).toContain("'Idempotency-Key': idempotencyKey2");
  });
});

describe('no key is offered', () => {
  const cases: readonly (readonly [string, Language, string, RegExp])[] = [
    ['for a read', 'javascript', script('fetch(API)'), /its method is GET/],
    ['for a PUT', 'javascript', script("fetch(API, { method: 'PUT' })"), /its method is PUT/],
    [
      'where one is',
      'javascript',
      script("fetch(API, { method: 'POST', headers: { 'Idempotency-Key': item } })"),
      /has one already/,
    ],
    ['to another API', 'javascript', script("fetch('https://other.example/x', { method: 'POST' })"), /no call here/],
    [
      'to another host of the same name',
      'javascript',
      script("fetch('https://api.shop.example.org/x', { method: 'POST' })"),
      /no call here/,
    ],
    [
      'where headers come from elsewhere',
      'javascript',
      script("fetch(API, { method: 'POST', headers: item.headers })"),
      /headers of this call come from elsewhere/,
    ],
    [
      'where options do',
      'javascript',
      script('axios.post(API, 1, item)', "import axios from 'axios';\n"),
      /come from elsewhere/,
    ],
    [
      'where a client takes no headers',
      'typescript',
      script("client.v2.tweet('https://api.shop.example')", "import { TwitterApi } from 'twitter-api-v2';\n"),
      /takes no headers/,
    ],
    [
      'in Python where headers come from elsewhere',
      'python',
      python('requests', 'requests.post(API, headers=item)'),
      /come from elsewhere/,
    ],
    ['in Python with ** arguments', 'python', python('requests', 'requests.post(API, **item)'), /\*\* arguments/],
    [
      'in Go for http.Post',
      'go',
      go('', '\tres, err := $$CURSOR$$http.Post(api, "text/plain", nil)\n'),
      /takes no headers/,
    ],
    ['in Ruby for post_form', 'ruby', ruby('  $$CURSOR$$Net::HTTP.post_form(API, item)\n'), /takes no headers/],
    ['in C# for PostAsJsonAsync', 'csharp', csharp('client.PostAsJsonAsync(Api, item)'), /takes no headers/],
    [
      'in Java for postForEntity',
      'java',
      java(
        'org.springframework.web.client.RestTemplate',
        '    RestTemplate rest = new RestTemplate();\n    var r = $$CURSOR$$rest.postForEntity(API, "x", String.class);\n',
      ),
      /no HttpEntity/,
    ],
    [
      'in PHP for a request of Laravel that has a variable',
      'php',
      `<?php\n\nuse Illuminate\\Support\\Facades\\Http;\n\nfunction order()\n{\n    $http = Http::acceptJson();\n    return $$CURSOR$$$http->post('${address}');\n}\n`,
      /made elsewhere/,
    ],
  ];
  it.each(cases)('%s', async (_, language, marked, why) => {
    expect(await keyed(language, marked)).toMatch(why);
  });

  it('without a catalog that says so', async () => {
    const silent = catalog('shop', ['api.shop.example'], undefined);
    expect(await keyed('javascript', script("fetch(API, { method: 'POST' })"), { apis: [silent] })).toMatch(
      /no call here/,
    );
  });

  it('for a method that the API does not look at the key of', async () => {
    const pay = script("fetch('https://bank.example/pay', { method: 'PATCH' })");
    expect(await keyed('javascript', pay)).toMatch(/its method is PATCH/);
    expect(await keyed('javascript', pay.replace('PATCH', 'POST'))).toContain("'X-Request-Token': idempotencyKey");
  });
});
