import { describe, expect, it } from 'vitest';
import { findCall } from '../../../server/retry/calls';
import { hasRetryLanguage, sourceOf } from '../../../server/retry/source';
import { atCursor, type Language, withTree } from './support';

/** The name and the line of the call that is found, or undefined. */
function find(languageId: Language, marked: string): Promise<string | undefined> {
  const { text, offset } = atCursor(marked);
  return withTree(languageId, text, (tree) => {
    const source = sourceOf(text, tree, languageId);
    const call = source && findCall(source, offset);
    return call && `${call.name} ${call.method} ${text.slice(0, call.range.start).split('\n').length}`;
  });
}

const axios = "import axios from 'axios';\n";

const script: [string, string, string | undefined][] = [
  ['on await', 'const r = aw$$CURSOR$$ait fetch(u);', 'fetch GET 1'],
  ['on the variable that gets the result', 'const r$$CURSOR$$ = await fetch(u);', 'fetch GET 1'],
  [
    'where the result is used',
    'async () => {\n const r = await fetch(u);\n log(r.sta$$CURSOR$$tus);\n}',
    'fetch GET 2',
  ],
  [
    'in an if on the result',
    'async () => {\n const a = await fetch(one);\n const b = await fetch(two);\n if (a.status === 42$$CURSOR$$9) { x(); }\n}',
    'fetch GET 2',
  ],
  [
    'in an else-if',
    'async () => {\n const a = await fetch(one);\n if (q) {} else if (a.status === 42$$CURSOR$$9) {}\n}',
    'fetch GET 2',
  ],
  [
    'in the body of a branch',
    "async () => {\n const a = await fetch(one);\n if (a.status === 429) { throw new Error('lim$$CURSOR$$it'); }\n}",
    'fetch GET 2',
  ],
  [
    'in a case',
    'async () => {\n const a = await fetch(one);\n switch (a.status) { case 4$$CURSOR$$29: wait(); }\n}',
    'fetch GET 2',
  ],
  [
    'through a destructured result',
    `${axios}async () => {\n const { status } = await axios.put(u);\n if (status === 4$$CURSOR$$29) {}\n}`,
    'axios.put PUT 3',
  ],
  [
    'through the parsed body and a loop',
    'async () => {\n const r = await fetch(one);\n const body = await r.json();\n for (const e of body.errors) { if (e.code === 8$$CURSOR$$8) {} }\n}',
    'fetch GET 2',
  ],
  [
    'in a catch, by its try',
    `${axios}async () => {\n await axios.get(other);\n try { await axios.post(u, b); } catch (err) { if (err.response?.status === 4$$CURSOR$$29) {} }\n}`,
    'axios.post POST 4',
  ],
  ['in a then', 'fetch(u, { method: "HEAD" }).then((r) => { if (r.status === 4$$CURSOR$$29) {} });', 'fetch HEAD 1'],
  [
    'in a conditional expression',
    'async () => {\n const r = await fetch(u);\n return r.status === 4$$CURSOR$$29 ? 1 : 2;\n}',
    'fetch GET 2',
  ],
  [
    'in a branch on something else, if there is one call only',
    'async () => {\n const r = await go(() => fetch(u));\n if (code === 8$$CURSOR$$8) {}\n}',
    undefined,
  ],
  [
    'in a branch on a field of the class, if there is one call only',
    'class A { async m() { this.r = await fetch(u);\n if (this.r.code === 8$$CURSOR$$8) {} } }',
    'fetch GET 1',
  ],
  [
    'not in another function',
    'const f = () => fetch(u);\nfunction g(r) { if (r.status === 4$$CURSOR$$29) {} }',
    undefined,
  ],
  ['not in a callback beside the call', 'app.get(p, (q, s) => { s.en$$CURSOR$$d(); fetch(u); });', undefined],
  ['not for an object that is no client', 'api.get("/a")$$CURSOR$$;', undefined],
  ['got.stream', 'import got from "got";\ngot.stream(u)$$CURSOR$$;', 'got.stream GET 2'],
  ['a method of got.stream', 'import got from "got";\ngot.stream.post(u)$$CURSOR$$;', 'got.stream.post POST 2'],
];

const python: [string, string, string | undefined][] = [
  ['on the result', 'import requests\nr$$CURSOR$$ = requests.get(u)', 'requests.get GET 2'],
  [
    'in an if',
    'import requests\ndef f():\n  r = requests.get(u)\n  if r.status_code == 42$$CURSOR$$9:\n    pass',
    'requests.get GET 3',
  ],
  [
    'in an elif',
    'import requests\ndef f():\n  r = requests.get(u)\n  if r.ok:\n    pass\n  elif r.status_code == 42$$CURSOR$$9:\n    pass',
    'requests.get GET 3',
  ],
  [
    'in an except',
    'import tweepy\ndef f(client):\n  try:\n    client.like(1)\n  except tweepy.TooMany$$CURSOR$$Requests:\n    pass',
    'client.like POST 4',
  ],
  [
    'in a branch on the codes of an exception',
    'import tweepy\ndef f(api):\n  try:\n    api.retweet(1)\n  except tweepy.HTTPException as e:\n    if 32$$CURSOR$$7 in e.api_codes:\n      pass',
    'api.retweet POST 4',
  ],
  [
    'in a match',
    'import httpx\ndef f():\n  r = httpx.get(u)\n  match r.status_code:\n    case 42$$CURSOR$$9: pass',
    'httpx.get GET 3',
  ],
  [
    'by the name of with',
    'from urllib.request import urlopen\nwith urlopen(u) as r:\n  print(r.sta$$CURSOR$$tus)',
    'urlopen GET 2',
  ],
  [
    'through json()',
    'import requests\ndef f():\n  body = requests.get(u).json()\n  for e in body["errors"]:\n    if e["code"] == 8$$CURSOR$$8:\n      pass',
    'requests.get GET 3',
  ],
  [
    'not for a method that sends nothing',
    'import requests\ns = requests.Session()\ns.mount("a", b)$$CURSOR$$',
    undefined,
  ],
  ['a stream of httpx', 'import httpx\nwith httpx.stream("GET", u) as r$$CURSOR$$:\n  pass', 'httpx.stream GET 2'],
];

describe('the call that a place is about', () => {
  it.each(script)('TypeScript: %s', async (_name, text, call) => {
    expect(await find('typescript', text)).toBe(call);
  });
  it.each(python)('Python: %s', async (_name, text, call) => {
    expect(await find('python', text)).toBe(call);
  });
  it('is none in a language without handlers', () => {
    expect(hasRetryLanguage('typescript')).toBe(true);
    expect(hasRetryLanguage('cobol')).toBe(false);
  });

  it.each([
    ['await fet$$CURSOR$$ch(a, { signal });\n', 'awaited', true],
    ['fet$$CURSOR$$ch(b).then(c);\n', 'chained', false],
    ['x = fet$$CURSOR$$ch(d);\n', 'plain', false],
  ])('is used and limited: %s', async (marked, use, hasLimit) => {
    const { text, offset } = atCursor(marked);
    const call = await withTree('javascript', text, (tree) => {
      const source = sourceOf(text, tree, 'javascript');
      const { use, hasLimit } = (source && findCall(source, offset)) ?? {};
      return { use, hasLimit };
    });
    expect(call).toEqual({ use, hasLimit });
  });
});
