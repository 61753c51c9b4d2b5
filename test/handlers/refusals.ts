import type { StrategyName } from '../../shared/catalog/catalog';

/** A call that the handler of a strategy must leave alone, with the cursor on it. */
export interface RefusalCase {
  readonly strategy: StrategyName;
  readonly language: string;
  readonly client: string;
  /** As VS Code names it. */
  readonly languageId: string;
  /** What is asked for, in a few words. */
  readonly what: string;
  readonly text: string;
}

/** An entry of each strategy, for which the handlers are asked. */
export const entries: Readonly<Record<StrategyName, string>> = {
  backoff: 'http/503',
  'wait-for-reset': 'http/429',
  'refresh-credentials': 'http/401',
  'verify-first': 'xquik/x_write_unconfirmed',
  'already-done': 'x-api-v1.1/187',
  reconnect: 'x-api-v2/streaming-connection',
  'wait-for-quota': 'x-api-v2/usage-capped',
  none: 'http/404',
};

const script = (head: string, call: string): string =>
  `${head}\nasync function send() {\n  const r = await ${call};\n  return r;\n}\n`;
const typescript = (client: string, what: string, head: string, call: string) =>
  ({ language: 'TypeScript', languageId: 'typescript', client, what, text: script(head, call) }) as const;
const follow = (client: string, what: string, head: string, call: string, body: string): RefusalCase => ({
  strategy: 'reconnect',
  language: 'TypeScript',
  languageId: 'typescript',
  client,
  what,
  text: `${head}\nasync function follow() {\n  const r = await ${call};\n  for await (const chunk of ${body}) keep(chunk);\n}\n`,
});
const python = (client: string, what: string, body: string) =>
  ({ language: 'Python', languageId: 'python', client, what, text: `import ${client}\n\n${body}\n` }) as const;
const go = (what: string, call: string) =>
  ({
    language: 'Go',
    languageId: 'go',
    client: 'net/http',
    what,
    text: `package main\n\nimport "net/http"\n\nfunc refreshToken() {}\n\nfunc send(client *http.Client, req *http.Request) error {\n\tr, err := ${call}\n\treturn use(r, err)\n}\n`,
  }) as const;
const java = (client: string, what: string, call: string) =>
  ({
    language: 'Java',
    languageId: 'java',
    client,
    what,
    text: `import java.net.http.HttpClient;\nimport okhttp3.OkHttpClient;\nimport org.springframework.web.client.RestTemplate;\n\nclass Api {\n  HttpClient client;\n  OkHttpClient http;\n  RestTemplate rest;\n\n  void refreshToken() {}\n\n  void send() throws Exception {\n    var r = ${call};\n  }\n}\n`,
  }) as const;
const kotlin = (client: string, what: string, call: string) =>
  ({
    language: 'Kotlin',
    languageId: 'kotlin',
    client,
    what,
    text: `import java.net.http.HttpClient\nimport okhttp3.OkHttpClient\n\nclass Api(private val client: HttpClient, private val http: OkHttpClient) {\n    fun refreshToken() {}\n\n    fun send() {\n        val r = ${call}\n    }\n}\n`,
  }) as const;
const ureq = (what: string, call: string) =>
  ({
    language: 'Rust',
    languageId: 'rust',
    client: 'ureq',
    what,
    text: `use ureq::Error;\n\nfn refresh_token() {}\n\nfn send(url: &str) -> Result<(), Error> {\n    let r = ${call}?;\n    Ok(())\n}\n`,
  }) as const;
const csharp = (what: string, call: string) =>
  ({
    language: 'C#',
    languageId: 'csharp',
    client: 'HttpClient',
    what,
    text: `using System.Net.Http;\n\nclass Api\n{\n    HttpClient client;\n\n    async Task Send(HttpRequestMessage request)\n    {\n        var r = await ${call};\n    }\n}\n`,
  }) as const;
const rust = (client: string, what: string, call: string, result = 'Box<dyn Error>') =>
  ({
    language: 'Rust',
    languageId: 'rust',
    client,
    what,
    text: `use ${client}::Client;\n\nfn refresh_token() {}\n\nfn send(client: &Client, url: &str) -> Result<(), ${result}> {\n    let r = ${call}?;\n    Ok(())\n}\n`,
  }) as const;
const ruby = (client: string, what: string, body: string) =>
  ({
    language: 'Ruby',
    languageId: 'ruby',
    client,
    what,
    text: `require 'net/http'\nrequire 'faraday'\n\n${body}\n`,
  }) as const;
const php = (client: string, what: string, call: string) =>
  ({
    language: 'PHP',
    languageId: 'php',
    client,
    what,
    text: `<?php\n\nuse GuzzleHttp\\Client;\n\nfunction refreshToken() {}\n\n$client = new Client();\n$curl = curl_init($url);\n$r = ${call};\n`,
  }) as const;
const shell = (what: string, command: string) =>
  ({ language: 'Shell', languageId: 'shellscript', client: 'curl', what, text: `#!/bin/sh\n\n${command}\n` }) as const;

const twitter =
  "import { TwitterApi } from 'twitter-api-v2';\nconst client = new TwitterApi('t');\nasync function refreshToken() {}";

/** What the page says of calls that are left alone; the words are those that the server answers. */
export const refusals: readonly RefusalCase[] = [
  {
    strategy: 'backoff',
    ...typescript('fetch', 'a call that p-retry repeats', '', 'pRetry(() => $$CURSOR$$fetch(url))'),
  },
  {
    strategy: 'backoff',
    ...python(
      'requests',
      'a method in a decorator that repeats it',
      '@retry\ndef send():\n    return $$CURSOR$$requests.get(url)',
    ),
  },
  { strategy: 'backoff', ...java('java.net.http', 'a future', '$$CURSOR$$client.sendAsync(request, as)') },
  { strategy: 'backoff', ...shell('an option of curl that repeats', '$$CURSOR$$curl --retry 3 "$url"') },
  {
    strategy: 'wait-for-reset',
    ...python('requests', 'a value that is assigned among the arguments', 'r = $$CURSOR$$requests.get(url := make())'),
  },
  { strategy: 'wait-for-reset', ...shell('headers that are needed elsewhere', '$$CURSOR$$curl -D headers "$url"') },
  {
    strategy: 'refresh-credentials',
    ...typescript(
      'fetch',
      'a token that was read before',
      'async function refreshToken() {}\nconst init = { headers: { Authorization: token } };',
      '$$CURSOR$$fetch(url, init)',
    ),
  },
  {
    strategy: 'refresh-credentials',
    ...typescript('twitter-api-v2', 'a client that keeps its token', twitter, '$$CURSOR$$client.v2.me()'),
  },
  {
    strategy: 'refresh-credentials',
    ...python(
      'tweepy',
      'a client that keeps its token',
      'def refresh_token():\n    write(renewed())\n\n\ndef send(client):\n    return $$CURSOR$$client.get_me()',
    ),
  },
  { strategy: 'refresh-credentials', ...go('a call without a request', '$$CURSOR$$http.Get(url)') },
  {
    strategy: 'refresh-credentials',
    ...java('OkHttp', 'a request that was made before', '$$CURSOR$$http.newCall(request).execute()'),
  },
  {
    strategy: 'refresh-credentials',
    ...rust('reqwest', 'a token that was read before', '$$CURSOR$$client.get(url).bearer_auth(url).send().await'),
  },
  {
    strategy: 'refresh-credentials',
    ...php('curl', 'a handle with a token that was read before', '$$CURSOR$$curl_exec($curl)'),
  },
  {
    strategy: 'refresh-credentials',
    ...kotlin('OkHttp', 'a request that was made before', '$$CURSOR$$http.newCall(request).execute()'),
  },
  { strategy: 'verify-first', ...ureq('a body from a reader', '$$CURSOR$$ureq::post(url).send(file)') },
  { strategy: 'verify-first', ...go('a request that was made before', '$$CURSOR$$client.Do(req)') },
  { strategy: 'verify-first', ...csharp('a message that was made before', '$$CURSOR$$client.SendAsync(request)') },
  {
    strategy: 'verify-first',
    ...java('RestTemplate', 'a result of a type of the program', '$$CURSOR$$rest.postForObject(url, post, Post.class)'),
  },
  { strategy: 'verify-first', ...php('curl', 'a handle of an object', '$$CURSOR$$curl_exec($this->curl)') },
  {
    strategy: 'already-done',
    ...typescript('twitter-api-v2', 'a result that is used', twitter, "$$CURSOR$$client.v2.tweet('x')"),
  },
  {
    strategy: 'already-done',
    ...java('RestTemplate', 'a result that is used', '$$CURSOR$$rest.postForObject(url, post, String.class)'),
  },
  { strategy: 'already-done', ...php('curl', 'a handle of an object', '$$CURSOR$$curl_exec($this->curl)') },
  follow(
    'axios',
    'a body that is read before the loop',
    "import axios from 'axios';",
    '$$CURSOR$$axios.get(url)',
    'r.data',
  ),
  follow('got', 'a body that is read as a whole', "import got from 'got';", '$$CURSOR$$got(url)', 'r.rawBody'),
  follow(
    'undici',
    'a stream in a file with a Response of its own',
    "import type { Response } from 'express';\nimport { request } from 'undici';",
    '$$CURSOR$$request(url)',
    'r.body',
  ),
  follow('twitter-api-v2', 'a stream that connects anew by itself', twitter, '$$CURSOR$$client.v2.searchStream()', 'r'),
  {
    strategy: 'reconnect',
    ...python(
      'urllib',
      'a body that is read as a whole',
      'import urllib.request\nfor line in $$CURSOR$$urllib.request.urlopen(url).read().splitlines():\n    keep(line)',
    ),
  },
  {
    strategy: 'reconnect',
    language: 'Go',
    languageId: 'go',
    client: 'resty',
    what: 'a stream of a client with a time limit',
    text: 'package main\n\nimport "github.com/go-resty/resty/v2"\n\nfunc follow(url string) {\n\tclient := resty.New().SetTimeout(limit)\n\tr, err := $$CURSOR$$client.R().SetDoNotParseResponse(true).Get(url)\n\tscanner := bufio.NewScanner(r.RawBody())\n\tfor scanner.Scan() {\n\t}\n}\n',
  },
  {
    strategy: 'reconnect',
    ...kotlin(
      'OkHttp',
      'a stream of OkHttp 4',
      '$$CURSOR$$http.newCall(Request.Builder().url(url).build()).execute()\n        val source = r.body!!.source()\n        while (!source.exhausted()) keep(source.readUtf8Line())',
    ),
  },
  { strategy: 'reconnect', ...java('RestTemplate', 'a stream', '$$CURSOR$$rest.getForObject(url, Resource.class)') },
  {
    strategy: 'reconnect',
    ...ruby('Faraday', 'a stream', 'Faraday.$$CURSOR$$get(url) { |request| request.options.on_data = keep }'),
  },
  {
    strategy: 'reconnect',
    language: 'Rust',
    languageId: 'rust',
    client: 'reqwest',
    what: 'a stream by a trait of another crate',
    text: 'use reqwest::Client;\n\nasync fn follow(client: &Client) -> anyhow::Result<()> {\n    let r = $$CURSOR$$client.get(url).send().await?;\n    let mut stream = r.bytes_stream();\n    while let Some(chunk) = stream.next().await {}\n    Ok(())\n}\n',
  },
  { strategy: 'reconnect', ...php('curl', 'an answer that comes as a whole', '$$CURSOR$$curl_exec($curl)') },
  {
    strategy: 'reconnect',
    language: 'PHP',
    languageId: 'php',
    client: 'Laravel',
    what: 'a stream that retry() opens again',
    text: "<?php\n\nuse Illuminate\\Support\\Facades\\Http;\n\n$r = Http::retry(3)->withOptions(['stream' => true])->$$CURSOR$$get($url);\nwhile (!$r->getBody()->eof()) keep($r->getBody()->read(1));\n",
  },
  {
    strategy: 'reconnect',
    ...shell(
      'an option that prints among the lines',
      '$$CURSOR$$curl -N -w "%{time_total}" "$url" | while read -r line; do keep; done',
    ),
  },
  { strategy: 'wait-for-quota', ...kotlin('java.net.http', 'a future', '$$CURSOR$$client.sendAsync(request, text)') },
  { strategy: 'wait-for-quota', ...java('java.net.http', 'a future', '$$CURSOR$$client.sendAsync(request, as)') },
  {
    strategy: 'wait-for-quota',
    ...php('curl', 'a handle that prints its answer', '$$CURSOR$$curl_exec($curl)'),
  },
  {
    strategy: 'none',
    ...rust(
      'reqwest',
      'a function that returns errors of one type',
      '$$CURSOR$$client.get(url).send().await',
      'reqwest::Error',
    ),
  },
  { strategy: 'none', ...shell('an option that leaves out the answer', '$$CURSOR$$curl -fsS "$url"') },
];
