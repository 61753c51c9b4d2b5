import { describe, expect, it } from 'vitest';
import type { StrategyName } from '../../../shared/catalog/catalog';
import { apply, atCursor, type Language, planAt, refusal } from './support';

type Case = readonly [Language, StrategyName, string, string];

const script = (body: string): string => `async function send() {\n  const r = await fetch(url, init);\n${body}\n}\n`;
const throws = script("  if (code === 1$$CURSOR$$87) {\n    throw new Error('twice');\n  }");
const python = (body: string): string =>
  `import requests\n\n\ndef send():\n    r = requests.post(url, timeout=5)\n${body}`;
const raises = python('    if code == 1$$CURSOR$$87:\n        raise RuntimeError("twice")\n');

const php = (call: string): string =>
  `<?php\n\nuse GuzzleHttp\\Client;\n\nclass Api\n{\n    private Client $client;\n\n    public function send()\n    {\n        $r = ${call};\n        if ($code === 1$$CURSOR$$87) {\n            throw new RuntimeException('x');\n        }\n    }\n}\n`;
const guzzle = php("$this->client->post('u')");
const handle = php('curl_exec($curl)').replace(
  '$r =',
  () => "$curl = curl_init('u');\n        curl_setopt($curl, CURLOPT_RETURNTRANSFER, true);\n        $r =",
);
const endingIn = (end: string): string => handle.replace(/\}\n {4}\}\n\}\n$/, () => `}\n        ${end}\n    }\n}\n`);
const go =
  'package main\n\nimport "net/http"\n\nfunc send() error {\n\tr, err := http.Get(url)\n\tif code(r) == 1$$CURSOR$$87 {\n\t\treturn errors.New("x")\n\t}\n\treturn err\n}\n';
const javaOf = (client: string, statement: string): string =>
  `import ${client};\n\nclass Api {\n  void send(${client.replace(/.*\./, '')} client) throws Exception {\n    ${statement};\n    if (code == 1$$CURSOR$$87) {\n      throw new RuntimeException("x");\n    }\n  }\n}\n`;
const java = javaOf('java.net.http.HttpClient', 'var r = client.send(request, as)');
const okHttp = (call = 'client.newCall(request).execute()'): string =>
  javaOf('okhttp3.OkHttpClient', `var r = ${call}`);
const spring = (statement: string): string => javaOf('org.springframework.web.client.RestTemplate', statement);
const posted = spring('var r = client.postForObject(u, post, Map.class)');
const unused = spring('client.postForObject(u, post, Post.class)');
const kotlinOf = (client: string, call: string): string =>
  `import ${client}\n\nclass Api(private val client: ${client.replace(/.*\./, '')}) {\n    fun send() {\n        val r = ${call}\n        if (code == 1$$CURSOR$$87) {\n            throw IllegalStateException("x")\n        }\n    }\n}\n`;
const kotlin = (call = 'client.send(request, text)'): string => kotlinOf('java.net.http.HttpClient', call);
const kotlinOkHttp = kotlinOf('okhttp3.OkHttpClient', 'client.newCall(request).execute()');
const csharp =
  'using System.Net.Http;\n\nclass Api\n{\n    async Task Send(HttpClient client)\n    {\n        var r = await client.GetAsync(url);\n        if (code == 1$$CURSOR$$87)\n        {\n            throw new Exception("x");\n        }\n    }\n}\n';
const ruby =
  "require 'net/http'\n\ndef post\n  r = Net::HTTP.get_response(URL)\n  if code == 1$$CURSOR$$87\n    raise 'x'\n  end\nend\n";

const rust = (call: string, returned = 'Box<dyn Error>'): string =>
  `use reqwest::Client;\n\nfn send(client: &Client, url: &str) -> Result<(), ${returned}> {\n    let r = ${call};\n    if code(&r) == 1$$CURSOR$$87 {\n        return Err("x".into());\n    }\n    Ok(())\n}\n`;
const blocking = rust('client.get(url).send()?').replace('reqwest::', 'reqwest::blocking::');
const awaited = rust('client.get(url).send().await?');

const shell = (call: string): string =>
  `#!/bin/sh\n\nstatus=$(${call} -o "$body" "$url")\nif [ "$(code)" = 1$$CURSOR$$87 ]; then\n\texit 1\nfi\n`;

/** What a reader sees of the fix at the call and in the branch. */
const cases: readonly Case[] = [
  ['typescript', 'already-done', throws, "await acceptDone(() => fetch(url, init), { code: '187' });"],
  ['javascript', 'already-done', throws, '  if (code === 187) {\n    // It is done already, which is a success.\n  }'],
  ['python', 'already-done', raises, 'r = call_accepting_done(lambda: requests.post(url, timeout=5), code="187")'],
  ['python', 'already-done', raises, '    if code == 187:\n        pass  # It is done already, which is a success.\n'],
  ['typescript', 'verify-first', throws, 'await withVerification(() => fetch(url, init), { find: undefined });'],
  ['python', 'verify-first', raises, 'call_with_verification(lambda: requests.post(url, timeout=5), find=None)'],
  [
    'typescript',
    'none',
    throws,
    "withApiError(() => fetch(url, init), {\n    code: '187',\n    advice: 'Change the text.',",
  ],
  ['python', 'wait-for-quota', raises, 'code="187",\n        advice="Change the text.",'],
  ['php', 'already-done', guzzle, "self::acceptDone(fn() => $this->client->post('u'), code: '187');"],
  ['php', 'already-done', guzzle, '187) {\n            // It is done already, which is a success.\n        }'],
  ['php', 'already-done', handle, "$r = self::curlAcceptingDone($curl, code: '187');"],
  [
    'php',
    'already-done',
    endingIn('return curl_getinfo($curl, CURLINFO_HTTP_CODE) + curl_errno($curl);'),
    "$r = self::curlAcceptingDone($curl, code: '187', status: $status);",
  ],
  [
    'php',
    'already-done',
    endingIn('$status = curl_getinfo($curl, CURLINFO_HTTP_CODE);\n        return $status + curl_errno($curl);'),
    '$status = $httpStatus;\n        return $status + curl_errno($curl);',
  ],
  [
    'php',
    'already-done',
    handle.replace("Exception('x')", () => 'Exception(curl_getinfo($curl, CURLINFO_RESPONSE_CODE))'),
    '187) {\n            // It is done already, which is a success.\n        }',
  ],
  ['php', 'verify-first', guzzle, "self::withVerification(fn() => $this->client->post('u'), find: null);"],
  [
    'php',
    'none',
    guzzle,
    "self::orApiFailure(fn() => $this->client->post('u'), code: '187', advice: 'Change the text.');",
  ],
  ['php', 'verify-first', handle, '$r = self::curlWithVerification($curl, find: null);'],
  ['php', 'none', handle, "$r = self::curlOrApiFailure($curl, code: '187', advice: 'Change the text.');"],
  ['php', 'none', handle, '\n}\n\n/** A failure that no retry helps with. */\nfinal class ApiFailure'],
  ['php', 'none', guzzle, '\n}\n\n/** A failure that no retry helps with. */\nfinal class ApiFailure'],
  [
    'go',
    'already-done',
    go,
    'acceptDone(func() (*http.Response, error) { return http.Get(url) }, "187")\n\tif code(r) == 187 {\n\t\t// It is done',
  ],
  ['go', 'verify-first', go, 'verifyFirst(func() (*http.Response, error) { return http.Get(url) }, nil)'],
  ['go', 'none', go, 'orAPIError(func() (*http.Response, error) { return http.Get(url) }, "187", "Change the text.")'],
  ['java', 'already-done', java, 'AlreadyDone.send(() -> client.send(request, as), "187");'],
  ['java', 'verify-first', java, 'Verification.send(() -> client.send(request, as), null);'],
  ['java', 'none', java, 'ApiFailure.send(() -> client.send(request, as), "187", "Change the text.");'],
  ['java', 'already-done', okHttp(), 'OkHttpAlreadyDone.execute(() -> client.newCall(request).execute(), "187");'],
  ['java', 'verify-first', okHttp(), 'var r = OkHttpVerification.execute(client, request, null);'],
  [
    'java',
    'none',
    okHttp(),
    'OkHttpFailure.execute(\n        () -> client.newCall(request).execute(),\n        "187",\n        "Change the text.");',
  ],
  ['java', 'none', okHttp(), '  private record Answer('],
  ['java', 'already-done', unused, 'RestAlreadyDone.call(() -> client.postForObject(u, post, Post.class), "187");'],
  ['java', 'verify-first', posted, 'RestVerification.call(() -> client.postForObject(u, post, Map.class), null);'],
  ['java', 'none', posted, '        () -> client.postForObject(u, post, Map.class),\n        "187",'],
  ['java', 'none', posted.replace('RuntimeException', 'IllegalStateException'), 'RestFailure.call('],
  ['kotlin', 'already-done', kotlin(), 'val r = sendAcceptingDone(code = "187") { client.send(request, text) }'],
  ['kotlin', 'already-done', kotlin(), '187) {\n            // It is done already, which is a success.\n        }'],
  ['kotlin', 'verify-first', kotlin(), 'val r = sendWithVerification(find = null) { client.send(request, text) }'],
  [
    'kotlin',
    'none',
    kotlin(),
    'val r = sendOrFail(code = "187", advice = "Change the text.") { client.send(request, text) }',
  ],
  ['kotlin', 'none', kotlin(), '\ninternal class ApiFailure('],
  ['kotlin', 'already-done', kotlinOkHttp, 'executeAcceptingDone(code = "187") { client.newCall(request).execute() }'],
  ['kotlin', 'verify-first', kotlinOkHttp, 'val r = executeWithVerification(client, request, find = null)'],
  [
    'kotlin',
    'wait-for-quota',
    kotlinOkHttp,
    'val r = executeOrFail(code = "187", advice = "Change the text.") { client.newCall(request).execute() }',
  ],
  ['csharp', 'already-done', csharp, 'await AlreadyDone.SendAsync(() => client.GetAsync(url), code: "187");'],
  ['csharp', 'verify-first', csharp, 'await Verification.SendAsync(() => client.GetAsync(url), find: null);'],
  ['csharp', 'none', csharp, '() => client.GetAsync(url), code: "187", advice: "Change the text.");'],
  ['rust', 'already-done', blocking, 'let r = already_done::call("187", || client.get(url).send())?;'],
  ['rust', 'verify-first', blocking, 'let r = verification::call(None, || client.get(url).send())?;'],
  [
    'rust',
    'none',
    blocking,
    'let r = api_failure::call("187", "Change the text.", || client.get(url).send())??;\n    if code(&r) == 187 {',
  ],
  ['rust', 'already-done', awaited, 'already_done_async::call("187", || client.get(url).send()).await?;'],
  ['rust', 'none', awaited, '"Change the text.", || client.get(url).send()).await??;'],
  [
    'rust',
    'verify-first',
    rust('client.get(url).bearer_auth(token).body(TEXT).query(&[("a", 1)]).send().await?'),
    'verification_async::call(None, || {\n        client\n            .get(url)\n            .bearer_auth(token.clone())\n            .body(TEXT)\n            .query(&[("a", 1)])\n            .send()\n    })\n    .await?;',
  ],
  [
    'shellscript',
    'already-done',
    shell('curl -sS'),
    'status=$(curl_accepting_done 187 -sS -o "$body" "$url")\nif [ "$(code)" = 187 ]; then\n\ttrue # It is done already',
  ],
  ['shellscript', 'verify-first', shell('curl'), 'status=$(curl_with_verification \'\' -o "$body" "$url")'],
  ['shellscript', 'none', shell('curl'), "status=$(curl_or_failure 187 'Change the text.' -o "],
  ['ruby', 'already-done', ruby, "AlreadyDone.call(code: '187') { Net::HTTP.get_response(URL) }"],
  ['ruby', 'verify-first', ruby, 'Verification.call(find: nil) { Net::HTTP.get_response(URL) }'],
  ['ruby', 'none', ruby, "ApiFailure.call(code: '187', advice: 'Change the text.') { Net::HTTP.get_response(URL) }"],
];

const refused: readonly (readonly [string, Language, StrategyName, string])[] = [
  [
    'a branch that handles it',
    'typescript',
    'already-done',
    script('  if (code === 1$$CURSOR$$87) {\n    r = old;\n  }'),
  ],
  ['an error of its own', 'typescript', 'none', script('  if (code === 1$$CURSOR$$87) {\n    throw new Twice();\n  }')],
  ['a cURL handle that the caller gets', 'php', 'already-done', endingIn('return $curl;')],
  ['a cURL handle that another function reads', 'php', 'already-done', endingIn('return outcome($curl, $r);')],
  ['all that is known of a cURL handle', 'php', 'already-done', endingIn('return curl_getinfo($curl);')],
  ['a cURL handle of an object', 'php', 'already-done', handle.replaceAll('$curl', () => '$this->curl')],
  ['a cURL handle of an object, which others use', 'php', 'verify-first', php('curl_exec($this->curl)')],
  [
    'a cURL handle with a function for its headers',
    'php',
    'none',
    handle.replace('RETURNTRANSFER, true', 'HEADERFUNCTION, $read'),
  ],
  [
    'a handler in another class',
    'php',
    'verify-first',
    `${guzzle}\nclass Other\n{\n    private static function isUnsure($r): bool\n    {\n        return true;\n    }\n}\n`,
  ],
  ['a request that is sent once only', 'csharp', 'verify-first', csharp.replace('GetAsync(url)', 'SendAsync(request)')],
  [
    'a request whose body is read once only',
    'go',
    'verify-first',
    go.replace('http.Get(url)', 'http.DefaultClient.Do(r)'),
  ],
  ['a function that returns one type of errors', 'rust', 'none', rust('client.get(url).send()?', 'reqwest::Error')],
  ['an option that leaves out the answer', 'shellscript', 'none', shell('curl -fsS')],
  ['headers that are needed elsewhere', 'shellscript', 'already-done', shell('curl -D headers')],
  ['a call that is retried', 'shellscript', 'verify-first', shell('curl_with_backoff')],
  ['an assignment among the arguments', 'ruby', 'none', ruby.replace('URL', 'url = URL')],
  ['a call that is not waited for', 'java', 'none', java.replace('.send(r', '.sendAsync(r')],
  ['an exception of its own', 'java', 'none', posted.replace('RuntimeException', 'PostedTwice')],
  ['a result that is used', 'java', 'already-done', posted],
  ['a result that may lack what the body says', 'java', 'verify-first', posted.replace('Map.class', 'Post.class')],
  ['a call without a result', 'java', 'verify-first', spring('client.put(u, String.class)')],
  ['a call whose client repeats it', 'java', 'verify-first', okHttp('new OkHttpBackoff().execute(client, request)')],
  ['a class of another name', 'java', 'none', okHttp().replace('class Api', 'import mine.Instant;\n\nclass Api')],
  ['a future', 'kotlin', 'none', kotlin('client.sendAsync(request, text)')],
  ['an argument that returns', 'kotlin', 'already-done', kotlin('client.send(request ?: return, text)')],
  ['an argument that is awaited', 'kotlin', 'none', kotlin('client.send(request.await(), text)')],
  ['a class of its own', 'kotlin', 'none', `${kotlin()}\nclass ApiFailure\n`],
  ['a branch that returns', 'python', 'verify-first', python('    if code == 1$$CURSOR$$87:\n        return old\n')],
  [
    'a branch on the line',
    'javascript',
    'already-done',
    script("  if (code === 1$$CURSOR$$87) { throw new Error('x'); }"),
  ],
  ['a place without a call', 'python', 'wait-for-quota', 'if code == 1$$CURSOR$$87:\n    raise RuntimeError("x")\n'],
  [
    'a client without responses whose result is used',
    'typescript',
    'already-done',
    "import { TwitterApi } from 'twitter-api-v2';\nconst client = new TwitterApi('t');\nasync () => {\n  const r = await client.v2.tweet('x');\n  if (code === 1$$CURSOR$$87) {\n    throw new Error('x');\n  }\n};\n",
  ],
];

describe('in Kotlin, a branch that gives a value', () => {
  const around = (lines: string): string =>
    `import java.net.http.HttpClient\n\nclass Api(private val client: HttpClient) {\n    fun send(): String {\n        val r = client.send(request, text)\n${lines}\n    }\n}\n`;

  it.each([
    [
      '        return if (code == 1$$CURSOR$$87) {\n            throw IllegalStateException("x")\n        } else {\n            r.body()\n        }',
      '        return r.body()\n    }',
    ],
    [
      '        val text = if (code == 1$$CURSOR$$87) {\n            throw IllegalStateException("x")\n        } else if (code == 3) {\n            ""\n        } else {\n            r.body()\n        }\n        return text',
      '        val text = if (code == 3) {\n            ""\n        } else {\n            r.body()\n        }\n        return text',
    ],
    [
      '        return when (code) {\n            1$$CURSOR$$87 -> throw IllegalStateException("x")\n            else -> r.body()\n        }',
      '        return when (code) {\n            else -> r.body()\n        }',
    ],
    [
      '        if (code == 1$$CURSOR$$87) {\n            throw IllegalStateException("x")\n        } else {\n            keep(r)\n        }\n        return r.body()',
      '        if (code == 187) {\n            // It is done already, which is a success.\n        } else {\n            keep(r)\n        }\n        return r.body()',
    ],
  ])('goes, and others stay: %s', async (before, after) => {
    const { text } = await apply('kotlin', around(before), 'already-done');
    expect(text).toContain(after);
  });

  it.each([
    '        return if (code == 1$$CURSOR$$87) {\n            throw IllegalStateException("x")\n        } else {\n            keep(r)\n            r.body()\n        }',
    '        return when (code) {\n            1$$CURSOR$$87, 188 -> throw IllegalStateException("x")\n            else -> r.body()\n        }',
    '        return when (code) {\n            1$$CURSOR$$87 -> throw IllegalStateException("x")\n            0 -> r.body()\n        }',
  ])('stays where it cannot go: %s', async (before) => {
    expect(await refusal('kotlin', around(before), 'already-done')).toMatch(/This branch gives a value/);
  });
});

describe.each([
  {
    language: 'rust',
    around: (lines: string): string =>
      `use reqwest::blocking::Client;\n\nfn send(client: &Client, url: &str) -> Result<String, Box<dyn Error>> {\n    let r = client.get(url).send()?;\n${lines}\n}\n`,
    value:
      '    let text = if code(&r) == 1$$CURSOR$$87 {\n        return Err("x".into());\n    } else {\n        r.text()?\n    };\n    Ok(text)',
    taken: '    let text = r.text()?;\n    Ok(text)\n}',
    statement:
      '    if code(&r) == 1$$CURSOR$$87 {\n        return Err("x".into());\n    } else {\n        keep(&r);\n    }\n    Ok(r.text()?)',
    emptied: '187 {\n        // It is done already, which is a success.\n    } else {\n        keep(&r);\n    }',
    lacking:
      '    if code(&r) == 1$$CURSOR$$87 {\n        return Err("x".into());\n    } else {\n        keep(&r);\n        Ok(r.text()?)\n    }',
  },
  {
    language: 'ruby',
    around: (lines: string): string =>
      `require 'net/http'\n\ndef post\n  r = Net::HTTP.get_response(URL)\n${lines}\nend\n`,
    value: "  text = if code == 1$$CURSOR$$87\n    raise 'x'\n  else\n    r.body\n  end\n  text",
    taken: '  text = r.body\n  text\nend',
    statement: "  if code == 1$$CURSOR$$87\n    raise 'x'\n  else\n    keep(r)\n  end\n  r.body",
    emptied: '187\n    # It is done already, which is a success.\n  else\n    keep(r)\n  end\n  r.body',
    lacking: "  if code == 1$$CURSOR$$87\n    raise 'x'\n  elsif code == 3\n    ''\n  else\n    r.body\n  end",
  },
] as const)('in $language, a branch that gives a value', ({ language, around, ...branch }) => {
  it.each([
    [branch.value, branch.taken],
    [branch.statement, branch.emptied],
  ])('goes, and others stay: %s', async (before, after) => {
    const { text } = await apply(language, around(before), 'already-done');
    expect(text).toContain(after);
  });

  it('stays where it cannot go', async () => {
    expect(await refusal(language, around(branch.lacking), 'already-done')).toMatch(/This branch gives a value/);
  });
});

describe('the handler of a strategy', () => {
  it.each(cases)('%s, %s', async (language, strategy, before, after) => {
    const { text } = await apply(language, before, strategy);
    expect(text).toContain(after);
  });

  it.each(refused)('is not inserted for %s', async (_name, language, strategy, text) => {
    expect(await refusal(language, text, strategy)).not.toBe('');
  });

  it.each(cases)('is inserted once: %s, %s', async (language, strategy, before) => {
    const { text, offset } = atCursor(before);
    const once = await apply(language, before, strategy);
    const shift = once.text.indexOf('187', once.text.search(/if (?:\(?\$?|\[ "\$\()code/)) - text.indexOf('187');
    expect(await planAt(language, once.text, offset + shift, strategy)).toHaveProperty('refusal');
  });

  it('is a method of the class of each call, and shares its own class', async () => {
    const one = await apply('php', guzzle, 'none');
    const place = atCursor(guzzle).text.slice(atCursor(guzzle).text.indexOf('    public')).replace('send', 'other');
    const again = one.text.replace(
      /(?<=throw new RuntimeException\('x'\);\n {8}}\n {4}}\n)/,
      () => `\n${place.slice(0, -2)}`,
    );
    const at = again.indexOf('187)', again.indexOf('function other'));
    const both = await apply('php', `${again.slice(0, at + 1)}$$CURSOR$$${again.slice(at + 1)}`, 'verify-first');
    expect(both.text.match(/function readBody/g)).toHaveLength(1);
    expect(both.text.match(/self::readBody\(/g)).toHaveLength(3);
    expect(both.text.match(/class ApiFailure/g)).toHaveLength(1);
  });

  it('is around the call of the try block, not around one of another function whose variable has the name', async () => {
    const other = 'async function other() {\n  const error = await fetch(first);\n  return error;\n}\n';
    const own =
      "async function send() {\n  try {\n    return await fetch(second);\n  } catch (error) {\n    if (error.code === 1$$CURSOR$$87) {\n      throw new Error('x');\n    }\n    throw error;\n  }\n}\n";
    const { text } = await apply('javascript', other + own, 'none');
    expect(text).toContain('await fetch(first);');
    expect(text).toContain('() => fetch(second), {');
  });

  it('shares what it reads of answers with the other handlers of a file', async () => {
    const one = await apply('typescript', throws, 'verify-first');
    const place = one.text.replace('function send', 'function other');
    const both = await apply('typescript', `${throws}\n${place}`, 'already-done');
    expect(both.text.match(/function readAnswer/g)).toHaveLength(1);
  });
});
