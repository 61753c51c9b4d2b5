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

/** A file of TypeScript or JavaScript whose function `load` sends. */
const script: Pick<Case, 'program' | 'others'> = {
  program: (renew, send) =>
    `import axios from 'axios';\n\nlet token = 'old';\nconst fixed = { headers: { Authorization: token } };\n${renew}\n\nasync function load(old) {\n  ${send}\n  if (r.status === 40$$CURSOR$$1) {\n    throw new Error('x');\n  }\n}\n`,
  others: ['async function refreshToken(user) {}', 'async function show() {}'],
};

const cases: Readonly<Partial<Record<Language, Case>>> = {
  typescript: {
    ...script,
    renew: "async function refreshToken() {\n  token = 'new';\n}",
    send: 'const r = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });',
    becomes: '() => fetch(url, { headers: { Authorization: `Bearer ${token}` } }),\n    { renew: refreshToken },',
    stale: [
      'const r = await fetch(url);',
      'const r = await fetch(url, fixed);',
      'const r = await fetch(url, { headers: { Authorization: old } });',
      'const headers = { Authorization: token };\n  const r = await fetch(url, { headers });',
      'const r = await fetch(url, { headers: authHeaders(old) });',
      'const r = await axios.get(url);',
    ],
  },
  javascript: {
    ...script,
    renew: "async function refreshToken() {\n  axios.defaults.headers.common.Authorization = 'new';\n}",
    send: 'const r = await axios.get(url);',
    becomes: 'const r = await withRenewal(() => axios.get(url), { renew: refreshToken });',
    stale: ['const r = await fetch(url);', "const r = await axios.get(url, { headers: { 'Authorization': old } });"],
  },
  python: {
    program: (renew, send) =>
      `import requests\n\nsession = requests.Session()\n\n\n${renew}\n\n\ndef load(old):\n    ${send}\n    if r.status_code == 40$$CURSOR$$1:\n        raise Gone()\n`,
    renew: 'def refresh_token():\n    session.headers["Authorization"] = make()',
    send: 'r = session.get(url)',
    becomes: 'r = call_with_renewal(lambda: session.get(url), renew=refresh_token)',
    stale: [
      'r = requests.get(url)',
      'r = session.get(url, headers={"Authorization": old})',
      'r = session.get(url, auth=(user, old))',
      'headers = {"Authorization": token}\n    r = requests.get(url, headers=headers)',
    ],
    others: ['def refresh_token(user):\n    pass', 'def show():\n    pass'],
  },
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
  java: {
    program: (renew, send) =>
      `import java.net.http.HttpClient;\n\nclass Api {\n  private final HttpClient client = HttpClient.newHttpClient();\n\n  ${renew}\n\n  void load(String old) throws Exception {\n    ${send}\n    if (r.statusCode() == 40$$CURSOR$$1) {\n      throw new Gone();\n    }\n  }\n}\n`,
    renew: 'void refreshToken() throws IOException {}',
    send: 'var r = client.send(HttpRequest.newBuilder(u).header("Authorization", token).build(), as);',
    becomes:
      'var r = Renewal.send(\n        () -> client.send(HttpRequest.newBuilder(u).header("Authorization", token).build(), as),\n        () -> refreshToken());',
    stale: [
      'var r = client.send(request, as);',
      'var r = client.send(HttpRequest.newBuilder(u).header("Authorization", old).build(), as);',
    ],
    others: ['void refreshToken(int user) {}', 'void refreshToken() throws Exception {}', 'void show() {}'],
  },
  kotlin: {
    program: (renew, send) =>
      `import java.net.http.HttpClient\n\nclass Api(private val client: HttpClient) {\n    ${renew}\n\n    fun load(old: String) {\n        ${send}\n        if (r.statusCode() == 40$$CURSOR$$1) {\n            throw Gone()\n        }\n    }\n}\n`,
    renew: 'private fun refreshToken() {}',
    send: 'val r = client.send(HttpRequest.newBuilder(u).header("Authorization", token).build(), text)',
    becomes:
      'val r = sendWithRenewal(renew = { refreshToken() }) {\n            client.send(HttpRequest.newBuilder(u).header("Authorization", token).build(), text)\n        }',
    stale: [
      'val r = client.send(request, text)',
      'val r = client.send(HttpRequest.newBuilder(u).header("Authorization", old).build(), text)',
      'val token = current()\n        val r = client.send(HttpRequest.newBuilder(u).header("Authorization", token).build(), text)',
    ],
    others: ['fun refreshToken(user: Int) {}', 'suspend fun refreshToken() {}', 'fun show() {}'],
  },
  csharp: {
    program: (renew, send) =>
      `using System.Net.Http;\n\nclass Api\n{\n    private readonly HttpClient client;\n\n    ${renew}\n\n    async Task Load(string old)\n    {\n        ${send}\n        if ((int)r.StatusCode == 40$$CURSOR$$1)\n        {\n            throw new Gone();\n        }\n    }\n}\n`,
    renew: 'Task RefreshToken() { client.DefaultRequestHeaders.Authorization = Make(); return Done; }',
    send: 'var r = await client.GetAsync(url);',
    becomes: 'var r = await Renewal.SendAsync(() => client.GetAsync(url), RefreshToken);',
    stale: [
      'var r = await client.SendAsync(request);',
      'var r = await client.SendAsync(new HttpRequestMessage(M, u) { Headers = { { "Authorization", old } } });',
    ],
    others: ['Task RefreshToken(int user) { return Done; }', 'string RefreshToken() { return ""; }', 'void Show() {}'],
  },
  ruby: {
    program: (renew, send) =>
      `require 'net/http'\n\n${renew}\n\ndef load(old)\n  ${send}\n  raise Gone if r.code.to_i == 40$$CURSOR$$1\nend\n`,
    renew: 'def refresh_token\nend',
    send: "r = Net::HTTP.get_response(URL, 'Authorization' => $token)",
    becomes:
      "r = Renewal.call(renew: method(:refresh_token)) { Net::HTTP.get_response(URL, 'Authorization' => $token) }",
    stale: ['r = Net::HTTP.get_response(URL)', "r = Net::HTTP.get_response(URL, 'Authorization' => old)"],
    others: ['def refresh_token(user)\nend', 'def refresh_token user\nend', 'def show\nend'],
  },
  php: {
    program: (renew, send) =>
      `<?php\n\nuse GuzzleHttp\\Client;\n\nclass Api\n{\n    private Client $client;\n\n    ${renew}\n\n    public function load($old)\n    {\n        ${send}\n        if ($r->getStatusCode() === 40$$CURSOR$$1) {\n            throw new Gone();\n        }\n    }\n}\n`,
    renew: 'private function refreshToken(): void {}',
    send: "$r = $this->client->get('u', ['headers' => ['Authorization' => $this->token]]);",
    becomes:
      "$r = self::withRenewal(\n            fn() => $this->client->get('u', ['headers' => ['Authorization' => $this->token]]),\n            fn() => $this->refreshToken(),\n        );",
    stale: [
      "$r = $this->client->get('u');",
      "$r = $this->client->get('u', ['headers' => ['Authorization' => $old]]);",
      "$r = $this->client->get('u', ['headers' => ['Authorization' => \"Bearer $old\"]]);",
    ],
    others: ['private function refreshToken($user) {}', 'private function show() {}'],
  },
  shellscript: {
    program: (renew, send) =>
      `#!/bin/bash\n\n${renew}\n\nload() {\n\t${send}\n\tif [ "$status" == 40$$CURSOR$$1 ]; then\n\t\treturn 1\n\tfi\n}\n`,
    renew: 'refresh_token() {\n\tmake_token >"$token"\n}',
    send: 'status=$(curl -w \'%{http_code}\' -H "Authorization: Bearer $(cat "$token")" "$url")',
    becomes:
      'status=$(\n\t\tsend() { curl -w \'%{http_code}\' -H "Authorization: Bearer $(cat "$token")" "$url" "$@"; }\n\t\tcurl_with_renewal refresh_token send\n\t)',
    stale: [
      'status=$(curl "$url")',
      'status=$(curl -H "Authorization: Bearer $old" "$url")',
      'status=$(curl -H "Authorization: Bearer $(cat "$other")" "$url")',
    ],
    others: [
      'refresh_token() {\n\ttoken=$(make_token)\n}',
      'refresh_token() {\n\tmake_token "$1" >"$token"\n}',
      'show() {\n\tmake_token >"$token"\n}',
    ],
  },
  rust: {
    program: (renew, send) =>
      `use reqwest::blocking::Client;\n\n${renew}\n\nfn load(client: &Client, old: &str) -> reqwest::Result<()> {\n    ${send}\n    if r.status().as_u16() == 40$$CURSOR$$1 {\n        return Err(gone());\n    }\n    Ok(())\n}\n`,
    renew: 'fn refresh_token() {}',
    send: 'let r = client.get(URL).bearer_auth(token()).send()?;',
    becomes: 'let r = renewal::call(refresh_token, || {\n        client.get(URL).bearer_auth(token()).send()\n    })?;',
    stale: [
      'let r = client.get(URL).send()?;',
      'let r = client.get(URL).bearer_auth(old).send()?;',
      'let r = client.get(URL).header("Authorization", old).send()?;',
    ],
    others: ['fn refresh_token(user: u8) {}', 'fn refresh_token() -> String { make() }', 'fn show() {}'],
  },
};

const { java, kotlin } = cases;

/** Further clients of the languages. */
const further: readonly (readonly [Language, Case])[] = java
  ? [
      [
        'python',
        {
          program: (renew, send) =>
            `import tweepy\n\nclient = tweepy.Client(token)\n\n\n${renew}\n\n\ndef make_client():\n    return tweepy.Client(read_token())\n\n\ndef load(old):\n    try:\n        ${send}\n    except tweepy.HTTPException as e:\n        if e.response.status_code == 40$$CURSOR$$1:\n            raise Gone()\n`,
          renew: 'def refresh_token():\n    global client\n    client = tweepy.Client(renewed())',
          send: 'client.create_tweet(text="x")',
          becomes: 'call_with_renewal(lambda: client.create_tweet(text="x"), renew=refresh_token)',
          stale: [],
          others: ['def refresh_token(user):\n    global client\n    client = tweepy.Client(user)'],
        },
      ],
      [
        'python',
        {
          program: (renew, send) =>
            `import tweepy\n\n\n${renew}\n\n\ndef make_client():\n    return tweepy.Client(read_token())\n\n\ndef load(old):\n    try:\n        ${send}\n    except tweepy.HTTPException as e:\n        if e.response.status_code == 40$$CURSOR$$1:\n            raise Gone()\n`,
          renew: 'def refresh_token():\n    write_token(renewed())',
          send: 'client = make_client()\n        client.get_me()',
          becomes: 'call_with_renewal(lambda: make_client().get_me(), renew=refresh_token)',
          stale: [],
          others: [],
        },
      ],
      [
        'go',
        {
          program: (renew, send) =>
            `package main\n\nimport "github.com/go-resty/resty/v2"\n\nvar client = resty.New()\n\n${renew}\n\nfunc load(old string) error {\n${send}\n\tif res.StatusCode() == 40$$CURSOR$$1 {\n\t\treturn err\n\t}\n\treturn nil\n}\n`,
          renew: 'func refreshToken() { client.SetAuthToken(fetch()) }',
          send: '\tres, err := client.R().Get(url)',
          becomes:
            'res, err := withRestyRenewal(func() (*resty.Response, error) { return client.R().Get(url) }, func() error {\n\t\trefreshToken()\n\t\treturn nil\n\t})',
          stale: [
            '\tres, err := client.R().SetAuthToken(old).Get(url)',
            '\ttoken := current()\n\tres, err := client.R().SetHeader("Authorization", token).Get(url)',
            '\treq := client.R().SetAuthToken(c.token)\n\tres, err := req.Get(url)',
            '\tres, err := other.R().Get(url)',
          ],
          others: ['func refreshToken() (string, error) { return "", nil }', 'func show() {}'],
        },
      ],
      [
        'go',
        {
          program: (renew, send) =>
            `package main\n\nimport "github.com/go-resty/resty/v2"\n\n${renew}\n\nfunc (a *api) load(old string) error {\n${send}\n\tif res.StatusCode() == 40$$CURSOR$$1 {\n\t\treturn err\n\t}\n\treturn nil\n}\n`,
          renew: 'func refreshToken() error { return nil }',
          send: '\tres, err := a.client.R().SetAuthToken(a.token).Get(url)',
          becomes:
            'res, err := withRestyRenewal(func() (*resty.Response, error) { return a.client.R().SetAuthToken(a.token).Get(url) }, refreshToken)',
          stale: ['\tres, err := a.client.R().Get(url)'],
          others: ['func refreshToken(user string) error { return nil }'],
        },
      ],
      [
        'java',
        {
          ...java,
          program: (renew, send) =>
            java.program(renew, send).replace('java.net.http.HttpClient', 'okhttp3.OkHttpClient'),
          send: 'var r = client.newCall(new Request.Builder().header("Authorization", token).build()).execute();',
          becomes:
            'var r = OkHttpRenewal.execute(\n        () -> client.newCall(new Request.Builder().header("Authorization", token).build()).execute(),\n        () -> refreshToken());',
          stale: [
            'var r = client.newCall(request).execute();',
            'var r = client.newCall(new Request.Builder().header("Authorization", old).build()).execute();',
          ],
          others: [...java.others, 'void refreshToken() throws InterruptedException {}'],
        },
      ],
      [
        'java',
        {
          ...java,
          program: (renew, send) =>
            `import org.springframework.web.client.RestTemplate;\n\nclass Api {\n  private final RestTemplate client;\n\n  ${renew}\n\n  void load(String old) {\n    try {\n      ${send}\n    } catch (HttpStatusCodeException e) {\n      if (e.getRawStatusCode() == 40$$CURSOR$$1) {\n        throw new Gone();\n      }\n    }\n  }\n}\n`,
          renew: 'void refreshToken() {}',
          send: 'client.exchange(u, HttpMethod.PUT, new HttpEntity<>(post, authHeaders()), Post.class);',
          becomes:
            'RestRenewal.call(\n          () -> client.exchange(u, HttpMethod.PUT, new HttpEntity<>(post, authHeaders()), Post.class),\n          () -> refreshToken());',
          stale: [
            'client.getForObject(u, Post.class);',
            'client.exchange(u, HttpMethod.PUT, new HttpEntity<>(post, authHeaders(old)), Post.class);',
            'client.exchange(u, HttpMethod.PUT, new HttpEntity<>(post, headers), Post.class);',
            'client.exchange(u, HttpMethod.PUT, new HttpEntity<>(post()), Post.class);',
          ],
          others: [...java.others, 'void refreshToken() throws IOException {}'],
        },
      ],
    ]
  : [];

describe('in java, a request that the statement above makes', () => {
  const request = 'HttpRequest request =\n        HttpRequest.newBuilder(u).header("Authorization", token).build();';
  const sent = 'var r = client.send(request, as);';
  const program = (send: string): string => java?.program(java.renew, send) ?? '';

  it('is made in the function, with the new credentials', async () => {
    const { text } = await apply('java', program(`${request}\n    ${sent}`), 'refresh-credentials');
    expect(text).toContain(
      '    var r =\n        Renewal.send(\n            () -> {\n              HttpRequest request =\n                  HttpRequest.newBuilder(u).header("Authorization", token).build();\n              return client.send(request, as);\n            },\n            () -> refreshToken());\n',
    );
  });

  it.each([
    ['that others use, too', `${request}\n    ${sent}\n    keep(request);`, /old credentials/],
    ['with a token of the function', `${request.replace('token', 'old')}\n    ${sent}`, /old credentials/],
    ['in whose place another may be', `${request}\n    ${sent}\n    request = other;`, /old credentials/],
    ['from what is assigned twice', `u = other;\n    ${request}\n    ${sent}`, /u is assigned more than once/],
  ])('stays where it is: %s', async (_what, send, why) => {
    expect(await refusal('java', program(send), 'refresh-credentials')).toMatch(why);
  });
});

describe('in kotlin, a request that the statement above makes', () => {
  const request =
    'val request = HttpRequest.newBuilder(u)\n            .header("Authorization", token)\n            .build()';
  const sent = 'val r = client.send(request, text)';
  const program = (send: string): string => kotlin?.program(kotlin.renew, send) ?? '';

  it('is made in the block, with the new credentials', async () => {
    const { text } = await apply('kotlin', program(`${request}\n        ${sent}`), 'refresh-credentials');
    expect(text).toContain(
      '        val r = sendWithRenewal(renew = { refreshToken() }) {\n            val request = HttpRequest.newBuilder(u)\n                .header("Authorization", token)\n                .build()\n            client.send(request, text)\n        }\n',
    );
  });

  it.each([
    ['that others use, too', `${request}\n        ${sent}\n        keep(request)`],
    ['that is not right above', `${request}\n        keep(u)\n        ${sent}`],
    ['with a token of the function', `${request.replace('token', 'old')}\n        ${sent}`],
    ['without credentials', `${request.replace('Authorization', 'Accept')}\n        ${sent}`],
    ['with a comment below it', `${request}\n        // Sent once.\n        ${sent}`],
  ])('stays where it is: %s', async (_what, send) => {
    expect(await refusal('kotlin', program(send), 'refresh-credentials')).toMatch(/old credentials/);
  });
});

it('in kotlin, a call reaches the functions of the file and of companions, not those of another class', async () => {
  const around = (renew: string, rest: string): string => `${kotlin?.program(renew, kotlin.send) ?? ''}${rest}\n`;
  for (const program of [
    around('', 'fun refreshToken() {}'),
    around('companion object {\n        fun refreshToken() {}\n    }', ''),
  ]) {
    const { text } = await apply('kotlin', program, 'refresh-credentials');
    expect(text).toContain('renew = { refreshToken() }');
  }
  const elsewhere = around('', 'class Other {\n    fun refreshToken() {}\n}');
  expect(await refusal('kotlin', elsewhere, 'refresh-credentials')).toMatch(/before the credentials are renewed/);
});

it.each([
  ['typescript', 'const r = await fetch(url, { headers: authHeaders() });'],
  ['typescript', 'const r = await fetch(url, await withToken({}));'],
  ['typescript', "const r = await fetch(url, { credentials: 'include' });"],
] as const)('in %s, a call has other credentials each time: %s', async (language, send) => {
  const { text } = await apply(
    language,
    script.program('async function refreshToken() {}', send),
    'refresh-credentials',
  );
  expect(text).toMatch(/await withRenewal\(/);
});

it('in javascript, an interceptor may give a call its credentials', async () => {
  const renew = 'axios.interceptors.request.use(authorize);\nasync function refreshToken() {}';
  const { text } = await apply(
    'javascript',
    script.program(renew, 'const r = await axios.get(url);'),
    'refresh-credentials',
  );
  expect(text).toContain('await withRenewal(() => axios.get(url), { renew: refreshToken });');
});

describe('in php, a handle of curl', () => {
  const program = (setup: string): string =>
    `<?php\n\nclass Api\n{\n    private function refreshToken(): void\n    {\n    }\n\n    public function load(string $old)\n    {\n        $c = curl_init('u');\n        curl_setopt($c, CURLOPT_RETURNTRANSFER, true);\n        ${setup}\n        $body = curl_exec($c);\n        if (curl_getinfo($c, CURLINFO_RESPONSE_CODE) === 40$$CURSOR$$1) {\n            throw new RuntimeException('x');\n        }\n    }\n}\n`;

  it.each([
    [
      "curl_setopt($c, CURLOPT_HTTPHEADER, ['Authorization: ' . $this->token]);",
      "CURLOPT_HTTPHEADER, ['Authorization: ' . $this->token]",
    ],
    ['curl_setopt_array($c, [CURLOPT_XOAUTH2_BEARER => $this->token()]);', 'CURLOPT_XOAUTH2_BEARER, $this->token()'],
  ])('gets its credentials once more: %s', async (setup, given) => {
    const { text } = await apply('php', program(setup), 'refresh-credentials');
    expect(text).toContain(
      `$body = self::curlWithRenewal($c, function () use ($c) {\n            $this->refreshToken();\n            curl_setopt($c, ${given});\n        });`,
    );
    expect(text).toContain('    private static function curlWithRenewal(');
  });

  it.each([
    '',
    "curl_setopt($c, CURLOPT_HTTPHEADER, ['Accept: x']);",
    "curl_setopt($c, CURLOPT_HTTPHEADER, ['Authorization: ' . $old]);",
    'curl_setopt($c, CURLOPT_USERPWD, $old);',
  ])('is left alone when it would have the old ones: %s', async (setup) => {
    expect(await refusal('php', program(setup), 'refresh-credentials')).toMatch(/old credentials/);
  });
});

it.each([
  ['async fn refresh_token() {}', 'refresh_token'],
  ['pub async fn refresh_token() {}', 'refresh_token'],
  ['fn refresh_token() {}', '|| async { refresh_token() }'],
])('in rust, an awaited call awaits what renews: %s', async (renew, given) => {
  const program = cases.rust?.program(renew, 'let r = client.get(URL).bearer_auth(token()).send().await?;') ?? '';
  const { text } = await apply('rust', program.replace('reqwest::blocking', 'reqwest'), 'refresh-credentials');
  expect(text).toContain(`let r = renewal_async::call(${given}, || {`);
});

it('in rust, a call that is not awaited cannot await what renews', async () => {
  const program = cases.rust?.program('async fn refresh_token() {}', cases.rust.send) ?? '';
  expect(await refusal('rust', program, 'refresh-credentials')).toMatch(/before the credentials/);
});

it.each([
  'client = tweepy.Client(token)\n    client.get_me()',
  'client = make_client(old)\n    client.get_me()',
  'client = kept_client()\n    client.get_me()',
  'client = first_client()\n    client.get_me()',
  'client = make_client()\n    client = other\n    client.get_me()',
  'old.client.get_me()',
])('in python, a client of tweepy that keeps its token is left alone: %s', async (send) => {
  const program = `import functools\nimport tweepy\n\n\ndef refresh_token():\n    write_token(renewed())\n\n\ndef make_client():\n    return tweepy.Client(read_token())\n\n\n@functools.cache\ndef kept_client():\n    return tweepy.Client(read_token())\n\n\ndef first_client():\n    return clients[0]\n\n\ndef load(old):\n    ${send}$$CURSOR$$\n`;
  expect(await refusal('python', program, 'refresh-credentials')).toMatch(/keeps the token that it was made with/);
});

it('in python, a client of tweepy that a function has for itself is not the one that the renewal gives', async () => {
  const program =
    'import tweepy\n\n\ndef refresh_token():\n    global client\n    client = tweepy.Client(renewed())\n\n\ndef load(old):\n    client = old\n    client.get_me()$$CURSOR$$\n';
  expect(await refusal('python', program, 'refresh-credentials')).toMatch(/keeps the token that it was made with/);
});

describe.each([...(Object.entries(cases) as [Language, Case][]), ...further])('in %s, a call', (language, one) => {
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
