import { describe, expect, it } from 'vitest';
import { apply, type Language } from './support';

/** Language, what is tested, source with the cursor, source after the edit without the handler. */
type Case = [Language, string, string, string];

const cases: Case[] = [
  [
    'typescript',
    'an awaited fetch gets the signal of the attempt',
    'async function load(url: string) {\n  const r: Response = await fet$$CURSOR$$ch(url);\n  return r.json();\n}\n',
    'async function load(url: string) {\n' +
      '  const r: Response = await withBackoff((signal) => fetch(url, { signal }), {\n' +
      '    idempotent: true,\n' +
      '  });\n' +
      '  return r.json();\n}\n',
  ],
  [
    'typescript',
    'an object of options gets the signal among the rest',
    'const r = await fetch(u, { headers: h })$$CURSOR$$;\n',
    'const r = await withBackoff((signal) => fetch(u, { headers: h, signal }), {\n  idempotent: true,\n});\n',
  ],
  [
    'javascript',
    'an empty object of options',
    'const r = await fetch(u, {})$$CURSOR$$;\n',
    'const r = await withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n});\n',
  ],
  [
    'typescript',
    'a call over several lines moves inwards, the lines of a template do not',
    "async function send() {\n  await fetch(url, {\n    method: 'POST',\n    body: `a\n  b`,\n  })$$CURSOR$$;\n}\n",
    'async function send() {\n  await withBackoff(\n    (signal) =>\n      fetch(url, {\n' +
      "        method: 'POST',\n        body: `a\n  b`,\n        signal,\n      }),\n    { idempotent: false },\n  );\n}\n",
  ],
  [
    'typescript',
    'tabs',
    "async function f() {\n\tif (x) {\n\t\treturn await fetch(url, {\n\t\t\tmethod: 'PUT',\n\t\t})$$CURSOR$$;\n\t}\n}\n",
    'async function f() {\n\tif (x) {\n\t\treturn await withBackoff(\n\t\t\t(signal) =>\n\t\t\t\tfetch(url, {\n' +
      "\t\t\t\t\tmethod: 'PUT',\n\t\t\t\t\tsignal,\n\t\t\t\t}),\n\t\t\t{ idempotent: true },\n\t\t);\n\t}\n}\n",
  ],
  [
    'typescript',
    'a list without a comma at its end gets none',
    'async function f() {\n    const r = await fetch(url, {\n        headers\n    })$$CURSOR$$;\n}\n',
    'async function f() {\n    const r = await withBackoff(\n        (signal) =>\n            fetch(url, {\n' +
      '                headers,\n                signal\n            }),\n        { idempotent: true }\n    );\n}\n',
  ],
  [
    'javascript',
    'no semicolons',
    'async function f() {\n  const r = await fetch(u)$$CURSOR$$\n  return r\n}\n',
    'async function f() {\n  const r = await withBackoff((signal) => fetch(u, { signal }), {\n    idempotent: true,\n  })\n  return r\n}\n',
  ],
  [
    'javascript',
    'a chain is wrapped before then',
    'load = () =>\n  fetch(u).then((r) => r.js$$CURSOR$$on()).catch(report);\n',
    'load = () =>\n  withBackoff((signal) => fetch(u, { signal }), {\n    idempotent: true,\n  }).then((r) => r.json()).catch(report);\n',
  ],
  [
    'typescript',
    'an arrow function without braces',
    'const load = (u: string) => fe$$CURSOR$$tch(u); // a longer line that says how wide this file may be, all in all\n',
    'const load = (u: string) => withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n}); ' +
      '// a longer line that says how wide this file may be, all in all\n',
  ],
  [
    'typescript',
    'a function that returns the promise',
    'function load(u: string): Promise<Response> {\n  return fet$$CURSOR$$ch(u);\n}\n',
    'function load(u: string): Promise<Response> {\n' +
      '  return withBackoff((signal) => fetch(u, { signal }), { idempotent: true });\n}\n',
  ],
  [
    'javascript',
    'a call among the arguments of another, in an array',
    'const [a, b] = await Promise.all([\n  fetch(one),\n  fet$$CURSOR$$ch(two),\n]);\n',
    'const [a, b] = await Promise.all([\n  fetch(one),\n' +
      '  withBackoff((signal) => fetch(two, { signal }), { idempotent: true }),\n]);\n',
  ],
  [
    'javascript',
    'a call in a template',
    'const t = `${(await fetch(u$$CURSOR$$)).status}`;\n',
    'const t = `${(await withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n})).status}`;\n',
  ],
  [
    'typescript',
    'arguments that await make the callback async',
    'async function f() {\n  return fetch(await address()$$CURSOR$$);\n}\n',
    'async function f() {\n  return withBackoff(async (signal) => fetch(await address(), { signal }), {\n    idempotent: true,\n  });\n}\n',
  ],
  [
    'javascript',
    'a signal that the caller has cancels the waits too',
    'const r = await fetch(u, { signal: controller.signal })$$CURSOR$$;\n',
    'const r = await withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n  signal: controller.signal,\n});\n',
  ],
  [
    'javascript',
    'a signal of the same name',
    'const f = (u, signal) => fetch(u, { signal })$$CURSOR$$;\n',
    'const f = (u, signal) => withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n  signal,\n});\n',
  ],
  [
    'javascript',
    'a variable named signal that is something else',
    'const r = await fetch(signal.url)$$CURSOR$$;\n',
    'const r = await withBackoff(\n  (attemptSignal) => fetch(signal.url, { signal: attemptSignal }),\n  { idempotent: true },\n);\n',
  ],
  [
    'javascript',
    'a timeout of the call becomes that of each attempt',
    'const r = await fetch(u, { signal: AbortSignal.timeout(5_000) })$$CURSOR$$;\n',
    'const r = await withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n  timeout: 5_000,\n});\n',
  ],
  [
    'javascript',
    'options in a variable are spread, and say the method',
    "const options = { method: 'DELETE' };\nconst r = await fetch(u, options)$$CURSOR$$;\n",
    "const options = { method: 'DELETE' };\nconst r = await withBackoff((signal) => fetch(u, { ...options, signal }), {\n  idempotent: true,\n});\n",
  ],
  [
    'typescript',
    'options of the caller keep their signal',
    'function go(u: string, init?: RequestInit) {\n  return fetch(u, init)$$CURSOR$$;\n}\n',
    'function go(u: string, init?: RequestInit) {\n  return withBackoff((signal) => fetch(u, { ...init, signal }), {\n' +
      '    idempotent: false,\n    signal: init?.signal,\n  });\n}\n',
  ],
  [
    'typescript',
    'options of an unknown type are left alone',
    'function go(u: string, init: Settings) {\n  return fetch(u, init)$$CURSOR$$;\n}\n',
    'function go(u: string, init: Settings) {\n  return withBackoff(() => fetch(u, init), { idempotent: false });\n}\n',
  ],
  [
    'typescript',
    'an idempotency key lets a POST be repeated',
    "await fetch(u, { method: 'POST', headers: { 'Idempotency-Key': key } })$$CURSOR$$;\n",
    "await withBackoff(\n  (signal) =>\n    fetch(u, { method: 'POST', headers: { 'Idempotency-Key': key }, signal }),\n" +
      '  { idempotent: true },\n);\n',
  ],
  [
    'typescript',
    'axios with a type argument after await',
    "import axios from 'axios';\nconst r = await axios.get<Item[]>(u$$CURSOR$$);\n",
    "import axios from 'axios';\nconst r = await withBackoff((signal) => axios.get<Item[]>(u, { signal }), {\n  idempotent: true,\n});\n",
  ],
  [
    'typescript',
    'axios.post without a body and without options',
    "import axios from 'axios';\nawait axios.post(u)$$CURSOR$$;\n",
    "import axios from 'axios';\nawait withBackoff((signal) => axios.post(u, undefined, { signal }), {\n  idempotent: false,\n});\n",
  ],
  [
    'javascript',
    'an axios instance in a field of a class keeps its timeout',
    "import axios from 'axios';\nclass Api {\n  http = axios.create();\n  load() {\n    return this.http.get('/a', { timeout: 900 })$$CURSOR$$;\n  }\n}\n",
    "import axios from 'axios';\nclass Api {\n  http = axios.create();\n  load() {\n    return withBackoff(\n" +
      "      (signal) => this.http.get('/a', { timeout: 900, signal }),\n      { idempotent: true },\n    );\n  }\n}\n",
  ],
  [
    'javascript',
    'a required axios under another name, called with a configuration',
    "const http = require('axios');\nhttp({ url, method: 'put' })$$CURSOR$$;\n",
    "const http = require('axios');\nwithBackoff((signal) => http({ url, method: 'put', signal }), {\n  idempotent: true,\n});\n",
  ],
  [
    'typescript',
    'ky keeps its body reader and stops retrying by itself',
    "import ky from 'ky';\nconst api = ky.create({});\nconst a = await api.get(u).js$$CURSOR$$on();\n",
    "import ky from 'ky';\nconst api = ky.create({});\nconst a = await withBackoff(\n  (signal) => api.get(u, { signal, retry: 0 }).json(),\n  { idempotent: true },\n);\n",
  ],
  [
    'typescript',
    'the fetch of undici, under another name',
    "import { fetch as send } from 'undici';\nconst a = await se$$CURSOR$$nd(u);\n",
    "import { fetch as send } from 'undici';\nconst a = await withBackoff((signal) => send(u, { signal }), {\n  idempotent: true,\n});\n",
  ],
  [
    'typescript',
    'the function request of undici',
    "import { fetch, request } from 'undici';\nconst { body } = await request$$CURSOR$$(u);\n",
    "import { fetch, request } from 'undici';\nconst { body } = await withBackoff((signal) => request(u, { signal }), {\n  idempotent: true,\n});\n",
  ],
  [
    'javascript',
    'a required undici whose function has another name, and a write',
    "const { request: send } = require('undici');\nsend(u, { method: 'POST' })$$CURSOR$$;\n",
    "const { request: send } = require('undici');\nwithBackoff((signal) => send(u, { method: 'POST', signal }), {\n  idempotent: false,\n});\n",
  ],
  [
    'javascript',
    'undici as a whole',
    "import * as undici from 'undici';\nexport const load = (u) => undici.request(u, { signal: AbortSignal.timeout(900) })$$CURSOR$$;\n",
    "import * as undici from 'undici';\nexport const load = (u) => withBackoff((signal) => undici.request(u, { signal }), {\n  idempotent: true,\n  timeout: 900,\n});\n",
  ],
  [
    'typescript',
    'got keeps its body reader and stops retrying by itself',
    "import got from 'got';\nconst a = await got(u).js$$CURSOR$$on();\n",
    "import got from 'got';\nconst a = await withBackoff(\n  (signal) => got(u, { signal, retry: { limit: 0 } }).json(),\n  { idempotent: true },\n);\n",
  ],
  [
    'typescript',
    'node-twitter-api-v2 takes no signal; a write is tried once',
    "import { TwitterApi } from 'twitter-api-v2';\nawait client.v2.tweet('hello')$$CURSOR$$;\n",
    "import { TwitterApi } from 'twitter-api-v2';\nawait withBackoff(() => client.v2.tweet('hello'), { idempotent: false });\n",
  ],
  [
    'typescript',
    'node-twitter-api-v2 reads are repeated',
    "import { TwitterApi } from 'twitter-api-v2';\nclass Bot {\n  me() {\n    return this.rwClient.v2.me()$$CURSOR$$;\n  }\n}\n",
    "import { TwitterApi } from 'twitter-api-v2';\nclass Bot {\n  me() {\n" +
      '    return withBackoff(() => this.rwClient.v2.me(), { idempotent: true });\n  }\n}\n',
  ],
  [
    'typescriptreact',
    'tsx',
    'export function A() {\n  useEffect(() => {\n    fetch(u).then((r) => r.text()).then(set)$$CURSOR$$;\n  }, []);\n  return <p>{text}</p>;\n}\n',
    'export function A() {\n  useEffect(() => {\n    withBackoff((signal) => fetch(u, { signal }), {\n      idempotent: true,\n' +
      '    }).then((r) => r.text()).then(set);\n  }, []);\n  return <p>{text}</p>;\n}\n',
  ],
  [
    'javascriptreact',
    'jsx',
    'const A = <b onClick={() => fetch(u)$$CURSOR$$}>go</b>;\n',
    'const A = <b onClick={() => withBackoff((signal) => fetch(u, { signal }), {\n  idempotent: true,\n})}>go</b>;\n',
  ],
];

describe('a call in TypeScript or JavaScript is wrapped', () => {
  it.each(cases)('%s: %s', async (language, _name, before, after) => {
    expect((await apply(language, before)).code).toBe(after);
  });

  it('with the line ends of the file', async () => {
    const before =
      "async function f() {\r\n  const r = await fetch(u, {\r\n    method: 'PUT',\r\n  })$$CURSOR$$;\r\n}\r\n";
    const { text } = await apply('typescript', before);
    expect(text).toContain(
      "    (signal) =>\r\n      fetch(u, {\r\n        method: 'PUT',\r\n        signal,\r\n      }),\r\n",
    );
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('with the numbers of the strategy', async () => {
    const strategy = { name: 'backoff', baseDelay: 5, cap: 320, attempts: 6, jitter: 1 } as const;
    const { code } = await apply('javascript', 'await fetch(u)$$CURSOR$$;\n', strategy);
    expect(code).toBe(
      'await withBackoff((signal) => fetch(u, { signal }), {\n' +
        '  idempotent: true,\n  retries: 6,\n  baseDelay: 5_000,\n  cap: 320_000,\n  totalTime: 660_000,\n});\n',
    );
  });
});
