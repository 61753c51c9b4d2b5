import { describe, expect, it } from 'vitest';
import { abilities, project } from './project';

const manifest = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });
const plain = 'Retry fetch with backoff';
const call = "const res = await fet$$CURSOR$$ch('https://api.example');\n";

describe('the library of a project', () => {
  it('is offered beside the handler when the nearest manifest names it', async () => {
    const files = { 'package.json': manifest('cockatiel'), 'app/package.json': manifest('p-retry') };
    const { titles } = project(files, 'app/src/a.ts', 'typescript', call);
    expect(await titles()).toEqual([
      plain,
      'Retry fetch with p-retry',
      'Retry fetch with backoff in a new file, backoff.ts',
    ]);
  });

  it('is offered when the file imports it, whatever the manifest says', async () => {
    const own = project({}, 'a.js', 'javascript', `import { retry } from 'cockatiel';\n\n${call}`);
    const { text } = await own.apply('Retry fetch with cockatiel');
    expect(text).toMatch(/^import \{ retry, handleWhenResult \} from 'cockatiel';\n\nconst/);
  });

  it('is not offered when nothing but a text or a comment names it', async () => {
    const files = { 'package.json': JSON.stringify({ name: 'p-retry', keywords: ['cockatiel'] }) };
    const { titles } = project(files, 'a.ts', 'typescript', `// p-retry\nlog('cockatiel');\n${call}`);
    expect((await titles()).filter((title) => /p-retry|cockatiel/.test(title))).toEqual([]);
  });

  it('is imported among the imports of the file, with what it lacks, and used once', async () => {
    const before = `import { a } from "a";\nimport { z } from "z";\nimport { own } from "./own";\n\n${call}`;
    const files = { 'package.json': manifest('p-retry') };
    const { text } = await project(files, 'a.ts', 'typescript', before).apply('Retry fetch with p-retry');
    expect(text).toMatch(/^import \{ a \} from "a";\nimport pRetry from "p-retry";\nimport \{ z \} from "z";\n/);
    expect(text).toMatch(/await withBackoff\(\s*\(signal\) => fetch\(/);
    expect(text).toMatch(/function readTransientFailure\(/);
    const again = project(files, 'a.ts', 'typescript', `${text}\n${call}`);
    expect(await again.titles()).toEqual([plain]);
    expect(((await again.apply(plain)).text.match(/function withBackoff/g) ?? []).length).toBe(1);
  });

  it('is required where the file requires', async () => {
    const before = `const fs = require('fs');\n\nasync function f() {\n  return fet$$CURSOR$$ch('https://api.example');\n}\n`;
    const files = { 'package.json': manifest('cockatiel') };
    const { text } = await project(files, 'a.js', 'javascript', before).apply('Retry fetch with cockatiel');
    expect(text).toMatch(/^const \{ handleWhenResult, retry \} = require\('cockatiel'\);\nconst fs = /);
  });

  it('is left alone when its names mean something else in the file', async () => {
    const before = `function retry() {}\n${call}`;
    const { titles } = project({ 'package.json': manifest('cockatiel') }, 'a.ts', 'typescript', before);
    expect(await titles()).not.toContain('Retry fetch with cockatiel');
  });

  it('is the option of a client that retries by itself', async () => {
    const before = "import got from 'got';\n\nconst text = await got.g$$CURSOR$$et('https://api.example').text();\n";
    const { titles, apply } = project({}, 'a.ts', 'typescript', before);
    expect(await titles()).toContain('Retry got.get with the retry option of got');
    const { text } = await apply('Retry got.get with the retry option of got');
    expect(text).toContain('retry: gotBackoff({ idempotent: true }),\n  timeout: { request: 30_000 },\n}).text();');
    expect(text).not.toContain('withBackoff');
    const at = text.replace('got.get(', 'got.g$$CURSOR$$et(');
    expect(await project({}, 'a.ts', 'typescript', at).titles()).toEqual([]);
  });

  it('stands among the packages that a Python file imports', async () => {
    const before = 'import os\n\nimport requests\n\nr = requests.g$$CURSOR$$et(u)\n';
    const own = project({ 'requirements.txt': 'tenacity>=8\n' }, 'a.py', 'python', before);
    const { text } = await own.apply('Retry requests.get with tenacity');
    expect(text).toMatch(
      /^import logging\nimport os\n[^]*\nimport time\nfrom [^]*\n\nimport requests\nimport tenacity\n/,
    );
    const awaited =
      'import httpx\n\n\nasync def f(client: httpx.AsyncClient):\n    return await client.g$$CURSOR$$et(u)\n';
    const other = project(
      { 'pyproject.toml': '[project]\ndependencies = ["backoff~=2.2"]\n' },
      'a.py',
      'python',
      awaited,
    );
    const fixed = await other.apply('Retry client.get with the package backoff');
    expect(fixed.text).toMatch(/\n\nimport backoff\nimport httpx\n/);
    expect(fixed.text).toContain('await call_with_backoff_async(');
  });

  it.each([
    ['Gemfile', 'a Gemfile', "gem 'retriable'\n"],
    ['project.gemspec', 'a gemspec', "Gem::Specification.new do |s|\n  s.add_dependency 'retriable', '~> 3.1'\nend\n"],
  ])('is a gem that %s names', async (name, _what, text) => {
    const before = "require 'faraday'\n\nr = Faraday.g$$CURSOR$$et(u)\n";
    const { titles, apply } = project({ [name]: text }, 'lib/a.rb', 'ruby', before);
    expect(await titles()).toContain('Retry Faraday.get with retriable');
    const fixed = await apply('Retry Faraday.get with retriable');
    expect(fixed.text).toMatch(
      /^require 'faraday'\nrequire 'retriable'\nrequire 'time'\nrequire 'timeout'\n\n# Repeats[^]*\nmodule Backoff\n/,
    );
    expect(fixed.text.match(/^ {2}def self\.\w+|^ {2}\w+ = /gm)).toEqual([
      '  Again = ',
      '  def self.call',
      '  def self.attempt_once',
      '  def self.read_failure',
      '  def self.parse_date',
    ]);
    expect(fixed.text).toMatch(/\nend\n\nr = Backoff\.call\(idempotent: true\) \{ Faraday\.get\(u\) \}\n$/);
    // The handler is there now, whatever repeats the calls in it.
    const again = project({ [name]: text }, 'lib/a.rb', 'ruby', `${fixed.text}Faraday.g$$CURSOR$$et(v)\n`);
    expect(await again.titles()).toEqual(['Retry Faraday.get with backoff']);
  });

  it('is a crate, whose handler is a module beside it and is used for further calls', async () => {
    const files = { 'Cargo.toml': '[dependencies]\nbackoff = "0.4"\n' };
    const before =
      'use backoff::ExponentialBackoff;\n\nfn f(u: &str) -> reqwest::Result<reqwest::blocking::Response> {\n    reqwest::blocking::g$$CURSOR$$et(u)\n}\n';
    const title = 'Retry reqwest::blocking::get with the crate backoff';
    const { text } = await project(files, 'src/a.rs', 'rust', before).apply(title);
    expect(text).toMatch(/^use backoff::ExponentialBackoff;\n\nfn f[^]*\n {4}http_backoff::call\(/);
    expect(text).toContain('\nmod http_backoff {\n    use std::');
    const second =
      'fn g(u: &str) -> reqwest::Result<reqwest::blocking::Response> {\n    reqwest::blocking::g$$CURSOR$$et(u)\n}\n';
    const again = project(files, 'src/a.rs', 'rust', `${second}\n${text}`);
    expect(await again.titles()).toEqual([title]);
    expect((await again.apply(title)).text.match(/mod http_backoff \{|http_backoff::call\(/g)).toHaveLength(3);
    // What it repeats already is left alone.
    const done = project(files, 'src/a.rs', 'rust', text.replace('blocking::get', 'blocking::g$$CURSOR$$et'));
    expect(await done.titles()).toEqual([]);
  });

  it.each([
    ['backoff = "0.4"\ntokio = "1"\n', false],
    ['[dependencies.backoff]\nversion = "0.4"\n\n[dependencies.tokio]\nversion = "1"\n', false],
    ['backoff = { version = "0.4", features = ["tokio"] }\n', true],
    ['[dependencies.backoff]\nversion = "0.4"\nfeatures = [\n    "tokio",\n]\n', true],
    ['backoff = { workspace = true }\n', true],
  ])('is a crate for awaited calls when it repeats those: %j: %s', async (dependencies, offered) => {
    const before =
      'async fn f(u: &str) -> reqwest::Result<reqwest::Response> {\n    reqwest::g$$CURSOR$$et(u).await\n}\n';
    const own = project({ 'Cargo.toml': `[dependencies]\n${dependencies}` }, 'src/a.rs', 'rust', before);
    expect((await own.titles()).includes('Retry reqwest::get with the crate backoff')).toBe(offered);
  });

  it.each([
    ['use reqwest::blocking;\n\nfn f(u: &str) -> R {\n    reqwest::blocking::g$$CURSOR$$et(u)\n}\n', true],
    ['async fn f(u: &str) -> R {\n    reqwest::g$$CURSOR$$et(u).await\n}\n', false],
    ['fn f(u: &str) -> R {\n    ureq::g$$CURSOR$$et(u).call()\n}\n', false],
  ])('is the crate retry for calls that wait by themselves, of reqwest: %j', async (before, offered) => {
    const own = project({ 'Cargo.toml': '[dependencies]\nretry = "2"\n' }, 'src/a.rs', 'rust', before);
    const titles = await own.titles();
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.some((title) => title.includes('the crate retry'))).toBe(offered);
  });

  it.each(['with the crate backoff', 'with the crate retry', 'with backoff'])(
    'is no second one around a call in Rust: %s',
    async (how) => {
      const files = { 'Cargo.toml': '[dependencies]\nbackoff = "0.4"\nretry = "2"\n' };
      const before =
        'fn f(u: &str) -> reqwest::Result<reqwest::blocking::Response> {\n    reqwest::blocking::g$$CURSOR$$et(u)\n}\n';
      const { text } = await project(files, 'src/a.rs', 'rust', before).apply(`Retry reqwest::blocking::get ${how}`);
      const done = project(files, 'src/a.rs', 'rust', text.replace('blocking::get', 'blocking::g$$CURSOR$$et'));
      expect(await done.titles()).toEqual([]);
    },
  );

  it('is retry() of Laravel, for calls of its client', async () => {
    const files = { 'composer.json': '{"require":{"php":"^8.1","laravel/framework":"^10.0"}}' };
    const head = '<?php\n\nuse Illuminate\\Support\\Facades\\Http;\n\n';
    const title = 'Retry Http::get with retry() of Laravel';
    const before = `${head}$r = Http::g$$CURSOR$$et($u);\n`;
    const { text } = await project(files, 'app/a.php', 'php', before).apply(title);
    expect(text).toContain('$r = withHttpRetry(fn() => Http::timeout(30)->get($u), idempotent: true);');
    expect(text.match(/^function \w+/gm)).toEqual([
      'function withHttpRetry',
      'function readHttpFailure',
      'function readFailure',
    ]);
    const done = project(files, 'app/a.php', 'php', text.replace('->get($u)', '->g$$CURSOR$$et($u)'));
    expect(await done.titles()).toEqual([]);
    const guzzle = "<?php\n\n$c = new \\GuzzleHttp\\Client();\n$c->g$$CURSOR$$et('a');\n";
    expect((await project(files, 'app/a.php', 'php', guzzle).titles()).join()).not.toMatch(/Laravel/);
    expect((await project({}, 'app/a.php', 'php', before).titles()).join()).not.toMatch(/Laravel/);
  });

  it('is a gem that the file requires', async () => {
    const own = project({}, 'a.rb', 'ruby', "require 'faraday'\nrequire 'retriable'\n\nFaraday.g$$CURSOR$$et(u)\n");
    expect(await own.titles()).toContain('Retry Faraday.get with retriable');
  });

  it.each([
    ['axios itself, which other modules may have set up', 'await axios.g$$CURSOR$$et(u);'],
    ['an instance from elsewhere', "import { api } from './api';\nawait api.g$$CURSOR$$et(u);"],
  ])('is not axios-retry for %s', async (_what, code) => {
    const before = `import axios from 'axios';\n${code}\n`;
    const { titles } = project({ 'package.json': manifest('axios-retry') }, 'a.ts', 'typescript', before);
    expect((await titles()).filter((title) => title.includes('axios-retry'))).toEqual([]);
  });
});

describe('a file of its own', () => {
  const title = 'Retry fetch with backoff in a new file, backoff.ts';

  it('gets the handler, and the file imports it as it imports others', async () => {
    const before = `import { own } from './own.js';\n\n${call}`;
    const { text, made } = await project({}, 'src/a.ts', 'typescript', before).apply(title);
    expect(text).toMatch(
      /^import \{ withBackoff \} from '\.\/backoff\.js';\nimport \{ own \} from '\.\/own\.js';\n\nconst/,
    );
    expect(text).not.toContain('function withBackoff');
    expect([...made.keys()]).toEqual(['src/backoff.ts']);
    expect(made.get('src/backoff.ts')).toMatch(
      /^\/\*\* Settings of `withBackoff`[^]*^export async function withBackoff/m,
    );
  });

  it('has the quotes and the semicolons of the file', async () => {
    const before = `import { own } from "./own"\n\n${call.replaceAll("'", '"').replace(';', '')}`;
    const { text, made } = await project({}, 'a.ts', 'typescript', before).apply(title);
    expect(text).toMatch(/^import \{ withBackoff \} from "\.\/backoff"\nimport/);
    expect(made.get('backoff.ts')).toContain('new DOMException("Timed out", "TimeoutError")');
  });

  it.each([
    [
      'a module of a package of modules',
      'a.js',
      '{"type":"module"}',
      '',
      /^import \{ withBackoff \} from '\.\/backoff\.js';/,
    ],
    ['a file of a package of no type', 'a.js', '{}', '', /^const \{ withBackoff \} = require\('\.\/backoff'\);/],
    [
      'a file that requires',
      'a.js',
      '{"type":"module"}',
      "const fs = require('fs');\n",
      /require\('\.\/backoff\.js'\);\n/,
    ],
    ['a module by its name', 'a.mjs', '{}', '', /^import \{ withBackoff \} from '\.\/backoff\.mjs';/],
  ])('is imported by %s', async (_what, path, packageJson, head, expected) => {
    const before = `${head}async function f() {\n  return fet$$CURSOR$$ch('https://api.example');\n}\n`;
    const shown = project({ 'package.json': packageJson }, path, 'javascript', before);
    const own = (await shown.titles()).find((offered) => offered.includes('new file')) ?? '';
    const { text, made } = await shown.apply(own);
    expect(text).toMatch(expected);
    const exported = /require/.test(expected.source) ? 'module.exports = { withBackoff };\n' : 'export async function';
    expect([...made.values()][0]).toContain(exported);
  });

  it('is used when it is there, also further up, and no second handler is offered', async () => {
    const handler = 'export function withBackoff(call, options) {\n  return options.idempotent;\n}\n';
    const beside = project({ 'src/backoff.ts': handler }, 'src/a.ts', 'typescript', call);
    expect(await beside.titles()).toEqual([plain]);
    const { text, made } = await beside.apply(plain);
    expect(text).toMatch(/^import \{ withBackoff \} from '\.\/backoff';\n\nconst res = await withBackoff\(/);
    expect(made.size).toBe(0);
    const above = project({ 'lib/backoff.ts': handler }, 'src/a.ts', 'typescript', call);
    expect((await above.apply(plain)).text).toMatch(/^import \{ withBackoff \} from '\.\.\/lib\/backoff';/);
    // A second call of the file uses the import that is there.
    const second = project({ 'src/backoff.ts': handler }, 'src/a.ts', 'typescript', `${text}\n${call}`);
    expect(((await second.apply(plain)).text.match(/from '\.\/backoff'/g) ?? []).length).toBe(1);
  });

  it('gets another name when its name is taken by something else', async () => {
    const { titles } = project({ 'backoff.ts': 'export const x = 1;\n' }, 'a.ts', 'typescript', call);
    expect(await titles()).toContain('Retry fetch with backoff in a new file, with-backoff.ts');
  });

  it('is not offered to a client that makes no files', async () => {
    const { titles } = project({}, 'a.ts', 'typescript', call);
    abilities.createFiles = false;
    const offered = await titles();
    abilities.createFiles = true;
    expect(offered).toEqual([plain]);
  });
});

describe('a file of its own in other languages', () => {
  interface Case {
    readonly languageId: string;
    readonly path: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly before: string;
    /** What the file has afterwards, and never has. */
    readonly has: RegExp;
    readonly made: string;
    readonly begins: RegExp;
  }
  const python = 'import os\nimport requests\n\n\ndef f(u):\n    return requests.g$$CURSOR$$et(u)\n';
  const go =
    'package feed\n\nimport "net/http"\n\nfunc f(u string) (*http.Response, error) {\n\treturn http.G$$CURSOR$$et(u)\n}\n';
  const java =
    'package org.example;\n\nimport java.net.http.*;\n\nclass Feed {\n  String f(HttpClient client, HttpRequest r) throws Exception {\n    return client.se$$CURSOR$$nd(r, HttpResponse.BodyHandlers.ofString()).body();\n  }\n}\n';
  const csharp = (namespace: string, end: string): string =>
    `using System.Net.Http;\nusing System.Threading.Tasks;\n\n${namespace}class Feed\n{\n    private readonly HttpClient http = new HttpClient();\n\n    Task<HttpResponseMessage> F(string u) => http.GetA$$CURSOR$$sync(u);\n}\n${end}`;
  const rust =
    'use reqwest::blocking::Response;\n\nfn f(u: &str) -> reqwest::Result<Response> {\n    reqwest::blocking::g$$CURSOR$$et(u)\n}\n';
  const ruby = "require 'net/http'\n\ndef f(u)\n  Net::HTTP.get_resp$$CURSOR$$onse(u)\nend\n";
  const php =
    "<?php\n\nnamespace App\\Feed;\n\nuse GuzzleHttp\\Client;\n\nclass Feed\n{\n    public function f(Client $client)\n    {\n        return $client->g$$CURSOR$$et('https://a.example');\n    }\n}\n";
  const shell = '#!/bin/bash\nset -e\n\nc$$CURSOR$$url https://a.example\n';

  const cases: readonly Case[] = [
    {
      languageId: 'python',
      path: 'feed.py',
      before: python,
      has: /^import os\nimport requests\nfrom call_with_backoff import call_with_backoff\n\n\ndef f/,
      made: 'call_with_backoff.py',
      begins: /^import logging\n[^]*\n\n_T = TypeVar\("_T"\)\n\n\ndef call_with_backoff\([^]*\n\n\ndef _note_reset/,
    },
    {
      languageId: 'python',
      path: 'app/feed.py',
      files: { 'app/__init__.py': '' },
      before: python.replace('import requests', 'import requests\nfrom . import own'),
      has: /from \. import own\nfrom \.call_with_backoff import call_with_backoff\n/,
      made: 'app/call_with_backoff.py',
      begins: /^import logging\n/,
    },
    {
      languageId: 'go',
      path: 'feed.go',
      before: go,
      has: /^package feed\n\nimport "net\/http"\n\nfunc f[^]*withBackoff\(http\.DefaultClient\)\.Get\(u\)\n\}\n$/,
      made: 'backoff.go',
      begins: /^package feed\n\nimport \(\n\t"bytes"\n[^]*\n\)\n\n\/\/ backoff is a transport/,
    },
    {
      languageId: 'java',
      path: 'Feed.java',
      before: java,
      has: /^package org\.example;\n\nimport java\.net\.http\.\*;\n\nclass Feed [^]*new Backoff\(\)[^]*\}\n\}\n$/,
      made: 'Backoff.java',
      begins: /^package org\.example;\n\nimport java\.io[^]*\n\n\/\*\*[^]*?\*\/\nfinal class Backoff \{/,
    },
    {
      languageId: 'csharp',
      path: 'Feed.cs',
      before: csharp('namespace App.Feed;\n\n', ''),
      has: /Backoff\.SendAsync\([^]*\}\n$/,
      made: 'Backoff.cs',
      begins: /^using System;\n[^]*\n\nnamespace App\.Feed;\n\n\/\/\/ <summary>[^]*\ninternal static class Backoff\n/,
    },
    {
      languageId: 'csharp',
      path: 'Feed.cs',
      before: csharp('namespace App\n{\n', '}\n'),
      has: /Backoff\.SendAsync\(/,
      made: 'Backoff.cs',
      begins: /\n\nnamespace App\n\{\n {4}\/\/\/ <summary>[^]*\n {4}internal static class Backoff\n/,
    },
    {
      languageId: 'rust',
      path: 'src/main.rs',
      before: rust,
      has: /^mod backoff;\n\nuse reqwest::blocking::Response;\n[^]*backoff::call\(/,
      made: 'src/backoff.rs',
      begins: /^\/\/! Repeats HTTP requests[^]*\n\nuse std::collections[^]*\npub struct Options \{\n {4}\/\/\/ /,
    },
    {
      languageId: 'rust',
      path: 'src/feed.rs',
      before: rust,
      has: /^mod backoff;\n\nuse reqwest/,
      made: 'src/feed/backoff.rs',
      begins: /^\/\/! Repeats/,
    },
    {
      languageId: 'ruby',
      path: 'feed.rb',
      before: ruby,
      has: /^require 'net\/http'\nrequire_relative 'backoff'\n\ndef f\(u\)\n {2}Backoff\.call/,
      made: 'backoff.rb',
      begins: /^# frozen_string_literal: true\n\nrequire 'time'\nrequire 'timeout'\n\n# Repeats [^]*\nmodule Backoff\n/,
    },
    {
      languageId: 'php',
      path: 'Feed.php',
      before: php,
      has: /use GuzzleHttp\\Client;\n\nrequire_once __DIR__ \. '\/backoff\.php';\n\nclass Feed[^]*return withBackoff\(/,
      made: 'backoff.php',
      begins: /^<\?php\n\nnamespace App\\Feed;\n\n\/\*\*[^]*\nfunction withBackoff\(/,
    },
    {
      languageId: 'shellscript',
      path: 'feed.sh',
      before: shell,
      has: /^#!\/bin\/bash\nset -e\nsource "\$\(dirname "\$\{BASH_SOURCE\[0\]\}"\)\/backoff\.sh"\n\nBACKOFF_IDEMPOTENT=true curl_with_backoff /,
      made: 'backoff.sh',
      begins: /^# shellcheck shell=sh\n\n# curl_with_backoff ARGUMENT/,
    },
  ];

  it.each(cases.map((item) => [`${item.languageId}, ${item.path}`, item] as const))(
    'is written and used: %s',
    async (_name, { languageId, path, files = {}, before, has, made, begins }) => {
      const first = project(files, path, languageId, before);
      const titles = await first.titles();
      const title = titles.find((offered) => offered.includes('in a new file')) ?? titles.join(', ');
      const { text, made: created } = await first.apply(title);
      expect(text).toMatch(has);
      expect([...created.keys()]).toEqual([made]);
      const handler = created.get(made) ?? '';
      expect(handler).toMatch(begins);

      // Where the project has the handler, it is used, and there is no second one.
      const second = project({ ...files, [made]: handler }, path, languageId, before);
      const [plainTitle = '', ...others] = await second.titles();
      expect(others.filter((offered) => /^(?:Retry|Wrap)/.test(offered))).toEqual([]);
      const reused = await second.apply(plainTitle);
      expect(reused.text).toBe(text);
      expect(reused.made.size).toBe(0);
    },
  );

  it('of Rust at the root of the crate is used by the other files', async () => {
    const files = { 'src/backoff.rs': 'pub struct Options { pub idempotent: bool }\n// backoff\n' };
    const shown = project(files, 'src/feed.rs', 'rust', rust);
    const [title = ''] = await shown.titles();
    expect((await shown.apply(title)).text).toMatch(/^use crate::backoff;\n\nuse reqwest/);
  });
});
