import { describe, expect, it } from 'vitest';
import { apply, definitionsOf, type Language, refusal } from './support';

/** The line that hands the call over. */
function handedOver(text: string, handler: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.includes(`${handler}(`) && !line.startsWith('class '))
      ?.trim() ?? ''
  );
}

interface Reading {
  readonly languageId: Language;
  readonly handler: string;
  /** A function that opens a stream, with the cursor on the call, and what stands there afterwards. */
  readonly opens: readonly (readonly [string, string])[];
  /** Calls whose bodies do not come in pieces. */
  readonly wholes: readonly string[];
}

const script = (languageId: 'typescript' | 'javascript'): Reading => ({
  languageId,
  handler: 'withReconnect',
  opens: [
    [
      `async function follow() {
  const response = await $$CURSOR$$fetch(url);
  for await (const chunk of response.body) {
    keep(chunk);
  }
}
`,
      'const response = await withReconnect((signal) => fetch(url, { signal }), {',
    ],
    [
      `async function follow() {
  const response = await $$CURSOR$$fetch(url, { headers });
  if (!response.ok) throw new Error(await response.text());
  const reader = response.body.getReader();
  while (true) {
    const { done, value } = await reader.read();
    if (done) break;
  }
}
`,
      'const response = await withReconnect(',
    ],
    [
      `async function follow() {
  const response = await $$CURSOR$$fetch(url, { signal });
  const lines = createInterface({ input: Readable.fromWeb(response.body) });
  lines.on('line', (line) => keep(line));
}
`,
      'const response = await withReconnect((signal) => fetch(url, { signal }), {',
    ],
  ],
  wholes: [
    `async function load() {
  const response = await $$CURSOR$$fetch(url);
  for (const item of await response.json()) keep(item);
}
`,
    `async function load() {
  const response = await $$CURSOR$$fetch(url);
  const text = await new Response(response.body).text();
  for (const line of text.split('\\n')) keep(line);
}
`,
    `async function load() {
  const response = await $$CURSOR$$fetch(url);
  await pipeline(response.body, createWriteStream('file'));
}
`,
  ],
});

const python: Reading = {
  languageId: 'python',
  handler: 'ReconnectingStream',
  opens: [
    [
      `import requests

with $$CURSOR$$requests.get(url, stream=True) as response:
    for line in response.iter_lines():
        keep(line)
`,
      'with ReconnectingStream(lambda: requests.get(url, stream=True, timeout=30)) as response:',
    ],
    [
      `import httpx

with $$CURSOR$$httpx.stream("GET", url) as response:
    for line in response.iter_lines():
        keep(line)
`,
      'with ReconnectingStream(lambda: httpx.stream("GET", url, timeout=30)) as response:',
    ],
    [
      `import requests

response = $$CURSOR$$requests.get(url, stream=True, timeout=60)
lines = response.iter_lines()
for line in lines:
    keep(line)
`,
      'response = ReconnectingStream(lambda: requests.get(url, stream=True, timeout=60))',
    ],
  ],
  wholes: [
    `import requests

response = $$CURSOR$$requests.get(url, stream=True)
for item in response.json():
    keep(item)
`,
    `import json
import requests

response = $$CURSOR$$requests.get(url, stream=True)
data = json.loads(response.content)
for item in data:
    keep(item)
`,
    `import requests

response = $$CURSOR$$requests.get(url, stream=True)
for line in response.content.splitlines():
    keep(line)
`,
  ],
};

const goFile = (body: string): string => `package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
)

var url = base + "2/tweets/search/stream"

func follow() error {
${body}
	return nil
}
`;

const go: Reading = {
  languageId: 'go',
  handler: 'withReconnect',
  opens: [
    [
      goFile(`	res, err := $$CURSOR$$http.Get(url)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	scanner := bufio.NewScanner(res.Body)
	for scanner.Scan() {
		keep(scanner.Text())
	}`),
      'res, err := withReconnect(http.DefaultClient).Get(url)',
    ],
    [
      goFile(`	client := &http.Client{}
	res, err := $$CURSOR$$client.Get(url)
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(res.Body)
	for {
		if err := decoder.Decode(&item); err != nil {
			return err
		}
	}`),
      'res, err := withReconnect(client).Get(url)',
    ],
  ],
  wholes: [
    goFile(`	res, err := $$CURSOR$$http.Get(url)
	if err != nil {
		return err
	}
	body, err := io.ReadAll(res.Body)
	lines := bytes.Split(body, []byte("\\n"))
	for _, line := range lines {
		keep(line)
	}`),
    goFile(`	res, err := $$CURSOR$$http.Get(url)
	if err != nil {
		return err
	}
	json.NewDecoder(res.Body).Decode(&items)
	for _, item := range items {
		keep(item)
	}`),
  ],
};

const javaFile = (body: string, handler = 'ofLines'): string => `import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class Follow {
  private final HttpClient client = HttpClient.newHttpClient();

  void follow() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    var response = $$CURSOR$$client.send(request, HttpResponse.BodyHandlers.${handler}());
${body}
  }
}
`;

const java: Reading = {
  languageId: 'java',
  handler: 'new Reconnect().send',
  opens: [
    '    response.body().forEach(line -> keep(line));',
    '    for (String line : (Iterable<String>) response.body()::iterator) {\n      keep(line);\n    }',
  ].map((body) => [
    javaFile(body),
    'var response = new Reconnect().send(client, request, HttpResponse.BodyHandlers.ofLines());',
  ]),
  wholes: [
    javaFile('    var lines = response.body().toList();\n    for (String line : lines) {\n      keep(line);\n    }'),
    javaFile('    for (String line : text.split("x")) {\n      keep(line);\n    }', 'ofString'),
  ],
};

const csharpFile = (
  body: string,
  option = ', HttpCompletionOption.ResponseHeadersRead',
): string => `using System.Net.Http;

class Follow
{
    private readonly HttpClient client = new HttpClient();

    async Task Run()
    {
        var response = await $$CURSOR$$client.GetAsync(url${option});
${body}
    }
}
`;

const csharp: Reading = {
  languageId: 'csharp',
  handler: 'Reconnect.SendAsync',
  opens: [
    'using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))',
    'var stream = await response.Content.ReadAsStreamAsync();\n        using (var reader = new StreamReader(stream))',
  ].map((opening) => [
    csharpFile(`        ${opening}
        {
            while ((line = await reader.ReadLineAsync()) != null)
            {
                Keep(line);
            }
        }`),
    'var response = await Reconnect.SendAsync(',
  ]),
  wholes: [
    csharpFile(`        var text = await response.Content.ReadAsStringAsync();
        foreach (var line in text.Split('x'))
        {
            Keep(line);
        }`),
    csharpFile(`        var items = JsonSerializer.Deserialize<Item[]>(await response.Content.ReadAsStreamAsync());
        foreach (var item in items)
        {
            Keep(item);
        }`),
  ],
};

const rubyFile = (body: string): string => `require 'net/http'

Net::HTTP.start(uri.host, uri.port) do |http|
  request = Net::HTTP::Get.new(uri)
${body}
end
`;

const ruby: Reading = {
  languageId: 'ruby',
  handler: 'Reconnect.request',
  opens: [
    [
      rubyFile(`  $$CURSOR$$http.request(request) do |response|
    response.read_body do |chunk|
      keep(chunk)
    end
  end`),
      'Reconnect.request(http, request, silence: 30) do |response|',
    ],
    [
      rubyFile(`  $$CURSOR$$http.request(request) { |response| response.read_body { |chunk| keep(chunk) } }`),
      'Reconnect.request(http, request, silence: 30) { |response| response.read_body { |chunk| keep(chunk) } }',
    ],
  ],
  wholes: [
    rubyFile(`  response = $$CURSOR$$http.request(request)
  response.body.each_line { |line| keep(line) }`),
    rubyFile(`  $$CURSOR$$http.request(request) do |response|
    puts response.read_body
  end`),
  ],
};

const readings: readonly Reading[] = [script('typescript'), script('javascript'), python, go, java, csharp, ruby];

describe.each(readings)('a stream in $languageId', ({ languageId, handler, opens, wholes }) => {
  it.each(opens)('is connected anew: %s', async (text, expected) => {
    const { text: after, plan } = await apply(languageId, text, 'reconnect');
    expect(plan.title).toMatch(/^Reconnect \S+ with backoff$/);
    expect(plan.kind).toBe('reconnect');
    expect(handedOver(after, handler)).toBe(expected);
  });

  it.each(wholes)('is none where no loop takes its pieces: %s', async (text) => {
    expect(await refusal(languageId, text, 'reconnect')).toMatch(/is not read in a loop/);
  });

  it('is wrapped once', async () => {
    const [text = ''] = opens[0] ?? [];
    const { text: after } = await apply(languageId, text, 'reconnect');
    const [, name = ''] = /\$\$CURSOR\$\$([^(]+\()/.exec(text) ?? [];
    const handedTo = after.indexOf(`${handler}(`);
    const inside = after.indexOf(name, handedTo + handler.length);
    // In Go and Java the call is made by what the handler gives; the handler itself, further below, has calls, too.
    const call = inside < 0 || languageId === 'java' ? handedTo : inside;
    const marked = after.slice(0, call) + '$$CURSOR$$' + after.slice(call);
    expect(await refusal(languageId, marked, 'reconnect')).toMatch(/already/);
    expect(await refusal(languageId, marked, 'backoff')).toMatch(/already/);
  });
});

describe('the choice between a retry and a new connection', () => {
  const follow = (call: string): string => `async function follow() {
  const response = await $$CURSOR$$${call};
  for await (const chunk of response.body) keep(chunk);
}
`;

  it.each([
    "fetch('https://api.x.com/2/tweets/search/stream')",
    'fetch(`${base}/2/tweets/sample/stream`)',
    "fetch(url, { headers: { Accept: 'text/event-stream' } })",
  ])('a call that names a stream is connected anew whatever the error is: %s', async (call) => {
    expect((await apply('javascript', follow(call))).plan.kind).toBe('reconnect');
  });

  it('looks at what a variable in the call is', async () => {
    const text = `const url = 'https://api.x.com/2/tweets/search/stream';\n\n${follow('fetch(url)')}`;
    expect((await apply('javascript', text)).plan.kind).toBe('reconnect');
  });

  it.each(["fetch('https://example.com/export.csv')", 'fetch(upstreamUrl)'])(
    'a body that ends is not read for ever: %s',
    async (call) => {
      expect((await apply('javascript', follow(call))).plan.kind).toBe('backoff');
    },
  );

  it('repeats only what is safe', async () => {
    const post = follow("fetch('https://api.example.com/stream', { method: 'POST' })");
    expect(await refusal('javascript', post, 'reconnect')).toMatch(/safe for GET only, and this is POST/);
    expect((await apply('javascript', post, 'backoff')).plan.kind).toBe('backoff');
  });

  it('leaves a loop alone that connects anew itself', async () => {
    const text = `async function follow() {
  while (true) {
    try {
      const response = await $$CURSOR$$fetch(url);
      for await (const chunk of response.body) keep(chunk);
    } catch (error) {
      await sleep(1000);
    }
  }
}
`;
    expect(await refusal('javascript', text, 'reconnect')).toMatch(/retries already/);
  });

  it('refuses what reads the body before the loop', async () => {
    const text = `import requests

response = $$CURSOR$$requests.get(url)
for line in response.iter_lines():
    keep(line)
`;
    expect(await refusal('python', text, 'reconnect')).toMatch(/Without stream=True/);
  });

  it('refuses a body of Java that is no stream of lines', async () => {
    const text = javaFile('    response.body().forEach(line -> keep(line));', 'ofInputStream');
    expect(await refusal('java', text, 'reconnect')).toMatch(/Only BodyHandlers.ofLines/);
  });

  it('refuses a call of C# that reads the body before the loop', async () => {
    const loop = `        var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (!reader.EndOfStream) Keep(reader.ReadLine());`;
    expect(await refusal('csharp', csharpFile(loop, ''), 'reconnect')).toMatch(/Without ResponseHeadersRead/);
  });

  it('never retries what gives a stream of httpx', async () => {
    const text = `import httpx

with $$CURSOR$$httpx.stream("GET", url) as response:
    text = response.read()
`;
    expect(await refusal('python', text, 'backoff')).toMatch(/never retried/);
    expect(await refusal('python', text, 'none')).toMatch(/never retried/);
  });

  it('refuses a client for which there is no handler', async () => {
    const text = `import { TwitterApi } from 'twitter-api-v2';
async function follow(client) {
  const stream = await $$CURSOR$$client.v2.searchStream();
  for await (const tweet of stream) keep(tweet);
}
`;
    expect(await refusal('javascript', text, 'reconnect')).toMatch(/connects anew by itself/);
  });

  it('adds the handler once for two streams', async () => {
    const { text } = await apply('javascript', follow('fetch(one)'), 'reconnect');
    const both = (await apply('javascript', text + follow('fetch(two)').replace('follow', 'other'), 'reconnect')).text;
    expect(definitionsOf(both, 'withReconnect')).toBe(1);
    expect(definitionsOf(both, 'readStreamFailure')).toBe(1);
  });
});
