import { describe, expect, it } from 'vitest';
import {
  blocking,
  chunks,
  curl,
  kotlinJava,
  kotlinOkHttp,
  lines,
  okHttp,
  php,
  read,
  resty,
  rust,
  urllib,
} from './streamReaders';
import { apply, type Language, refusal } from './support';

/** A stream of one client, with the cursor on its call, and lines that stand there afterwards. */
interface Followed {
  readonly languageId: Language;
  readonly client: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** A call that is left alone, and why. */
interface Refused {
  readonly languageId: Language;
  readonly what: string;
  readonly text: string;
  readonly why: RegExp;
}

const followed: readonly Followed[] = [
  {
    languageId: 'kotlin',
    client: 'java.net.http',
    text: kotlinJava(
      '    val response = client.$$CURSOR$$send(request, BodyHandlers.ofLines())\n    response.body().forEach { keep(it) }',
    ),
    lines: ['    val response = sendWithReconnect(client, request)', '    response.body().forEach { keep(it) }'],
  },
  {
    languageId: 'kotlin',
    client: 'OkHttp in a block',
    text: kotlinOkHttp(
      '    client.newCall(request).$$CURSOR$$execute().use { response ->\n        for (line in response.body()!!.charStream().buffered().lineSequence()) keep(line)\n    }',
    ),
    lines: ['    executeWithReconnect(client, request).use { response ->'],
  },
  {
    languageId: 'kotlin',
    client: 'OkHttp in a block without a name',
    text: kotlinOkHttp(
      '    client.newCall(request).$$CURSOR$$execute().use {\n        val source = it.body()!!.source()\n        while (!source.exhausted()) keep(source.readUtf8Line())\n    }',
    ),
    lines: ['    executeWithReconnect(client, request).use {'],
  },
  {
    languageId: 'java',
    client: 'OkHttp with its source',
    text: okHttp(
      '    Response response = client.newCall(request).$$CURSOR$$execute();\n    BufferedSource source = response.body().source();\n    while (!source.exhausted()) {\n      keep(source.readUtf8Line());\n    }',
    ),
    lines: [
      '    Response response = new OkHttpReconnect().execute(client, request);',
      '    BufferedSource source = response.body().source();',
    ],
  },
  {
    languageId: 'java',
    client: 'OkHttp with a reader',
    text: okHttp(
      '    try (Response response = client.newCall(request).$$CURSOR$$execute()) {\n      var reader = new BufferedReader(response.body().charStream());\n      while ((line = reader.readLine()) != null) {\n        keep(line);\n      }\n    }',
    ),
    lines: ['    try (Response response = new OkHttpReconnect().execute(client, request)) {'],
  },
  {
    languageId: 'go',
    client: 'resty',
    text: resty('\tres, err := client.R().SetDoNotParseResponse(true).$$CURSOR$$Get(url)'),
    lines: [
      '\tres, err := withRestyReconnect(client.R().SetDoNotParseResponse(true)).Execute(resty.MethodGet, url)',
      '\tscanner := bufio.NewScanner(res.RawBody())',
    ],
  },
  {
    languageId: 'python',
    client: 'urllib in a with statement',
    text: urllib(
      '    with $$CURSOR$$urllib.request.urlopen(url) as response:\n        for line in response:\n            keep(line)',
    ),
    lines: [
      '    with ReconnectingUrl(lambda: urllib.request.urlopen(url, timeout=30)) as response:',
      '        for line in response:',
    ],
  },
  {
    languageId: 'python',
    client: 'urllib without a variable, with a limit of its own',
    text: urllib('    for line in $$CURSOR$$urllib.request.urlopen(url, timeout=9):\n        keep(line)'),
    lines: ['    for line in ReconnectingUrl(lambda: urllib.request.urlopen(url, timeout=9)):'],
  },
  {
    languageId: 'python',
    client: 'urllib with what decodes it',
    text: urllib(
      '    response = $$CURSOR$$urllib.request.urlopen(url)\n    for line in io.TextIOWrapper(response, "utf-8"):\n        keep(line)',
    ),
    lines: ['    response = ReconnectingUrl(lambda: urllib.request.urlopen(url, timeout=30))'],
  },
  {
    languageId: 'rust',
    client: 'reqwest::blocking',
    text: rust(blocking, `    let response = $$CURSOR$$client.get(url).send()?;\n${lines('response')}`),
    lines: ['let response = reconnect::call(reconnect::Options::default(), || client.get(url).send())?;'],
  },
  {
    languageId: 'rust',
    client: 'reqwest::blocking in an arm',
    text: rust(
      blocking,
      '    match $$CURSOR$$client.get(url).send() {\n        Ok(response) => {\n            for line in BufReader::new(response).lines() {\n                keep(line?);\n            }\n        }\n        Err(e) => return Err(e.into()),\n    }',
    ),
    lines: [
      '    match reconnect::call(reconnect::Options::default(), || client.get(url).send()) {',
      '        Ok(response) => {',
    ],
  },
  {
    languageId: 'rust',
    client: 'reqwest::blocking without a variable',
    text: rust(blocking, lines('$$CURSOR$$client.get(url).send()?')),
    lines: ['reconnect::call(reconnect::Options::default(), || client.get(url).send())?).lines() {'],
  },
  {
    languageId: 'rust',
    client: 'reqwest::blocking, with a link behind it',
    text: rust(
      blocking,
      `    let response = $$CURSOR$$client.get(url).send()?.error_for_status()?;\n${lines('response')}`,
    ),
    lines: [
      '    let response = reconnect::call(reconnect::Options::default(), || client.get(url).send())?',
      '        .error_for_status()?;',
    ],
  },
  {
    languageId: 'rust',
    client: 'reqwest',
    text: rust(
      'reqwest::Client',
      `    let mut response = $$CURSOR$$client.get(url).send().await?.error_for_status()?;\n${chunks}`,
      { isAsync: true },
    ),
    lines: [
      '    let mut response = reconnect_async::call(reconnect_async::Options::default(), || {',
      '        client.get(url).send()',
      '    })',
      '    .await?',
      '    .error_for_status()?;',
    ],
  },
  {
    languageId: 'rust',
    client: 'ureq',
    text: rust(
      'ureq::Agent',
      `    let agent = AgentBuilder::new().timeout_read(LIMIT).build();\n    let reader = $$CURSOR$$agent.get(url).call()?.into_reader();\n${lines('reader')}`,
    ),
    lines: [
      '    let reader =',
      '        reconnect_ureq::call(reconnect_ureq::Options::default(), || agent.get(url).call())?',
      '            .into_reader();',
    ],
  },
  {
    languageId: 'rust',
    client: 'ureq with an agent that waits for ever, which gets a limit',
    text: rust(
      'ureq::Agent',
      `    let agent = Agent::new();\n    let response = $$CURSOR$$agent.get(url).call()?;\n${lines('response.into_reader()')}`,
    ),
    lines: [
      '    let agent = ureq::AgentBuilder::new()',
      '        .timeout_read(std::time::Duration::from_secs(30))',
      '        .build();',
      '    let response =',
    ],
  },
  {
    languageId: 'rust',
    client: 'ureq with a builder over lines, which gets a limit',
    text: rust(
      'ureq::AgentBuilder',
      `    let agent = AgentBuilder::new()\n        .timeout_connect(LIMIT)\n        .build();\n    let response = $$CURSOR$$agent.get(url).call()?;\n${lines('response.into_reader()')}`,
    ),
    lines: [
      '        .timeout_connect(LIMIT)',
      '        .timeout_read(std::time::Duration::from_secs(30))',
      '        .build();',
    ],
  },
  {
    languageId: 'rust',
    client: 'ureq without an agent, which gets a limit',
    text: rust(
      'ureq::Agent',
      `    let response = $$CURSOR$$ureq::get(url).call()?;\n${lines('response.into_reader()')}`,
    ),
    lines: ['            .timeout_read(std::time::Duration::from_secs(30))'],
  },
  {
    languageId: 'php',
    client: 'Guzzle',
    text: php(`    $r = $$CURSOR$$$client->get($url, ['stream' => true]);\n${read}`),
    lines: [
      "    $r = withReconnect(fn() => $client->get($url, ['stream' => true, 'timeout' => 30, 'read_timeout' => 30]));",
    ],
  },
  {
    languageId: 'php',
    client: 'Guzzle with a limit of its own',
    text: php(
      `    $r = $$CURSOR$$$client->get($url, ['stream' => true, 'timeout' => 9, 'read_timeout' => 9]);\n${read}`,
    ),
    lines: ["withReconnect(fn() => $client->get($url, ['stream' => true, 'timeout' => 9, 'read_timeout' => 9]));"],
  },
  {
    languageId: 'php',
    client: 'Laravel',
    text: php(`    $r = Http::withOptions(['stream' => true])->$$CURSOR$$get($url);\n${read}`),
    lines: [
      '    $r = withHttpReconnect(',
      "        fn() => Http::withOptions(['stream' => true, 'timeout' => 30, 'read_timeout' => 30])->get($url),",
      '    );',
    ],
  },
  {
    languageId: 'php',
    client: 'Laravel with a limit of its own, and links behind the call',
    text: php(
      "    $body = Http::timeout(9)->withOptions(['stream' => true])->$$CURSOR$$get($url)->throw()->getBody();\n" +
        '    while (!$body->eof()) {\n        keep($body->read(1024));\n    }',
    ),
    lines: [
      '    $body = withHttpReconnect(',
      "        fn() => Http::timeout(9)->withOptions(['stream' => true, 'read_timeout' => 30])->get($url),",
      '    )->throw()->getBody();',
    ],
  },
  {
    languageId: 'php',
    client: 'curl with a function',
    text: curl(
      '    curl_setopt($curl, CURLOPT_WRITEFUNCTION, function ($curl, $data) {\n        return strlen($data);\n    });',
    ),
    lines: [
      '    $onPiece = function ($curl, $data) {',
      '        return strlen($data);',
      '    };',
      '    curlWithReconnect($curl, $onPiece, silence: 30);',
    ],
  },
  {
    languageId: 'php',
    client: 'curl with a variable',
    text: curl('    curl_setopt($curl, CURLOPT_WRITEFUNCTION, $keep);'),
    lines: ['    $curl = curl_init($url);', '    curlWithReconnect($curl, $keep, silence: 30);'],
  },
];

const refused: readonly Refused[] = [
  {
    languageId: 'kotlin',
    what: 'a body of OkHttp 4, which the handler cannot name',
    text: kotlinOkHttp(
      '    client.newCall(request).$$CURSOR$$execute().use { response ->\n        val source = response.body!!.source()\n        while (!source.exhausted()) keep(source.readUtf8Line())\n    }',
    ),
    why: /for OkHttp 3, whose responses have body\(\), not body/,
  },
  {
    languageId: 'kotlin',
    what: 'a block that reads the body as a whole',
    text: kotlinOkHttp(
      '    client.newCall(request).$$CURSOR$$execute().use { response ->\n        for (line in response.body()!!.string().lines()) keep(line)\n    }',
    ),
    why: /is not read in a loop/,
  },
  {
    languageId: 'kotlin',
    what: 'a body that is no stream of lines',
    text: kotlinJava(
      '    val response = client.$$CURSOR$$send(request, BodyHandlers.ofInputStream())\n    while (true) keep(response.body().read())',
    ),
    why: /Only BodyHandlers.ofLines\(\)/,
  },
  {
    languageId: 'java',
    what: 'a body that OkHttp reads as a whole',
    text: okHttp(
      '    Response response = client.newCall(request).$$CURSOR$$execute();\n    for (String line : response.body().string().split(end)) {\n      keep(line);\n    }',
    ),
    why: /is not read in a loop/,
  },
  {
    languageId: 'java',
    what: 'a request of OkHttp whose method is not known',
    text: okHttp(
      '    Response response = client.newCall(other).$$CURSOR$$execute();\n    BufferedSource source = response.body().source();\n    while (!source.exhausted()) {\n      keep(source.readUtf8Line());\n    }',
    ),
    why: /a method that the source does not say/,
  },
  {
    languageId: 'ruby',
    what: 'pieces of Faraday, which have no status',
    text: "require 'faraday'\n\nFaraday.$$CURSOR$$get(url) do |request|\n  request.options.on_data = proc { |chunk, _| keep(chunk) }\nend\n",
    why: /without its status.*read_body can be connected anew/,
  },
  {
    languageId: 'go',
    what: 'a time limit of the client of resty',
    text: resty('\tclient = resty.New().SetTimeout(limit)\n\tres, err := client.R().$$CURSOR$$Get(url)'),
    why: /SetTimeout of this client is one of the stream as a whole/,
  },
  {
    languageId: 'go',
    what: 'a client of resty that retries',
    text: resty('\tclient = resty.New().SetRetryCount(3)\n\tres, err := client.R().$$CURSOR$$Get(url)'),
    why: /retries already, by its RetryCount/,
  },
  {
    languageId: 'go',
    what: 'a body that resty reads as a whole',
    text: resty('\tres, err := client.R().$$CURSOR$$Get(url)').replace(
      'res.RawBody()',
      'strings.NewReader(res.String())',
    ),
    why: /is not read in a loop/,
  },
  {
    languageId: 'python',
    what: 'a body of urllib that is read as a whole',
    text: urllib(
      '    response = $$CURSOR$$urllib.request.urlopen(url)\n    for line in response.read().splitlines():\n        keep(line)',
    ),
    why: /is not read in a loop/,
  },
  {
    languageId: 'python',
    what: 'a body of urllib that is sent',
    text: urllib('    for line in $$CURSOR$$urllib.request.urlopen(url, body):\n        keep(line)'),
    why: /safe for GET only, and this is POST/,
  },
  {
    languageId: 'rust',
    what: 'an error of reqwest, which the handler of awaited calls cannot make',
    text: rust('reqwest::Client', `    let mut response = $$CURSOR$$client.get(url).send().await?;\n${chunks}`, {
      isAsync: true,
      result: 'reqwest::Error',
    }),
    why: /not for the io::Error of the handler/,
  },
  {
    languageId: 'rust',
    what: 'an arm for an error of reqwest, which the handler of awaited calls cannot make',
    text: rust(
      'reqwest::Client',
      '    match $$CURSOR$$client.get(url).send().await {\n        Ok(mut response) => while let Some(chunk) = response.chunk().await? {},\n        Err(e) => return Err(e.status().into()),\n    }',
      { isAsync: true },
    ),
    why: /not for the io::Error of the handler/,
  },
  {
    languageId: 'rust',
    what: 'an arm that takes the body as a whole',
    text: rust(
      blocking,
      '    match $$CURSOR$$client.get(url).send() {\n        Ok(response) => {\n            for line in response.text()?.lines() {}\n        }\n        Err(e) => return Err(e.into()),\n    }',
    ),
    why: /is not read in a loop/,
  },
  {
    languageId: 'rust',
    what: 'a time limit of the request as a whole',
    text: rust(blocking, `    let response = $$CURSOR$$client.get(url).timeout(limit).send()?;\n${lines('response')}`),
    why: /would end a healthy stream/,
  },
  {
    languageId: 'rust',
    what: 'a response that is also read as a whole',
    text: rust(
      blocking,
      `    let response = $$CURSOR$$client.get(url).send()?;\n    if failed {\n        return Err(response.json()?);\n    }\n${lines('response')}`,
    ),
    why: /a way that a stream does not have/,
  },
  {
    languageId: 'rust',
    what: 'an agent whose limit is one of the stream as a whole',
    text: rust(
      'ureq::AgentBuilder',
      `    let agent = AgentBuilder::new().timeout(LIMIT).build();\n    let response = $$CURSOR$$agent.get(url).call()?;\n${lines('response.into_reader()')}`,
    ),
    why: /Nothing here gives the agent a timeout_read/,
  },
  {
    languageId: 'rust',
    what: 'an agent that waits for ever',
    text: rust(
      'ureq::Agent',
      `    let response = $$CURSOR$$agent.get(url).call()?;\n${lines('response.into_reader()')}`,
    ),
    why: /Nothing here gives the agent a timeout_read/,
  },
  {
    languageId: 'rust',
    what: 'a body that is read as a whole',
    text: rust(blocking, '    let text = $$CURSOR$$client.get(url).send()?.text()?;\n    for line in text.lines() {}'),
    why: /is not read in a loop/,
  },
  {
    languageId: 'php',
    what: 'a body that Guzzle reads before the loop',
    text: php(`    $r = $$CURSOR$$$client->get($url);\n${read}`),
    why: /Without 'stream' => true/,
  },
  {
    languageId: 'php',
    what: 'a function among other options',
    text: curl("    curl_setopt_array($curl, [CURLOPT_WRITEFUNCTION => $keep, CURLOPT_ENCODING => '']);"),
    why: /set it with curl_setopt\(\) first/,
  },
  {
    languageId: 'php',
    what: 'a function for the headers',
    text: curl(
      '    curl_setopt($curl, CURLOPT_HEADERFUNCTION, $look);\n    curl_setopt($curl, CURLOPT_WRITEFUNCTION, $keep);',
    ),
    why: /which the handler would replace/,
  },
  {
    languageId: 'php',
    what: 'a body that curl gives as a whole',
    text: curl('    curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);'),
    why: /is not read in a loop/,
  },
  {
    languageId: 'php',
    what: 'a body that Laravel reads before the loop',
    text: php(`    $r = Http::acceptJson()->$$CURSOR$$get($url);\n${read}`),
    why: /Without 'stream' => true/,
  },
  {
    languageId: 'php',
    what: 'a stream that Laravel opens again by itself',
    text: php(`    $r = Http::retry(3)->withOptions(['stream' => true])->$$CURSOR$$get($url);\n${read}`),
    why: /already retried by retry\(\)/,
  },
];

describe('the streams of further clients', () => {
  it.each(followed)('are connected anew: $languageId, $client', async ({ languageId, text, lines: expected }) => {
    const { text: after, plan } = await apply(languageId, text, 'reconnect');
    expect(plan.kind).toBe('reconnect');
    expect(after).toContain(expected.join('\n'));
  });

  it('share their definitions with a stream of another client', async () => {
    const followsToo = resty('\tres, err := client.R().SetDoNotParseResponse(true).Get(url)');
    const both = `${followsToo}
func other(url string) error {
	res, err := $$CURSOR$$http.Get(url)
	scanner := bufio.NewScanner(res.Body)
	for scanner.Scan() {
		keep(scanner.Text())
	}
	return err
}
`;
    const first = await apply('go', both, 'reconnect');
    const second = await apply(
      'go',
      first.text.replace('.Get(url)', () => '.$$CURSOR$$Get(url)'),
      'reconnect',
    );
    expect(second.text).toContain('withRestyReconnect(client.R()');
    expect(second.text).toContain('withReconnect(http.DefaultClient).Get(url)');
    const declared = second.text.match(/^(?:func (?:\([^)]*\) )?\w+|type \w+)/gm) ?? [];
    expect(declared).toContain('func (s *streamBody) open');
    expect(new Set(declared).size).toBe(declared.length);
  });

  it.each(refused)('are left alone: $languageId, $what', async ({ languageId, text, why }) => {
    expect(await refusal(languageId, text, 'reconnect')).toMatch(why);
  });
});
