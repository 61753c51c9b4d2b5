import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RuleCode } from '../../../shared/rules';
import { neverCancelled, testDocument, testService } from '../support';

const abilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  annotations: false,
  createFiles: false,
  commands: [],
};

/** The text after the first fix of a rule in it, as an editor is offered it. Without a fix the text stays. */
async function fixed(languageId: string, rule: RuleCode, text: string): Promise<{ titles: string[]; after: string }> {
  const document = testDocument(languageId, text);
  const diagnostics = await testService().diagnostics(document, 'hint', neverCancelled);
  const found = diagnostics.find(({ code }) => code === rule);
  if (!found) {
    throw new Error(`nothing is found by ${rule} in\n${text}`);
  }
  const context = { diagnostics: [found], triggerKind: 1 as const };
  const actions = await testService().codeActions(document, found.range, context, abilities, neverCancelled);
  const fixes = actions.filter(({ title }) => !/^(?:Retry|Wrap|Replace the loop|Ignore|Turn off|Look up) /.test(title));
  const [edits = []] = fixes.flatMap(({ edit }) => Object.values(edit?.changes ?? {}));
  return { titles: fixes.map(({ title }) => title), after: TextDocument.applyEdits(document, edits) };
}

/** Applies the fixes of a rule, and looks that they leave nothing for it to find. */
async function expectFixed(languageId: string, rule: RuleCode, before: string, after: string): Promise<void> {
  expect((await fixed(languageId, rule, before)).after).toBe(after);
  const { findings } = await testService().checkRules(testDocument(languageId, after));
  expect(findings.all.filter((finding) => finding.rule === rule)).toEqual([]);
}

async function expectNoFix(languageId: string, rule: RuleCode, text: string): Promise<void> {
  expect(await fixed(languageId, rule, text)).toEqual({ titles: [], after: text });
}

describe('a missing time limit is added', () => {
  it.each([
    ['fetch alone', 'await fetch(url);\n', 'await fetch(url, { signal: AbortSignal.timeout(10_000) });\n'],
    [
      'options on one line',
      "await fetch(hook, { method: 'POST', body });\n",
      "await fetch(hook, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });\n",
    ],
    [
      'options over several lines',
      'const res = await fetch(url, {\n  headers: { authorization: token },\n});\n',
      'const res = await fetch(url, {\n  headers: { authorization: token },\n  signal: AbortSignal.timeout(10_000),\n});\n',
    ],
    [
      'options without a last comma',
      "fetch(url, {\r\n\tmethod: 'PUT'\r\n}).then(show);\r\n",
      "fetch(url, {\r\n\tmethod: 'PUT',\r\n\tsignal: AbortSignal.timeout(10_000)\r\n}).then(show);\r\n",
    ],
    ['no options', 'await fetch(url, {});\n', 'await fetch(url, { signal: AbortSignal.timeout(10_000) });\n'],
  ])('in TypeScript: %s', (_, before, after) => expectFixed('typescript', 'no-timeout', before, after));

  it.each([
    ['a get', 'data = requests.get(URL).json()\n', 'data = requests.get(URL, timeout=10).json()\n'],
    [
      'arguments over several lines',
      'r = requests.post(\n    url,\n    json=body,\n)\n',
      'r = requests.post(\n    url,\n    json=body,\n    timeout=10,\n)\n',
    ],
    [
      'a comment behind the last',
      'r = requests.get(\n    url,  # the list\n)\n',
      'r = requests.get(\n    url,  # the list\n    timeout=10,\n)\n',
    ],
  ])('in Python: %s', (_, before, after) =>
    expectFixed('python', 'no-timeout', `import requests\n\n${before}`, `import requests\n\n${after}`),
  );

  it.each([
    [
      'curl',
      'shellscript',
      'for i in 1 2 3; do\n  curl -sf "$API/items" -o items.json && break\ndone\n',
      'for i in 1 2 3; do\n  curl --max-time 10 -sf "$API/items" -o items.json && break\ndone\n',
    ],
    [
      'a cmdlet over several lines',
      'powershell',
      'foreach ($n in 1..3) {\n  try {\n    $r = Invoke-RestMethod -Uri $Uri `\n      -Method Get\n    break\n  } catch { Start-Sleep $n }\n}\n',
      'foreach ($n in 1..3) {\n  try {\n    $r = Invoke-RestMethod -TimeoutSec 10 -Uri $Uri `\n      -Method Get\n    break\n  } catch { Start-Sleep $n }\n}\n',
    ],
  ])('of %s', (_, languageId, before, after) => expectFixed(languageId, 'no-timeout', before, after));

  const go = (line: string) =>
    `package main\n\nimport (\n\t"net/http"\n\t"time"\n)\n\nfunc load(url string) (*http.Response, error) {\n${line}}\n`;
  it.each([
    ['http.Get', '\treturn http.Get(url)\n', '\treturn (&http.Client{Timeout: 10 * time.Second}).Get(url)\n'],
    [
      'the default client',
      '\treturn http.DefaultClient.Get(url)\n',
      '\treturn (&http.Client{Timeout: 10 * time.Second}).Get(url)\n',
    ],
    [
      'a new client',
      '\tclient := &http.Client{}\n\treturn client.Get(url)\n',
      '\tclient := &http.Client{Timeout: 10 * time.Second}\n\treturn client.Get(url)\n',
    ],
    [
      'a new client with a transport',
      '\tclient := http.Client{\n\t\tTransport: tr,\n\t}\n\treturn client.Get(url)\n',
      '\tclient := http.Client{\n\t\tTransport: tr,\n\t\tTimeout:   10 * time.Second,\n\t}\n\treturn client.Get(url)\n',
    ],
  ])('in Go: %s', (_, before, after) => expectFixed('go', 'no-timeout', go(before), go(after)));

  it('not in Go where gofmt would move the other fields', () =>
    expectNoFix('go', 'no-timeout', go('\tclient := http.Client{\n\t\tJar: jar,\n\t}\n\treturn client.Get(url)\n')));

  it('not in Go where the file does not import time', () =>
    expectNoFix('go', 'no-timeout', 'import "net/http"\n\nfunc f() {\n\thttp.Get(url)\n}\n'));

  const java = (line: string) => `class A {\n  String load(URI uri) throws Exception {\n${line}  }\n}\n`;
  it.each([
    [
      'a request',
      '    HttpRequest request = HttpRequest.newBuilder(uri).build();\n    return client.send(request, BodyHandlers.ofString()).body();\n',
      '    HttpRequest request = HttpRequest.newBuilder(uri).timeout(java.time.Duration.ofSeconds(10)).build();\n    return client.send(request, BodyHandlers.ofString()).body();\n',
    ],
    [
      'a request over several lines',
      '    HttpRequest request = HttpRequest.newBuilder(uri)\n        .GET()\n        .build();\n    return client.send(request, BodyHandlers.ofString()).body();\n',
      '    HttpRequest request = HttpRequest.newBuilder(uri)\n        .GET()\n        .timeout(java.time.Duration.ofSeconds(10))\n        .build();\n    return client.send(request, BodyHandlers.ofString()).body();\n',
    ],
    [
      'a connection',
      '    URLConnection conn = url.openConnection();\n    return read(conn.getInputStream());\n',
      '    URLConnection conn = url.openConnection();\n    conn.setReadTimeout(10_000);\n    return read(conn.getInputStream());\n',
    ],
  ])('in Java: %s', (_, before, after) => expectFixed('java', 'no-timeout', java(before), java(after)));

  it('not in Java where it is open which request is sent', () =>
    expectNoFix(
      'java',
      'no-timeout',
      java(
        '    var a = HttpRequest.newBuilder(uri).build();\n    var b = HttpRequest.newBuilder(uri).build();\n    return client.send(a, BodyHandlers.ofString()).body();\n',
      ),
    ));

  it.each([
    [
      'curl',
      '$ch = curl_init($url);\nif (curl_exec($ch) === false) {\n    fail();\n}\n',
      '$ch = curl_init($url);\ncurl_setopt($ch, CURLOPT_TIMEOUT, 10);\nif (curl_exec($ch) === false) {\n    fail();\n}\n',
    ],
    [
      'a client of Guzzle',
      '$client = new Client();\n$response = $client->get($url);\n',
      "$client = new Client(['timeout' => 10]);\n$response = $client->get($url);\n",
    ],
    [
      'a client with options',
      '$client = new Client(["base_uri" => $base]);\n$response = $client->get("/users");\n',
      '$client = new Client(["base_uri" => $base, "timeout" => 10]);\n$response = $client->get("/users");\n',
    ],
  ])('in PHP: %s', (_, before, after) => expectFixed('php', 'no-timeout', `<?php\n\n${before}`, `<?php\n\n${after}`));
});

describe('the errors beside the data are printed', () => {
  const load = (lines: string) =>
    `async function load(ids: string[]) {\n  const res = await fetch(\`https://api.x.com/2/tweets?ids=\${ids}\`, { headers, signal });\n${lines}}\n`;
  it.each([
    [
      'an answer with a name',
      '  const body = await res.json();\n  return body.data;\n',
      '  const body = await res.json();\n  for (const error of body.errors ?? []) {\n    console.warn(`${error.title}: ${error.detail}`);\n  }\n  return body.data;\n',
    ],
    [
      'an answer without a name',
      '  return (await res.json()).data;\n',
      '  const body = await res.json();\n  for (const error of body.errors ?? []) {\n    console.warn(`${error.title}: ${error.detail}`);\n  }\n  return body.data;\n',
    ],
    [
      'in the head of a loop',
      '  const body = await res.json();\n  for (const tweet of body.data) save(tweet);\n',
      '  const body = await res.json();\n  for (const error of body.errors ?? []) {\n    console.warn(`${error.title}: ${error.detail}`);\n  }\n  for (const tweet of body.data) save(tweet);\n',
    ],
  ])('in TypeScript: %s', (_, before, after) =>
    expectFixed('typescript', 'ignores-partial-errors', load(before), load(after)),
  );

  it('not where the answer is known inside an expression alone', () =>
    expectNoFix('typescript', 'ignores-partial-errors', load('  return res.json().then((body) => body.data);\n')));

  it.each([
    [
      'a dictionary',
      'def load(ids):\n    res = requests.get("https://api.x.com/2/tweets", params={"ids": ids}, timeout=10)\n    return res.json()["data"]\n',
      'def load(ids):\n    res = requests.get("https://api.x.com/2/tweets", params={"ids": ids}, timeout=10)\n    body = res.json()\n    for error in body.get("errors", []):\n        print(error["title"], error["detail"])\n    return body["data"]\n',
    ],
    [
      'an answer of tweepy, in a file with a logger',
      'log = logging.getLogger(__name__)\n\ndef texts(client: tweepy.Client, ids):\n    response = client.get_tweets(ids)\n    return [post.text for post in response.data]\n',
      'log = logging.getLogger(__name__)\n\ndef texts(client: tweepy.Client, ids):\n    response = client.get_tweets(ids)\n    for error in response.errors:\n        log.warning("%s: %s", error["title"], error["detail"])\n    return [post.text for post in response.data]\n',
    ],
  ])('in Python: %s', (_, before, after) =>
    expectFixed(
      'python',
      'ignores-partial-errors',
      `import requests\nimport tweepy\n\n${before}`,
      `import requests\nimport tweepy\n\n${after}`,
    ),
  );
});

describe('a missing option of a retry library is added', () => {
  it.each([
    [
      'axios-retry',
      "import axiosRetry from 'axios-retry';\n\naxiosRetry(client, { retries: 3 });\n",
      "import axiosRetry from 'axios-retry';\n\naxiosRetry(client, { retries: 3, retryDelay: axiosRetry.exponentialDelay });\n",
    ],
    [
      'axios-retry without options',
      "import axiosRetry from 'axios-retry';\n\naxiosRetry(client);\n",
      "import axiosRetry from 'axios-retry';\n\naxiosRetry(client, { retryDelay: axiosRetry.exponentialDelay });\n",
    ],
    [
      'cockatiel',
      "import { handleAll, retry, ExponentialBackoff } from 'cockatiel';\n\nexport const policy = retry(handleAll, { backoff: new ExponentialBackoff() });\n",
      "import { handleAll, retry, ExponentialBackoff } from 'cockatiel';\n\nexport const policy = retry(handleAll, { backoff: new ExponentialBackoff(), maxAttempts: 3 });\n",
    ],
  ])('in TypeScript: %s', (_, before, after) => expectFixed('typescript', 'library-default', before, after));

  it.each([
    [
      'urllib3',
      'from urllib3.util import Retry\n\nretries = Retry(total=3)\n',
      'from urllib3.util import Retry\n\nretries = Retry(total=3, backoff_factor=1)\n',
    ],
    [
      'tenacity',
      'import tenacity\n\n@tenacity.retry(wait=tenacity.wait_random(1, 2))\ndef load():\n    return get()\n',
      'import tenacity\n\n@tenacity.retry(wait=tenacity.wait_random(1, 2), stop=tenacity.stop_after_attempt(4))\ndef load():\n    return get()\n',
    ],
    [
      'backoff',
      'import backoff\n\n@backoff.on_exception(backoff.expo, OSError)\ndef load():\n    return get()\n',
      'import backoff\n\n@backoff.on_exception(backoff.expo, OSError, max_tries=4)\ndef load():\n    return get()\n',
    ],
  ])('in Python: %s', (_, before, after) => expectFixed('python', 'library-default', before, after));

  it('not where the name in it is not imported', () =>
    expectNoFix(
      'python',
      'library-default',
      'from tenacity import retry, wait_fixed\n\n@retry(wait=wait_fixed(2))\ndef load():\n    return get()\n',
    ));
});

describe('an endless loop is limited', () => {
  it.each([
    [
      'TypeScript',
      'typescript',
      'async function load(url: string) {\n  while (true) {\n    const res = await fetch(url, { signal });\n    if (res.status === 503) {\n      await sleep(1000);\n      continue;\n    }\n    return res;\n  }\n}\n',
      "async function load(url: string) {\n  for (let attempt = 0; attempt < 5; attempt++) {\n    const res = await fetch(url, { signal });\n    if (res.status === 503) {\n      await sleep(1000);\n      continue;\n    }\n    return res;\n  }\n  throw new Error('No success in 5 attempts');\n}\n",
    ],
    [
      'Python, which is left by a break',
      'python',
      'import requests\n\ndef load(url):\n    while True:\n        res = requests.get(url, timeout=5)\n        if res.status_code != 503:\n            break\n        time.sleep(1)\n    return res\n',
      'import requests\n\ndef load(url):\n    for attempt in range(5):\n        res = requests.get(url, timeout=5)\n        if res.status_code != 503:\n            break\n        time.sleep(1)\n    else:\n        raise RuntimeError("No success in 5 attempts")\n    return res\n',
    ],
    [
      'Java',
      'java',
      'class A {\n  HttpResponse<String> load() throws Exception {\n    while (true) {\n      HttpResponse<String> res = client.send(request, BodyHandlers.ofString());\n      if (res.statusCode() == 503) {\n        Thread.sleep(1000);\n        continue;\n      }\n      return res;\n    }\n  }\n}\n',
      'class A {\n  HttpResponse<String> load() throws Exception {\n    for (int attempt = 0; attempt < 5; attempt++) {\n      HttpResponse<String> res = client.send(request, BodyHandlers.ofString());\n      if (res.statusCode() == 503) {\n        Thread.sleep(1000);\n        continue;\n      }\n      return res;\n    }\n    throw new IllegalStateException("No success in 5 attempts");\n  }\n}\n',
    ],
    [
      'shell, where the request is in the body',
      'shellscript',
      'while true; do\n  curl -sf -m 5 "$API/items" -o items.json && break\n  sleep 5\ndone\n',
      'attempt=0\nwhile true; do\n  attempt=$((attempt + 1))\n  if [ "$attempt" -gt 5 ]; then\n    echo "No success in 5 attempts" >&2\n    exit 1\n  fi\n  curl -sf -m 5 "$API/items" -o items.json && break\n  sleep 5\ndone\n',
    ],
    [
      'shell, where the request is the condition, in a function',
      'shellscript',
      'load() {\n\tuntil curl -sf -m 5 "$API/items" -o items.json; do\n\t\tsleep 5\n\tdone\n}\n',
      'load() {\n\tattempt=0\n\tuntil curl -sf -m 5 "$API/items" -o items.json; do\n\t\tattempt=$((attempt + 1))\n\t\tif [ "$attempt" -gt 4 ]; then\n\t\t\techo "No success in 5 attempts" >&2\n\t\t\treturn 1\n\t\tfi\n\t\tsleep 5\n\tdone\n}\n',
    ],
    [
      'PowerShell',
      'powershell',
      'while ($true) {\r\n    try { $r = Invoke-RestMethod $Uri -TimeoutSec 9; break }\r\n    catch { Start-Sleep 5 }\r\n}\r\n',
      "$attempt = 0\r\nwhile ($true) {\r\n    if (++$attempt -gt 5) { throw 'No success in 5 attempts' }\r\n    try { $r = Invoke-RestMethod $Uri -TimeoutSec 9; break }\r\n    catch { Start-Sleep 5 }\r\n}\r\n",
    ],
  ])('%s', (_, languageId, before, after) => expectFixed(languageId, 'unbounded-retry', before, after));

  it('not in shell where the body has no line of its own', () =>
    expectNoFix('shellscript', 'unbounded-retry', 'until curl -sf -m 5 "$API/items"; do sleep 5; done\n'));

  it('not where a break would reach the failure', () =>
    expectNoFix(
      'typescript',
      'unbounded-retry',
      'async function load(url: string) {\n  let res;\n  for (;;) {\n    res = await fetch(url, { signal });\n    if (res.status !== 503) break;\n    await sleep(1000);\n  }\n  return res;\n}\n',
    ));
});
