import { describe, expect, it } from 'vitest';
import { project } from './project';

interface Case {
  readonly languageId: string;
  readonly path: string;
  readonly before: string;
  readonly title: string;
  /** What the file has afterwards. */
  readonly has: string;
  /** Names of the files that are made, and what each of them has. */
  readonly made: Readonly<Record<string, RegExp>>;
}

const script = (call: string): string =>
  `export async function refreshToken() {}\nexport async function f() {\n  const r = ${call};\n  if (r.status === 4$$CURSOR$$01) {\n    throw new Error('x');\n  }\n}\n`;
const go =
  'package feed\n\nimport "net/http"\n\nconst api = "https://api.twitter.com/1.1/statuses/update.json"\n\nfunc f() error {\n\tr, err := http.Get(api)\n\tcode := codeOf(r)\n\tif code == 1$$CURSOR$$87 {\n\t\treturn errors.New("x")\n\t}\n\treturn err\n}\n';
const java =
  'import java.net.http.HttpClient;\n\nclass Api {\n  static final String API = "https://api.twitter.com/1.1/statuses/update.json";\n\n  void send(HttpClient client) throws Exception {\n    var r = client.send(request, as);\n    if (code == 1$$CURSOR$$87) {\n      throw new RuntimeException("x");\n    }\n  }\n}\n';
const kotlin =
  'package feed\n\nimport java.net.http.HttpClient\n\nconst val API = "https://api.twitter.com/1.1/statuses/update.json"\n\nclass Api(private val client: HttpClient) {\n    fun send() {\n        val r = client.send(request, text)\n        if (code == 1$$CURSOR$$87) {\n            throw IOException("x")\n        }\n    }\n}\n';
const php =
  "<?php\n\nuse GuzzleHttp\\Client;\n\nclass Api\n{\n    private Client $client;\n\n    public function send()\n    {\n        $r = $this->client->post('https://api.twitter.com/1.1/statuses/update.json');\n        if ($code === 1$$CURSOR$$87) {\n            throw new RuntimeException('x');\n        }\n    }\n}\n";
const rust =
  'use reqwest::blocking::Client;\n\nconst API: &str = "https://api.twitter.com/1.1/statuses/update.json";\n\nfn f(client: &Client, url: &str) -> Result<(), Box<dyn Error>> {\n    let r = client.get(url).send()?;\n    let code = code_of(&r);\n    if code == 1$$CURSOR$$87 {\n        return Err("x".into());\n    }\n    Ok(())\n}\n';

const cases: readonly Case[] = [
  {
    languageId: 'typescript',
    path: 'a.ts',
    before: script('await fetch(u, { headers: authHeaders() })'),
    title: 'Renew with refreshToken and send fetch once more, by a handler in a new file, renewal.ts',
    has: 'const r = await withRenewal(() => fetch(u, { headers: authHeaders() }), {',
    made: { 'renewal.ts': /^export async function withRenewal</m },
  },
  {
    languageId: 'go',
    path: 'feed.go',
    before: go,
    title: 'Take 187 from http.Get as a success, by a handler in a new file, accept_done.go',
    has: 'acceptDone(func() (*http.Response, error) { return http.Get(api) }, "187")',
    made: { 'accept_done.go': /^package feed\n[^]*\nfunc acceptDone\([^]*\nfunc readBody\(/ },
  },
  {
    languageId: 'java',
    path: 'Api.java',
    before: java,
    title: 'Take 187 from client.send as a success, by a handler in a new file, AlreadyDone.java',
    has: 'AlreadyDone.send(() -> client.send(request, as), "187");',
    made: {
      'AlreadyDone.java': /^final class AlreadyDone</m,
      'HttpAnswer.java': /^final class HttpAnswer /m,
      'Answer.java': /^record Answer\(/m,
    },
  },
  {
    languageId: 'kotlin',
    path: 'Api.kt',
    before: kotlin,
    title: 'Take 187 from client.send as a success, by a handler in a new file, AlreadyDone.kt',
    has: 'val r = sendAcceptingDone(code = "187") { client.send(request, text) }',
    made: {
      'AlreadyDone.kt': /^package feed\n[^]*^internal fun <T> sendAcceptingDone\([^]*^internal fun failedWith\(/m,
    },
  },
  {
    languageId: 'php',
    path: 'Api.php',
    before: php,
    title: 'Take 187 from $this->client->post as a success, by a handler in a new file, accept-done.php',
    has: "acceptDone(fn() => $this->client->post('https://api.twitter.com/1.1/statuses/update.json'), code: '187');",
    made: { 'accept-done.php': /^function acceptDone\([^]*^function readBody\(/m },
  },
  {
    languageId: 'rust',
    path: 'src/main.rs',
    before: rust,
    title: 'Take 187 from client.get as a success, by a handler in a new file, already_done.rs',
    has: 'already_done::call("187", || client.get(url).send())?;',
    made: {
      'src/already_done.rs': /^\/\/! Takes [^]*\n\nuse reqwest::blocking[^]*^pub fn call[^]*^mod http_answer \{/m,
    },
  },
];

describe('the handler of a strategy in a file of its own', () => {
  it.each(cases.map((item) => [item.languageId, item] as const))(
    'is written and used: %s',
    async (_name, { languageId, path, before, title, has, made }) => {
      const first = project({}, path, languageId, before);
      expect(await first.titles()).toContain(title);
      const { text, made: created } = await first.apply(title);
      expect(text).toContain(has);
      expect([...created.keys()]).toEqual(Object.keys(made));
      for (const [name, pattern] of Object.entries(made)) {
        expect(created.get(name)).toMatch(pattern);
      }

      // Where the project has the handler, it is used, and there is no second one.
      const second = project(Object.fromEntries(created), path, languageId, before);
      const plain = title.replace(/, by a handler.*/, '');
      expect((await second.titles()).filter((offered) => offered.startsWith(plain))).toEqual([plain]);
      const reused = await second.apply(plain);
      expect(reused.text).toBe(text);
      expect(reused.made.size).toBe(0);
    },
  );

  it.each(cases.filter(({ languageId }) => ['go', 'java', 'kotlin', 'php'].includes(languageId)))(
    'defines nothing again that a file beside it has: $languageId',
    async ({ languageId, path, before, title }) => {
      const first = await project({}, path, languageId, before).apply(title);
      const beside = Object.fromEntries(first.made);
      const suspended = before.replace('1$$CURSOR$$87', () => '6$$CURSOR$$4');
      const second = project(beside, path, languageId, suspended);
      const other = (await second.titles()).find((offered) => offered.includes('in a new file')) ?? '';
      const { made } = await second.apply(other);
      const all = [...first.made.values(), ...made.values()].join('\n');
      const names = [
        ...all.matchAll(/^(?:func|function|internal fun(?: <T>)?|(?:internal|final) class|record) (\w+)/gm),
      ].map(([, name]) => name);
      expect(names.length).toBeGreaterThanOrEqual(3);
      expect(new Set(names).size).toBe(names.length);
      // Where files do not know each other, the one with the other definitions is loaded.
      if (languageId === 'php') {
        expect([...made.values()][0]).toContain("require_once __DIR__ . '/accept-done.php';");
      }
    },
  );

  it('is not offered where a class that it needs is taken by another one', async () => {
    const { titles } = project({ 'Answer.java': 'class Answer {}\n' }, 'Api.java', 'java', java);
    expect((await titles()).filter((title) => title.includes('new file'))).toEqual([]);
  });
});
